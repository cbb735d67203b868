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

type talk struct {
	ID       id.Comment
	ParentID *id.Comment
	Body     string
	Score    int
	Author   *named
	Deleted  bool
	Can      map[string]decision
}

func talkOn(kit *testkit.Kit, handle string, post id.Post) []talk {
	var list struct{ Items []talk }
	kit.As(handle).Get("/posts/%d/comments", post).Want(200).JSON(&list)
	return list.Items
}

type convertedAnswer struct {
	ID           id.Post
	Body         string
	Score        int
	CommentCount int
	CreatedAt    time.Time
	Author       *named
	Accepted     bool
	Can          map[string]decision
}

func answerOf(kit *testkit.Kit, handle string, comment id.Comment, body map[string]any) *testkit.Reply {
	return kit.As(handle).Put(fmt.Sprintf("/comments/%d/answer", comment), body)
}

func commentOf(kit *testkit.Kit, handle string, answer id.Post, body map[string]any) *testkit.Reply {
	return kit.As(handle).Put(fmt.Sprintf("/answers/%d/comment", answer), body)
}

func wantNoTalkDrift(t *testing.T, kit *testkit.Kit) {
	t.Helper()
	drift, err := kit.App.Comments.Drift(t.Context())
	require.NoError(t, err)
	require.Empty(t, drift)
	wantNoBountyDrift(t, kit)
}

func TestACommentBecomesAnAnswerOfItsAuthorWithItsReplies(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?")
	c := comment(kit, "ben", q.ID, "You do not: @noa knows why.")
	kit.As("noa").Post(fmt.Sprintf("/posts/%d/comments", q.ID), map[string]any{"body": "Indeed.", "parentId": c}).Want(201)
	comment(kit, "max", q.ID, "I wonder too.")
	kit.As("noa").Put(fmt.Sprintf("/comments/%d/vote", c), nil).Want(200)
	kit.Clock.Advance(time.Hour)
	kit.Settle()

	answerOf(kit, "noa", c, map[string]any{}).WantProblem(403, "forbidden")
	kit.Visitor().Put(fmt.Sprintf("/comments/%d/answer", c), map[string]any{}).WantProblem(404, "not-found")
	require.True(t, talkOn(kit, "ben", q.ID)[0].Can["convert"].Allowed)
	var made convertedAnswer
	answerOf(kit, "mia", c, map[string]any{"note": "It answers."}).Want(200).JSON(&made)
	kit.WantEvents("comment.became-answer")
	require.Equal(t, "ben", made.Author.Handle)
	require.Equal(t, kit.Clock.Now().Add(-time.Hour), made.CreatedAt.UTC())
	require.Zero(t, made.Score, "votes on a comment are no votes on an answer")
	require.Equal(t, 1, made.CommentCount)
	require.Equal(t, []string{"Indeed."}, bodies(talkOn(kit, "ada", made.ID)))
	require.Equal(t, []string{"I wonder too."}, bodies(talkOn(kit, "ada", q.ID)))
	require.Equal(t, 1, readPage(kit, "ada", q.ID).Question.AnswerCount)
	require.Equal(t, "from-comment", actsOf(kit, "ada", q.ID)[0].Kind)
	require.Equal(t, "from-comment", actsOf(kit, "ada", made.ID)[0].Kind)
	require.Contains(t, followersOf(kit, q.ID), "ben")
	require.Contains(t, told(kit, "ben"), "from-comment by mia")
	require.Contains(t, told(kit, "ada"), "answer by ben")
	require.Equal(t, 1, kit.Int(`SELECT count(*) FROM events WHERE name = 'people.mentioned'`), "noa heard of it once")
	answerOf(kit, "mia", c, map[string]any{}).WantProblem(404, "not-found")
	kit.As("noa").Put(fmt.Sprintf("/posts/%d/vote", made.ID), map[string]any{"value": 1}).Want(200)
	kit.WantReputation("ben", 10)
	wantNoTalkDrift(t, kit)

	// And back: the comment is the one it was, and what the answer had earned is taken back.
	kit.As("ada").Put(fmt.Sprintf("/answers/%d/acceptance", made.ID), nil).Want(200)
	commentOf(kit, "ben", made.ID, map[string]any{}).WantProblem(403, "forbidden")
	var back talk
	commentOf(kit, "mia", made.ID, map[string]any{}).Want(200).JSON(&back)
	require.Equal(t, c, back.ID)
	require.Equal(t, 1, back.Score)
	kit.WantReputation("ben", 0)
	kit.WantReputation("ada", 0)
	list := talkOn(kit, "ada", q.ID)
	require.Equal(t, []string{"You do not: @noa knows why.", "Indeed.", "I wonder too."}, bodies(list))
	require.Equal(t, c, *list[1].ParentID)
	require.Zero(t, readPage(kit, "ada", q.ID).Question.AnswerCount)
	wantNoTalkDrift(t, kit)

	// And forth again: the answer is the one it was, with its vote.
	var again convertedAnswer
	answerOf(kit, "mia", c, map[string]any{}).Want(200).JSON(&again)
	require.Equal(t, made.ID, again.ID)
	require.Equal(t, 1, again.Score)
	kit.WantReputation("ben", 10)
	require.Equal(t, []string{"I wonder too."}, bodies(talkOn(kit, "ada", q.ID)))
	wantNoTalkDrift(t, kit)
}

