package posts_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/content/comments"
	"wellspring/pkg/content/posts"
	"wellspring/pkg/content/questions"
	"wellspring/pkg/content/tags"
	"wellspring/pkg/content/votes"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/testkit"
)

const site = "beer"

// thread imports a question with two answers the way an importer does, and gives their ids.
func thread(t *testing.T, kit *testkit.Kit, known []id.Post, title string) []id.Post {
	t.Helper()
	at := time.Date(2020, 5, 1, 12, 0, 0, 0, time.UTC)
	if known == nil {
		known = make([]id.Post, 3)
	}
	asked, err := kit.App.Posts.Import(t.Context(), []posts.ImportedPost{{
		ID: known[0], Kind: posts.Question, Space: 1, Author: kit.UserID("ada"), Title: title, Body: "Is it *cold*?\x00",
		Tags: []string{"ale", "cold-brew"}, Views: 70, CreatedAt: at, Site: site, URL: "https://beer.example/q/1",
	}})
	require.NoError(t, err)
	answers, err := kit.App.Posts.Import(t.Context(), []posts.ImportedPost{
		{ID: known[1], Kind: posts.Answer, Question: asked[0], Space: 1, Author: kit.UserID("ben"), Body: "Yes.", CreatedAt: at.Add(time.Hour), Site: site},
		{ID: known[2], Kind: posts.Answer, Question: asked[0], Space: 1, AuthorName: "somebody", Body: "No.", CreatedAt: at.Add(2 * time.Hour), Site: site},
	})
	require.NoError(t, err)
	return append(asked, answers...)
}

func finish(t *testing.T, kit *testkit.Kit) {
	t.Helper()
	require.NoError(t, kit.App.Posts.Recount(t.Context()))
	require.NoError(t, kit.App.Tags.Recount(t.Context()))
	require.NoError(t, kit.App.Posts.DeriveAll(t.Context(), site))
	postDrift, err := kit.App.Posts.Drift(t.Context())
	require.NoError(t, err)
	require.Empty(t, postDrift)
	tagDrift, err := kit.App.Tags.Drift(t.Context())
	require.NoError(t, err)
	require.Empty(t, tagDrift)
}

func TestImportedThreadIsReadLikeAnyOther(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	ctx := t.Context()
	require.NoError(t, kit.App.Tags.Import(ctx, []tags.ImportedTag{
		{Name: "Ale", Description: "Top-fermented.", Wiki: "It is **warm**.", CreatedAt: time.Now()}, {Name: "cold brew", CreatedAt: time.Now()},
	}))
	ids := thread(t, kit, nil, "Why is my ale cold?")
	day := time.Date(2020, 5, 2, 0, 0, 0, 0, time.UTC)
	require.NoError(t, kit.App.Posts.ImportVotes(ctx, []posts.ImportedVotes{
		{Post: ids[0], Day: day, Up: 3}, {Post: ids[0], Day: day.AddDate(0, 0, 1), Up: 1, Down: 1}, {Post: ids[2], Day: day, Up: 5}, {Post: ids[2], Day: day, Down: 1},
	}))
	require.NoError(t, kit.App.Votes.Import(ctx, []votes.ImportedVote{
		{Post: ids[0], Voter: kit.UserID("ben"), Value: 1, At: day}, {Post: ids[0], Voter: kit.UserID("ada"), Value: 1, At: day},
	}))
	require.NoError(t, kit.App.Posts.ImportAcceptances(ctx, []posts.ImportedAcceptance{{Question: ids[0], Answer: ids[1], At: day}}))
	require.NoError(t, kit.App.Posts.ImportRevisions(ctx, []posts.ImportedRevision{
		{Post: ids[0], Number: 1, Kind: "initial", Author: kit.UserID("ada"), CreatedAt: day, Title: "Ale?", Body: "Cold?", Tags: []string{"ale"}},
		{Post: ids[0], Number: 2, Kind: "edit", AuthorName: "editor", CreatedAt: day, Summary: "clearer", Title: "Why is my ale cold?", Body: "Is it *cold*?", Tags: []string{"ale", "cold-brew"}},
	}))
	_, err := kit.App.Comments.Import(ctx, []comments.ImportedComment{{Post: ids[1], AuthorName: "guest", Body: "Sure?", Score: 4, CreatedAt: day}})
	require.NoError(t, err)
	finish(t, kit)

	page, err := kit.App.Questions.Document(ctx, kit.Actor("noa"), ids[0], questions.Best)
	require.NoError(t, err)
	require.Equal(t, 4, page.Question.Score, "three and one imported, one against, and Ben's; Ada's own does not count")
	require.Equal(t, 5, page.Question.UpCount)
	require.Equal(t, 2, page.Question.AnswerCount)
	require.Equal(t, 70, page.Question.ViewCount)
	require.Equal(t, 2, page.Question.RevisionCount)
	require.Equal(t, ids[1], page.Question.AcceptedAnswer)
	require.Equal(t, "<p>Is it <em>cold</em>?</p>\n", page.Question.HTML)
	require.Equal(t, []id.Post{ids[2], ids[1]}, []id.Post{page.Answers[0].ID, page.Answers[1].ID})
	require.Equal(t, "somebody", page.Answers[0].AuthorName)
	require.Equal(t, 4, page.Comments[0].Score)
	history, err := kit.App.Posts.History(ctx, kit.Actor("noa"), ids[0], 0, 30)
	require.NoError(t, err)
	require.Equal(t, []string{"title", "body", "tags"}, history.Revisions[0].Changed)
	require.Equal(t, "accepted", kind(kit, ids[0]))
}

