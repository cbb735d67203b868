package testkit

import (
	"net/http"
	"strings"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/kernel/id"
)

// baseReputation is what everybody starts with.
const baseReputation = 1

// Asked is a question made by Ask.
type Asked struct {
	ID      id.Post `json:"id"`
	Version int     `json:"version"`
	Slug    string  `json:"slug"`
}

// Answered is an answer made by Answer.
type Answered struct {
	ID      id.Post `json:"id"`
	Version int     `json:"version"`
}

// Ask has a person ask a question, over HTTP; without tags it gets the tag general.
func (k *Kit) Ask(handle, title string, tags ...string) Asked {
	k.t.Helper()
	if len(tags) == 0 {
		tags = []string{"general"}
	}
	var asked Asked
	k.As(handle).Post("/questions", map[string]any{"title": title, "body": "What we tried: " + title, "tags": tags}).
		Want(http.StatusCreated).JSON(&asked)
	return asked
}

// Answer has a person answer a question, over HTTP.
func (k *Kit) Answer(handle string, question Asked, body string) Answered {
	k.t.Helper()
	var answered Answered
	k.As(handle).Post("/questions/"+question.ID.String()+"/answers", map[string]any{"body": body}).
		Want(http.StatusCreated).JSON(&answered)
	return answered
}

// WantReputation checks what a person earned beside the base that everybody starts with.
func (k *Kit) WantReputation(handle string, earned int) {
	k.t.Helper()
	got := k.Int(`SELECT reputation FROM reputation_totals JOIN users ON users.id = user_id WHERE handle = $1`, handle)
	require.Equalf(k.t, earned, got-baseReputation, "reputation earned by %s", handle)
}

// WantEvents checks that the world's last events are these, oldest first.
func (k *Kit) WantEvents(names ...string) {
	k.t.Helper()
	var joined string
	k.scan(&joined, `
		SELECT coalesce(string_agg(name, ' ' ORDER BY id), '') FROM (
			SELECT id, name FROM events ORDER BY id DESC LIMIT $1) last`, len(names))
	require.Equal(k.t, strings.Join(names, " "), joined)
}

// WantNoEvents checks that nothing of this name was ever published.
func (k *Kit) WantNoEvents(name string) {
	k.t.Helper()
	require.Zero(k.t, k.Int(`SELECT count(*) FROM events WHERE name = $1`, name), name)
}
