package api_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/testkit"
)

// badRequests are made to a world whose first post is a question with a comment, and whose second is its answer.
var badRequests = []struct {
	name, method, path string
	body               any
}{
	{"no JSON", http.MethodPost, "/questions", `{"title": "A good`},
	{"another JSON", http.MethodPost, "/questions", `["A good question?"]`},
	{"no body", http.MethodPost, "/questions", nil},
	{"null", http.MethodPost, "/questions", `null`},
	{"unknown field", http.MethodPost, "/questions", `{"title": "A good question?", "tags": ["go"], "admin": true}`},
	{"number as title", http.MethodPost, "/questions", `{"title": 7, "tags": ["go"]}`},
	{"text as tags", http.MethodPost, "/questions", `{"title": "A good question?", "tags": "go"}`},
	{"number in tags", http.MethodPost, "/questions", `{"title": "A good question?", "tags": [7]}`},
	{"null as title", http.MethodPost, "/questions", `{"title": null, "tags": ["go"]}`},
	{"null as tags", http.MethodPost, "/questions", `{"title": "A good question?", "body": "Why?", "tags": null}`},
	{"blank own answer", http.MethodPost, "/questions", `{"title": "A good question?", "tags": ["go"], "answer": " "}`},
	{"twenty-one tags", http.MethodPost, "/questions", map[string]any{"title": "A good question?", "tags": strings.Split(strings.Repeat("go,", 21), ",")}},
	{"oversized", http.MethodPost, "/questions", `{"title": "A good question?", "tags": ["go"], "body": "` + strings.Repeat("x", 1<<20) + `"}`},
	{"NUL", http.MethodPost, "/questions", "{\"title\": \"A good question?\", \"tags\": [\"go\"], \"body\": \"a\\u0000b\"}"},
	{"raw NUL", http.MethodPost, "/questions", "{\"title\": \"A good \x00 question?\", \"tags\": [\"go\"]}"},
	{"invalid UTF-8", http.MethodPost, "/questions", "{\"title\": \"A good question\xff?\", \"tags\": [\"go\"]}"},
	{"deep", http.MethodPost, "/questions", strings.Repeat("[", 100_000)},
	{"no version", http.MethodPut, "/questions/1", map[string]any{"title": "A good question?", "tags": []string{"go"}}},
	{"text as version", http.MethodPut, "/questions/1", map[string]any{"title": "A good question?", "tags": []string{"go"}, "version": "1"}},
	{"no id", http.MethodPut, "/questions/abc", map[string]any{"title": "A good question?", "tags": []string{"go"}, "version": 1}},
	{"negative id", http.MethodGet, "/questions/-1", nil},
	{"zero id", http.MethodGet, "/questions/0", nil},
	{"id too large", http.MethodGet, "/questions/99999999999999999999", nil},
	{"largest id", http.MethodGet, "/questions/9223372036854775807", nil},
	{"id with NUL", http.MethodGet, "/questions/1%00", nil},
	{"answer of nothing", http.MethodPost, "/questions/1/answers", map[string]any{"body": ""}},
	{"answer too long", http.MethodPost, "/questions/1/answers", map[string]any{"body": strings.Repeat("x", 30_001)}},
	{"summary too long", http.MethodPut, "/answers/2", map[string]any{"body": "More.", "version": 1, "summary": strings.Repeat("x", 301)}},
	{"confirm as text", http.MethodPost, "/questions/1/answers", `{"body": "Yes.", "confirmSecond": "yes"}`},
	{"comment as list", http.MethodPost, "/posts/1/comments", `{"body": ["x"]}`},
	{"comment too long", http.MethodPut, "/comments/1", map[string]any{"body": strings.Repeat("x", 601)}},
	{"vote of two", http.MethodPut, "/posts/1/vote", `{"value": 2}`},
	{"vote without value", http.MethodPut, "/posts/1/vote", `{}`},
	{"vote of a fraction", http.MethodPut, "/posts/1/vote", `{"value": 0.5}`},
	{"vote beyond numbers", http.MethodPut, "/posts/1/vote", `{"value": 1e400}`},
	{"page zero", http.MethodGet, "/questions?page=0", nil},
	{"page minus one", http.MethodGet, "/questions?page=-1", nil},
	{"absurd page", http.MethodGet, "/questions?page=100001", nil},
	{"page beyond numbers", http.MethodGet, "/questions?page=99999999999999999999", nil},
	{"page as text", http.MethodGet, "/questions?page=two", nil},
	{"absurd page size", http.MethodGet, "/questions?pageSize=101", nil},
	{"page size zero", http.MethodGet, "/questions?pageSize=0", nil},
	{"unknown view", http.MethodGet, "/questions?view=best", nil},
	{"unknown order", http.MethodGet, "/questions/1?answers=worst", nil},
	{"unknown parameter", http.MethodGet, "/questions?order=newest", nil},
	{"six tags", http.MethodGet, "/questions?tag=a&tag=b&tag=c&tag=d&tag=e&tag=f", nil},
	{"NUL in the query", http.MethodGet, "/questions?tag=%00", nil},
	{"invalid UTF-8 in the query", http.MethodGet, "/tags?q=%ff", nil},
	{"long tag name", http.MethodGet, "/tags/" + strings.Repeat("x", 300), nil},
	{"tag texts of wrong types", http.MethodPut, "/tags/go", `{"description": 1, "wiki": 2, "version": 3}`},
	{"description of two lines", http.MethodPut, "/tags/go", map[string]any{"description": "a\nb", "wiki": "", "version": 1}},
	{"save of nothing", http.MethodPut, "/posts/99/save", `{}`},
	{"list as text", http.MethodPut, "/posts/1/save", `{"listId": "first"}`},
	{"negative list", http.MethodPut, "/posts/1/save", `{"listId": -1}`},
	{"list of nobody", http.MethodPut, "/posts/1/save", `{"listId": 99}`},
	{"note too long", http.MethodPut, "/posts/1/save", map[string]any{"note": strings.Repeat("x", 1_001)}},
	{"saves of an absurd list", http.MethodGet, "/me/saves?list=-2", nil},
	{"list without a name", http.MethodPost, "/me/save-lists", `{"name": " "}`},
	{"list with a long name", http.MethodPost, "/me/save-lists", map[string]any{"name": strings.Repeat("x", 61)}},
	{"pattern of everything", http.MethodPut, "/me/ignored-tags/%2A", nil},
	{"pattern of signs", http.MethodPut, "/me/watched-tags/%3Cb%3E", nil},
	{"hiding as text", http.MethodPatch, "/me/tag-preferences", `{"hideIgnored": "yes"}`},
	{"draft at no place", http.MethodPut, "/me/drafts/letter-1", `{"body": "x", "version": 0}`},
	{"draft of nothing", http.MethodPut, "/me/drafts/answer-99", `{"body": "x", "version": 0}`},
	{"draft without a version", http.MethodPut, "/me/drafts/ask", `{"body": "x"}`},
	{"draft too long", http.MethodPut, "/me/drafts/ask", map[string]any{"body": strings.Repeat("x", 30_001), "version": 0}},
	{"template of a member", http.MethodPost, "/question-templates", `{"name": "Mine", "body": "x", "tag": "go"}`},
	{"suggestions for a long title", http.MethodPost, "/tag-suggestions", map[string]any{"title": strings.Repeat("x", 301), "body": ""}},
	{"preview too long", http.MethodPost, "/markdown", map[string]any{"body": strings.Repeat("x", 30_001)}},
}

