package questions_test

import (
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/content/questions"
	"wellspring/pkg/testkit"
)

// statementsOf counts what is sent to the database.
func statementsOf(kit *testkit.Kit, deed func()) int64 {
	before := kit.DB.Statements()
	deed()
	return kit.DB.Statements() - before
}

func TestQuestionPageCostsTwoStatementsColdAndNoneWarm(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?")
	kit.Answer("ben", q, "You do not.")
	ben := kit.As("ben")
	ben.Get("/questions?view=newest").Want(200)
	read := func() { ben.Get("/questions/%d", q.ID).Want(200) }
	require.EqualValues(t, 2, statementsOf(kit, read))
	require.EqualValues(t, 0, statementsOf(kit, read))
}

func TestListsCostAtMostThreeStatements(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	fill(kit)
	ada := kit.As("ada")
	ada.Get("/me").Want(200)
	for _, query := range []string{
		"view=newest", "view=hot", "view=unanswered", "view=votes&page=5", "view=newest&page=50", "view=active&page=20&tag=tag-3",
		"view=watched", "view=mine", "space=organisation", "space=organisation&page=40",
	} {
		for range 2 {
			require.LessOrEqual(t, statementsOf(kit, func() { ada.Get("/questions?%s", query).Want(200) }), int64(3), query)
		}
	}
}

func TestWhoWroteSomethingReadsItAtOnceWhileOthersRead(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?")
	ben, noa := kit.Actor("ben"), kit.Actor("noa")
	stop := make(chan struct{})
	var readers sync.WaitGroup
	for range 2 {
		readers.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
					if _, err := kit.App.Questions.Document(t.Context(), noa, q.ID, questions.Best); err != nil {
						t.Error(err)
						return
					}
				}
			}
		})
	}
	for i := range 50 {
		value := 1 - 2*(i%2)
		cast, err := kit.App.Votes.Cast(t.Context(), ben, q.ID, value)
		require.NoError(t, err)
		seen, err := kit.App.Questions.Document(t.Context(), ben, q.ID, questions.Best)
		require.NoError(t, err)
		require.Equal(t, cast.Score, seen.Question.Score, "a page loaded before the vote hides it")
	}
	close(stop)
	readers.Wait()
}
