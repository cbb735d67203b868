package api_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/kernel/id"
	"wellspring/pkg/testkit"
)

func TestSecondAnswerNeedsAConfirmation(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?")
	kit.Answer("ben", q, "You do not.")
	path := fmt.Sprintf("/questions/%d/answers", q.ID)
	kit.As("ben").Post(path, map[string]any{"body": "Or with sync.Once."}).WantProblem(409, "second-answer")
	kit.As("ben").Post(path, map[string]any{"body": "Or with sync.Once.", "confirmSecond": true}).Want(201)
	require.Equal(t, 2, readPage(kit, "ada", q.ID).Question.AnswerCount)
	wantNoDrift(t, kit)
}

func TestWhoDeletedTheirAnswerMayAnswerAgain(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?")
	a := kit.Answer("ben", q, "You do not.")
	kit.As("ben").Delete("/answers/%d", a.ID).Want(204)
	kit.Answer("ben", q, "With sync.Once.")
	wantNoDrift(t, kit)
}

func TestAcceptedAnswerCanBeChangedAndTakenBack(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?")
	first, second := kit.Answer("ben", q, "You do not."), kit.Answer("noa", q, "With sync.Once.")
	var acceptance struct {
		QuestionID       id.Post
		AcceptedAnswerID *id.Post
	}
	accept := func(a testkit.Answered) *testkit.Reply {
		return kit.As("ada").Put(fmt.Sprintf("/answers/%d/acceptance", a.ID), nil)
	}
	accept(first).Want(200).JSON(&acceptance)
	require.Equal(t, first.ID, *acceptance.AcceptedAnswerID)
	kit.WantEvents("answer.accepted")
	accept(first).Want(200)
	require.Equal(t, 1, kit.Int(`SELECT count(*) FROM events WHERE name = 'answer.accepted'`))
	accept(second).Want(200)
	kit.WantEvents("answer.accepted", "answer.unaccepted", "answer.accepted")
	kit.WantReputation("ben", 0)
	kit.WantReputation("noa", 15)
	kit.WantReputation("ada", 2)
	page := readPage(kit, "ada", q.ID)
	require.Equal(t, second.ID, *page.Question.AcceptedAnswerID)

	kit.As("ada").Delete("/answers/%d/acceptance", first.ID).Want(200).JSON(&acceptance)
	require.Equal(t, second.ID, *acceptance.AcceptedAnswerID, "another answer is accepted, so nothing is taken back")
	kit.As("ada").Delete("/answers/%d/acceptance", second.ID).Want(200).JSON(&acceptance)
	require.Nil(t, acceptance.AcceptedAnswerID)
	kit.WantReputation("noa", 0)
	wantNoDrift(t, kit)
}

func TestOnlyTheAskerAccepts(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?")
	a := kit.Answer("ben", q, "You do not.")
	for _, handle := range []string{"ben", "noa", "mia"} {
		kit.As(handle).Put(fmt.Sprintf("/answers/%d/acceptance", a.ID), nil).WantProblem(403, "forbidden")
		require.False(t, readPage(kit, handle, q.ID).Answers[0].Can["accept"].Allowed)
	}
	require.True(t, readPage(kit, "ada", q.ID).Answers[0].Can["accept"].Allowed)
	kit.As("ada").Put(fmt.Sprintf("/answers/%d/acceptance", q.ID), nil).WantProblem(404, "not-found")
}

func TestAcceptedAnswerIsDeletedByModeratorsOnlyAndIsUnacceptedFirst(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?")
	a := kit.Answer("ben", q, "You do not.")
	kit.As("ada").Put(fmt.Sprintf("/answers/%d/acceptance", a.ID), nil).Want(200)
	kit.As("ben").Delete("/answers/%d", a.ID).WantProblem(403, "forbidden")
	kit.As("mia").Delete("/answers/%d", a.ID).Want(204)
	kit.WantEvents("answer.unaccepted", "post.deleted")
	kit.WantReputation("ben", 0)
	page := readPage(kit, "noa", q.ID)
	require.Nil(t, page.Question.AcceptedAnswerID)
	require.Zero(t, page.Question.AnswerCount)
	require.Empty(t, page.Answers)
	wantNoDrift(t, kit)
}

