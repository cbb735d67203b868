package reputation_test

import (
	"fmt"
	"net/http"
	"testing"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/testkit"
)

func TestMain(m *testing.M) { testkit.Main(m) }

// wantSound checks that every sum is the sum of its entries.
func wantSound(t *testing.T, kit *testkit.Kit) {
	t.Helper()
	drifts, err := kit.App.Reputation.Drift(t.Context())
	require.NoError(t, err)
	require.Empty(t, drifts)
}

func TestAcceptedAnswerEarnsFifteenPointsAndTheAskerTwo(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	question := kit.Ask("ada", "How do I close a channel twice?")
	answer := kit.Answer("ben", question, "You don't: the second close panics.")
	kit.As("ada").Put(fmt.Sprintf("/answers/%d/acceptance", answer.ID), nil).Want(http.StatusOK)
	kit.WantReputation("ben", 15)
	kit.WantReputation("ada", 2)
	kit.WantEvents("answer.accepted")

	kit.As("ada").Delete("/answers/%d/acceptance", answer.ID).Want(http.StatusOK)
	kit.WantReputation("ben", 0)
	kit.WantReputation("ada", 0)
	wantSound(t, kit)
}

func TestAcceptingOnesOwnAnswerEarnsNothing(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	question := kit.Ask("ada", "How do I close a channel twice?")
	answer := kit.Answer("ada", question, "Found it: use sync.Once around it.")
	kit.As("ada").Put(fmt.Sprintf("/answers/%d/acceptance", answer.ID), nil).Want(http.StatusOK)
	kit.WantReputation("ada", 0)
}

func TestVotesEarnAndCostWhatTheRulesSay(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	question := kit.Ask("ada", "How do I close a channel twice?")
	answer := kit.Answer("ben", question, "You don't: the second close panics.")
	vote := func(handle string, post any, value int) {
		kit.As(handle).Put(fmt.Sprintf("/posts/%d/vote", post), map[string]any{"value": value}).Want(http.StatusOK)
	}
	vote("max", question.ID, 1)
	kit.WantReputation("ada", 10)
	vote("max", question.ID, -1)
	kit.WantReputation("ada", -2)
	kit.WantReputation("max", 0) // down-voting a question costs nothing
	vote("max", answer.ID, -1)
	kit.WantReputation("ben", -2)
	kit.WantReputation("max", -1)
	vote("max", answer.ID, 1)
	kit.WantReputation("ben", 10)
	kit.WantReputation("max", 0)
	kit.As("max").Delete("/posts/%d/vote", answer.ID).Want(http.StatusOK)
	kit.WantReputation("ben", 0)
	vote("max", answer.ID, 1)
	vote("max", answer.ID, 1)
	kit.WantReputation("ben", 10)
	wantSound(t, kit)
}

func TestDeletionTakesBackWhatAPostEarnedAndUndeletionGivesItBackExactly(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	question := kit.Ask("ada", "How do I close a channel twice?")
	answer := kit.Answer("ben", question, "You don't: the second close panics.")
	for _, voter := range []string{"max", "mia"} {
		kit.As(voter).Put(fmt.Sprintf("/posts/%d/vote", answer.ID), map[string]any{"value": 1}).Want(http.StatusOK)
	}
	kit.As("noa").Put(fmt.Sprintf("/posts/%d/vote", answer.ID), map[string]any{"value": -1}).Want(http.StatusOK)
	kit.WantReputation("ben", 18)
	kit.WantReputation("noa", -1)

	kit.As("mia").Delete("/questions/%d", question.ID).Want(http.StatusNoContent)
	kit.WantReputation("ben", 0)
	kit.WantReputation("noa", 0)

	kit.As("mia").Delete("/posts/%d/deletion", question.ID).Want(http.StatusNoContent)
	kit.WantReputation("ben", 18)
	kit.WantReputation("noa", -1)

	kit.As("max").Delete("/posts/%d/vote", answer.ID).Want(http.StatusOK)
	kit.WantReputation("ben", 8)
	wantSound(t, kit)
}

