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

type shownSave struct {
	PostID id.Post
	ListID id.SaveList
	Note   string
	Kind   string
	Title  string
	Tags   []string
}

type savedPosts struct {
	Items []shownSave
	Total int
}

type saveLists struct {
	Items []struct {
		ID    id.SaveList
		Name  string
		Count int
	}
}

func savePath(post id.Post) string { return fmt.Sprintf("/posts/%d/save", post) }

func listSaves(kit *testkit.Kit, handle, query string) savedPosts {
	var list savedPosts
	kit.As(handle).Get("/me/saves?%s", query).Want(200).JSON(&list)
	return list
}

func createList(kit *testkit.Kit, handle, name string) id.SaveList {
	var list struct{ ID id.SaveList }
	kit.As(handle).Post("/me/save-lists", map[string]any{"name": name}).Want(201).JSON(&list)
	return list.ID
}

func countsOf(kit *testkit.Kit, handle string) map[string]int {
	var lists saveLists
	kit.As(handle).Get("/me/save-lists").Want(200).JSON(&lists)
	counts := map[string]int{}
	for _, list := range lists.Items {
		counts[list.Name] = list.Count
	}
	return counts
}

func TestPostIsSavedOnceWithANoteThatOthersNeverSee(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?", "go")
	var page struct{ Question struct{ Saved bool } }
	kit.As("ben").Get("/questions/%d", q.ID).Want(200).JSON(&page)
	require.False(t, page.Question.Saved)
	for range 2 {
		kit.As("ben").Put(savePath(q.ID), map[string]any{}).Want(200)
	}
	kit.As("ben").Put(savePath(q.ID), map[string]any{"note": " For the talk. "}).Want(200)
	kit.As("ben").Get("/questions/%d", q.ID).Want(200).JSON(&page)
	require.True(t, page.Question.Saved)
	list := listSaves(kit, "ben", "")
	require.Equal(t, 1, list.Total)
	require.Equal(t, "For the talk.", list.Items[0].Note)
	kit.As("ada").Get("/questions/%d", q.ID).Want(200).JSON(&page)
	require.False(t, page.Question.Saved, "saves are private")
	require.Empty(t, listSaves(kit, "ada", "").Items)
	kit.As("ada").Get("%s", savePath(q.ID)).WantProblem(404, "not-found")
	for range 2 {
		kit.As("ben").Delete("%s", savePath(q.ID)).Want(204)
	}
	kit.As("ben").Get("/questions/%d", q.ID).Want(200).JSON(&page)
	require.False(t, page.Question.Saved)
	kit.Visitor().Get("/me/saves").WantProblem(401, "unauthenticated")
}

func TestSavesLieInListsThatTheirOwnerArranges(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?", "go")
	a := kit.Answer("noa", q, "You do not, since it panics.")
	first, second := createList(kit, "ben", "To read"), createList(kit, "ben", "Postgres")
	kit.As("ben").Put(savePath(q.ID), map[string]any{"listId": first}).Want(200)
	kit.As("ben").Put(savePath(a.ID), map[string]any{"listId": second, "note": "panics"}).Want(200)
	require.Equal(t, map[string]int{"": 0, "To read": 1, "Postgres": 1}, countsOf(kit, "ben"))
	found := listSaves(kit, "ben", fmt.Sprintf("list=%d", second))
	require.Equal(t, []string{"answer"}, []string{found.Items[0].Kind})
	require.Equal(t, "How do I close a channel twice?", found.Items[0].Title)

	kit.As("ben").Put("/me/save-lists", map[string]any{"ids": []id.SaveList{second, first}}).Want(200)
	var lists saveLists
	kit.As("ben").Get("/me/save-lists").Want(200).JSON(&lists)
	require.Equal(t, second, lists.Items[1].ID)
	kit.As("ben").Put("/me/save-lists", map[string]any{"ids": []id.SaveList{second}}).WantProblem(409, "lists-changed")
	kit.As("ben").Put("/me/save-lists", map[string]any{"ids": []id.SaveList{second, second}}).WantProblem(409, "lists-changed")

	kit.As("ben").Post("/me/save-lists", map[string]any{"name": "  to   READ "}).WantProblem(409, "name-taken")
	kit.As("ben").Put(fmt.Sprintf("/me/save-lists/%d", first), map[string]any{"name": "postgres"}).WantProblem(409, "name-taken")
	kit.As("ben").Put(fmt.Sprintf("/me/save-lists/%d", first), map[string]any{"name": "To Read"}).Want(200)
	kit.As("ben").Post("/me/save-lists", map[string]any{"name": " "}).WantProblem(422, "validation")

	kit.As("ben").Delete("/me/save-lists/%d", second).Want(200)
	require.Equal(t, map[string]int{"": 1, "To Read": 1}, countsOf(kit, "ben"), "what lay in a deleted list is not lost")
	require.Equal(t, "panics", listSaves(kit, "ben", "list=0").Items[0].Note)
	kit.As("ben").Put(savePath(q.ID), map[string]any{"listId": second}).WantProblem(404, "not-found")
	kit.As("ada").Put(savePath(q.ID), map[string]any{"listId": first}).WantProblem(404, "not-found")
	kit.As("ada").Delete("/me/save-lists/%d", first).WantProblem(404, "not-found")
}

