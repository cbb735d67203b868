package api_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/kernel/id"
	"wellspring/pkg/testkit"
)

type named struct{ Handle string }

type shownState struct {
	Closure *struct {
		Reason, Note string
		By           *named
		With         []named
		DuplicateOf  *struct{ ID id.Post }
	}
	CloseVotes struct {
		Count, Needed int
		Mine          bool
	}
	Duplicates []struct {
		ID    id.Post
		Title string
	}
	Locked, Protected *struct {
		By   *named
		Note string
	}
	Pinned      bool
	DeletedBy   *named
	DeletedNote string
	Can         map[string]decision
}

func stateOf(kit *testkit.Kit, handle string, question id.Post) shownState {
	var page struct{ Question shownState }
	kit.As(handle).Get("/questions/%d", question).Want(200).JSON(&page)
	return page.Question
}

func closeAs(kit *testkit.Kit, handle string, question id.Post, body map[string]any) *testkit.Reply {
	return kit.As(handle).Put(fmt.Sprintf("/questions/%d/closure", question), body)
}

func reopenAs(kit *testkit.Kit, handle string, question id.Post) *testkit.Reply {
	return kit.As(handle).Put(fmt.Sprintf("/questions/%d/reopening", question), map[string]any{"note": "It says more now."})
}

// trusted gives people enough reputation to close questions.
func trusted(kit *testkit.Kit, handles ...string) {
	for _, handle := range handles {
		kit.Exec(`UPDATE reputation_totals SET reputation = 1500 FROM users WHERE users.id = user_id AND handle = $1`, handle)
	}
}

var unclear = map[string]any{"reason": "needs-detail", "note": "Which channel?"}

func TestAModeratorClosesAndReopensAlone(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?")
	require.Equal(t, 1, stateOf(kit, "mia", q.ID).CloseVotes.Needed)
	closeAs(kit, "mia", q.ID, unclear).Want(200)
	kit.WantEvents("question.closed")
	state := stateOf(kit, "ada", q.ID)
	require.Equal(t, "needs-detail", state.Closure.Reason)
	require.Equal(t, "Which channel?", state.Closure.Note)
	require.Equal(t, "mia", state.Closure.By.Handle)
	require.Empty(t, state.Closure.With)
	require.False(t, state.Can["answer"].Allowed)
	kit.As("ben").Post(fmt.Sprintf("/questions/%d/answers", q.ID), map[string]any{"body": "You do not."}).WantProblem(403, "forbidden")
	closeAs(kit, "mia", q.ID, unclear).WantProblem(403, "forbidden")
	require.Equal(t, 1, kit.Int(`SELECT count(*) FROM posts WHERE activity_kind = 'closed'`))

	reopenAs(kit, "mia", q.ID).Want(200)
	kit.WantEvents("question.reopened")
	require.Nil(t, stateOf(kit, "ada", q.ID).Closure)
	require.Equal(t, 1, kit.Int(`SELECT count(*) FROM posts WHERE activity_kind = 'asked'`))
	kit.Answer("ben", q, "You do not.")
	reopenAs(kit, "mia", q.ID).WantProblem(403, "forbidden")
}

func TestThreeVotesCloseAndThreeReopen(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	trusted(kit, "ben", "noa", "max")
	q := kit.Ask("ada", "How do I close a channel twice?")
	closeAs(kit, "ben", q.ID, unclear).Want(200)
	closeAs(kit, "noa", q.ID, map[string]any{"reason": "outdated"}).Want(200)
	closeAs(kit, "noa", q.ID, map[string]any{"reason": "outdated"}).Want(200)
	state := stateOf(kit, "noa", q.ID)
	require.Nil(t, state.Closure)
	require.Equal(t, 2, state.CloseVotes.Count, "who votes again has one vote")
	require.Equal(t, 3, state.CloseVotes.Needed)
	require.True(t, state.CloseVotes.Mine)
	require.False(t, stateOf(kit, "max", q.ID).CloseVotes.Mine)
	kit.WantNoEvents("question.closed")

	closeAs(kit, "max", q.ID, unclear).Want(200)
	kit.WantEvents("question.closed")
	closure := stateOf(kit, "ada", q.ID).Closure
	require.Equal(t, "needs-detail", closure.Reason, "what most of them said")
	require.Equal(t, "max", closure.By.Handle)
	require.ElementsMatch(t, []named{{"ben"}, {"noa"}}, closure.With)

	reopenAs(kit, "ben", q.ID).Want(200)
	reopenAs(kit, "max", q.ID).Want(200)
	kit.As("max").Delete("/questions/%d/close-vote", q.ID).Want(200)
	reopenAs(kit, "noa", q.ID).Want(200)
	require.NotNil(t, stateOf(kit, "ada", q.ID).Closure, "a vote that was taken back does not count")
	reopenAs(kit, "ada", q.ID).Want(200)
	require.Nil(t, stateOf(kit, "ada", q.ID).Closure, "the asker has a vote without the privilege")
	kit.WantEvents("question.reopened")
	require.Zero(t, kit.Int(`SELECT count(*) FROM close_votes`))
}

