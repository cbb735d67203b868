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

func postComment(kit *testkit.Kit, handle string, post id.Post, body string) shownComment {
	var posted shownComment
	kit.As(handle).Post(fmt.Sprintf("/posts/%d/comments", post), map[string]any{"body": body}).Want(201).JSON(&posted)
	return posted
}

func listComments(kit *testkit.Kit, handle string, post id.Post) []shownComment {
	var list struct{ Items []shownComment }
	kit.As(handle).Get("/posts/%d/comments", post).Want(200).JSON(&list)
	return list.Items
}

func TestCommentIsPostedEditedAndDeleted(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?")
	c := postComment(kit, "ben", q.ID, "Why *twice*?")
	require.Contains(t, c.HTML, "<em>twice</em>")
	require.True(t, c.Can["edit"].Allowed)
	require.False(t, c.Can["vote"].Allowed)
	require.Equal(t, 1, readPage(kit, "ada", q.ID).Question.CommentCount)
	path := fmt.Sprintf("/comments/%d", c.ID)
	kit.As("noa").Put(path, map[string]any{"body": "Mine now."}).WantProblem(403, "forbidden")
	kit.As("ben").Put(path, map[string]any{"body": "Why not once?"}).Want(200)
	require.Equal(t, "Why not once?", readPage(kit, "ada", q.ID).Question.Comments[0].Body)
	kit.As("noa").Delete("%s", path).WantProblem(403, "forbidden")
	kit.As("mia").Delete("%s", path).Want(204)
	kit.As("ben").Put(path, map[string]any{"body": "Too late."}).WantProblem(404, "not-found")
	require.Empty(t, listComments(kit, "ben", q.ID))
	kit.WantEvents("comment.posted", "comment.changed", "comment.changed")
	wantNoDrift(t, kit)
}

func TestCommentHasOneToSixHundredCharacters(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?")
	path := fmt.Sprintf("/posts/%d/comments", q.ID)
	for _, body := range []string{"", "   ", strings.Repeat("ä", 601)} {
		kit.As("ben").Post(path, map[string]any{"body": body}).WantProblem(422, "validation")
	}
	kit.As("ben").Post(path, map[string]any{"body": strings.Repeat("ä", 600)}).Want(201)
	kit.As("ben").Post(path, map[string]any{"body": "!"}).Want(201)
}

func TestTheFiveBestCommentsAreShownOldestFirst(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?")
	var posted []shownComment
	for i := range 7 {
		posted = append(posted, postComment(kit, "ben", q.ID, fmt.Sprintf("Remark %d", i)))
		kit.Clock.Advance(time.Minute)
	}
	kit.As("noa").Put(fmt.Sprintf("/comments/%d/vote", posted[6].ID), nil).Want(200)
	var shown []string
	for _, c := range readPage(kit, "ada", q.ID).Question.Comments {
		shown = append(shown, c.Body)
	}
	require.Equal(t, []string{"Remark 0", "Remark 1", "Remark 2", "Remark 3", "Remark 6"}, shown)
	require.Len(t, listComments(kit, "ada", q.ID), 7)
}

func TestCommentIsVotedUpOnceAndTheVoteTakenBack(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?")
	c := postComment(kit, "ben", q.ID, "Why twice?")
	var got struct{ Score, MyVote int }
	path := fmt.Sprintf("/comments/%d/vote", c.ID)
	kit.As("ben").Put(path, nil).WantProblem(403, "forbidden")
	for range 2 {
		kit.As("noa").Put(path, nil).Want(200).JSON(&got)
		require.Equal(t, 1, got.Score)
		require.Equal(t, 1, got.MyVote)
	}
	require.Equal(t, 1, readPage(kit, "noa", q.ID).Question.Comments[0].MyVote)
	require.Zero(t, readPage(kit, "ada", q.ID).Question.Comments[0].MyVote)
	for range 2 {
		kit.As("noa").Delete("%s", path).Want(200).JSON(&got)
		require.Zero(t, got.Score)
	}
	wantNoDrift(t, kit)
}

func TestOneMayAlwaysCommentUnderOnesOwnQuestion(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?")
	a := kit.Answer("ben", q, "You do not.")
	kit.Exec(`UPDATE organisation SET privilege_preset = 'public'`)
	postComment(kit, "ada", q.ID, "I mean really twice.")
	postComment(kit, "ada", a.ID, "Thanks!")
	postComment(kit, "ben", a.ID, "Welcome!")
	kit.As("ben").Post(fmt.Sprintf("/posts/%d/comments", q.ID), map[string]any{"body": "Why?"}).WantProblem(403, "forbidden")
}

func reply(kit *testkit.Kit, handle string, post id.Post, to id.Comment, body string) shownComment {
	var posted shownComment
	kit.As(handle).Post(fmt.Sprintf("/posts/%d/comments", post), map[string]any{"body": body, "parentId": to}).Want(201).JSON(&posted)
	return posted
}