func bodies(list []talk) []string {
	found := []string{}
	for _, c := range list {
		found = append(found, c.Body)
	}
	return found
}

func TestAnAnswerBecomesACommentAndUndeletingItUndoesThat(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?")
	a, other := kit.Answer("ben", q, "Me too!"), kit.Answer("noa", q, "You do not.")
	kit.Clock.Advance(time.Minute)
	top := comment(kit, "ada", a.ID, "What do you mean?")
	kit.As("ben").Post(fmt.Sprintf("/posts/%d/comments", a.ID), map[string]any{"body": "That I wonder.", "parentId": top}).Want(201)
	kit.As("max").Put(fmt.Sprintf("/posts/%d/vote", a.ID), map[string]any{"value": 1}).Want(200)

	commentOf(kit, "max", a.ID, map[string]any{}).WantProblem(403, "forbidden")
	commentOf(kit, "ben", a.ID, map[string]any{}).WantProblem(403, "forbidden")
	commentOf(kit, "mia", a.ID, map[string]any{"on": a.ID}).WantProblem(422, "validation")
	commentOf(kit, "mia", a.ID, map[string]any{"on": kit.Ask("ada", "May I close a channel twice?").ID}).WantProblem(422, "validation")
	commentOf(kit, "mia", a.ID, map[string]any{"on": 4711}).WantProblem(422, "validation")
	var made talk
	commentOf(kit, "mia", a.ID, map[string]any{"on": other.ID, "note": "It answers nothing."}).Want(200).JSON(&made)
	kit.WantEvents("post.deleted", "answer.became-comment")
	require.Equal(t, "ben", made.Author.Handle)
	kit.WantReputation("ben", 0)
	list := talkOn(kit, "ada", other.ID)
	require.Equal(t, []string{"Me too!", "What do you mean?", "That I wonder."}, bodies(list))
	for _, reply := range list[1:] {
		require.Equal(t, made.ID, *reply.ParentID)
	}
	require.Contains(t, told(kit, "ben"), "to-comment by mia")
	require.Equal(t, "to-comment", actsOf(kit, "mia", a.ID)[0].Kind)
	wantNoTalkDrift(t, kit)

	kit.As("mia").Delete("/posts/%d/deletion", a.ID).Want(204)
	kit.WantReputation("ben", 10)
	require.Empty(t, talkOn(kit, "ada", other.ID))
	require.Len(t, talkOn(kit, "ada", a.ID), 2)
	wantNoTalkDrift(t, kit)
}