func TestOldCloseVotesCountNoMore(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	trusted(kit, "ben", "noa", "max")
	q := kit.Ask("ada", "How do I close a channel twice?")
	closeAs(kit, "ben", q.ID, unclear).Want(200)
	closeAs(kit, "noa", q.ID, unclear).Want(200)
	kit.Clock.Advance(14 * 24 * time.Hour)
	closeAs(kit, "max", q.ID, unclear).Want(200)
	state := stateOf(kit, "max", q.ID)
	require.Nil(t, state.Closure)
	require.Equal(t, 1, state.CloseVotes.Count)
	require.Equal(t, 1, kit.Int(`SELECT count(*) FROM close_votes`))
}

func TestWhoMayNotCloseIsToldWhyAndChangesNothing(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?")
	closeAs(kit, "noa", q.ID, unclear).WantProblem(403, "forbidden")
	kit.Visitor().Put(fmt.Sprintf("/questions/%d/closure", q.ID), unclear).WantProblem(404, "not-found")
	closeAs(kit, "mia", q.ID, map[string]any{"reason": "boring"}).WantProblem(422, "validation")
	closeAs(kit, "mia", q.ID, map[string]any{"reason": "duplicate"}).WantProblem(422, "validation")
	closeAs(kit, "mia", q.ID, map[string]any{"reason": "duplicate", "duplicateOf": q.ID}).WantProblem(422, "validation")
	closeAs(kit, "mia", 4711, unclear).WantProblem(404, "not-found")
	require.Zero(t, kit.Int(`SELECT count(*) FROM post_acts`)+kit.Int(`SELECT count(*) FROM close_votes`))
	require.False(t, stateOf(kit, "noa", q.ID).Can["close"].Allowed)
	require.True(t, stateOf(kit, "ada", q.ID).Can["close"].Allowed, "the asker votes on their own question")
}

func TestADuplicateAndItsOriginalLeadToEachOther(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	first := kit.Ask("ada", "How do I close a channel twice?")
	second := kit.Ask("ben", "Can a channel be closed two times?")
	third := kit.Ask("noa", "Is a channel closed only once?")
	stateOf(kit, "noa", first.ID)
	closeAs(kit, "mia", second.ID, map[string]any{"reason": "duplicate", "duplicateOf": first.ID}).Want(200)
	require.Equal(t, first.ID, stateOf(kit, "noa", second.ID).Closure.DuplicateOf.ID)
	duplicates := stateOf(kit, "noa", first.ID).Duplicates
	require.Len(t, duplicates, 1)
	require.Equal(t, second.ID, duplicates[0].ID)

	closeAs(kit, "mia", third.ID, map[string]any{"reason": "duplicate", "duplicateOf": second.ID}).WantProblem(422, "validation")
	closeAs(kit, "mia", first.ID, map[string]any{"reason": "duplicate", "duplicateOf": second.ID}).WantProblem(422, "validation")
	kit.As("mia").Put(fmt.Sprintf("/questions/%d", second.ID), map[string]any{
		"title": "May a channel be closed twice?", "body": "It panics.", "tags": []string{"go"}, "version": second.Version,
	}).Want(200)
	require.Equal(t, "May a channel be closed twice?", stateOf(kit, "noa", first.ID).Duplicates[0].Title)
	kit.As("ben").Delete("/questions/%d", second.ID).Want(204)
	require.Empty(t, stateOf(kit, "noa", first.ID).Duplicates)
	kit.As("ben").Delete("/posts/%d/deletion", second.ID).Want(204)
	kit.As("mia").Delete("/questions/%d", first.ID).Want(204)
	require.Nil(t, stateOf(kit, "noa", second.ID).Closure.DuplicateOf, "a deleted original is not named")
	kit.As("mia").Delete("/posts/%d/deletion", first.ID).Want(204)
	reopenAs(kit, "mia", second.ID).Want(200)
	require.Empty(t, stateOf(kit, "noa", first.ID).Duplicates)
}

func TestDuplicatesInSpacesOneMayNotReadStayHidden(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	kit.Exec(`INSERT INTO spaces (slug, name, visibility, reason, created_at) VALUES ('hr', 'HR', 'members', 'people matters', now())`)
	kit.Exec(`INSERT INTO space_members SELECT s.id, u.id, now() FROM spaces s, users u WHERE slug = 'hr' AND handle = 'mia'`)
	open := kit.Ask("ada", "Who leaves the house next month?")
	var secret testkit.Asked
	kit.As("mia").Post("/questions", map[string]any{"title": "Who is dismissed next month?", "tags": []string{"leavers"}, "space": "hr"}).Want(201).JSON(&secret)
	closeAs(kit, "root", open.ID, map[string]any{"reason": "duplicate", "duplicateOf": secret.ID}).WantProblem(422, "validation")
	closeAs(kit, "mia", open.ID, map[string]any{"reason": "duplicate", "duplicateOf": secret.ID}).Want(200)
	require.NotNil(t, stateOf(kit, "mia", open.ID).Closure.DuplicateOf)
	require.Nil(t, stateOf(kit, "ada", open.ID).Closure.DuplicateOf)
	require.NotNil(t, actsOf(kit, "mia", open.ID)[0].Original)
	require.Nil(t, actsOf(kit, "ada", open.ID)[0].Original)
	reopenAs(kit, "mia", open.ID).Want(200)
	closeAs(kit, "mia", secret.ID, map[string]any{"reason": "duplicate", "duplicateOf": open.ID}).Want(200)
	require.Len(t, stateOf(kit, "mia", open.ID).Duplicates, 1)
	require.Empty(t, stateOf(kit, "ada", open.ID).Duplicates)
	closeAs(kit, "ada", secret.ID, unclear).WantProblem(404, "not-found")
}
