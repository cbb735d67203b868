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

// decision and the shapes below are what the tests of content read; the whole shapes are checked by the contract.
type decision struct {
	Allowed bool
	Reason  string
}

type shownQuestion struct {
	ID               id.Post
	Title, Slug      string
	Body, HTML       string
	Tags             []string
	Score, MyVote    int
	UpCount          int
	DownCount        int
	AnswerCount      int
	ViewCount        int
	CommentCount     int
	RevisionCount    int
	Version          int
	AcceptedAnswerID *id.Post
	DeletedAt        *time.Time
	Author, Editor   *struct{ Handle string }
	Comments         []shownComment
	Can              map[string]decision
}

type shownAnswer struct {
	ID            id.Post
	QuestionID    id.Post
	Body, HTML    string
	Score, MyVote int
	Accepted      bool
	Version       int
	RevisionCount int
	DeletedAt     *time.Time
	Comments      []shownComment
	Can           map[string]decision
}

type shownComment struct {
	ID            id.Comment
	ParentID      *id.Comment
	Deleted       bool
	AuthorName    string
	EditedAt      *time.Time
	Body, HTML    string
	Score, MyVote int
	Can           map[string]decision
}

type questionPage struct {
	Question    shownQuestion
	Answers     []shownAnswer
	AnswerOrder string
}

type problemBody struct {
	Detail string
	Code   string
	Errors []struct{ Field, Code, Message string }
}

func readPage(kit *testkit.Kit, handle string, question id.Post) questionPage {
	var page questionPage
	kit.As(handle).Get("/questions/%d", question).Want(200).JSON(&page)
	return page
}

// wantNoDrift fails when a counter is not what its source rows say.
func wantNoDrift(t *testing.T, kit *testkit.Kit) {
	t.Helper()
	posts, err := kit.App.Posts.Drift(t.Context())
	require.NoError(t, err)
	require.Empty(t, posts)
	tags, err := kit.App.Tags.Drift(t.Context())
	require.NoError(t, err)
	require.Empty(t, tags)
	comments, err := kit.App.Comments.Drift(t.Context())
	require.NoError(t, err)
	require.Empty(t, comments)
}

func TestAskedQuestionHasItsPage(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?", "Go", "con_currency")
	page := readPage(kit, "ben", q.ID)
	require.Equal(t, "How do I close a channel twice?", page.Question.Title)
	require.Equal(t, []string{"go", "con-currency"}, page.Question.Tags)
	require.Equal(t, "how-do-i-close-a-channel-twice", page.Question.Slug)
	require.Contains(t, page.Question.HTML, "<p>What we tried")
	require.Equal(t, "ada", page.Question.Author.Handle)
	require.Empty(t, page.Answers)
	require.Equal(t, "best", page.AnswerOrder)
	kit.WantEvents("question.asked")
	wantNoDrift(t, kit)
}

func TestQuestionMayBeOnlyATitle(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	var asked shownQuestion
	kit.As("ada").Post("/questions", map[string]any{"title": "  Who knows Postgres?  ", "tags": []string{"postgres"}}).Want(201).JSON(&asked)
	require.Equal(t, "Who knows Postgres?", asked.Title)
	require.Empty(t, asked.Body)
}

func TestQuestionWithWrongFieldsNamesEachOfThem(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	cases := map[string]struct {
		input  map[string]any
		fields []string
	}{
		"title too short": {map[string]any{"title": "Why?", "tags": []string{"go"}}, []string{"title"}},
		"title too long":  {map[string]any{"title": strings.Repeat("x", 151), "tags": []string{"go"}}, []string{"title"}},
		"two lines":       {map[string]any{"title": "First line\nsecond line", "tags": []string{"go"}}, []string{"title"}},
		"no tags":         {map[string]any{"title": "A good question?", "body": "Why?", "tags": []string{}}, []string{"tags"}},
		"blank tags":      {map[string]any{"title": "A good question?", "body": "Why?", "tags": []string{" ", "-"}}, []string{"tags"}},
		"six tags":        {map[string]any{"title": "A good question?", "tags": []string{"a", "b", "c", "d", "e", "f"}}, []string{"tags"}},
		"bad tag":         {map[string]any{"title": "A good question?", "tags": []string{"<script>"}}, []string{"tags"}},
		"only signs":      {map[string]any{"title": "A good question?", "tags": []string{"++"}}, []string{"tags"}},
		"long tag":        {map[string]any{"title": "A good question?", "tags": []string{strings.Repeat("x", 36)}}, []string{"tags"}},
		"body too long":   {map[string]any{"title": "A good question?", "tags": []string{"go"}, "body": strings.Repeat("x", 30_001)}, []string{"body"}},
		"several":         {map[string]any{"title": "Why?", "tags": []string{}, "body": strings.Repeat("x", 30_001)}, []string{"title", "body", "tags"}},
	}
	for name, c := range cases {
		var problem problemBody
		kit.As("ada").Post("/questions", c.input).WantProblem(422, "validation").JSON(&problem)
		var fields []string
		for _, e := range problem.Errors {
			fields = append(fields, e.Field)
			require.NotEmpty(t, e.Message, name)
		}
		require.ElementsMatch(t, c.fields, fields, name)
	}
	require.Zero(t, kit.Int(`SELECT count(*) FROM posts`))
	kit.WantNoEvents("question.asked")
}