func TestDeletedAnswerIsSeenByItsAuthorAndModeratorsOnly(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?")
	a := kit.Answer("ben", q, "You do not.")
	kit.As("ben").Delete("/answers/%d", a.ID).Want(204)
	require.Empty(t, readPage(kit, "noa", q.ID).Answers)
	kit.As("noa").Get("/answers/%d", a.ID).WantProblem(404, "not-found")
	for _, handle := range []string{"ben", "mia"} {
		answers := readPage(kit, handle, q.ID).Answers
		require.Len(t, answers, 1, handle)
		require.NotNil(t, answers[0].DeletedAt)
	}
	kit.As("ben").Delete("/posts/%d/deletion", a.ID).Want(204)
	require.Len(t, readPage(kit, "noa", q.ID).Answers, 1)
	wantNoDrift(t, kit)
}

func TestBestAnswerComesFirstAndTheAcceptedOneOnlyOnRequest(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?")
	good, fair, accepted := kit.Answer("ben", q, "Good."), kit.Answer("noa", q, "Fair."), kit.Answer("max", q, "Accepted.")
	// (9+2)/(10+4) beats (2+2)/(2+4): a few votes more count more than none against.
	kit.Exec(`UPDATE posts SET up_count = 9, down_count = 1, score = 8 WHERE id = $1`, good.ID)
	kit.Exec(`UPDATE posts SET up_count = 2, score = 2 WHERE id = $1`, fair.ID)
	kit.As("ada").Put(fmt.Sprintf("/answers/%d/acceptance", accepted.ID), nil).Want(200)
	orders := map[string][]id.Post{
		"best":     {good.ID, fair.ID, accepted.ID},
		"accepted": {accepted.ID, good.ID, fair.ID},
		"newest":   {accepted.ID, fair.ID, good.ID},
		"oldest":   {good.ID, fair.ID, accepted.ID},
		"votes":    {good.ID, fair.ID, accepted.ID},
	}
	for order, want := range orders {
		var page questionPage
		kit.As("ada").Get("/questions/%d?answers=%s", q.ID, order).Want(200).JSON(&page)
		var list struct {
			Items        []shownAnswer
			Total, Pages int
		}
		kit.As("ada").Get("/questions/%d/answers?sort=%s&pageSize=2", q.ID, order).Want(200).JSON(&list)
		var got []id.Post
		for _, a := range page.Answers {
			got = append(got, a.ID)
			require.Equal(t, a.ID == accepted.ID, a.Accepted)
		}
		require.Equal(t, want, got, order)
		require.Equal(t, order, page.AnswerOrder)
		require.Len(t, list.Items, 2)
		require.Equal(t, want[0], list.Items[0].ID, order)
		require.Equal(t, 3, list.Total)
		require.Equal(t, 2, list.Pages)
	}
}

func TestAnswerIsEditedWithARevision(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?")
	a := kit.Answer("ben", q, "You do not.")
	path := fmt.Sprintf("/answers/%d", a.ID)
	var edited shownAnswer
	kit.As("noa").Put(path, map[string]any{"body": "You **never** do.", "summary": "emphasis", "version": a.Version}).Want(200).JSON(&edited)
	require.Contains(t, edited.HTML, "<strong>never</strong>")
	require.Equal(t, 2, edited.RevisionCount)
	kit.As("ben").Put(path, map[string]any{"body": "Mine.", "version": a.Version}).WantProblem(409, "edit-conflict")
	kit.As("ben").Put(path, map[string]any{"body": "  ", "version": edited.Version}).WantProblem(422, "validation")
	kit.WantEvents("post.edited")
	wantNoDrift(t, kit)
}

func TestAnswersOfAPersonAreListed(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q, gone := kit.Ask("ada", "How do I close a channel twice?"), kit.Ask("ada", "How do I open a channel twice?")
	a := kit.Answer("ben", q, "You do not.")
	kit.Answer("ben", gone, "Neither.")
	kit.As("ada").Put(fmt.Sprintf("/answers/%d/acceptance", a.ID), nil).Want(200)
	kit.As("mia").Delete("/questions/%d", gone.ID).Want(204)
	var list struct {
		Items []struct {
			ID            id.Post
			QuestionTitle string
			Accepted      bool
		}
		Total int
	}
	kit.As("noa").Get("/users/%d/answers", kit.UserID("ben")).Want(200).JSON(&list)
	require.Equal(t, 1, list.Total)
	require.Equal(t, a.ID, list.Items[0].ID)
	require.Equal(t, "How do I close a channel twice?", list.Items[0].QuestionTitle)
	require.True(t, list.Items[0].Accepted)
}
