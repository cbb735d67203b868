package api_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/kernel/id"
	"wellspring/pkg/testkit"
)

type listedQuestions struct {
	Items []struct {
		ID          id.Post
		Title       string
		AnswerCount int
		Accepted    bool
		Tags        []string
		Author      struct{ Handle string }
		Activity    struct {
			Kind   string
			Person *struct{ Handle string }
		}
	}
	Page, PageSize, Total, Pages int
}

func listQuestions(kit *testkit.Kit, handle, query string) listedQuestions {
	var list listedQuestions
	kit.As(handle).Get("/questions?%s", query).Want(200).JSON(&list)
	return list
}

func idsOf(list listedQuestions) []id.Post {
	ids := []id.Post{}
	for _, q := range list.Items {
		ids = append(ids, q.ID)
	}
	return ids
}

func TestEachViewChoosesAndOrdersQuestions(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	ask := func(handle, title string, tags ...string) id.Post {
		kit.Clock.Advance(time.Hour)
		return kit.Ask(handle, title, tags...).ID
	}
	old, liked, fresh := ask("ada", "An old question, answered late", "go"), ask("ada", "A question that people like", "go", "rust"), ask("ben", "A fresh question by Ben")
	kit.Clock.Advance(time.Hour)
	kit.Answer("noa", testkit.Asked{ID: old}, "At last.")
	vote(kit, "noa", liked, 1).Want(200)
	vote(kit, "max", liked, 1).Want(200)
	views := map[string][]id.Post{
		"view=newest":             {fresh, liked, old},
		"view=active":             {old, fresh, liked},
		"view=votes":              {liked, fresh, old},
		"view=unanswered":         {fresh, liked},
		"view=mine":               {liked, old},
		"tag=go":                  {liked, old},
		"tag=go&tag=rust":         {liked},
		"tag=Go&view=unanswered":  {liked},
		"tag=nothing":             {},
		"space=organisation":      {fresh, liked, old},
		"view=newest&pageSize=2":  {fresh, liked},
		"pageSize=2&page=2":       {old},
		"pageSize=2&page=9":       {},
		"pageSize=1&page=99999":   {},
		"view=hot&tag=rust":       {liked},
		"view=votes&space=nobody": nil,
	}
	for query, want := range views {
		if want == nil {
			kit.As("ada").Get("/questions?%s", query).WantProblem(404, "not-found")
			continue
		}
		require.Equal(t, want, idsOf(listQuestions(kit, "ada", query)), query)
	}
	list := listQuestions(kit, "ada", "view=active&pageSize=2")
	require.Equal(t, 3, list.Total)
	require.Equal(t, 2, list.Pages)
	require.Equal(t, "answered", list.Items[0].Activity.Kind)
	require.Equal(t, "noa", list.Items[0].Activity.Person.Handle)
	require.Equal(t, "ada", list.Items[0].Author.Handle)
}

func TestHotQuestionsAreLikedAnsweredAndYoung(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	old := kit.Ask("ada", "Loved by all, but old by now")
	for _, handle := range []string{"ben", "noa", "mia", "max", "root"} {
		vote(kit, handle, old.ID, 1).Want(200)
	}
	kit.Clock.Advance(20 * 24 * time.Hour)
	plain, answered := kit.Ask("ada", "A question of today, alone"), kit.Ask("ada", "A question of today, answered")
	kit.Answer("ben", answered, "Yes.")
	liked := kit.Ask("ada", "A question of today, liked")
	for _, handle := range []string{"ben", "noa", "mia"} {
		vote(kit, handle, liked.ID, 1).Want(200)
	}
	require.Equal(t, []id.Post{liked.ID, answered.ID, plain.ID, old.ID}, idsOf(listQuestions(kit, "ben", "view=hot")))
}

func TestDeepPagesContinueTheFirstOnes(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	kit.Exec(`
		INSERT INTO posts (kind, space_id, author_id, title, body, html, renderer_version, created_at, activity_kind, activity_at, score)
		SELECT 'question', s.id, $1, 'Question number ' || n, '', '', 1, now() - n * interval '1 minute', 'asked', now() - n * interval '1 minute', n % 7
		FROM generate_series(1, 1000) n, spaces s WHERE s.is_default`, kit.UserID("ada"))
	for _, view := range []string{"newest", "active", "votes", "hot", "unanswered"} {
		seen := map[id.Post]bool{}
		for number := 1; number <= 10; number++ {
			list := listQuestions(kit, "ben", fmt.Sprintf("view=%s&pageSize=100&page=%d", view, number))
			require.Equal(t, 1000, list.Total)
			for _, post := range idsOf(list) {
				require.False(t, seen[post], "%s repeats %d", view, post)
				seen[post] = true
			}
		}
		require.Len(t, seen, 1000, view)
	}
}

func TestDeepPagesShowNothingThatIsGoneMeanwhile(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	kit.Exec(`
		INSERT INTO posts (kind, space_id, author_id, title, body, html, renderer_version, created_at, activity_kind, activity_at)
		SELECT 'question', s.id, $1, 'Question number ' || n, '', '', 1, now() - n * interval '1 minute', 'asked', now()
		FROM generate_series(1, 400) n, spaces s WHERE s.is_default`, kit.UserID("ada"))
	query := "pageSize=100&page=4"
	before := idsOf(listQuestions(kit, "ben", query))
	require.Len(t, before, 100)
	kit.Exec(`UPDATE posts SET deleted_at = now() WHERE id = $1`, before[5])
	require.NotContains(t, idsOf(listQuestions(kit, "ben", query)), before[5])
}

func TestTotalsAreRightAtOnceAfterAskingAndDeleting(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	first := kit.Ask("ada", "How do I close a channel twice?", "go")
	kit.Ask("ada", "How do I open a channel twice?", "go")
	require.Equal(t, 2, listQuestions(kit, "ben", "pageSize=1").Total)
	kit.Ask("ada", "How do I drain a channel twice?", "go")
	require.Equal(t, 3, listQuestions(kit, "ben", "pageSize=1").Total)
	kit.As("ada").Delete("/questions/%d", first.ID).Want(204)
	require.Equal(t, 2, listQuestions(kit, "ben", "pageSize=1").Total)
}

func TestQuestionsOfAPersonAreListed(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	first, second := kit.Ask("ada", "How do I close a channel twice?"), kit.Ask("ada", "How do I open a channel twice?")
	kit.Ask("ben", "How do I drain a channel twice?")
	vote(kit, "ben", first.ID, 1).Want(200)
	path := fmt.Sprintf("/users/%d/questions", kit.UserID("ada"))
	var list listedQuestions
	kit.As("ben").Get("%s", path).Want(200).JSON(&list)
	require.Equal(t, []id.Post{second.ID, first.ID}, idsOf(list))
	kit.As("ben").Get("%s?sort=votes", path).Want(200).JSON(&list)
	require.Equal(t, []id.Post{first.ID, second.ID}, idsOf(list))
	kit.As("ben").Get("/users/%d/questions", 9999).WantProblem(404, "not-found")
}
