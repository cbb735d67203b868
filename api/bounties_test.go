package api_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/kernel/id"
	"wellspring/pkg/testkit"
)

const aDay = 24 * time.Hour

type shownBounty struct {
	Amount             int
	By                 *named
	Note               string
	EndsAt, AwardUntil time.Time
}

type bountyPage struct {
	Question struct {
		Bounty *shownBounty
		Can    map[string]decision
	}
	Answers []struct {
		ID     id.Post
		Bounty int
		Can    map[string]decision
	}
}

func bountiesOn(kit *testkit.Kit, handle string, question id.Post) bountyPage {
	var page bountyPage
	kit.As(handle).Get("/questions/%d", question).Want(200).JSON(&page)
	return page
}

// give has the ledger hold what people earned elsewhere. Call it before they do anything.
func give(kit *testkit.Kit, reputation int, handles ...string) {
	for _, handle := range handles {
		kit.Exec(`
			INSERT INTO reputation_entries (user_id, at, day, amount, reason, rule_version)
			SELECT id, now(), now()::date, $1::integer, 'association', 1 FROM users WHERE handle = $2`, reputation, handle)
		kit.Exec(`UPDATE reputation_totals SET reputation = reputation + $1 FROM users WHERE users.id = user_id AND handle = $2`, reputation, handle)
	}
}

func reputationOf(kit *testkit.Kit, handle string) int {
	return kit.Int(`SELECT reputation FROM reputation_totals JOIN users ON users.id = user_id WHERE handle = $1`, handle)
}

func offerAs(kit *testkit.Kit, handle string, question id.Post, amount int) *testkit.Reply {
	return kit.As(handle).Post(fmt.Sprintf("/questions/%d/bounties", question), map[string]any{"amount": amount, "note": "With figures, please."})
}

func awardAs(kit *testkit.Kit, handle string, answer id.Post) *testkit.Reply {
	return kit.As(handle).Put(fmt.Sprintf("/answers/%d/bounty", answer), nil)
}

// withBounty is a world where ada asked two days ago, has 300 reputation to give, and offers 100 of it.
func withBounty(t *testing.T) (*testkit.Kit, testkit.Asked) {
	t.Helper()
	kit := testkit.New(t)
	give(kit, 300, "ada")
	q := kit.Ask("ada", "How do I close a channel twice?")
	kit.Clock.Advance(2 * aDay)
	offerAs(kit, "ada", q.ID, 100).Want(201)
	return kit, q
}

func endBounties(t *testing.T, kit *testkit.Kit) {
	t.Helper()
	require.NoError(t, kit.App.Bounties.End(t.Context()))
}

func wantNoBountyDrift(t *testing.T, kit *testkit.Kit) {
	t.Helper()
	drift, err := kit.App.Bounties.Drift(t.Context())
	require.NoError(t, err)
	require.Empty(t, drift)
	people, err := kit.App.Reputation.Drift(t.Context())
	require.NoError(t, err)
	require.Empty(t, people)
	wantNoDrift(t, kit)
}

func TestABountyIsPaidWhenItIsOfferedAndGoesWholeToTheAnswerItIsAwardedTo(t *testing.T) {
	t.Parallel()
	kit, q := withBounty(t)
	a := kit.Answer("ben", q, "You do not.")
	require.Equal(t, 201, reputationOf(kit, "ada"))
	kit.WantReputation("ben", 0)

	page := bountiesOn(kit, "ben", q.ID)
	require.Equal(t, 100, page.Question.Bounty.Amount)
	require.Equal(t, "ada", page.Question.Bounty.By.Handle)
	require.Equal(t, "With figures, please.", page.Question.Bounty.Note)
	require.Equal(t, aDay, page.Question.Bounty.AwardUntil.Sub(page.Question.Bounty.EndsAt))
	require.Contains(t, page.Answers[0].Can["award"].Reason, "Only the person who offered")
	require.True(t, bountiesOn(kit, "ada", q.ID).Answers[0].Can["award"].Allowed)

	awardAs(kit, "noa", a.ID).WantProblem(403, "forbidden")
	awardAs(kit, "ada", a.ID).Want(200)
	kit.WantEvents("bounty.awarded")
	awardAs(kit, "ada", a.ID).Want(200)
	require.Equal(t, 1, kit.Int(`SELECT count(*) FROM events WHERE name = 'bounty.awarded'`), "once more changes nothing")
	kit.WantReputation("ben", 100)
	require.Equal(t, 201, reputationOf(kit, "ada"))
	page = bountiesOn(kit, "noa", q.ID)
	require.Nil(t, page.Question.Bounty)
	require.Equal(t, 100, page.Answers[0].Bounty)
	wantNoBountyDrift(t, kit)

	kit.As("mia").Delete("/answers/%d", a.ID).Want(204)
	kit.WantReputation("ben", 100)
	kit.As("mia").Delete("/questions/%d", q.ID).Want(204)
	require.Equal(t, 201, reputationOf(kit, "ada"), "what was paid stays paid")
	wantNoBountyDrift(t, kit)
}