func TestAVoteWithdrawnAfterUndeletionIsTakenBackOnce(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	question := kit.Ask("ada", "How do I close a channel twice?")
	for range 3 {
		kit.As("max").Put(fmt.Sprintf("/posts/%d/vote", question.ID), map[string]any{"value": 1}).Want(http.StatusOK)
		kit.As("mia").Delete("/questions/%d", question.ID).Want(http.StatusNoContent)
		kit.As("mia").Delete("/posts/%d/deletion", question.ID).Want(http.StatusNoContent)
		kit.WantReputation("ada", 10)
		kit.As("max").Delete("/posts/%d/vote", question.ID).Want(http.StatusOK)
		kit.WantReputation("ada", 0)
	}
	wantSound(t, kit)
}

func TestVotesEarnAtMostTwoHundredADay(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	question := kit.Ask("ada", "How do I close a channel twice?")
	answer := kit.Answer("ben", question, "You don't: the second close panics.")
	crowd(kit, 22)
	for i := range 22 {
		kit.As(member(i)).Put(fmt.Sprintf("/posts/%d/vote", answer.ID), map[string]any{"value": 1}).Want(http.StatusOK)
	}
	kit.WantReputation("ben", 200)
	kit.As("ada").Put(fmt.Sprintf("/answers/%d/acceptance", answer.ID), nil).Want(http.StatusOK)
	kit.WantReputation("ben", 215) // an acceptance is not capped

	// Of 22 up-votes the cap took two; withdrawing three leaves 190.
	for i := range 3 {
		kit.As(member(i)).Delete("/posts/%d/vote", answer.ID).Want(http.StatusOK)
	}
	kit.WantReputation("ben", 205)
	wantSound(t, kit)
}

func TestTheHistoryTellsEachReasonAndTheRunningTotal(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	question := kit.Ask("ada", "How do I close a channel twice?")
	kit.As("max").Put(fmt.Sprintf("/posts/%d/vote", question.ID), map[string]any{"value": 1}).Want(http.StatusOK)
	kit.As("max").Delete("/posts/%d/vote", question.ID).Want(http.StatusOK)
	var history struct {
		Items []struct {
			Amount   int
			Reason   string
			Reversal bool
			Total    int
			Post     *struct{ Title string }
		}
		NextCursor *string
	}
	kit.As("ben").Get("/users/%d/reputation?limit=2", kit.UserID("ada")).Want(http.StatusOK).JSON(&history)
	require.Len(t, history.Items, 2)
	require.Equal(t, -10, history.Items[0].Amount)
	require.True(t, history.Items[0].Reversal)
	require.Equal(t, 1, history.Items[0].Total)
	require.Equal(t, 10, history.Items[1].Amount)
	require.Equal(t, "question-upvoted", history.Items[1].Reason)
	require.Equal(t, 11, history.Items[1].Total)
	require.Equal(t, "How do I close a channel twice?", history.Items[1].Post.Title)

	require.NotNil(t, history.NextCursor)
	kit.As("ben").Get("/users/%d/reputation?cursor=%s", kit.UserID("ada"), *history.NextCursor).Want(http.StatusOK).JSON(&history)
	require.Len(t, history.Items, 1)
	require.Equal(t, "base", history.Items[0].Reason)
}

// crowd adds people who have voted nowhere yet.
func crowd(kit *testkit.Kit, size int) {
	for i := range size {
		kit.Exec(`WITH person AS (INSERT INTO users (handle, name, created_at) VALUES ($1, $1, now()) RETURNING id)
			INSERT INTO reputation_totals (user_id, reputation) SELECT id, 1 FROM person`, member(i))
		kit.Exec(`INSERT INTO reputation_entries (user_id, at, day, amount, reason, rule_version)
			SELECT id, now(), now()::date, 1, 'base', 1 FROM users WHERE handle = $1`, member(i))
	}
}

func member(i int) string { return fmt.Sprintf("member-%d", i) }