func TestSavesAreSearchedByTitleTextAndNote(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q, other := kit.Ask("ada", "How do I close a channel twice?", "go"), kit.Ask("ada", "Why is the index ignored?", "postgres")
	kit.As("ben").Put(savePath(q.ID), map[string]any{"note": "Für Montag, 100 % sicher"}).Want(200)
	kit.As("ben").Put(savePath(other.ID), map[string]any{}).Want(200)
	for query, want := range map[string][]id.Post{
		"": {other.ID, q.ID}, "q=channels": {q.ID}, "q=chan": {q.ID}, "q=montag": {q.ID}, "q=100+%25": {q.ID}, "q=postgres": {other.ID}, "q=%25zz": {},
	} {
		ids := []id.Post{}
		for _, item := range listSaves(kit, "ben", query).Items {
			ids = append(ids, item.PostID)
		}
		require.ElementsMatch(t, want, ids, query)
	}
}

func TestSavesShowAndCountOnlyWhatMayStillBeRead(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	kit.Exec(`INSERT INTO spaces (slug, name, visibility, reason, created_at) VALUES ('hr', 'HR', 'members', 'people matters', now())`)
	kit.Exec(`INSERT INTO space_members SELECT s.id, u.id, now() FROM spaces s, users u WHERE slug = 'hr' AND handle IN ('ada', 'ben')`)
	var secret testkit.Asked
	kit.As("ada").Post("/questions", map[string]any{"title": "Who leaves next month?", "tags": []string{"leavers"}, "space": "hr"}).Want(201).JSON(&secret)
	q := kit.Ask("ada", "How do I close a channel twice?", "go")
	a := kit.Answer("noa", q, "You do not, since it panics.")
	for _, post := range []id.Post{secret.ID, q.ID, a.ID} {
		kit.As("ben").Put(savePath(post), map[string]any{}).Want(200)
	}
	kit.As("noa").Put(savePath(secret.ID), map[string]any{}).WantProblem(404, "not-found")
	require.Equal(t, 3, listSaves(kit, "ben", "").Total)
	kit.Exec(`DELETE FROM space_members WHERE user_id = $1`, kit.UserID("ben"))
	kit.App.Signals.Send(t.Context(), signal.Everything)
	require.Equal(t, 2, listSaves(kit, "ben", "").Total)
	require.Empty(t, listSaves(kit, "ben", "q=leaves").Items)
	kit.As("noa").Delete("/answers/%d", a.ID).Want(204)
	require.Equal(t, 1, listSaves(kit, "ben", "").Total)
	require.Equal(t, map[string]int{"": 1}, countsOf(kit, "ben"))
	kit.As("ben").Put(savePath(a.ID), map[string]any{}).WantProblem(404, "not-found")
	kit.As("ben").Delete("%s", savePath(a.ID)).Want(204)
}

func TestTwoPressesAtOnceSaveOnceAndMakeOneList(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?", "go")
	ben := kit.As("ben")
	var pressed sync.WaitGroup
	for range 6 {
		pressed.Go(func() {
			ben.Put(savePath(q.ID), map[string]any{}).Want(200)
			ben.Post("/me/save-lists", map[string]any{"name": "To read"})
		})
	}
	pressed.Wait()
	require.Equal(t, 1, kit.Int(`SELECT count(*) FROM saves`))
	require.Equal(t, 1, kit.Int(`SELECT count(*) FROM save_lists`))
}
