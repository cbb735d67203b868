package api_test

import (
	"net/url"
	"testing"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/kernel/id"
	"wellspring/pkg/testkit"
)

type tagPreferences struct {
	Watched, Ignored []string
	HideIgnored      bool
}

func prefer(kit *testkit.Kit, handle, list, pattern string) tagPreferences {
	var shown tagPreferences
	kit.As(handle).Put("/me/"+list+"/"+url.PathEscape(pattern), nil).Want(200).JSON(&shown)
	return shown
}

func TestPatternsOfTagsMakeTheWatchedView(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	sql := kit.Ask("ada", "Why is the index ignored?", "postgresql")
	kit.Ask("ada", "How do I close a channel twice?", "go")
	cs := kit.Ask("ada", "How do I dispose a stream?", "c#", "postgis")
	require.Equal(t, []string{"postg*"}, prefer(kit, "ben", "watched-tags", "PostG*").Watched)
	require.Equal(t, []id.Post{cs.ID, sql.ID}, idsOf(listQuestions(kit, "ben", "view=watched")))
	require.Equal(t, []string{"go", "postg*"}, prefer(kit, "ben", "watched-tags", "go").Watched)
	require.Len(t, listQuestions(kit, "ben", "view=watched").Items, 3)
	later := kit.Ask("ada", "Which version of Postgres runs?", "postgres-17")
	require.Contains(t, idsOf(listQuestions(kit, "ben", "view=watched")), later.ID, "a tag that is new since")
	kit.As("ben").Delete("/me/watched-tags/%s", url.PathEscape("postg*")).Want(200)
	require.Len(t, listQuestions(kit, "ben", "view=watched").Items, 1)
	for _, pattern := range []string{"*", "a*", "**", "a**b", "ä!b*", "*-*"} {
		kit.As("ben").Put("/me/watched-tags/"+url.PathEscape(pattern), nil).WantProblem(422, "validation")
	}
	require.Contains(t, prefer(kit, "ben", "ignored-tags", "c++").Ignored, "c++")
	var shown tagPreferences
	kit.As("ben").Put("/me/ignored-tags/objective-c%2B%2B", nil).Want(200).JSON(&shown)
	require.Contains(t, shown.Ignored, "objective-c++", "as browsers write it")
	kit.As("ben").Put("/me/watched-tags/none", nil).WantProblem(404, "not-found")
}

func TestIgnoredQuestionsAreMarkedOrLeftOutOfListsAndCounts(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	kept := kit.Ask("ada", "How do I close a channel twice?", "go")
	php := kit.Ask("ada", "How do I unset a variable?", "php-8", "go")
	mine := kit.Ask("ben", "How do I set a variable?", "php-8")
	require.Equal(t, []string{"php*"}, prefer(kit, "ben", "ignored-tags", "php*").Ignored)
	var list struct {
		Items []struct {
			ID      id.Post
			Ignored bool
		}
		Total int
	}
	kit.As("ben").Get("/questions").Want(200).JSON(&list)
	require.Equal(t, 3, list.Total)
	require.True(t, list.Items[1].Ignored)
	require.False(t, list.Items[2].Ignored)
	kit.As("ada").Get("/questions").Want(200).JSON(&list)
	require.False(t, list.Items[1].Ignored, "only for who ignores it")

	kit.As("ben").Patch("/me/tag-preferences", map[string]any{"hideIgnored": true}).Want(200)
	for _, view := range []string{"newest", "active", "votes", "hot", "unanswered"} {
		shown := listQuestions(kit, "ben", "pageSize=1&view="+view)
		require.Equal(t, 1, shown.Total, view)
		require.Equal(t, []id.Post{kept.ID}, idsOf(shown), view)
	}
	require.Equal(t, 1, listQuestions(kit, "ben", "tag=go").Total)
	require.Equal(t, 1, listQuestions(kit, "ben", "space=organisation").Total)
	require.Equal(t, 2, listQuestions(kit, "ben", "tag=php-8").Total, "who asks for a tag by name wants to see it")
	require.Equal(t, []id.Post{mine.ID}, idsOf(listQuestions(kit, "ben", "view=mine")))
	require.Equal(t, 3, listQuestions(kit, "ada", "").Total)
	prefer(kit, "ben", "watched-tags", "go")
	require.Equal(t, []id.Post{kept.ID}, idsOf(listQuestions(kit, "ben", "view=watched")))

	kit.As("ben").Delete("/me/ignored-tags/%s", url.PathEscape("php*")).Want(200)
	require.Equal(t, []id.Post{mine.ID, php.ID, kept.ID}, idsOf(listQuestions(kit, "ben", "")))
}

func TestTagIsEitherWatchedOrIgnored(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	kit.Ask("ada", "How do I close a channel twice?", "go")
	prefer(kit, "ben", "watched-tags", "go")
	shown := prefer(kit, "ben", "ignored-tags", "Go")
	require.Equal(t, tagPreferences{Watched: []string{}, Ignored: []string{"go"}}, shown)
	kit.As("ben").Put("/tags/go/watch", nil).Want(204)
	kit.As("ben").Get("/me/tag-preferences").Want(200).JSON(&shown)
	require.Equal(t, tagPreferences{Watched: []string{"go"}, Ignored: []string{}}, shown)
	require.Equal(t, []string{"secret-project"}, prefer(kit, "ben", "ignored-tags", "secret project").Ignored, "whether it exists stays unsaid")
	kit.Visitor().Get("/me/tag-preferences").WantProblem(401, "unauthenticated")
	kit.Visitor().Put("/me/ignored-tags/go", nil).WantProblem(401, "unauthenticated")
}

func TestPatternsAreLimitedButMayBeRepeatedAndTurnedRound(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	kit.Exec(`INSERT INTO tag_patterns SELECT $1, 'tag-' || n, 'ignored', now() FROM generate_series(1, 200) n`, kit.UserID("ben"))
	kit.As("ben").Put("/me/ignored-tags/php", nil).WantProblem(409, "too-many-tags")
	require.Len(t, prefer(kit, "ben", "ignored-tags", "tag-7").Ignored, 200)
	kit.Exec(`UPDATE tag_patterns SET pattern = 'go*' WHERE pattern = 'tag-7'`)
	require.Equal(t, []string{"go*"}, prefer(kit, "ben", "watched-tags", "go*").Watched)
}
