package api_test

import (
	"net/http"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/engagement/badges"
	"wellspring/pkg/platform/signal"
	"wellspring/pkg/testkit"
)

func TestBadgesAreShownRarestFirstAndCounted(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	ada := kit.Actor("ada").User
	first := time.Date(2026, 3, 1, 10, 0, 0, 0, time.UTC)
	_, err := kit.App.Badges.Import(t.Context(), []badges.ImportedAward{
		{Person: ada, Name: "Nice Answer", Class: badges.Bronze, At: first},
		{Person: ada, Name: "Nice Answer", Class: badges.Bronze, At: first.Add(time.Hour)},
		{Person: ada, Name: "Great Answer", Class: badges.Gold, At: first},
	})
	require.NoError(t, err)

	var shown struct {
		Items []struct {
			Name, Class string
			Count       int
			AwardedAt   time.Time
		}
	}
	kit.As("ben").Get("/users/%d/badges", ada).Want(http.StatusOK).JSON(&shown)
	require.Len(t, shown.Items, 2)
	require.Equal(t, "Great Answer", shown.Items[0].Name)
	require.Equal(t, "gold", shown.Items[0].Class)
	require.Equal(t, 2, shown.Items[1].Count)
	require.True(t, shown.Items[1].AwardedAt.Equal(first.Add(time.Hour)))

	kit.As("ben").Get("/users/999999/badges").WantProblem(http.StatusNotFound, "not-found")
}

type shownStanding struct {
	Key, Name, About, Class, Group string
	Often                          bool
	Holders, Mine                  int
	Progress                       *struct{ Have, Need int }
}

// award lets everything be delivered, awards what was earned, and lets that be told.
func award(t *testing.T, kit *testkit.Kit) {
	t.Helper()
	kit.Settle()
	require.NoError(t, kit.App.Badges.Award(t.Context()))
	kit.Settle()
}

func readBadge(client *testkit.Client, key string) shownStanding {
	var shown shownStanding
	client.Get("/badges/%s", key).Want(http.StatusOK).JSON(&shown)
	return shown
}

// heldBy is a person's badges, as others see them.
func heldBy(kit *testkit.Kit, handle string) map[string]int {
	var shown struct {
		Items []struct {
			Key   string
			Count int
		}
	}
	kit.As("mia").Get("/users/%d/badges", kit.UserID(handle)).Want(http.StatusOK).JSON(&shown)
	held := map[string]int{}
	for _, badge := range shown.Items {
		held[badge.Key] = badge.Count
	}
	return held
}

type shownRecognition struct {
	Kind, Key, Name string
	Count           int
	Unread          bool
	At              time.Time
	Question        *struct{ Title string }
}

func recognitionOf(kit *testkit.Kit, handle string) []shownRecognition {
	var shown struct{ Items []shownRecognition }
	kit.As(handle).Get("/me/recognition").Want(http.StatusOK).JSON(&shown)
	return shown.Items
}

func TestABadgeIsAwardedSoonAfterItsCauseAndToldInTheInbox(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?", "go")
	vote(kit, "ben", q.ID, 1)
	award(t, kit)
	require.Equal(t, map[string]int{"first-question": 1}, heldBy(kit, "ada"))
	kit.WantEvents("vote.cast", "badge.awarded")
	told := recognitionOf(kit, "ada")
	require.Len(t, told, 1)
	require.Equal(t, "First Question", told[0].Name)
	require.Equal(t, "How do I close a channel twice?", told[0].Question.Title)
	require.True(t, told[0].Unread)
	require.Equal(t, 2, unread(kit, "ada"), "the question, and the badge")

	kit.As("ada").Put("/me/recognition/read", map[string]any{"through": told[0].At}).Want(http.StatusOK)
	require.Equal(t, 1, unread(kit, "ada"))
	require.False(t, recognitionOf(kit, "ada")[0].Unread)
	kit.Visitor().Get("/me/recognition").WantProblem(http.StatusUnauthorized, "unauthenticated")
}

func TestABadgeIsKeptWhenItsCauseIsUndoneAndNotAwardedAgain(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?", "go")
	vote(kit, "ben", q.ID, 1)
	award(t, kit)
	kit.As("ben").Delete("/posts/%d/vote", q.ID).Want(http.StatusOK)
	award(t, kit)
	vote(kit, "ben", q.ID, 1)
	award(t, kit)
	require.Equal(t, map[string]int{"first-question": 1}, heldBy(kit, "ada"))
	require.Equal(t, 1, kit.Int(`SELECT count(*) FROM events WHERE name = 'badge.awarded'`))
}

func TestABadgeForAPostIsEarnedWithEachAndCountedInTheInbox(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	for _, title := range []string{"How do I close a channel twice?", "How do I open a file twice?"} {
		q := kit.Ask("ada", title, "go")
		for _, voter := range []string{"ben", "mia", "noa"} {
			vote(kit, voter, q.ID, 1)
		}
	}
	require.Equal(t, 0, readBadge(kit.As("ada"), "good-question").Mine)
	require.Equal(t, 3, readBadge(kit.As("ada"), "good-question").Progress.Have)
	award(t, kit)
	require.Equal(t, 2, heldBy(kit, "ada")["good-question"])
	shown := readBadge(kit.As("ada"), "good-question")
	require.Equal(t, 2, shown.Mine)
	require.Equal(t, 1, shown.Holders)
	require.Zero(t, shown.Progress.Have, "what was awarded counts no more for the next one")
	for _, told := range recognitionOf(kit, "ada") {
		if told.Key == "good-question" {
			require.Equal(t, 2, told.Count)
		}
	}
}

