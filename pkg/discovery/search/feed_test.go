package search_test

import (
	"net/http"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/discovery/search"
	"wellspring/pkg/testkit"
)

func TestEachChangeIsFoundWithinTwoSeconds(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	asked := w.Ask("ada", "How do I bleed a radiator?", "heating")
	const before, after = "question: How do I bleed a radiator?", "question: How do I drain the boiler?"
	w.within("noa", "radiator", before)
	w.within("noa", "is:tag heating", "tag: heating")

	answered := w.Answer("ben", asked, "Open the valve until water comes.")
	w.within("noa", "valve", "answer: How do I bleed a radiator?")
	w.within("noa", "answers:1 heating is:question", before)

	ada := w.As("ada")
	ada.Put("/questions/"+asked.ID.String(), map[string]any{
		"title": "How do I drain the boiler?", "body": "It is cold.", "tags": []string{"plumbing"}, "version": asked.Version,
	}).Want(http.StatusOK)
	w.within("noa", "boiler is:question", after)
	w.within("noa", "boiler is:answer", "answer: How do I drain the boiler?")
	w.within("noa", "radiator")
	w.within("noa", "[plumbing] is:answer", "answer: How do I drain the boiler?")
	w.within("noa", "is:tag heating")
	w.within("noa", "is:tag plumbing", "tag: plumbing")

	w.As("mia").Put("/posts/"+asked.ID.String()+"/vote", map[string]any{"value": 1}).Want(http.StatusOK)
	w.within("noa", "score:1", after)
	ada.Put("/answers/"+answered.ID.String()+"/acceptance", nil).Want(http.StatusOK)
	w.within("noa", "is:solved", after)
	ada.Delete("/answers/%d/acceptance", answered.ID).Want(http.StatusOK)
	w.within("noa", "is:solved")

	w.As("ben").Delete("/answers/%d", answered.ID).Want(http.StatusNoContent)
	w.within("noa", "valve")
	w.As("ben").Delete("/posts/%d/deletion", answered.ID).Want(http.StatusNoContent)
	w.within("noa", "valve", "answer: How do I drain the boiler?")
	w.As("mia").Delete("/questions/%d", asked.ID).Want(http.StatusNoContent)
	w.within("noa", "boiler")
	w.within("noa", "is:tag plumbing")
	w.As("mia").Delete("/posts/%d/deletion", asked.ID).Want(http.StatusNoContent)
	w.within("noa", "boiler", after, "answer: How do I drain the boiler?")

	w.As("ben").Patch("/me", map[string]any{"name": "Benedikt Oberholzer", "about": "Knows every pipe."}).Want(http.StatusOK)
	w.within("noa", "oberholzer", "person: Benedikt Oberholzer")
	w.within("noa", "pipe is:person", "person: Benedikt Oberholzer")
}

func TestTheIndexHoldsWhatTheDatabaseHolds(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	asked := w.Ask("ada", "Which form is for a dog?", "dogs", "forms")
	w.Answer("ben", asked, "The yellow one.")
	w.settled()
	health, err := w.App.Search.Health(t.Context())
	require.NoError(t, err)
	// Two posts, two tags and the six of the cast.
	require.Equal(t, search.Health{Configured: true, Documents: 10, Expected: 10}, health)
}

func TestManyWritersLeaveNothingBehind(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	asked := w.Ask("ada", "Who moves faster than the relay?", "races")
	writers := []string{"ben", "mia", "max", "noa"}
	done := make(chan struct{}, len(writers))
	clients := map[string]*testkit.Client{}
	for _, writer := range writers {
		clients[writer] = w.As(writer)
	}
	for _, writer := range writers {
		go func() {
			defer func() { done <- struct{}{} }()
			for range 10 {
				clients[writer].Put("/posts/"+asked.ID.String()+"/vote", map[string]any{"value": 1})
				clients[writer].Delete("/posts/%d/vote", asked.ID)
			}
			clients[writer].Put("/posts/"+asked.ID.String()+"/vote", map[string]any{"value": 1})
		}()
	}
	for range writers {
		<-done
	}
	w.within("noa", "score:4", "question: Who moves faster than the relay?")
	w.settled()
}

func TestRowsWrittenWithoutEventsAreFoundOnceNoted(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.Exec(`
		INSERT INTO posts (kind, space_id, title, body, html, renderer_version, created_at, activity_kind, activity_at)
		SELECT 'question', s.id, 'Imported question ' || n, 'x', '<p>from elsewhere</p>', 1, now(), 'asked', now()
		FROM spaces s, generate_series(1, 2500) n`)
	require.Zero(t, w.search(search.Meilisearch, "noa", search.Request{Text: "elsewhere"}).Total)
	require.Equal(t, 1000, w.search(search.Database, "noa", search.Request{Text: "elsewhere"}).Total, "as many as are ordered")
	require.NoError(t, w.App.Search.NoteEverything(t.Context()))
	require.True(t, eventually(20*time.Second, func() bool {
		return w.search(search.Meilisearch, "noa", search.Request{Text: "elsewhere"}).Total == 2500
	}))
}