func TestOnlyWhatOneHasIsOfferedInStepsOfFifty(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	give(kit, 120, "ada")
	q := kit.Ask("ben", "How do I close a channel twice?")
	offerAs(kit, "ada", q.ID, 50).WantProblem(403, "forbidden")
	require.Contains(t, bountiesOn(kit, "ada", q.ID).Question.Can["offer"].Reason, "2 days old")
	kit.Clock.Advance(2 * aDay)
	for _, amount := range []int{-50, 0, 40, 49, 75, 550, 100_000} {
		offerAs(kit, "ada", q.ID, amount).WantProblem(422, "validation")
	}
	refused := offerAs(kit, "ada", q.ID, 150).WantProblem(422, "validation")
	require.Contains(t, string(refused.Body), "Offer at most 100.")
	kit.As("ada").Post(fmt.Sprintf("/questions/%d/bounties", q.ID), map[string]any{"amount": 50, "note": strings.Repeat("x", 501)}).WantProblem(422, "validation")
	offerAs(kit, "noa", q.ID, 50).WantProblem(403, "forbidden")
	kit.Visitor().Post(fmt.Sprintf("/questions/%d/bounties", q.ID), map[string]any{"amount": 50}).WantProblem(404, "not-found")
	offerAs(kit, "ada", 4711, 50).WantProblem(404, "not-found")
	require.Zero(t, kit.Int(`SELECT count(*) FROM bounties`))
	require.Equal(t, 121, reputationOf(kit, "ada"), "what is refused changes nothing")

	offerAs(kit, "ada", q.ID, 100).Want(201)
	offerAs(kit, "ada", q.ID, 50).WantProblem(409, "bounty-running")
	require.Equal(t, 21, reputationOf(kit, "ada"))
	a := kit.Answer("ada", q, "You do not.")
	awardAs(kit, "ada", a.ID).WantProblem(403, "forbidden")
	require.Contains(t, bountiesOn(kit, "ada", q.ID).Answers[0].Can["award"].Reason, "cannot go to an answer of the person")
}

func TestABountyOnWhatOneMayNotReadIsNotFound(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	give(kit, 500, "noa", "mia")
	kit.Exec(`INSERT INTO spaces (slug, name, visibility, reason, created_at) VALUES ('hr', 'HR', 'members', 'people matters', now())`)
	kit.Exec(`INSERT INTO space_members SELECT s.id, u.id, now() FROM spaces s, users u WHERE slug = 'hr' AND handle = 'mia'`)
	var secret testkit.Asked
	kit.As("mia").Post("/questions", map[string]any{"title": "Who is dismissed next month?", "tags": []string{"leavers"}, "space": "hr"}).Want(201).JSON(&secret)
	a := kit.Answer("mia", secret, "Nobody.")
	kit.Clock.Advance(2 * aDay)
	offerAs(kit, "noa", secret.ID, 50).WantProblem(404, "not-found")
	offerAs(kit, "mia", secret.ID, 50).Want(201)
	awardAs(kit, "noa", a.ID).WantProblem(404, "not-found")
	require.Empty(t, listed(kit, "noa", "/questions?view=bounty"))
	require.Equal(t, []id.Post{secret.ID}, listed(kit, "mia", "/questions?view=bounty"))
}

func listed(kit *testkit.Kit, handle, path string) []id.Post {
	var list struct{ Items []struct{ ID id.Post } }
	kit.As(handle).Get("%s", path).Want(200).JSON(&list)
	found := []id.Post{}
	for _, item := range list.Items {
		found = append(found, item.ID)
	}
	return found
}

