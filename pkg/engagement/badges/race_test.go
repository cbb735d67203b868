package badges_test

import (
	"fmt"
	"net/http"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/testkit"
)

// crowded has more people vote at once than any badge needs.
const crowded = 60

func TestVotesThatComeTogetherAwardEachBadgeOnce(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	another := kit.Another()
	q := kit.Ask("ada", "How do I close a channel twice?", "go")
	kit.Crowd(crowded, 1)
	var wait sync.WaitGroup
	for i := range crowded {
		wait.Go(func() {
			kit.As(fmt.Sprintf("voter%d", i+1)).Put(fmt.Sprintf("/posts/%d/vote", q.ID), map[string]any{"value": 1}).Want(http.StatusOK)
		})
	}
	failures := make([]error, 8)
	for i := range failures {
		process := kit
		if i%2 == 1 {
			process = another
		}
		wait.Go(func() {
			for range 10 {
				if err := process.App.Events.Deliver(t.Context()); err != nil {
					failures[i] = err
				}
				if err := process.App.Badges.Award(t.Context()); err != nil {
					failures[i] = err
				}
			}
		})
	}
	wait.Wait()
	for _, err := range failures {
		require.NoError(t, err)
	}
	kit.Settle()
	require.NoError(t, kit.App.Badges.Award(t.Context()))
	kit.Settle()

	ada := kit.UserID("ada")
	// A first question, and one each that reached 3, 10 and 30.
	require.Equal(t, 4, kit.Int(`SELECT count(*) FROM badge_awards WHERE user_id = $1`, ada))
	require.Equal(t, 4, kit.Int(`SELECT count(DISTINCT badge_id) FROM badge_awards WHERE user_id = $1`, ada))
	require.Equal(t, 4, kit.Int(`SELECT count(*) FROM events WHERE name = 'badge.awarded' AND (payload->>'user')::bigint = $1`, ada))
	require.Equal(t, 4, kit.Int(`SELECT sum(count) FROM recognitions WHERE user_id = $1 AND kind = 'badge'`, ada))
	require.Zero(t, kit.Int(`SELECT count(*) FROM badge_checks`))
	require.Zero(t, kit.Int(`SELECT count(*) FROM event_deliveries`))
}

func TestWhatWasNotedOutlivesTheProcessThatNotedIt(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?", "go")
	kit.As("ben").Put(fmt.Sprintf("/posts/%d/vote", q.ID), map[string]any{"value": 1}).Want(http.StatusOK)
	kit.Settle()
	require.Zero(t, kit.Int(`SELECT count(*) FROM badge_awards`))
	require.NoError(t, kit.Another().App.Badges.Award(t.Context()))
	require.Equal(t, 1, kit.Int(`SELECT count(*) FROM badge_awards`))
	kit.WantEvents("badge.awarded")
}

func TestRecomputingBesideTheServerAwardsNothingTwice(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	another := kit.Another()
	q := kit.Ask("ada", "How do I close a channel twice?", "go")
	kit.Crowd(crowded, 1)
	var wait sync.WaitGroup
	for i := range crowded {
		wait.Go(func() {
			kit.As(fmt.Sprintf("voter%d", i+1)).Put(fmt.Sprintf("/posts/%d/vote", q.ID), map[string]any{"value": 1}).Want(http.StatusOK)
		})
	}
	var failure error
	wait.Go(func() { failure = another.App.Badges.Recompute(t.Context(), ignore) })
	wait.Wait()
	require.NoError(t, failure)
	kit.Settle()
	require.NoError(t, kit.App.Badges.Award(t.Context()))
	require.NoError(t, kit.App.Badges.Recompute(t.Context(), ignore))
	require.Equal(t, 4, kit.Int(`SELECT count(*) FROM badge_awards WHERE user_id = $1`, kit.UserID("ada")))
}
