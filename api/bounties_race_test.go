package api_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/testkit"
)

// attempt makes a deed of a request, which may be refused but must not fail.
func attempt(send func() *testkit.Reply) func() error {
	return func() error {
		reply := send()
		switch {
		case reply.Status < 300:
			return nil
		case reply.Status < 500:
			return fault.Forbidden("%s", reply.Body)
		}
		return fmt.Errorf("answered %d: %s", reply.Status, reply.Body)
	}
}

// richCrowd is a crowd whose reputation stands in the ledger, so that it may be given away.
func richCrowd(kit *testkit.Kit, size, reputation int) []*testkit.Client {
	clients := crowd(kit, size, reputation)
	kit.Exec(`
		INSERT INTO reputation_entries (user_id, at, day, amount, reason, rule_version)
		SELECT id, now(), now()::date, $1::integer, 'association', 1 FROM users WHERE handle LIKE 'voter%'`, reputation)
	return clients
}

func TestOfSixtyBountiesThatAreOfferedAtOnceOneRuns(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?")
	kit.Clock.Advance(2 * aDay)
	var deeds []func() error
	for _, client := range richCrowd(kit, 60, 500) {
		deeds = append(deeds, attempt(func() *testkit.Reply {
			return client.Post(fmt.Sprintf("/questions/%d/bounties", q.ID), map[string]any{"amount": 100})
		}))
	}
	require.Equal(t, 1, kit.Together(deeds))
	require.Equal(t, 1, kit.Int(`SELECT count(*) FROM bounties`))
	require.Equal(t, 1, kit.Int(`SELECT count(*) FROM reputation_totals WHERE reputation = 400`))
	require.Equal(t, 1, kit.Int(`SELECT count(*) FROM events WHERE name = 'bounty.offered'`))
	wantNoBountyDrift(t, kit)
}

func TestNobodyOffersTheSameReputationTwice(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	give(kit, 520, "max")
	var asked []id.Post
	for i := range 60 {
		asked = append(asked, kit.Ask("ada", fmt.Sprintf("How do I close channel number %d?", i)).ID)
	}
	kit.Clock.Advance(2 * aDay)
	client := kit.As("max")
	var deeds []func() error
	for _, question := range asked {
		deeds = append(deeds, attempt(func() *testkit.Reply {
			return client.Post(fmt.Sprintf("/questions/%d/bounties", question), map[string]any{"amount": 100})
		}))
	}
	require.Equal(t, 5, kit.Together(deeds))
	require.Equal(t, 21, reputationOf(kit, "max"))
	wantNoBountyDrift(t, kit)
}

// settling is a world in the moment when a bounty can still be awarded and the schedule may end it too.
func settling(t *testing.T) (kit *testkit.Kit, q testkit.Asked, answers []id.Post) {
	t.Helper()
	kit, q = withBounty(t)
	for _, handle := range []string{"ben", "noa"} {
		answers = append(answers, kit.Answer(handle, q, "You do not.").ID)
	}
	for _, voter := range []string{"max", "mia"} {
		kit.As(voter).Put(fmt.Sprintf("/posts/%d/vote", answers[0]), map[string]any{"value": 1}).Want(200)
	}
	kit.Clock.Advance(8 * aDay)
	return kit, q, answers
}

// race has the offerer award both answers, three processes end what is over, and a crowd vote, all at once.
func race(t *testing.T, kit *testkit.Kit, answers []id.Post, more ...func() error) {
	t.Helper()
	ada, second, third := kit.As("ada"), kit.Another(), kit.Another()
	var deeds []func() error
	for i, client := range richCrowd(kit, 50, 1) {
		answer := answers[i%2]
		deeds = append(deeds,
			attempt(func() *testkit.Reply { return ada.Put(fmt.Sprintf("/answers/%d/bounty", answer), nil) }),
			attempt(func() *testkit.Reply {
				return client.Put(fmt.Sprintf("/posts/%d/vote", answer), map[string]any{"value": 1})
			}))
		if i%5 == 0 {
			for _, process := range []*testkit.Kit{kit, second, third} {
				deeds = append(deeds, func() error { return process.App.Bounties.End(t.Context()) })
			}
		}
		if i == 25 {
			deeds = append(deeds, more...)
		}
	}
	kit.Together(deeds)
	require.Equal(t, 1, kit.Int(`SELECT count(*) FROM events WHERE name IN ('bounty.awarded', 'bounty.returned')`))
	require.Equal(t, 1, kit.Int(`SELECT count(*) FROM bounties WHERE ended_at IS NOT NULL`))
	require.Equal(t, 1, kit.Int(`SELECT count(*) FROM reputation_entries WHERE reason = 'bounty-earned' OR reason = 'bounty-offered' AND undo`))
	require.Zero(t, kit.Int(`SELECT sum(amount) FROM reputation_entries WHERE reason IN ('bounty-earned', 'bounty-offered')`),
		"what one gave another one got, or it came back")
	wantNoBountyDrift(t, kit)
}

func TestABountyThatIsAwardedAndEndedAtOnceIsPaidOnce(t *testing.T) {
	t.Parallel()
	kit, _, answers := settling(t)
	race(t, kit, answers)
	require.Equal(t, 1, kit.Int(`SELECT count(*) FROM bounties WHERE outcome = 'awarded' AND paid = 100`))
}

func TestABountyIsNotPaidAndReturnedWhenItsQuestionGoesAtTheSameTime(t *testing.T) {
	t.Parallel()
	for _, what := range []string{"closed", "locked", "deleted"} {
		t.Run(what, func(t *testing.T) {
			t.Parallel()
			kit, q, answers := settling(t)
			mia := kit.As("mia")
			race(t, kit, answers, attempt(func() *testkit.Reply {
				switch what {
				case "closed":
					return mia.Put(fmt.Sprintf("/questions/%d/closure", q.ID), map[string]any{"reason": "outdated"})
				case "locked":
					return mia.Put(fmt.Sprintf("/questions/%d/marks/locked", q.ID), map[string]any{})
				default:
					return mia.Delete("/questions/%d", q.ID)
				}
			}))
		})
	}
}

func TestBountiesEndAfterARestart(t *testing.T) {
	t.Parallel()
	kit, _ := withBounty(t)
	kit.Clock.Advance(30 * aDay)
	restarted := kit.Another()
	endBounties(t, restarted)
	require.Equal(t, 301, reputationOf(kit, "ada"))
	wantNoBountyDrift(t, kit)
}
