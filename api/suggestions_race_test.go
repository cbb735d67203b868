package api_test

import (
	"fmt"
	"net/http"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/testkit"
)

// atOnce sends what many clients have to send together and counts the answers by their status.
func atOnce(sends []func() *testkit.Reply) map[int]int {
	replies := make([]*testkit.Reply, len(sends))
	var ready, done sync.WaitGroup
	start := make(chan struct{})
	for i, send := range sends {
		ready.Add(1)
		done.Go(func() {
			ready.Done()
			<-start
			replies[i] = send()
		})
	}
	ready.Wait()
	close(start)
	done.Wait()
	counts := map[int]int{}
	for _, reply := range replies {
		if reply != nil { // it is nil where the answer was not what the document says, which has failed the test already
			counts[reply.Status]++
		}
	}
	return counts
}

// crowd are signed-in people with a reputation.
func crowd(kit *testkit.Kit, size, reputation int) []*testkit.Client {
	kit.Crowd(size, reputation)
	clients := make([]*testkit.Client, size)
	for i := range clients {
		clients[i] = kit.As(fmt.Sprintf("voter%d", i+1))
	}
	return clients
}

func wantReputationSound(t *testing.T, kit *testkit.Kit) {
	t.Helper()
	require.Zero(t, kit.Int(`
		SELECT count(*) FROM reputation_totals t JOIN users u ON u.id = t.user_id
		WHERE u.handle = 'noa' AND t.reputation <> (SELECT sum(amount) FROM reputation_entries e WHERE e.user_id = t.user_id)`))
}

func TestSixtyWhoDecideAtOnceDecideOnce(t *testing.T) {
	t.Parallel()
	kit := withEditors(t)
	q := kit.Ask("ada", "How do I close a channel twice?", "go")
	made := suggest(kit, "noa", q.ID, better(q))
	var sends []func() *testkit.Reply
	for i, client := range crowd(kit, 60, 2000) {
		sends = append(sends, func() *testkit.Reply {
			address := fmt.Sprintf("/suggestions/%d/", made.ID)
			switch i % 3 {
			case 0:
				return client.Put(address+"rejection", map[string]any{"reason": "unneeded"})
			case 1:
				return client.Put(address+"improvement", with(better(q), "body", "It panics, always."))
			default:
				return client.Put(address+"acceptance", nil)
			}
		})
	}
	require.Equal(t, map[int]int{http.StatusOK: 1, http.StatusConflict: 59}, atOnce(sends))
	accepted := kit.Int(`SELECT count(*) FROM suggestions WHERE state = 'accepted'`)
	require.Equal(t, 1, kit.Int(`SELECT count(*) FROM suggestions WHERE state IN ('accepted', 'rejected') AND decided_by IS NOT NULL`))
	require.Equal(t, 1, kit.Int(`SELECT count(*) FROM events WHERE name IN ('suggestion.accepted', 'suggestion.rejected')`))
	require.Equal(t, 1+accepted, kit.Int(`SELECT count(*) FROM revisions WHERE post_id = $1`, q.ID))
	require.Equal(t, accepted, kit.Int(`SELECT count(*) FROM reputation_entries WHERE reason = 'edit-approved'`))
	kit.WantReputation("noa", 2*accepted)
	wantReputationSound(t, kit)
	wantNoDrift(t, kit)
}

func TestOfEditsAndAcceptancesAtOnceOneIsWritten(t *testing.T) {
	t.Parallel()
	kit := withEditors(t)
	q := kit.Ask("ada", "How do I close a channel twice?", "go")
	made := suggest(kit, "noa", q.ID, better(q))
	var sends []func() *testkit.Reply
	for i, client := range crowd(kit, 60, 2000) {
		sends = append(sends, func() *testkit.Reply {
			if i%2 == 0 {
				return client.Put(fmt.Sprintf("/suggestions/%d/acceptance", made.ID), nil)
			}
			return client.Put(fmt.Sprintf("/questions/%d", q.ID), with(better(q), "body", fmt.Sprintf("Text number %d.", i)))
		})
	}
	require.Equal(t, map[int]int{http.StatusOK: 1, http.StatusConflict: 59}, atOnce(sends))
	require.Equal(t, 2, kit.Int(`SELECT count(*) FROM revisions WHERE post_id = $1`, q.ID))
	require.Equal(t, 2, kit.Int(`SELECT revision_count FROM posts WHERE id = $1`, q.ID))
	require.Equal(t, kit.Int(`SELECT count(*) FROM revisions WHERE suggested = 'accepted'`), kit.Int(`SELECT count(*) FROM suggestions WHERE state = 'accepted'`))
	wantReputationSound(t, kit)
	wantNoDrift(t, kit)
}

func TestOfSixtyWhoSuggestAtOnceOneWaits(t *testing.T) {
	t.Parallel()
	kit := withEditors(t)
	q := kit.Ask("ada", "How do I close a channel twice?", "go")
	var sends []func() *testkit.Reply
	for _, client := range crowd(kit, 60, 5) {
		sends = append(sends, func() *testkit.Reply { return client.Post(fmt.Sprintf("/posts/%d/suggestions", q.ID), better(q)) })
	}
	require.Equal(t, map[int]int{http.StatusCreated: 1, http.StatusConflict: 59}, atOnce(sends))
	require.Equal(t, 1, kit.Int(`SELECT count(*) FROM suggestions`))
	require.Equal(t, 1, kit.Int(`SELECT count(*) FROM events WHERE name = 'edit.suggested'`))
}

func TestFiftySuggestionsOfOnePersonAcceptedAtOnceStayWithinAThousand(t *testing.T) {
	t.Parallel()
	kit := withEditors(t)
	kit.Exec(`
		INSERT INTO reputation_entries (user_id, at, day, amount, reason, rule_version)
		SELECT id, now(), now()::date, 980, 'edit-approved', 1 FROM users WHERE handle = 'noa'`)
	kit.Exec(`UPDATE reputation_totals SET reputation = 981 FROM users WHERE users.id = user_id AND handle = 'noa'`)
	kit.As("root").Put("/privileges", customThresholds(map[string]any{"vote-up": 1, "comment": 1, "edit": 5000})).Want(http.StatusOK)
	var sends []func() *testkit.Reply
	ada := kit.As("ada")
	for i := range 50 {
		q := kit.Ask("ada", fmt.Sprintf("How do I close channel number %d?", i), "go")
		made := suggest(kit, "noa", q.ID, better(q))
		sends = append(sends, func() *testkit.Reply { return ada.Put(fmt.Sprintf("/suggestions/%d/acceptance", made.ID), nil) })
	}
	require.Equal(t, map[int]int{http.StatusOK: 50}, atOnce(sends))
	require.Equal(t, 1000, kit.Int(`SELECT sum(amount) FROM reputation_entries WHERE reason = 'edit-approved'`))
	kit.WantReputation("noa", 1000)
	wantReputationSound(t, kit)
}
