package api_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/kernel/id"
	"wellspring/pkg/testkit"
)

type tally struct{ Score, UpCount, DownCount, MyVote int }

func vote(kit *testkit.Kit, handle string, post id.Post, value int) *testkit.Reply {
	if value == 0 {
		return kit.As(handle).Delete("/posts/%d/vote", post)
	}
	return kit.As(handle).Put(fmt.Sprintf("/posts/%d/vote", post), map[string]any{"value": value})
}

func TestVoteIsChangedAndWithdrawnAtAnyTimeAndCountsOnce(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?")
	steps := []struct {
		handle string
		value  int
		want   tally
	}{
		{"ben", 1, tally{1, 1, 0, 1}},
		{"ben", 1, tally{1, 1, 0, 1}},
		{"noa", -1, tally{0, 1, 1, -1}},
		{"ben", -1, tally{-2, 0, 2, -1}},
		{"noa", 0, tally{-1, 0, 1, 0}},
		{"noa", 0, tally{-1, 0, 1, 0}},
		{"ben", 1, tally{1, 1, 0, 1}},
	}
	for i, step := range steps {
		var got tally
		vote(kit, step.handle, q.ID, step.value).Want(200).JSON(&got)
		require.Equal(t, step.want, got, "step %d", i)
	}
	require.Equal(t, 5, kit.Int(`SELECT count(*) FROM events WHERE name = 'vote.cast'`), "a vote that changes nothing is no event")
	kit.WantReputation("ada", 10)
	page := readPage(kit, "ben", q.ID)
	require.Equal(t, 1, page.Question.MyVote)
	require.Equal(t, 1, page.Question.Score)
	require.Zero(t, readPage(kit, "noa", q.ID).Question.MyVote)
	wantNoDrift(t, kit)
}

func TestNobodyVotesOnTheirOwnPost(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?")
	for _, value := range []int{1, -1} {
		vote(kit, "ada", q.ID, value).WantProblem(403, "forbidden")
	}
	kit.Visitor().Put(fmt.Sprintf("/posts/%d/vote", q.ID), map[string]any{"value": 1}).Want(404)
	kit.WantNoEvents("vote.cast")
}

func TestVotesNeedTheReputationOfThePreset(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?")
	kit.Exec(`UPDATE organisation SET privilege_preset = 'public'`)
	page := readPage(kit, "noa", q.ID)
	require.False(t, page.Question.Can["voteUp"].Allowed)
	require.Contains(t, page.Question.Can["voteUp"].Reason, "15")
	vote(kit, "noa", q.ID, 1).WantProblem(403, "forbidden")
	kit.Exec(`UPDATE reputation_totals SET reputation = 20 WHERE user_id = $1`, kit.UserID("noa"))
	vote(kit, "noa", q.ID, 1).Want(200)
	vote(kit, "noa", q.ID, -1).WantProblem(403, "forbidden")
	vote(kit, "noa", q.ID, 0).Want(200)
}

func TestVoteIsPlusOrMinusOne(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?")
	for _, value := range []any{0, 2, -2, 1.5, "1", nil, true} {
		kit.As("ben").Put(fmt.Sprintf("/posts/%d/vote", q.ID), map[string]any{"value": value}).WantProblem(422, "validation")
	}
	vote(kit, "ben", 999, 1).WantProblem(404, "not-found")
}

func TestPostsOfASpaceOneDoesNotReadAreNotFound(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	kit.Exec(`INSERT INTO spaces (slug, name, visibility, reason, created_at) VALUES ('hr', 'HR', 'members', 'people matters', now())`)
	kit.Exec(`INSERT INTO space_members SELECT s.id, $1, now() FROM spaces s WHERE slug = 'hr'`, kit.UserID("ada"))
	var q shownQuestion
	kit.As("ada").Post("/questions", map[string]any{"title": "Who may see this case?", "tags": []string{"secret-project"}, "space": "hr"}).Want(201).JSON(&q)
	for _, handle := range []string{"ben", "mia", "root"} {
		kit.As(handle).Get("/questions/%d", q.ID).WantProblem(404, "not-found")
		kit.As(handle).Get("/posts/%d/revisions", q.ID).WantProblem(404, "not-found")
		kit.As(handle).Get("/posts/%d/comments", q.ID).WantProblem(404, "not-found")
		kit.As(handle).Delete("/questions/%d", q.ID).WantProblem(404, "not-found")
		vote(kit, handle, q.ID, 1).WantProblem(404, "not-found")
		kit.As(handle).Get("/tags/secret-project").WantProblem(404, "not-found")
		kit.As(handle).Get("/questions?space=hr").WantProblem(404, "not-found")
	}
	kit.As("ben").Post("/questions", map[string]any{"title": "May I ask in here?", "tags": []string{"go"}, "space": "hr"}).WantProblem(404, "not-found")
	kit.As("ada").Get("/tags/secret-project").Want(200)
}
