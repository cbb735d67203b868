package api_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/kernel/id"
	"wellspring/pkg/testkit"
)

type shownDraft struct {
	Place, Title, Body, Kind string
	Tags                     []string
	Version                  int
	PostID                   *id.Post
	Question                 *struct{ Title string }
}

func draftAt(kit *testkit.Kit, handle, place string) *shownDraft {
	var at struct{ Draft *shownDraft }
	kit.As(handle).Get("/me/drafts/%s", place).Want(200).JSON(&at)
	return at.Draft
}

func listDrafts(kit *testkit.Kit, handle string) []shownDraft {
	var list struct{ Items []shownDraft }
	kit.As(handle).Get("/me/drafts").Want(200).JSON(&list)
	return list.Items
}

func write(kit *testkit.Kit, handle, place, body string, version int) *testkit.Reply {
	return kit.As(handle).Put("/me/drafts/"+place, map[string]any{"title": "How do I", "body": body, "version": version})
}

func TestDraftIsKeptForItsWriterAlone(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	require.Nil(t, draftAt(kit, "ada", "ask"))
	write(kit, "ada", "ask", "It pan", 0).Want(200)
	write(kit, "ada", "ask", "It panics.", 1).Want(200)
	kept := draftAt(kit, "ada", "ask")
	require.Equal(t, "It panics.", kept.Body)
	require.Equal(t, 2, kept.Version)
	require.Nil(t, draftAt(kit, "ben", "ask"))
	require.Empty(t, listDrafts(kit, "ben"))
	for range 2 {
		kit.As("ada").Delete("/me/drafts/ask").Want(204)
	}
	require.Nil(t, draftAt(kit, "ada", "ask"))
	kit.Visitor().Get("/me/drafts").WantProblem(401, "unauthenticated")
	write(kit, "ada", "nowhere", "x", 0).WantProblem(422, "validation")
	write(kit, "ada", "answer-0", "x", 0).WantProblem(422, "validation")
	write(kit, "ada", "answer-01", "x", 0).WantProblem(422, "validation")
	write(kit, "ada", "ask", strings.Repeat("x", 30_001), 0).WantProblem(422, "validation")
}

func TestTwoWindowsNeverOverwriteOneAnotherUnseen(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	write(kit, "ada", "ask", "from the first window", 0).Want(200)
	write(kit, "ada", "ask", "from the second window", 0).WantProblem(409, "draft-conflict")
	require.Equal(t, "from the first window", draftAt(kit, "ada", "ask").Body)
	write(kit, "ada", "ask", "from the first window", 0).Want(200)
	require.Equal(t, 1, draftAt(kit, "ada", "ask").Version, "the same text sent again is no change")
	write(kit, "ada", "ask", "from the second window", 1).Want(200)
	kit.As("ada").Delete("/me/drafts/ask").Want(204)
	write(kit, "ada", "ask", "late", 2).WantProblem(409, "draft-gone")

	ada := kit.As("ada")
	var windows sync.WaitGroup
	for window := range 6 {
		windows.Go(func() {
			ada.Put("/me/drafts/ask", map[string]any{"body": fmt.Sprint("window ", window), "version": 0})
		})
	}
	windows.Wait()
	require.Equal(t, 1, draftAt(kit, "ada", "ask").Version)
}

func TestDraftGoesInTheTransactionThatPostsIt(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?", "go")
	answer, comment, edit := fmt.Sprintf("answer-%d", q.ID), fmt.Sprintf("comment-%d", q.ID), fmt.Sprintf("edit-%d", q.ID)
	for _, place := range []string{"ask", answer, comment, edit} {
		kit.As("ben").Put("/me/drafts/"+place, map[string]any{"title": "How do I drain a channel twice?", "body": "x", "version": 0}).Want(200)
	}
	kit.Answer("noa", q, "Somebody else answers.")
	require.Len(t, listDrafts(kit, "ben"), 4)
	kit.Answer("ben", q, "You do not.")
	require.Nil(t, draftAt(kit, "ben", answer))
	kit.As("ben").Post(fmt.Sprintf("/posts/%d/comments", q.ID), map[string]any{"body": "Why?"}).Want(201)
	require.Nil(t, draftAt(kit, "ben", comment))
	kit.As("ben").Put(fmt.Sprintf("/questions/%d", q.ID), map[string]any{
		"title": "How do I close a channel twice?", "body": "Edited.", "tags": []string{"go"}, "version": q.Version,
	}).Want(200)
	require.Nil(t, draftAt(kit, "ben", edit))
	kit.Ask("ben", "How do I open a channel twice?", "go")
	require.NotNil(t, draftAt(kit, "ben", "ask"), "another question is being written")
	kit.Ask("ben", "How do I drain a channel twice?", "go")
	require.Empty(t, listDrafts(kit, "ben"))
}

func TestDraftsListNamesOnlyPostsThatMayStillBeRead(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?", "go")
	a := kit.Answer("noa", q, "You do not.")
	write(kit, "ben", fmt.Sprintf("comment-%d", a.ID), "But why?", 0).Want(200)
	write(kit, "ben", fmt.Sprintf("answer-%d", a.ID), "x", 0).WantProblem(404, "not-found")
	write(kit, "ben", "answer-99999", "x", 0).WantProblem(404, "not-found")
	listed := listDrafts(kit, "ben")
	require.Len(t, listed, 1)
	require.Equal(t, "How do I close a channel twice?", listed[0].Question.Title)
	require.Equal(t, a.ID, *listed[0].PostID)
	kit.As("noa").Delete("/answers/%d", a.ID).Want(204)
	listed = listDrafts(kit, "ben")
	require.Len(t, listed, 1, "what one wrote stays one's own")
	require.Nil(t, listed[0].Question)
	require.Nil(t, listed[0].PostID)
	require.Equal(t, "But why?", listed[0].Body)
}

func TestDraftsAreLimitedAndExpire(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	kit.Exec(`INSERT INTO drafts (user_id, place, created_at, saved_at) SELECT $1, 'comment-' || n, now(), now() FROM generate_series(1, 100) n`, kit.UserID("ada"))
	write(kit, "ada", "ask", "one too many", 0).WantProblem(409, "too-many-drafts")
	write(kit, "ben", "ask", "fresh", 0).Want(200)
	kit.Clock.Advance(91 * 24 * time.Hour)
	write(kit, "max", "ask", "later", 0).Want(200)
	gone, err := kit.App.Drafts.Expire(t.Context())
	require.NoError(t, err)
	require.EqualValues(t, 101, gone)
	require.Nil(t, draftAt(kit, "ben", "ask"))
	require.NotNil(t, draftAt(kit, "max", "ask"))
}