func kind(kit *testkit.Kit, question id.Post) string {
	for _, activity := range []string{"asked", "answered", "edited", "commented", "closed", "accepted"} {
		if kit.Int(`SELECT count(*) FROM posts WHERE id = $1 AND activity_kind = $2`, question, activity) == 1 {
			return activity
		}
	}
	return ""
}

func TestImportingTwiceGivesWhatImportingOnceGives(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	require.NoError(t, kit.App.Tags.Import(t.Context(), []tags.ImportedTag{{Name: "ale", CreatedAt: time.Now()}, {Name: "cold-brew", CreatedAt: time.Now()}}))
	ids := thread(t, kit, nil, "Why is my ale cold?")
	again := thread(t, kit, ids, "Why is my ale warm?")
	require.Equal(t, ids, again)
	finish(t, kit)
	require.Equal(t, 3, kit.Int(`SELECT count(*) FROM posts`))
	require.Equal(t, 3, kit.Int(`SELECT count(*) FROM revisions`))
	require.Equal(t, 2, kit.Int(`SELECT version FROM posts WHERE id = $1`, ids[0]), "only what changed has a new version")
	require.Equal(t, 1, kit.Int(`SELECT version FROM posts WHERE id = $1`, ids[1]))
}

func TestWhatANewerDumpLacksIsDeletedAndComesBackWithAnother(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	require.NoError(t, kit.App.Tags.Import(t.Context(), []tags.ImportedTag{{Name: "ale", CreatedAt: time.Now()}, {Name: "cold-brew", CreatedAt: time.Now()}}))
	ids := thread(t, kit, nil, "Why is my ale cold?")
	require.NoError(t, kit.App.Posts.ImportAcceptances(t.Context(), []posts.ImportedAcceptance{{Question: ids[0], Answer: ids[2], At: time.Now()}}))
	gone, err := kit.App.Posts.SoftDeleteMissing(t.Context(), []id.Post{ids[2]})
	require.NoError(t, err)
	require.Equal(t, 1, gone)
	finish(t, kit)
	require.Zero(t, kit.Int(`SELECT coalesce(accepted_answer_id, 0) FROM posts WHERE id = $1`, ids[0]))
	require.Equal(t, 1, kit.Int(`SELECT answer_count FROM posts WHERE id = $1`, ids[0]))
	thread(t, kit, ids, "Why is my ale cold?")
	finish(t, kit)
	require.Equal(t, 2, kit.Int(`SELECT answer_count FROM posts WHERE id = $1`, ids[0]))
}

func TestDriftIsFoundAndMended(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?", "go")
	a := kit.Answer("ben", q, "You do not.")
	kit.Exec(`UPDATE posts SET score = 7, answer_count = 3, comment_count = 1, view_count = 9, revision_count = 5 WHERE id = $1`, q.ID)
	kit.Exec(`UPDATE posts SET up_count = 2 WHERE id = $1`, a.ID)
	kit.Exec(`UPDATE tags SET question_count = 8`)
	drift, err := kit.App.Posts.Drift(t.Context())
	require.NoError(t, err)
	found := []string{}
	for _, d := range drift {
		found = append(found, fmt.Sprint(d.Counter, " ", d.ID == int64(q.ID), " ", d.Have, " ", d.Want))
	}
	require.ElementsMatch(t, []string{
		"posts.score true 7 0", "posts.answer_count true 3 1", "posts.comment_count true 1 0", "posts.view_count true 9 0",
		"posts.revision_count true 5 1", "posts.up_count false 2 0",
	}, found)
	tagDrift, err := kit.App.Tags.Drift(t.Context())
	require.NoError(t, err)
	require.Equal(t, []tags.Drift{{Counter: "tags.question_count", ID: 1, Have: 8, Want: 1}}, tagDrift)
	finish(t, kit)
	kit.Exec(`UPDATE posts SET score = 7 WHERE id = $1`, q.ID)
	require.NoError(t, kit.App.Posts.RecountPosts(t.Context(), []id.Post{q.ID}))
	finish(t, kit)
}

func TestThousandsOfPostsAreImportedASecond(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	const many = 3000
	batch := make([]posts.ImportedPost, many)
	for i := range batch {
		batch[i] = posts.ImportedPost{
			Kind: posts.Question, Space: 1, Author: kit.UserID("ada"), Title: fmt.Sprintf("Question number %d", i), Body: "Is it *cold*?",
			Tags: []string{"ale"}, CreatedAt: time.Now(), Site: site,
		}
	}
	began := time.Now()
	ids, err := kit.App.Posts.Import(t.Context(), batch)
	require.NoError(t, err)
	t.Logf("%d posts in %v", many, time.Since(began))
	require.Len(t, ids, many)
	require.Equal(t, many, kit.Int(`SELECT count(*) FROM posts WHERE title = 'Question number ' || id - $1::bigint`, ids[0]), "ids come in the order of the batch")
}
