package api_test

import (
	"fmt"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/signal"
	"wellspring/pkg/testkit"
)

type followedList struct {
	Items []struct {
		Question *struct {
			ID    id.Post
			Title string
		}
		Person *struct{ Handle string }
		Space  *struct{ Slug string }
	}
	Total int
}

func listFollows(kit *testkit.Kit, handle, kind string) followedList {
	var list followedList
	kit.As(handle).Get("/me/follows?kind=%s", kind).Want(200).JSON(&list)
	return list
}

func followsQuestion(kit *testkit.Kit, handle string, question id.Post) bool {
	var page struct{ Question struct{ Following bool } }
	kit.As(handle).Get("/questions/%d", question).Want(200).JSON(&page)
	return page.Question.Following
}

// askInSecret has ada ask in a space that only she and ben read.
func askInSecret(t *testing.T, kit *testkit.Kit) testkit.Asked {
	t.Helper()
	kit.Exec(`INSERT INTO spaces (slug, name, visibility, reason, created_at) VALUES ('hr', 'People', 'members', 'personal files', now())`)
	kit.Exec(`INSERT INTO space_members SELECT s.id, u.id, now() FROM spaces s, users u WHERE slug = 'hr' AND handle IN ('ada', 'ben')`)
	kit.App.Signals.Send(t.Context(), signal.Everything)
	var secret testkit.Asked
	kit.As("ada").Post("/questions", map[string]any{"title": "Who leaves next month?", "tags": []string{"leavers"}, "space": "hr"}).
		Want(201).JSON(&secret)
	return secret
}

func TestAskingAndAnsweringFollowsTheQuestionUntilOneNoLongerWantsTo(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?", "go")
	require.True(t, followsQuestion(kit, "ada", q.ID))
	require.False(t, followsQuestion(kit, "ben", q.ID))
	kit.Answer("ben", q, "You do not, since it panics.")
	require.True(t, followsQuestion(kit, "ben", q.ID))
	path := fmt.Sprintf("/questions/%d/follow", q.ID)
	for range 2 {
		kit.As("ben").Delete("%s", path).Want(200)
	}
	require.False(t, followsQuestion(kit, "ben", q.ID))
	require.Empty(t, listFollows(kit, "ben", "questions").Items)
	for range 2 {
		kit.As("noa").Put(path, nil).Want(200)
	}
	require.True(t, followsQuestion(kit, "noa", q.ID))
	list := listFollows(kit, "noa", "questions")
	require.Equal(t, 1, list.Total)
	require.Equal(t, q.ID, list.Items[0].Question.ID)
	kit.Visitor().Put(path, nil).WantProblem(401, "unauthenticated")
}

func TestPeopleAndSpacesAreFollowedButNotOneself(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	ben := fmt.Sprintf("/users/%d/follow", kit.UserID("ben"))
	var state struct{ Following bool }
	kit.As("ada").Get("%s", ben).Want(200).JSON(&state)
	require.False(t, state.Following)
	kit.As("ada").Put(ben, nil).Want(200)
	kit.As("ada").Get("%s", ben).Want(200).JSON(&state)
	require.True(t, state.Following)
	kit.As("ben").Put(ben, nil).WantProblem(403, "forbidden")
	kit.As("ada").Put("/users/999999/follow", nil).WantProblem(404, "not-found")
	kit.As("ada").Put("/spaces/organisation/follow", nil).Want(200)
	require.Equal(t, "ben", listFollows(kit, "ada", "people").Items[0].Person.Handle)
	require.Equal(t, "organisation", listFollows(kit, "ada", "spaces").Items[0].Space.Slug)
	kit.As("ada").Delete("/spaces/organisation/follow").Want(200)
	kit.As("ada").Delete("%s", ben).Want(200)
	require.Zero(t, kit.Int(`SELECT count(*) FROM follows`))
}

func TestWhatOneMayNotReadCanNeitherBeFollowedNorIsItListed(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	secret := askInSecret(t, kit)
	path := fmt.Sprintf("/questions/%d/follow", secret.ID)
	kit.As("noa").Put(path, nil).WantProblem(404, "not-found")
	kit.As("noa").Put("/spaces/hr/follow", nil).WantProblem(404, "not-found")
	kit.As("noa").Get("/spaces/hr/follow").WantProblem(404, "not-found")
	kit.As("ben").Put(path, nil).Want(200)
	kit.As("ben").Put("/spaces/hr/follow", nil).Want(200)
	kit.Exec(`DELETE FROM space_members WHERE user_id = $1`, kit.UserID("ben"))
	kit.App.Signals.Send(t.Context(), signal.Everything)
	require.Empty(t, listFollows(kit, "ben", "questions").Items)
	require.Empty(t, listFollows(kit, "ben", "spaces").Items)
	kit.As("ben").Delete("%s", path).Want(200)
}

func TestTwoPressesAtOnceFollowOnce(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?", "go")
	noa := kit.As("noa")
	var pressed sync.WaitGroup
	for range 6 {
		pressed.Go(func() { noa.Put(fmt.Sprintf("/questions/%d/follow", q.ID), nil).Want(200) })
	}
	pressed.Wait()
	require.Equal(t, 1, kit.Int(`SELECT count(*) FROM follows WHERE user_id = $1`, kit.UserID("noa")))
}
