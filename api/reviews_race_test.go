package api_test

import (
	"fmt"
	"slices"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/kernel/id"
	"wellspring/pkg/testkit"
)

// allAtOnce sends as many requests as there are clients, all at the same time.
func allAtOnce(clients []*testkit.Client, send func(n int, client *testkit.Client) *testkit.Reply) []*testkit.Reply {
	replies := make([]*testkit.Reply, len(clients))
	start := make(chan struct{})
	var all sync.WaitGroup
	for n, client := range clients {
		all.Go(func() {
			<-start
			replies[n] = send(n, client)
		})
	}
	close(start)
	all.Wait()
	return replies
}

// queueFirst puts first posts into the queue, as many as wanted.
func queueFirst(kit *testkit.Kit, wanted int) {
	q := kit.Ask("ada", "How do I close a channel twice?")
	kit.Settle()
	kit.Exec(`
		INSERT INTO posts (kind, question_id, space_id, author_id, body, html, renderer_version, created_at, activity_kind, activity_at)
		SELECT 'answer', $1, space_id, author_id, 'x', 'x', 1, now(), 'answered', now() FROM posts, generate_series(1, $2::integer) WHERE id = $1`,
		q.ID, wanted-1)
	kit.Exec(`INSERT INTO review_items (queue, post_id, why, since) SELECT 'first-posts', id, 'first-answer', now() FROM posts WHERE kind = 'answer'`)
}

func TestSixtyReviewersWhoAskAtOnceAreGivenSixtyItems(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	const people = 60
	queueFirst(kit, people-10)
	given := map[id.ReviewItem]bool{}
	none := 0
	next := func(_ int, client *testkit.Client) *testkit.Reply {
		return client.Put("/review-queues/first-posts/claim", map[string]any{})
	}
	for _, reply := range allAtOnce(crowd(kit, people, 2000), next) {
		var held struct{ Item *shownReview }
		reply.Want(200).JSON(&held)
		if held.Item == nil {
			none++
			continue
		}
		require.False(t, given[held.Item.ID], "item %d was given to two", held.Item.ID)
		given[held.Item.ID] = true
	}
	require.Len(t, given, people-10, "each item was given")
	require.Equal(t, 10, none)
	require.Equal(t, people-10, kit.Int(`SELECT count(DISTINCT claimed_by) FROM review_items`))
}

func TestOfFiftyReviewersWhoDecideOneItemOneWinsAndTheOthersAreTold(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	queueFirst(kit, 1)
	item := kit.Int(`SELECT id FROM review_items WHERE queue = 'first-posts'`)
	won := 0
	approve := func(_ int, client *testkit.Client) *testkit.Reply {
		return client.Put(fmt.Sprintf("/review-items/%d/decision", item), map[string]any{"decision": "approve"})
	}
	for _, reply := range allAtOnce(crowd(kit, 50, 2000), approve) {
		if reply.Status == 204 {
			won++
			continue
		}
		reply.WantProblem(409, "decided-already")
	}
	require.Equal(t, 1, won)
	require.Equal(t, 1, kit.Int(`SELECT count(*) FROM review_decisions`))
	require.Equal(t, 1, kit.Int(`SELECT count(*) FROM review_items WHERE ended_by = (SELECT user_id FROM review_decisions)`))
}

func TestOnePersonWhoFlagsFiftyTimesAtOnceHasOneFlag(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?")
	clients := make([]*testkit.Client, 50)
	for n := range clients {
		clients[n] = kit.As("ben")
	}
	raise := func(_ int, client *testkit.Client) *testkit.Reply {
		return client.Put(fmt.Sprintf("/posts/%d/flag", q.ID), map[string]any{"reason": "spam"})
	}
	for _, reply := range allAtOnce(clients, raise) {
		reply.Want(200)
	}
	require.Equal(t, 1, kit.Int(`SELECT count(*) FROM flags`))
	require.Equal(t, 1, kit.Int(`SELECT count(*) FROM events WHERE name = 'post.flagged'`))
	kit.Settle()
	require.Equal(t, 1, waiting(kit, "mia")["flags"])
}

func TestAFlagThatIsWithdrawnWhileItIsDecidedIsEither(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?")
	flaggers := crowd(kit, 50, 2000)
	for _, client := range flaggers {
		client.Put(fmt.Sprintf("/posts/%d/flag", q.ID), map[string]any{"reason": "spam"}).Want(200)
	}
	kit.Settle()
	item := claimed(kit, "mia", "flags")
	clients := slices.Concat(flaggers, []*testkit.Client{kit.As("mia")})
	allAtOnce(clients, func(n int, client *testkit.Client) *testkit.Reply {
		if n == len(clients)-1 {
			return client.Put(fmt.Sprintf("/review-items/%d/decision", item.ID), map[string]any{"decision": "delete"})
		}
		return client.Delete("/posts/%d/flag", q.ID)
	})
	kit.Settle()
	kit.Settle()
	require.Zero(t, kit.Int(`SELECT count(*) FROM flags WHERE outcome IS NULL`))
	require.Equal(t, kit.Int(`SELECT count(*) FROM events WHERE name = 'flag.decided'`), kit.Int(`SELECT count(*) FROM flags WHERE outcome = 'helpful'`))
	require.Equal(t, kit.Int(`SELECT count(*) FROM events WHERE name = 'flag.withdrawn'`), kit.Int(`SELECT count(*) FROM flags WHERE outcome = 'withdrawn'`))
	require.Zero(t, kit.Int(`SELECT count(*) FROM review_items WHERE queue = 'flags' AND ended_at IS NULL`))
	deleted := kit.Int(`SELECT count(*) FROM posts WHERE deleted_at IS NOT NULL`)
	require.Equal(t, deleted, kit.Int(`SELECT count(*) FROM events WHERE name = 'post.deleted-as-spam'`))
	require.Equal(t, deleted, kit.Int(`SELECT count(*) FROM reputation_entries WHERE reason = 'deleted-as-spam'`))
}