func TestVisitorsCannotAsk(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	kit.Visitor().Post("/questions", map[string]any{"title": "A good question?", "tags": []string{"go"}}).WantProblem(401, "unauthenticated")
}

func TestRepeatedCreationIsCarriedOutOnce(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	ada := kit.As("ada").With("Idempotency-Key", "one-question")
	var first, second shownQuestion
	ada.Post("/questions", map[string]any{"title": "A good question?", "tags": []string{"go"}}).Want(201).JSON(&first)
	ada.Post("/questions", map[string]any{"title": "A good question?", "tags": []string{"go"}}).Want(201).JSON(&second)
	require.Equal(t, first.ID, second.ID)
	require.Equal(t, 1, kit.Int(`SELECT count(*) FROM posts`))
}

func TestEditIsARevisionWithASummary(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?", "go", "channels")
	var edited shownQuestion
	kit.As("ben").Put(fmt.Sprintf("/questions/%d", q.ID), map[string]any{
		"title": "How do I close a Go channel twice?", "body": "It panics.", "tags": []string{"go", "panic"},
		"summary": "said which channel", "version": q.Version,
	}).Want(200).JSON(&edited)
	require.Equal(t, "How do I close a Go channel twice?", edited.Title)
	require.Equal(t, "ben", edited.Editor.Handle)
	require.Equal(t, 2, edited.RevisionCount)
	var history struct {
		Title string
		Items []struct {
			Number        int
			Kind, Summary string
			Changed       []string
			Tags          []string
			Author        struct{ Handle string }
		}
	}
	kit.As("noa").Get("/posts/%d/revisions", q.ID).Want(200).JSON(&history)
	require.Len(t, history.Items, 2)
	require.Equal(t, 2, history.Items[0].Number)
	require.Equal(t, "said which channel", history.Items[0].Summary)
	require.Equal(t, []string{"title", "body", "tags"}, history.Items[0].Changed)
	require.Equal(t, "ben", history.Items[0].Author.Handle)
	require.Equal(t, "initial", history.Items[1].Kind)
	require.Equal(t, []string{"go", "channels"}, history.Items[1].Tags)
	kit.WantEvents("question.asked", "post.edited")
	require.Zero(t, kit.Int(`SELECT question_count FROM tags WHERE name = 'channels'`))
	require.Equal(t, 1, kit.Int(`SELECT question_count FROM tags WHERE name = 'panic'`))
	wantNoDrift(t, kit)
}

func TestEditThatGoesBackIsARollback(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?", "go")
	path := fmt.Sprintf("/questions/%d", q.ID)
	first := map[string]any{"title": "How do I close a channel twice?", "body": "What we tried: How do I close a channel twice?", "tags": []string{"go"}}
	kit.As("ada").Put(path, map[string]any{"title": first["title"], "body": "Something else.", "tags": first["tags"], "version": 1}).Want(200)
	first["version"] = 2
	kit.As("ada").Put(path, first).Want(200)
	require.Equal(t, 1, kit.Int(`SELECT count(*) FROM revisions WHERE kind = 'rollback' AND number = 3`))
	wantNoDrift(t, kit)
}

func TestEditThatChangesNothingIsNoRevision(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?", "go")
	kit.As("ada").Put(fmt.Sprintf("/questions/%d", q.ID), map[string]any{
		"title": "How do I close a channel twice?", "body": "What we tried: How do I close a channel twice?", "tags": []string{"go"}, "version": q.Version,
	}).Want(200)
	require.Equal(t, 1, kit.Int(`SELECT count(*) FROM revisions`))
	kit.WantNoEvents("post.edited")
}

func TestEditOfAnOldVersionIsAConflict(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?", "go")
	edit := map[string]any{"title": "How do I close a channel once?", "body": "By mistake.", "tags": []string{"go"}, "version": q.Version}
	kit.As("ada").Put(fmt.Sprintf("/questions/%d", q.ID), edit).Want(200)
	edit["body"] = "On purpose."
	kit.As("ben").Put(fmt.Sprintf("/questions/%d", q.ID), edit).WantProblem(409, "edit-conflict")
	require.Equal(t, 2, kit.Int(`SELECT count(*) FROM revisions`))
}