func TestTheListOfBadgesTellsWhatTheyTakeAndOnesOwnProgress(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	_, err := kit.App.Badges.Import(t.Context(), []badges.ImportedAward{
		{Person: kit.UserID("ben"), Name: "Beer Sommelier", Class: badges.Gold, At: kit.Clock.Now()},
	})
	require.NoError(t, err)
	var all struct{ Items []shownStanding }
	kit.As("noa").Get("/badges").Want(http.StatusOK).JSON(&all)
	require.GreaterOrEqual(t, len(all.Items), 41)
	last := all.Items[len(all.Items)-1]
	require.Equal(t, "imported", last.Group)
	require.Equal(t, "Beer Sommelier", last.Name)
	require.Equal(t, 1, last.Holders)
	require.Nil(t, last.Progress)
	require.Equal(t, last.Name, readBadge(kit.As("noa"), last.Key).Name)
	kit.As("noa").Get("/badges/imported-999999").WantProblem(http.StatusNotFound, "not-found")
	kit.As("noa").Get("/badges/no-such-badge").WantProblem(http.StatusNotFound, "not-found")
	kit.As("noa").Get("/badges/no-such-badge/holders").WantProblem(http.StatusNotFound, "not-found")
	require.Nil(t, readBadge(kit.Visitor(), "first-answer").Progress)
	kit.Visitor().Get("/badges/%s", last.Key).WantProblem(http.StatusNotFound, "not-found")
}

func TestWhoHoldsABadgeIsListedAndItsPostOnlyToThoseWhoMayReadIt(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	secret := askInSecret(t, kit)
	vote(kit, "ben", secret.ID, 1)
	award(t, kit)
	type holders struct {
		Total int
		Items []struct {
			Person   struct{ Handle string }
			Question *struct{ Title string }
		}
	}
	var shown holders
	kit.As("ben").Get("/badges/first-question/holders").Want(http.StatusOK).JSON(&shown)
	require.Len(t, shown.Items, 1)
	require.Equal(t, "ada", shown.Items[0].Person.Handle)
	require.Equal(t, "Who leaves next month?", shown.Items[0].Question.Title)
	shown = holders{}
	kit.As("noa").Get("/badges/first-question/holders").Want(http.StatusOK).JSON(&shown)
	require.Len(t, shown.Items, 1)
	require.Nil(t, shown.Items[0].Question)
	shown = holders{}
	kit.Visitor().Get("/badges/first-question/holders").Want(http.StatusOK).JSON(&shown)
	require.Zero(t, shown.Total, "visitors do not know people who wrote nothing in public")
	require.Empty(t, shown.Items)

	kit.Exec(`DELETE FROM space_members WHERE user_id = $1`, kit.UserID("ada"))
	kit.App.Signals.Send(t.Context(), signal.Everything)
	require.Nil(t, recognitionOf(kit, "ada")[0].Question)
}

func TestAPrivilegeThatReputationUnlocksIsToldOnce(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	kit.As("root").Put("/privileges", customThresholds(map[string]any{
		"vote-up": 0, "comment": 0, "vote-down": 5, "edit-tag-wiki": 100, "edit": 15, "close": 1000, "see-deleted": 1000,
	})).Want(http.StatusOK)
	q := kit.Ask("ada", "How do I close a channel twice?", "go")
	for range 2 {
		vote(kit, "ben", q.ID, 1)
		vote(kit, "mia", q.ID, 1)
		award(t, kit)
		kit.As("ben").Delete("/posts/%d/vote", q.ID).Want(http.StatusOK)
		kit.As("mia").Delete("/posts/%d/vote", q.ID).Want(http.StatusOK)
		award(t, kit)
	}
	privileges := []string{}
	for _, told := range recognitionOf(kit, "ada") {
		if told.Kind == "privilege" {
			privileges = append(privileges, told.Key)
		}
	}
	require.ElementsMatch(t, []string{"vote-down", "edit"}, privileges)
	require.Equal(t, 2, kit.Int(`SELECT count(*) FROM events WHERE name = 'privilege.earned'`))
}

func TestBadgesAreMailedTogetherInTheLanguageOfTheirReader(t *testing.T) {
	t.Parallel()
	server := testkit.NewMailServer(t)
	kit := testkit.New(t, server.Option())
	kit.As("ada").Patch("/me", map[string]any{"language": "de"}).Want(http.StatusOK)
	preferMails(kit, "ada", map[string]any{"recognition": "at-once", "votes": "off", "answers": "off"})
	q := kit.Ask("ada", "Wie schließe ich einen Kanal?", "go")
	for _, voter := range []string{"ben", "mia", "noa"} {
		vote(kit, voter, q.ID, 1)
	}
	award(t, kit)
	mails := mailed(t, kit, server)
	require.Len(t, mails, 1)
	require.Equal(t, "2 Dinge, die Sie sich verdient haben", subjectOf(t, mails[0]))
	require.Contains(t, mails[0].Text, "Sie haben das Abzeichen Erste Frage verdient")
	require.Contains(t, mails[0].HTML, "https://ask.example.org/badges/good-question")
	require.Empty(t, mailed(t, kit, server), "once")
}
