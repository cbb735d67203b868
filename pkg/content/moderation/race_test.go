package moderation_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/content/answers"
	"wellspring/pkg/content/comments"
	"wellspring/pkg/content/moderation"
	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/testkit"
)

func wantNoDrift(t *testing.T, kit *testkit.Kit) {
	t.Helper()
	drift, err := kit.App.Posts.Drift(t.Context())
	require.NoError(t, err)
	require.Empty(t, drift)
}

func TestSixtyPeopleWhoVoteAtOnceCloseAQuestionOnce(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?")
	people := kit.Crowd(60, 2000)
	vote := func(person authz.Actor) func() error {
		return func() error {
			return kit.App.Moderation.Close(t.Context(), person, q.ID, moderation.Closure{Reason: posts.Outdated})
		}
	}
	var deeds []func() error
	for _, person := range people {
		deeds = append(deeds, vote(person))
	}
	require.Equal(t, posts.DecisiveVotes, kit.Together(deeds), "the others are told that it is closed already")
	require.Equal(t, 1, kit.Int(`SELECT count(*) FROM events WHERE name = 'question.closed'`))
	require.Equal(t, 1, kit.Int(`SELECT count(*) FROM post_acts WHERE kind = 'closed' AND cardinality(with_ids) = 2`))
	require.Equal(t, 1, kit.Int(`SELECT count(*) FROM posts WHERE closed_at IS NOT NULL`))
	require.Zero(t, kit.Int(`SELECT count(*) FROM close_votes`))

	deeds = nil
	for _, person := range people {
		deeds = append(deeds, func() error { return kit.App.Moderation.Reopen(t.Context(), person, q.ID, "") })
	}
	require.Equal(t, posts.DecisiveVotes, kit.Together(deeds))
	require.Equal(t, 1, kit.Int(`SELECT count(*) FROM events WHERE name = 'question.reopened'`))
	require.Zero(t, kit.Int(`SELECT count(*) FROM close_votes`))
	wantNoDrift(t, kit)
}

func TestOnePersonWhoVotesTwentyTimesAtOnceHasOneVote(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?")
	person := kit.Crowd(1, 2000)[0]
	var deeds []func() error
	for range 20 {
		deeds = append(deeds, func() error {
			return kit.App.Moderation.Close(t.Context(), person, q.ID, moderation.Closure{Reason: posts.Outdated})
		})
	}
	require.Equal(t, 20, kit.Together(deeds))
	require.Equal(t, 1, kit.Int(`SELECT count(*) FROM close_votes`))
	kit.WantNoEvents("question.closed")
}

func TestQuestionsThatAreClosedAsDuplicatesOfEachOtherMakeNoCircle(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	mia := kit.Actor("mia")
	var asked []id.Post
	for i := range 6 {
		asked = append(asked, kit.Ask("ada", fmt.Sprintf("How do I close channel number %d?", i)).ID)
	}
	var deeds []func() error
	for i := range asked {
		for j := range asked {
			deeds = append(deeds, func() error {
				return kit.App.Moderation.Close(t.Context(), mia, asked[i], moderation.Closure{Reason: posts.Duplicate, DuplicateOf: asked[j]})
			})
		}
	}
	kit.Together(deeds)
	require.Zero(t, kit.Int(`
		WITH RECURSIVE led AS (
			SELECT id AS start, duplicate_of AS at, 1 AS steps FROM posts WHERE duplicate_of IS NOT NULL
			UNION ALL SELECT l.start, p.duplicate_of, l.steps + 1 FROM led l JOIN posts p ON p.id = l.at WHERE p.duplicate_of IS NOT NULL AND l.steps < 10
		) SELECT count(*) FROM led WHERE at = start`))
	require.Equal(t, 5, kit.Int(`SELECT count(*) FROM posts WHERE duplicate_of IS NOT NULL`), "one stays open, for the others to lead to")
}

func TestClosingAndDeletingAgainstAnsweringLeavesNoAnswerBehind(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	mia, people := kit.Actor("mia"), kit.Crowd(50, 2000)
	closed, deleted := kit.Ask("ada", "How do I close a channel twice?"), kit.Ask("ada", "May I close a channel twice?")
	var deeds []func() error
	for i, person := range people {
		for _, question := range []id.Post{closed.ID, deleted.ID} {
			deeds = append(deeds, func() error {
				_, err := kit.App.Answers.Post(t.Context(), person, question, answers.Answer{Body: "Once is enough."})
				return err
			})
		}
		if i == len(people)/2 {
			deeds = append(deeds,
				func() error {
					return kit.App.Moderation.Close(t.Context(), mia, closed.ID, moderation.Closure{Reason: posts.Outdated})
				},
				func() error { return kit.App.Questions.Delete(t.Context(), mia, deleted.ID, "") })
		}
	}
	kit.Together(deeds)
	require.Zero(t, kit.Int(`
		SELECT count(*) FROM events a JOIN events e ON e.name IN ('question.closed', 'post.deleted') AND e.id < a.id
			AND e.payload->>'question' = a.payload->>'question'
		WHERE a.name = 'answer.posted'`), "nobody answers what is closed or gone")
	wantNoDrift(t, kit)
}

func TestMergingAgainstAnswersVotesAndCommentsLosesNothing(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	mia, people := kit.Actor("mia"), kit.Crowd(20, 2000)
	first, second := kit.Ask("ada", "How do I close a channel twice?", "go"), kit.Ask("ada", "May I close a channel twice?", "go")
	a := kit.Answer("ben", first, "You do not.")
	var deeds []func() error
	for i, person := range people {
		question := []id.Post{first.ID, second.ID}[i%2]
		deeds = append(deeds,
			func() error {
				_, err := kit.App.Answers.Post(t.Context(), person, question, answers.Answer{Body: "Once is enough."})
				return err
			},
			func() error {
				_, err := kit.App.Votes.Cast(t.Context(), person, a.ID, 1)
				return err
			},
			func() error {
				_, err := kit.App.Comments.Post(t.Context(), person, question, comments.Draft{Body: "Why?"})
				return err
			})
		if i == len(people)/2 {
			deeds = append(deeds,
				func() error { return kit.App.Questions.Merge(t.Context(), mia, first.ID, second.ID, "") },
				func() error { return kit.App.Questions.Merge(t.Context(), mia, second.ID, first.ID, "") })
		}
	}
	kit.Together(deeds)
	require.Equal(t, 1, kit.Int(`SELECT count(*) FROM posts WHERE merged_into IS NOT NULL`), "of two that are merged into each other one is left")
	require.Zero(t, kit.Int(`SELECT count(*) FROM posts a JOIN posts q ON q.id = a.question_id WHERE q.merged_into IS NOT NULL`))
	require.Zero(t, kit.Int(`SELECT count(*) FROM comments c JOIN posts q ON q.id = c.post_id WHERE q.merged_into IS NOT NULL`))
	wantNoDrift(t, kit)
	tagDrift, err := kit.App.Tags.Drift(t.Context())
	require.NoError(t, err)
	require.Empty(t, tagDrift)
}