func TestReplyStandsUnderTheCommentItAnswersOneLevelDeep(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?")
	other := kit.Ask("ada", "How do I open a channel twice?")
	c := postComment(kit, "ben", q.ID, "Why twice?")
	require.Nil(t, c.ParentID)
	first := reply(kit, "ada", q.ID, c.ID, "For symmetry.")
	require.Equal(t, c.ID, *first.ParentID)
	second := reply(kit, "noa", q.ID, first.ID, "That is no reason.")
	require.Equal(t, c.ID, *second.ParentID, "a reply to a reply stands beside it")
	path := fmt.Sprintf("/posts/%d/comments", other.ID)
	kit.As("ben").Post(path, map[string]any{"body": "Elsewhere.", "parentId": c.ID}).WantProblem(404, "not-found")
	kit.As("ben").Post(path, map[string]any{"body": "To nobody.", "parentId": 999_999}).WantProblem(404, "not-found")
	require.Equal(t, 3, readPage(kit, "ada", q.ID).Question.CommentCount)
	require.Zero(t, readPage(kit, "ada", other.ID).Question.CommentCount)
	require.Equal(t, []string{"comment by noa", "comment by ben"}, told(kit, "ada"))
	require.Equal(t, []string{"comment by ada"}, told(kit, "ben"), "who is answered hears of it")
	wantNoDrift(t, kit)
}

func TestDeletedCommentKeepsItsPlaceWhileItHasReplies(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?")
	c := postComment(kit, "ben", q.ID, "Something that I regret.")
	answer := reply(kit, "ada", q.ID, c.ID, "Never mind.")
	kit.As("ben").Delete("/comments/%d", c.ID).Want(204)
	for _, shown := range [][]shownComment{listComments(kit, "mia", q.ID), readPage(kit, "ben", q.ID).Question.Comments} {
		require.Len(t, shown, 2)
		require.True(t, shown[0].Deleted)
		require.Empty(t, shown[0].Body+shown[0].HTML+shown[0].AuthorName)
		require.Equal(t, "This comment is deleted.", shown[0].Can["edit"].Reason)
		require.Equal(t, answer.ID, shown[1].ID)
	}
	path := fmt.Sprintf("/posts/%d/comments", q.ID)
	kit.As("noa").Post(path, map[string]any{"body": "What was it?", "parentId": c.ID}).WantProblem(404, "not-found")
	last := reply(kit, "noa", q.ID, answer.ID, "What was it?")
	require.Equal(t, c.ID, *last.ParentID)
	require.Equal(t, 2, readPage(kit, "ada", q.ID).Question.CommentCount, "a place that is kept does not count")
	kit.As("mia").Delete("/comments/%d", answer.ID).Want(204)
	kit.As("mia").Delete("/comments/%d", last.ID).Want(204)
	require.Empty(t, listComments(kit, "ada", q.ID))
	require.Empty(t, readPage(kit, "ada", q.ID).Question.Comments)
	wantNoDrift(t, kit)
}

func TestTheBestCommentsBringWhatTheyAnswer(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?")
	for i := range 5 {
		c := postComment(kit, "ben", q.ID, fmt.Sprintf("Remark %d", i))
		kit.As("noa").Put(fmt.Sprintf("/comments/%d/vote", c.ID), nil).Want(200)
		kit.Clock.Advance(time.Minute)
	}
	plain := postComment(kit, "ben", q.ID, "Asked")
	kit.Clock.Advance(time.Minute)
	best := reply(kit, "ada", q.ID, plain.ID, "Answered")
	for _, handle := range []string{"noa", "max"} {
		kit.As(handle).Put(fmt.Sprintf("/comments/%d/vote", best.ID), nil).Want(200)
	}
	var shown []string
	for _, c := range readPage(kit, "ada", q.ID).Question.Comments {
		shown = append(shown, c.Body)
	}
	require.Equal(t, []string{"Remark 0", "Remark 1", "Remark 2", "Remark 3", "Asked", "Answered"}, shown)
}

func TestNobodyRepliesToWhatTheyMayNotRead(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?")
	c := postComment(kit, "ben", q.ID, "Why twice?")
	kit.Exec(`UPDATE posts SET deleted_at = now(), deleted_by = author_id WHERE id = $1`, q.ID)
	kit.As("noa").Post(fmt.Sprintf("/posts/%d/comments", q.ID), map[string]any{"body": "May I?", "parentId": c.ID}).WantProblem(404, "not-found")
	kit.As("noa").Get("/posts/%d/comments", q.ID).WantProblem(404, "not-found")
}

func TestAuthorsEditTheirCommentsForTenMinutes(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?")
	c := postComment(kit, "ben", q.ID, "Why twise?")
	path := fmt.Sprintf("/comments/%d", c.ID)
	kit.Clock.Advance(10 * time.Minute)
	var edited shownComment
	kit.As("ben").Put(path, map[string]any{"body": "Why twice?"}).Want(200).JSON(&edited)
	require.NotNil(t, edited.EditedAt)
	kit.Clock.Advance(time.Second)
	require.Contains(t, listComments(kit, "ben", q.ID)[0].Can["edit"].Reason, "10 minutes")
	kit.As("ben").Put(path, map[string]any{"body": "Why thrice?"}).WantProblem(403, "forbidden")
	require.Equal(t, "Why twice?", listComments(kit, "ben", q.ID)[0].Body)
	kit.As("mia").Put(path, map[string]any{"body": "Why *twice*?"}).Want(200)
	require.True(t, listComments(kit, "ben", q.ID)[0].Can["delete"].Allowed)
}

func TestFiftyRepliesAtOnceAreAllCounted(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?")
	c := postComment(kit, "ben", q.ID, "Why twice?")
	handles := []string{"ada", "ben", "mia", "max", "noa"}
	var writing sync.WaitGroup
	for i := range 50 {
		writing.Go(func() { reply(kit, handles[i%len(handles)], q.ID, c.ID, fmt.Sprintf("Because %d", i)) })
	}
	writing.Wait()
	require.Equal(t, 51, readPage(kit, "ada", q.ID).Question.CommentCount)
	require.Len(t, listComments(kit, "ada", q.ID), 51)
	wantNoDrift(t, kit)
}
