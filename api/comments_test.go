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
