package api_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/kernel/id"
	"wellspring/pkg/testkit"
)

func mergeAs(kit *testkit.Kit, handle string, from, into id.Post) *testkit.Reply {
	return kit.As(handle).Put(fmt.Sprintf("/questions/%d/merging", from), map[string]any{"into": into, "note": "The same in other words."})
}

func TestAMergedQuestionGivesItsAnswersAndLeadsToTheOther(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	from, into := kit.Ask("ada", "How do I close a channel twice?", "go"), kit.Ask("noa", "May I close a channel twice?", "go")
	third := kit.Ask("noa", "Is a channel closed only once?", "go")
	a := kit.Answer("ben", from, "You do not.")
	kit.Answer("mia", into, "Once is enough.")
	kit.As("noa").Post(fmt.Sprintf("/posts/%d/comments", from.ID), map[string]any{"body": "Why?"}).Want(201)
	kit.As("noa").Put(fmt.Sprintf("/posts/%d/vote", a.ID), map[string]any{"value": 1}).Want(200)
	kit.As("ada").Put(fmt.Sprintf("/answers/%d/acceptance", a.ID), nil).Want(200)
	kit.As("max").Put(fmt.Sprintf("/posts/%d/save", from.ID), map[string]any{}).Want(200)
	closeAs(kit, "mia", third.ID, map[string]any{"reason": "duplicate", "duplicateOf": from.ID}).Want(200)

	mergeAs(kit, "noa", from.ID, into.ID).WantProblem(403, "forbidden")
	mergeAs(kit, "mia", from.ID, from.ID).WantProblem(422, "validation")
	mergeAs(kit, "mia", from.ID, third.ID).WantProblem(422, "validation")
	mergeAs(kit, "mia", from.ID, 4711).WantProblem(422, "validation")
	mergeAs(kit, "mia", from.ID, into.ID).Want(200)
	kit.WantEvents("answer.unaccepted", "questions.merged", "post.deleted")
	kit.WantReputation("ben", 10)

	for _, reader := range []string{"ben", "ada", "mia"} {
		page := readPage(kit, reader, from.ID)
		require.Equal(t, into.ID, page.Question.ID, "the old address leads to the question, for the asker and moderators too")
		require.Equal(t, 2, page.Question.AnswerCount)
		require.Len(t, page.Answers, 2)
	}
	require.Equal(t, 1, kit.Int(`SELECT comment_count FROM posts WHERE id = $1`, into.ID))
	require.Equal(t, into.ID, stateOf(kit, "ben", third.ID).Closure.DuplicateOf.ID)
	require.Equal(t, 1, kit.Int(`SELECT count(*) FROM saves WHERE post_id = $1`, into.ID))
	require.Equal(t, []string{"ada", "ben", "mia", "noa"}, followersOf(kit, into.ID))
	require.Empty(t, followersOf(kit, from.ID))
	require.Equal(t, into.ID, readAnswerQuestion(kit, a.ID))
	require.Equal(t, 2, kit.Int(`SELECT question_count FROM tags WHERE name = 'go'`))
	require.Equal(t, "merged", actsOf(kit, "ben", into.ID)[0].Kind)
	kit.As("mia").Delete("/posts/%d/deletion", from.ID).WantProblem(403, "forbidden")
	mergeAs(kit, "mia", into.ID, from.ID).WantProblem(422, "validation")
	wantNoDrift(t, kit)
}

func followersOf(kit *testkit.Kit, question id.Post) []string {
	handles := []string{}
	for _, handle := range []string{"ada", "ben", "mia", "max", "noa"} {
		if kit.Int(`SELECT count(*) FROM follows f JOIN users u ON u.id = f.user_id WHERE f.question_id = $1 AND u.handle = $2`, question, handle) == 1 {
			handles = append(handles, handle)
		}
	}
	return handles
}

func readAnswerQuestion(kit *testkit.Kit, answer id.Post) id.Post {
	var read struct{ QuestionID id.Post }
	kit.As("ben").Get("/answers/%d", answer).Want(200).JSON(&read)
	return read.QuestionID
}

func TestQuestionsOfTwoSpacesAreNotMerged(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	kit.Exec(`INSERT INTO spaces (slug, name, visibility, reason, created_at) VALUES ('hr', 'HR', 'members', 'people matters', now())`)
	kit.Exec(`INSERT INTO space_members SELECT s.id, u.id, now() FROM spaces s, users u WHERE slug = 'hr' AND handle = 'mia'`)
	open := kit.Ask("ada", "Who leaves the house next month?")
	var secret testkit.Asked
	kit.As("mia").Post("/questions", map[string]any{"title": "Who is dismissed next month?", "tags": []string{"leavers"}, "space": "hr"}).Want(201).JSON(&secret)
	mergeAs(kit, "mia", secret.ID, open.ID).WantProblem(422, "validation")
	mergeAs(kit, "root", open.ID, secret.ID).WantProblem(422, "validation")
	mergeAs(kit, "root", secret.ID, open.ID).WantProblem(404, "not-found")
}
