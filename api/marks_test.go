package api_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/kernel/id"
	"wellspring/pkg/testkit"
)

type shownAct struct {
	Kind, Note string
	Reason     string
	By         *named
	With       []named
	Original   *struct{ ID id.Post }
}

func actsOf(kit *testkit.Kit, handle string, post id.Post) []shownAct {
	var history struct{ Acts []shownAct }
	kit.As(handle).Get("/posts/%d/revisions", post).Want(200).JSON(&history)
	return history.Acts
}

func markAs(kit *testkit.Kit, handle string, question id.Post, mark string) *testkit.Reply {
	return kit.As(handle).Put(fmt.Sprintf("/questions/%d/marks/%s", question, mark), map[string]any{"note": "Tempers run high."})
}

func TestNobodyButModeratorsChangesALockedQuestion(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	trusted(kit, "noa")
	q := kit.Ask("ada", "How do I close a channel twice?", "go")
	a := kit.Answer("ben", q, "You do not.")
	markAs(kit, "ada", q.ID, "locked").WantProblem(403, "forbidden")
	markAs(kit, "mia", q.ID, "locked").Want(200)
	kit.WantEvents("post.marked")
	locked := stateOf(kit, "noa", q.ID).Locked
	require.Equal(t, "mia", locked.By.Handle)
	require.Equal(t, "Tempers run high.", locked.Note)

	answer := fmt.Sprintf("/questions/%d/answers", q.ID)
	text := map[string]any{"title": "How do I close a channel?", "body": "It panics.", "tags": []string{"go"}, "version": q.Version}
	kit.As("noa").Post(answer, map[string]any{"body": "With sync.Once."}).WantProblem(403, "forbidden")
	kit.As("ada").Put(fmt.Sprintf("/questions/%d", q.ID), text).WantProblem(403, "forbidden")
	kit.As("noa").Put(fmt.Sprintf("/posts/%d/vote", a.ID), map[string]any{"value": 1}).WantProblem(403, "forbidden")
	kit.As("noa").Post(fmt.Sprintf("/posts/%d/comments", a.ID), map[string]any{"body": "Why?"}).WantProblem(403, "forbidden")
	kit.As("ada").Put(fmt.Sprintf("/answers/%d/acceptance", a.ID), nil).WantProblem(403, "forbidden")
	kit.As("ben").Delete("/answers/%d", a.ID).WantProblem(403, "forbidden")
	closeAs(kit, "noa", q.ID, unclear).WantProblem(403, "forbidden")

	kit.As("mia").Put(fmt.Sprintf("/questions/%d", q.ID), text).Want(200)
	kit.As("mia").Post(answer, map[string]any{"body": "Never."}).Want(201)
	kit.As("mia").Delete("/questions/%d/marks/locked?note=Calm+again.", q.ID).Want(200)
	kit.As("noa").Post(answer, map[string]any{"body": "With sync.Once."}).Want(201)
	acts := actsOf(kit, "noa", q.ID)
	require.Equal(t, []string{"unlocked", "locked"}, []string{acts[0].Kind, acts[1].Kind})
	require.Equal(t, "Calm again.", acts[0].Note)
}

func TestMarkingTwiceMarksOnce(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?")
	for range 2 {
		markAs(kit, "mia", q.ID, "pinned").Want(200)
	}
	require.Len(t, actsOf(kit, "ada", q.ID), 1)
	kit.As("mia").Put(fmt.Sprintf("/questions/%d/marks/framed", q.ID), map[string]any{}).WantProblem(422, "validation")
	kit.As("mia").Put(fmt.Sprintf("/questions/%d/marks/locked", q.ID), map[string]any{"note": strings.Repeat("x", 501)}).WantProblem(422, "validation")
	require.Len(t, actsOf(kit, "ada", q.ID), 1)
}

func TestAPinnedQuestionStandsFirstInItsSpaceAlone(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	pinned := kit.Ask("ada", "How do I close a channel twice?")
	kit.Ask("ada", "Can a channel be closed two times?")
	newest := kit.Ask("ada", "Is a channel closed only once?")
	markAs(kit, "mia", pinned.ID, "pinned").Want(200)
	list := func(query string) []id.Post {
		var found struct{ Items []struct{ ID id.Post } }
		kit.As("ben").Get("/questions?%s", query).Want(200).JSON(&found)
		ids := []id.Post{}
		for _, item := range found.Items {
			ids = append(ids, item.ID)
		}
		return ids
	}
	require.Equal(t, []id.Post{pinned.ID, newest.ID}, list("space=organisation&pageSize=2"))
	require.Equal(t, []id.Post{pinned.ID + 1}, list("space=organisation&pageSize=2&page=2"), "it does not come again")
	require.Equal(t, newest.ID, list("")[0])
	require.Equal(t, newest.ID, list("space=organisation&view=unanswered")[0])
	require.Equal(t, newest.ID, list("space=organisation&tag=general")[0])
	kit.As("mia").Delete("/questions/%d/marks/pinned", pinned.ID).Want(200)
	require.Equal(t, newest.ID, list("space=organisation")[0])
}

func TestAProtectedQuestionAsksReputationOfWhoAnswers(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	kit.Exec(`UPDATE reputation_totals SET reputation = 10 FROM users WHERE users.id = user_id AND handle = 'ben'`)
	q := kit.Ask("ada", "How do I close a channel twice?")
	markAs(kit, "mia", q.ID, "protected").Want(200)
	kit.As("noa").Post(fmt.Sprintf("/questions/%d/answers", q.ID), map[string]any{"body": "Me too!"}).WantProblem(403, "forbidden")
	require.Contains(t, stateOf(kit, "noa", q.ID).Can["answer"].Reason, "10 reputation")
	kit.Answer("ben", q, "You do not.")
	kit.Answer("mia", q, "Never.")
	require.Equal(t, "mia", stateOf(kit, "noa", q.ID).Protected.By.Handle)
}

func TestWhoDeletesSaysWhyToThoseWhoStillSeeIt(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?")
	a := kit.Answer("ben", q, "Buy my channels!")
	kit.As("mia").Delete("/answers/%d?note=Advertising.", a.ID).Want(204)
	var page struct {
		Answers []struct {
			DeletedNote string
			DeletedBy   *named
		}
	}
	kit.As("ben").Get("/questions/%d", q.ID).Want(200).JSON(&page)
	require.Equal(t, "Advertising.", page.Answers[0].DeletedNote)
	require.Equal(t, "mia", page.Answers[0].DeletedBy.Handle)
	kit.As("mia").Delete("/questions/%d?note=Off+topic.", q.ID).Want(204)
	state := stateOf(kit, "ada", q.ID)
	require.Equal(t, "Off topic.", state.DeletedNote)
	require.Equal(t, "mia", state.DeletedBy.Handle)
	kit.As("mia").Delete("/posts/%d/deletion?note=On+topic.", q.ID).Want(204)
	acts := actsOf(kit, "ada", q.ID)
	require.Equal(t, []string{"undeleted On topic.", "deleted Off topic."}, []string{acts[0].Kind + " " + acts[0].Note, acts[1].Kind + " " + acts[1].Note})
	require.Equal(t, "deleted", actsOf(kit, "ben", a.ID)[0].Kind)
	kit.As("noa").Get("/posts/%d/revisions", a.ID).WantProblem(404, "not-found")
}
