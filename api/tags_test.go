package api_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/testkit"
)

type shownTag struct {
	Name, Description string
	QuestionCount     int
	Watched           bool
	Wiki, WikiHTML    string
	Version           int
	TopAnswerers      []struct {
		Person struct{ Handle string }
		Score  int
	}
}

func listTags(kit *testkit.Kit, handle, query string) []string {
	var list struct{ Items []shownTag }
	kit.As(handle).Get("/tags?%s", query).Want(200).JSON(&list)
	names := []string{}
	for _, tag := range list.Items {
		names = append(names, tag.Name)
	}
	return names
}

func TestTagsAreListedByUseNameAndAge(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	kit.Ask("ada", "How do I close a channel twice?", "zig", "go")
	kit.Ask("ada", "How do I open a channel twice?", "go", "c++")
	require.Equal(t, []string{"go", "c++", "zig"}, listTags(kit, "ben", "sort=popular"))
	require.Equal(t, []string{"c++", "go", "zig"}, listTags(kit, "ben", "sort=name"))
	require.Equal(t, "c++", listTags(kit, "ben", "sort=newest")[0])
	require.Equal(t, []string{"zig"}, listTags(kit, "ben", "q=Z"))
	require.Empty(t, listTags(kit, "ben", "q=%25"), "signs of patterns stand for themselves")
	kit.As("ben").Get("/tags/c%%2B%%2B").Want(200)
	kit.As("ben").Get("/tags/c++").Want(200)
}

func TestTagWikiIsEditedWithAVersion(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	kit.Ask("ada", "How do I close a channel twice?", "go")
	var tag shownTag
	kit.As("ben").Get("/tags/Go").Want(200).JSON(&tag)
	require.Equal(t, 1, tag.QuestionCount)
	edit := map[string]any{"description": "A language.", "wiki": "Made by **gophers**.", "version": tag.Version}
	kit.As("ben").Put("/tags/go", edit).Want(200).JSON(&tag)
	require.Contains(t, tag.WikiHTML, "<strong>gophers</strong>")
	require.Equal(t, "A language.", tag.Description)
	kit.As("ada").Put("/tags/go", edit).WantProblem(409, "edit-conflict")
	kit.WantEvents("tag.edited")
	require.Equal(t, 1, kit.Int(`SELECT count(*) FROM tag_revisions`))
	kit.As("ada").Put("/tags/none", edit).WantProblem(404, "not-found")
}

func TestWatchedTagsMakeAView(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?", "go")
	kit.Ask("ada", "How do I borrow a box twice?", "rust")
	require.Empty(t, listQuestions(kit, "ben", "view=watched").Items)
	for range 2 {
		kit.As("ben").Put("/tags/go/watch", nil).Want(204)
	}
	list := listQuestions(kit, "ben", "view=watched")
	require.Len(t, list.Items, 1)
	require.Equal(t, q.ID, list.Items[0].ID)
	var names struct{ Items []string }
	kit.As("ben").Get("/me/watched-tags").Want(200).JSON(&names)
	require.Equal(t, []string{"go"}, names.Items)
	kit.As("ben").Delete("/tags/go/watch").Want(204)
	require.Empty(t, listQuestions(kit, "ben", "view=watched").Items)
	kit.Visitor().Get("/questions?view=watched").WantProblem(401, "unauthenticated")
	kit.As("ben").Put("/tags/none/watch", nil).WantProblem(404, "not-found")
}

func TestTagShowsWhoAnswersUnderIt(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?", "go")
	a, b := kit.Answer("ben", q, "You do not."), kit.Answer("noa", q, "Once is enough.")
	vote(kit, "ada", a.ID, 1).Want(200)
	vote(kit, "max", a.ID, 1).Want(200)
	vote(kit, "ada", b.ID, 1).Want(200)
	var tag shownTag
	kit.As("ada").Get("/tags/go").Want(200).JSON(&tag)
	require.Len(t, tag.TopAnswerers, 2)
	require.Equal(t, "ben", tag.TopAnswerers[0].Person.Handle)
	require.Equal(t, 2, tag.TopAnswerers[0].Score)
}

func TestTagCountsLeaveOutWhatTheReaderMayNotRead(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	kit.Exec(`INSERT INTO spaces (slug, name, visibility, reason, created_at) VALUES ('hr', 'HR', 'members', 'people matters', now())`)
	kit.Exec(`INSERT INTO space_members SELECT s.id, $1, now() FROM spaces s WHERE slug = 'hr'`, kit.UserID("ada"))
	kit.Ask("ada", "How do I close a channel twice?", "go")
	kit.As("ada").Post("/questions", map[string]any{"title": "Who leaves next month?", "tags": []string{"go", "leavers"}, "space": "hr"}).Want(201)
	require.Equal(t, []string{"go", "leavers"}, listTags(kit, "ada", "sort=popular"))
	require.Equal(t, []string{"go"}, listTags(kit, "ben", "sort=popular"))
	var tag shownTag
	kit.As("ada").Get("/tags/go").Want(200).JSON(&tag)
	require.Equal(t, 2, tag.QuestionCount)
	kit.As("ben").Get("/tags/go").Want(200).JSON(&tag)
	require.Equal(t, 1, tag.QuestionCount)
	wantNoDrift(t, kit)
}