func TestDeletedQuestionIsGoneWithItsAnswers(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?", "go")
	a := kit.Answer("ben", q, "You do not.")
	kit.As("ada").Delete("/questions/%d", q.ID).Want(204)
	kit.As("ben").Get("/questions/%d", q.ID).WantProblem(404, "not-found")
	kit.As("ben").Get("/answers/%d", a.ID).WantProblem(404, "not-found")
	kit.As("noa").Put(fmt.Sprintf("/posts/%d/vote", a.ID), map[string]any{"value": 1}).WantProblem(404, "not-found")
	kit.WantEvents("post.deleted")
	page := readPage(kit, "ada", q.ID)
	require.NotNil(t, page.Question.DeletedAt)
	require.True(t, page.Question.Can["undelete"].Allowed)
	require.False(t, page.Question.Can["edit"].Allowed)
	require.Zero(t, kit.Int(`SELECT question_count FROM tags WHERE name = 'go'`))
	wantNoDrift(t, kit)

	kit.As("ada").Delete("/posts/%d/deletion", q.ID).Want(204)
	require.Len(t, readPage(kit, "ben", q.ID).Answers, 1)
	require.Equal(t, 1, kit.Int(`SELECT question_count FROM tags WHERE name = 'go'`))
	kit.WantEvents("post.deleted", "post.undeleted")
	wantNoDrift(t, kit)
}

func TestQuestionThatOthersHelpedIsDeletedByModeratorsOnly(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?", "go")
	a := kit.Answer("ben", q, "You do not.")
	require.True(t, readPage(kit, "ada", q.ID).Question.Can["delete"].Allowed)
	kit.As("noa").Put(fmt.Sprintf("/posts/%d/vote", a.ID), map[string]any{"value": 1}).Want(200)
	refused := readPage(kit, "ada", q.ID).Question.Can["delete"]
	require.False(t, refused.Allowed)
	require.NotEmpty(t, refused.Reason)
	kit.As("ada").Delete("/questions/%d", q.ID).WantProblem(403, "forbidden")
	kit.As("ben").Delete("/questions/%d", q.ID).WantProblem(403, "forbidden")
	kit.As("mia").Delete("/questions/%d", q.ID).Want(204)
	kit.As("ada").Delete("/posts/%d/deletion", q.ID).WantProblem(403, "forbidden")
	kit.As("mia").Delete("/posts/%d/deletion", q.ID).Want(204)
}

func TestReasonsAreInTheReadersLanguage(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?", "go")
	kit.Exec(`UPDATE users SET language = 'de' WHERE handle = 'ben'`)
	own := readPage(kit, "ada", q.ID).Question.Can["voteUp"]
	require.Equal(t, decision{Reason: "You cannot vote on your own post."}, own)
	refused := readPage(kit, "ben", q.ID).Question.Can["delete"]
	require.False(t, refused.Allowed)
	require.NotEqual(t, "Only the author and moderators can delete this.", refused.Reason)
}

func TestClosedOrLockedQuestionTakesNoAnswers(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	for _, state := range []string{"closed_at = now(), closed_reason = 'outdated'", "locked_at = now()"} {
		q := kit.Ask("ada", "How do I close a channel twice?", "go")
		kit.Exec(`UPDATE posts SET `+state+` WHERE id = $1`, q.ID)
		kit.As("ben").Post(fmt.Sprintf("/questions/%d/answers", q.ID), map[string]any{"body": "You do not."}).WantProblem(403, "forbidden")
	}
}

func TestViewsCountOncePerPersonAndDayAndNotTheAuthor(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?", "go")
	look := func() {
		readPage(kit, "ada", q.ID)
		readPage(kit, "ben", q.ID)
		readPage(kit, "ben", q.ID)
		readPage(kit, "noa", q.ID)
		require.NoError(t, kit.App.Posts.FlushViews(t.Context()))
	}
	look()
	require.Equal(t, 2, kit.Int(`SELECT view_count FROM posts`))
	kit.Clock.Advance(24 * time.Hour)
	look()
	require.Equal(t, 4, kit.Int(`SELECT view_count FROM posts`))
	wantNoDrift(t, kit)
}

func TestQuestionPageIsSentAgainOnlyWhenItChanged(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?", "go")
	ben := kit.As("ben")
	etag := ben.Get("/questions/%d", q.ID).Want(200).Header.Get("ETag")
	require.NotEmpty(t, etag)
	ben.With("If-None-Match", etag).Get("/questions/%d", q.ID).Want(304)
	ben.Put(fmt.Sprintf("/posts/%d/vote", q.ID), map[string]any{"value": 1}).Want(200)
	ben.With("If-None-Match", etag).Get("/questions/%d", q.ID).Want(200)
}

func TestReadersOfOnePageEachSeeTheirOwnVote(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	question := kit.Ask("ada", "How do I close a channel twice?")
	mine := func(handle string) int {
		var page struct{ Question struct{ MyVote int } }
		kit.As(handle).Get("/questions/%d", question.ID).Want(200).JSON(&page)
		return page.Question.MyVote
	}
	for range 2 {
		require.Equal(t, []int{0, 0}, []int{mine("ben"), mine("max")})
	}
	kit.As("ben").Put(fmt.Sprintf("/posts/%d/vote", question.ID), map[string]any{"value": 1}).Want(200)
	for range 2 {
		require.Equal(t, []int{1, 0}, []int{mine("ben"), mine("max")})
	}
	kit.As("ben").Delete("/posts/%d/vote", question.ID).Want(200)
	require.Equal(t, []int{0, 0}, []int{mine("ben"), mine("max")})
}
