package votes_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/content/answers"
	"wellspring/pkg/content/comments"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/testkit"
)

func wantNoDrift(t *testing.T, kit *testkit.Kit) {
	t.Helper()
	drift, err := kit.App.Posts.Drift(t.Context())
	require.NoError(t, err)
	require.Empty(t, drift)
}

func TestFiftyPeopleVoteOnAPostAtOnce(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?")
	a := kit.Answer("ben", q, "You do not.")
	var deeds []func() error
	for i, voter := range kit.Crowd(50, 1) {
		for _, post := range []id.Post{q.ID, a.ID} {
			deeds = append(deeds, func() error {
				value := 1
				if i%5 == 0 {
					value = -1
				}
				_, err := kit.App.Votes.Cast(t.Context(), voter, post, value)
				return err
			})
		}
	}
	kit.Together(deeds)
	for _, post := range []id.Post{q.ID, a.ID} {
		require.Equal(t, 40, kit.Int(`SELECT up_count FROM posts WHERE id = $1`, post))
		require.Equal(t, 10, kit.Int(`SELECT down_count FROM posts WHERE id = $1`, post))
		require.Equal(t, 30, kit.Int(`SELECT score FROM posts WHERE id = $1`, post))
	}
	require.Equal(t, 100, kit.Int(`SELECT count(*) FROM events WHERE name = 'vote.cast'`))
	wantNoDrift(t, kit)
}

func TestOnePersonWhoVotesTenTimesAtOnceVotesOnce(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?")
	ben := kit.Actor("ben")
	var deeds []func() error
	for range 10 {
		deeds = append(deeds, func() error {
			_, err := kit.App.Votes.Cast(t.Context(), ben, q.ID, 1)
			return err
		})
	}
	kit.Together(deeds)
	require.Equal(t, 1, kit.Int(`SELECT score FROM posts WHERE id = $1`, q.ID))
	require.Equal(t, 1, kit.Int(`SELECT count(*) FROM events WHERE name = 'vote.cast'`))
	kit.WantReputation("ada", 10)
}

func TestAcceptancesThatCollideLeaveOneAnswerAccepted(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?")
	first, second := kit.Answer("ben", q, "You do not."), kit.Answer("noa", q, "Once is enough.")
	ada := kit.Actor("ada")
	var deeds []func() error
	for i := range 20 {
		deeds = append(deeds, func() error {
			_, err := kit.App.Answers.Accept(t.Context(), ada, []id.Post{first.ID, second.ID}[i%2])
			return err
		})
	}
	kit.Together(deeds)
	accepted := kit.Int(`SELECT count(*) FROM events WHERE name = 'answer.accepted'`)
	require.Equal(t, accepted-1, kit.Int(`SELECT count(*) FROM events WHERE name = 'answer.unaccepted'`))
	kit.WantReputation("ada", 2)
	require.Equal(t, 15, kit.Int(`
		SELECT sum(reputation - 1) FROM reputation_totals JOIN users ON users.id = user_id WHERE handle IN ('ben', 'noa')`))
	wantNoDrift(t, kit)
}

func TestDeletionsAndAnswersAndVotesCollideWithoutDeadlockOrDrift(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?", "go")
	mia, people := kit.Actor("mia"), kit.Crowd(10, 1)
	a := kit.Answer("ben", q, "You do not.")
	var deeds []func() error
	for i, person := range people {
		deeds = append(deeds,
			func() error {
				_, err := kit.App.Answers.Post(t.Context(), person, q.ID, answers.Answer{Body: "Once is enough."})
				return err
			},
			func() error {
				_, err := kit.App.Votes.Cast(t.Context(), person, []id.Post{q.ID, a.ID}[i%2], 1)
				return err
			},
			func() error {
				_, err := kit.App.Comments.Post(t.Context(), person, a.ID, comments.Draft{Body: "Thanks!"})
				return err
			},
			func() error { return kit.App.Questions.Delete(t.Context(), mia, q.ID, "") },
			func() error { return kit.App.Answers.Delete(t.Context(), mia, a.ID, "") },
			func() error { return kit.App.Questions.Undelete(t.Context(), mia, q.ID, "") },
			func() error { return kit.App.Answers.Undelete(t.Context(), mia, a.ID, "") },
		)
	}
	kit.Together(deeds)
	wantNoDrift(t, kit)
	tagDrift, err := kit.App.Tags.Drift(t.Context())
	require.NoError(t, err)
	require.Empty(t, tagDrift)
}

func TestVotesOnSeveralAnswersWhileTheQuestionIsDeletedLeaveNoReputation(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?")
	first, second := kit.Answer("ben", q, "You do not."), kit.Answer("noa", q, "Once is enough.")
	mia := kit.Actor("mia")
	var deeds []func() error
	for i, voter := range kit.Crowd(60, 1) {
		if i == 30 {
			deeds = append(deeds, func() error { return kit.App.Questions.Delete(t.Context(), mia, q.ID, "") })
		}
		deeds = append(deeds, func() error {
			_, err := kit.App.Votes.Cast(t.Context(), voter, []id.Post{first.ID, second.ID}[i%2], 1)
			return err
		})
	}
	taken := kit.Together(deeds) - 1
	require.Equal(t, taken, kit.Int(`SELECT count(*) FROM votes`), "what was refused left nothing")
	kit.WantReputation("ben", 0)
	kit.WantReputation("noa", 0)
	wantNoDrift(t, kit)
}