func TestBadInputIsRefusedClearlyAndChangesNothing(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?", "go")
	a := kit.Answer("ben", q, "You do not.")
	c := postComment(kit, "ben", q.ID, "Why twice?")
	before := kit.Int(`SELECT count(*) FROM events`)
	require.Equal(t, []int64{1, 2, 1}, []int64{int64(q.ID), int64(a.ID), int64(c.ID)}, "the table names these")
	for _, c := range badRequests {
		reply := kit.As("noa").Send(c.method, c.path, c.body)
		require.GreaterOrEqualf(t, reply.Status, 400, "%s was taken: %s", c.name, reply.Body)
		require.Lessf(t, reply.Status, 500, "%s broke us: %s", c.name, reply.Body)
		require.Equal(t, "application/problem+json", reply.Header.Get("Content-Type"), c.name)
		var problem problemBody
		reply.JSON(&problem)
		require.NotEmpty(t, problem.Code, c.name)
		require.NotEmpty(t, problem.Detail, c.name)
	}
	require.Equal(t, before, kit.Int(`SELECT count(*) FROM events`))
	require.Equal(t, 2, kit.Int(`SELECT count(*) FROM posts`))
	require.Equal(t, 2, kit.Int(`SELECT count(*) FROM revisions`))
	for _, table := range []string{"saves", "save_lists", "tag_patterns", "drafts", "question_templates"} {
		require.Zero(t, kit.Int(`SELECT count(*) FROM `+table), table)
	}
	wantNoDrift(t, kit)
}

func TestOddTextsAreKeptAsTheyAre(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	texts := []string{
		`<script>alert(1)</script>`, `'; DROP TABLE posts; --`, "emoji 👩‍👩‍👧 and \u202e reversed", `backslash \u0000 in words`, "$1 ? @name %s",
		strings.Repeat("🦆", 100), "tab\tand\r\nnew line",
	}
	for _, text := range texts {
		var asked shownQuestion
		kit.As("ada").Post("/questions", map[string]any{"title": "How do I keep this text?", "body": text, "tags": []string{"ümlaut", "c#"}}).
			Want(201).JSON(&asked)
		require.Equal(t, text, asked.Body)
		require.NotContains(t, asked.HTML, "<script")
	}
}