func TestWhoWroteItConvertsItThemselvesWithinTheRules(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?")
	c := comment(kit, "ben", q.ID, "You do not.")
	kit.Answer("ben", q, "Once is enough.")
	answerOf(kit, "ben", c, map[string]any{}).WantProblem(409, "second-answer")
	answerOf(kit, "ben", c, map[string]any{"confirmSecond": true, "note": strings.Repeat("x", 501)}).WantProblem(422, "validation")
	answerOf(kit, "ben", c, map[string]any{"confirmSecond": true}).Want(200)
	later := comment(kit, "ben", q.ID, "Or do you?")
	closeAs(kit, "mia", q.ID, map[string]any{"reason": "outdated"}).Want(200)
	answerOf(kit, "ben", later, map[string]any{"confirmSecond": true}).WantProblem(403, "forbidden")

	open := kit.Ask("ada", "May I close a channel twice?")
	long := kit.Answer("noa", open, strings.Repeat("long ", 121))
	refused := commentOf(kit, "noa", long.ID, map[string]any{}).WantProblem(403, "forbidden")
	require.Contains(t, string(refused.Body), "at most 600 characters, and this answer has 605. Shorten it first.")
	short := kit.Answer("max", open, "Me too!")
	commentOf(kit, "max", short.ID, map[string]any{}).Want(200)
	require.Equal(t, []string{"Me too!"}, bodies(talkOn(kit, "ada", open.ID)))
	wantNoTalkDrift(t, kit)
}

func TestConvertingAgainstVotesRepliesAndDeletionsLosesNothing(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?")
	c := comment(kit, "ben", q.ID, "You do not.")
	a := kit.Answer("noa", q, "Me too!")
	mia, root, ben := kit.As("mia"), kit.As("root"), kit.As("ben")
	var deeds []func() error
	for i, client := range richCrowd(kit, 50, 100) {
		deeds = append(deeds,
			attempt(func() *testkit.Reply { return client.Put(fmt.Sprintf("/comments/%d/vote", c), nil) }),
			attempt(func() *testkit.Reply {
				return client.Put(fmt.Sprintf("/posts/%d/vote", a.ID), map[string]any{"value": 1})
			}),
			attempt(func() *testkit.Reply {
				return client.Post(fmt.Sprintf("/posts/%d/comments", q.ID), map[string]any{"body": "Why?", "parentId": c})
			}),
			attempt(func() *testkit.Reply {
				return client.Post(fmt.Sprintf("/posts/%d/comments", a.ID), map[string]any{"body": "Why?"})
			}))
		if i%5 != 0 {
			continue
		}
		deeds = append(deeds,
			attempt(func() *testkit.Reply { return mia.Put(fmt.Sprintf("/comments/%d/answer", c), map[string]any{}) }),
			attempt(func() *testkit.Reply { return root.Put(fmt.Sprintf("/answers/%d/comment", a.ID), map[string]any{}) }),
			attempt(func() *testkit.Reply { return mia.Delete("/posts/%d/deletion", a.ID) }),
			attempt(func() *testkit.Reply { return root.Delete("/answers/%d", a.ID) }),
			attempt(func() *testkit.Reply { return ben.Delete("/comments/%d", c) }))
	}
	kit.Together(deeds)
	require.Zero(t, kit.Int(`SELECT count(*) FROM comments c JOIN posts p ON p.id = c.answer_id WHERE c.deleted_at IS NULL AND p.deleted_at IS NULL`),
		"nothing stands there twice")
	require.Zero(t, kit.Int(`SELECT count(*) FROM comments c JOIN comments p ON p.id = c.parent_id WHERE p.post_id <> c.post_id OR p.parent_id IS NOT NULL`),
		"replies are one level deep, on the post of what they answer")
	wantNoTalkDrift(t, kit)
}