func TestWhatIsNotAwardedGoesToTheBestAnswerOfThoseSevenDays(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	give(kit, 300, "max")
	q := kit.Ask("ada", "How do I close a channel twice?")
	old := kit.Answer("root", q, "Before the bounty began.")
	kit.Clock.Advance(2 * aDay)
	offerAs(kit, "max", q.ID, 100).Want(201)
	kit.Clock.Advance(aDay)
	first, second := kit.Answer("ben", q, "You do not."), kit.Answer("noa", q, "Once is enough.")
	own := kit.Answer("max", q, "I found out.")
	for _, answer := range []id.Post{old.ID, second.ID, first.ID, own.ID} {
		for _, voter := range []string{"ada", "mia"} {
			kit.As(voter).Put(fmt.Sprintf("/posts/%d/vote", answer), map[string]any{"value": 1}).Want(200)
		}
	}
	kit.As("ada").Put(fmt.Sprintf("/answers/%d/acceptance", second.ID), nil).Want(200)
	kit.Clock.Advance(6*aDay + time.Hour)
	late := kit.Answer("mia", q, "Too late.")
	for _, voter := range []string{"ada", "ben", "noa"} {
		kit.As(voter).Put(fmt.Sprintf("/posts/%d/vote", late.ID), map[string]any{"value": 1}).Want(200)
	}
	endBounties(t, kit)
	require.Equal(t, 1, kit.Int(`SELECT count(*) FROM bounties WHERE ended_at IS NULL`), "there is a day to award it in")
	kit.Clock.Advance(aDay)
	awardAs(kit, "max", late.ID).WantProblem(403, "forbidden")
	endBounties(t, kit)
	endBounties(t, kit)
	require.Equal(t, int(first.ID), kit.Int(`SELECT answer_id FROM bounties WHERE outcome = 'awarded' AND NOT chosen`),
		"of as many votes the older one; max did not ask, so it is not for ada's acceptance to say")
	require.Equal(t, 1, kit.Int(`SELECT count(*) FROM events WHERE name = 'bounty.awarded'`))
	kit.WantReputation("ben", 20+100)
	require.Contains(t, told(kit, "ben"), "bounty-awarded")
	require.Contains(t, told(kit, "max"), "bounty-awarded")
	wantNoBountyDrift(t, kit)
}

func TestWhereTheOffererAskedTheAnswerTheyAcceptedGoesFirst(t *testing.T) {
	t.Parallel()
	kit, q := withBounty(t)
	liked, accepted := kit.Answer("ben", q, "You do not."), kit.Answer("noa", q, "Once is enough.")
	for _, voter := range []string{"max", "mia"} {
		kit.As(voter).Put(fmt.Sprintf("/posts/%d/vote", liked.ID), map[string]any{"value": 1}).Want(200)
	}
	kit.As("ada").Put(fmt.Sprintf("/answers/%d/acceptance", accepted.ID), nil).Want(200)
	kit.Clock.Advance(8 * aDay)
	endBounties(t, kit)
	kit.WantReputation("noa", 15+100)
	wantNoBountyDrift(t, kit)
}

func TestWithoutAGoodAnswerABountyComesBackInFull(t *testing.T) {
	t.Parallel()
	kit, q := withBounty(t)
	a := kit.Answer("ben", q, "You do not.")
	kit.As("max").Put(fmt.Sprintf("/posts/%d/vote", a.ID), map[string]any{"value": 1}).Want(200)
	kit.Clock.Advance(8 * aDay)
	endBounties(t, kit)
	kit.WantEvents("bounty.returned")
	require.Equal(t, 301, reputationOf(kit, "ada"))
	require.Contains(t, told(kit, "ada"), "bounty-returned")
	awardAs(kit, "ada", a.ID).WantProblem(403, "forbidden")

	offerAs(kit, "ada", q.ID, 50).Want(201)
	require.Equal(t, 251, reputationOf(kit, "ada"), "another one may follow")
	wantNoBountyDrift(t, kit)
	var history struct {
		Items []struct {
			Reason   string
			Amount   int
			Reversal bool
			Total    int
		}
	}
	kit.As("ada").Get("/users/%d/reputation", kit.UserID("ada")).Want(200).JSON(&history)
	require.Equal(t, "bounty-offered -50 false 251", fmt.Sprint(history.Items[0].Reason, " ", history.Items[0].Amount, " ", history.Items[0].Reversal, " ", history.Items[0].Total))
	require.Equal(t, "bounty-offered 100 true 301", fmt.Sprint(history.Items[1].Reason, " ", history.Items[1].Amount, " ", history.Items[1].Reversal, " ", history.Items[1].Total))
}

func TestABountyComesBackWhenItsQuestionIsClosedLockedDeletedOrMerged(t *testing.T) {
	t.Parallel()
	for what, end := range map[string]func(kit *testkit.Kit, q, other id.Post){
		"closed": func(kit *testkit.Kit, q, _ id.Post) {
			closeAs(kit, "mia", q, map[string]any{"reason": "outdated"}).Want(200)
			offerAs(kit, "ada", q, 50).WantProblem(403, "forbidden")
		},
		"locked": func(kit *testkit.Kit, q, _ id.Post) {
			kit.As("mia").Put(fmt.Sprintf("/questions/%d/marks/locked", q), map[string]any{}).Want(200)
			offerAs(kit, "ada", q, 50).WantProblem(403, "forbidden")
		},
		"deleted": func(kit *testkit.Kit, q, _ id.Post) {
			kit.As("mia").Delete("/questions/%d", q).Want(204)
			offerAs(kit, "ada", q, 50).WantProblem(403, "forbidden")
			kit.As("mia").Delete("/posts/%d/deletion", q).Want(204)
		},
		"merged": func(kit *testkit.Kit, q, other id.Post) { mergeAs(kit, "mia", q, other).Want(200) },
	} {
		t.Run(what, func(t *testing.T) {
			t.Parallel()
			kit, q := withBounty(t)
			a := kit.Answer("ben", q, "You do not.")
			other := kit.Ask("noa", "May I close a channel twice?")
			end(kit, q.ID, other.ID)
			require.Equal(t, 301, reputationOf(kit, "ada"))
			require.Equal(t, 1, kit.Int(`SELECT count(*) FROM events WHERE name = 'bounty.returned'`))
			require.Equal(t, 1, kit.Int(`SELECT count(*) FROM bounties WHERE outcome = 'returned'`))
			awardAs(kit, "ada", a.ID).WantProblem(403, "forbidden")
			kit.Clock.Advance(9 * aDay)
			endBounties(t, kit)
			kit.WantReputation("ben", 0)
			wantNoBountyDrift(t, kit)
		})
	}
}

func TestAMergedQuestionTakesItsAwardedBountiesWithIt(t *testing.T) {
	t.Parallel()
	kit, q := withBounty(t)
	a := kit.Answer("ben", q, "You do not.")
	awardAs(kit, "ada", a.ID).Want(200)
	other := kit.Ask("noa", "May I close a channel twice?")
	mergeAs(kit, "mia", q.ID, other.ID).Want(200)
	require.Equal(t, 100, bountiesOn(kit, "noa", other.ID).Answers[0].Bounty)
	kit.WantReputation("ben", 100)
	wantNoBountyDrift(t, kit)
}

func TestEverybodyConcernedIsToldOfABounty(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	give(kit, 300, "max")
	q := kit.Ask("ada", "How do I close a channel twice?")
	a := kit.Answer("ben", q, "You do not.")
	kit.As("noa").Put(fmt.Sprintf("/questions/%d/follow", q.ID), nil).Want(200)
	kit.Clock.Advance(2 * aDay)
	offerAs(kit, "max", q.ID, 100).Want(201)
	for _, handle := range []string{"ada", "ben", "noa"} {
		require.Contains(t, told(kit, handle), "bounty-offered by max", handle)
	}
	require.NotContains(t, told(kit, "max"), "bounty-offered by max")

	require.NoError(t, kit.App.Bounties.Remind(t.Context()))
	require.Empty(t, told(kit, "max"))
	kit.Clock.Advance(6 * aDay)
	for range 3 {
		require.NoError(t, kit.App.Bounties.Remind(t.Context()))
	}
	require.Equal(t, []string{"bounty-ending"}, told(kit, "max"), "once, a day before the end")

	awardAs(kit, "max", a.ID).Want(200)
	require.Contains(t, told(kit, "ben"), "bounty-awarded by max")
	require.Empty(t, told(kit, "max"), "what has ended needs no reminder")
	require.NotContains(t, told(kit, "noa"), "bounty-offered by max")
}

func TestListsShowWhatHasABountyAndTheTimelineTellsOfIt(t *testing.T) {
	t.Parallel()
	kit, q := withBounty(t)
	give(kit, 300, "max")
	sooner := q.ID
	later := kit.Ask("ben", "How do I open a channel twice?")
	kit.Ask("ben", "How do I leave a channel open?")
	kit.Clock.Advance(2 * aDay)
	offerAs(kit, "max", later.ID, 50).Want(201)
	require.Equal(t, []id.Post{sooner, later.ID}, listed(kit, "noa", "/questions?view=bounty"), "what ends first comes first")
	kit.As("noa").Get("/feeds/questions?view=bounty").Want(200)
	var list struct{ Items []struct{ Bounty int } }
	kit.As("noa").Get("/questions").Want(200).JSON(&list)
	require.Equal(t, []int{0, 50, 100}, []int{list.Items[0].Bounty, list.Items[1].Bounty, list.Items[2].Bounty})

	a := kit.Answer("ben", q, "You do not.")
	awardAs(kit, "ada", a.ID).Want(200)
	require.Equal(t, []id.Post{later.ID}, listed(kit, "noa", "/questions?view=bounty"))
	var history struct {
		Acts []struct {
			Kind, Note string
			Amount     int
			By         *named
			With       []named
		}
	}
	for post, kinds := range map[id.Post][]string{sooner: {"bounty-awarded", "bounty-offered"}, a.ID: {"bounty-awarded"}} {
		kit.As("noa").Get("/posts/%d/revisions", post).Want(200).JSON(&history)
		require.Len(t, history.Acts, len(kinds))
		for i, kind := range kinds {
			require.Equal(t, kind, history.Acts[i].Kind)
			require.Equal(t, 100, history.Acts[i].Amount)
			require.Equal(t, "ada", history.Acts[i].By.Handle)
		}
		require.Equal(t, []named{{"ben"}}, history.Acts[0].With)
	}
}
