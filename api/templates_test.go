package api_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/kernel/id"
	"wellspring/pkg/testkit"
)

type shownTemplate struct {
	ID         id.Template
	Name, Body string
	Version    int
}

func offered(kit *testkit.Kit, handle, query string) []string {
	var list struct{ Items []shownTemplate }
	kit.As(handle).Get("/question-templates?%s", query).Want(200).JSON(&list)
	names := []string{}
	for _, template := range list.Items {
		names = append(names, template.Name)
	}
	return names
}

func TestTemplatesAreOfferedBySpaceAndTag(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	kit.Ask("ada", "Why is the index ignored?", "postgres")
	text := map[string]any{"name": "Slow query", "body": "**Query:**\n\n**Plan:**", "tag": "Postgres"}
	kit.As("ada").Post("/question-templates", text).WantProblem(403, "forbidden")
	kit.Visitor().Post("/question-templates", text).WantProblem(401, "unauthenticated")
	var made shownTemplate
	kit.As("mia").Post("/question-templates", text).Want(201).JSON(&made)
	kit.As("mia").Post("/question-templates", text).WantProblem(409, "has-template")
	kit.As("root").Post("/question-templates", map[string]any{"name": "General", "body": "Say what.", "space": "organisation"}).Want(201)
	kit.As("mia").Post("/question-templates", map[string]any{"name": "Both", "body": "x", "space": "organisation", "tag": "go"}).WantProblem(422, "validation")
	kit.As("mia").Post("/question-templates", map[string]any{"name": "None", "body": "x", "tag": "none"}).WantProblem(404, "not-found")
	require.Equal(t, []string{"General", "Slow query"}, offered(kit, "ada", "space=organisation&tag=postgres"))
	require.Equal(t, []string{"Slow query"}, offered(kit, "ada", "tag=go&tag=postgres"))
	require.Empty(t, offered(kit, "ada", ""))
	require.Len(t, offered(kit, "ada", "all=true"), 2)

	path := fmt.Sprintf("/question-templates/%d", made.ID)
	kit.As("mia").Put(path, map[string]any{"name": "Slow queries", "body": "Plan?", "version": made.Version}).Want(200)
	kit.As("mia").Put(path, map[string]any{"name": "Late", "body": "Plan?", "version": made.Version}).WantProblem(409, "edit-conflict")
	kit.As("ada").Delete("%s", path).WantProblem(403, "forbidden")
	kit.As("mia").Delete("%s", path).Want(204)
	kit.As("mia").Delete("%s", path).WantProblem(404, "not-found")
}

func TestTemplatesOfClosedSpacesAndTheirTagsStayThere(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	kit.Exec(`INSERT INTO spaces (slug, name, visibility, reason, created_at) VALUES ('hr', 'HR', 'members', 'people matters', now())`)
	kit.Exec(`INSERT INTO space_members SELECT s.id, u.id, now() FROM spaces s, users u WHERE slug = 'hr' AND handle = 'mia'`)
	kit.As("mia").Post("/questions", map[string]any{"title": "Who leaves next month?", "tags": []string{"leavers"}, "space": "hr"}).Want(201)
	kit.As("mia").Post("/question-templates", map[string]any{"name": "HR", "body": "Who?", "space": "hr"}).Want(201)
	kit.As("mia").Post("/question-templates", map[string]any{"name": "Leavers", "body": "When?", "tag": "leavers"}).Want(201)
	require.Len(t, offered(kit, "mia", "all=true"), 2)
	require.Empty(t, offered(kit, "root", "all=true"))
	require.Empty(t, offered(kit, "ben", "space=hr&tag=leavers"))
	kit.As("root").Post("/question-templates", map[string]any{"name": "HR", "body": "Who?", "space": "hr"}).WantProblem(404, "not-found")
}

func TestLikelyTagsComeFromTheWordsAndFromSimilarQuestions(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	kit.Exec(`INSERT INTO spaces (slug, name, visibility, reason, created_at) VALUES ('hr', 'HR', 'members', 'people matters', now())`)
	kit.Exec(`INSERT INTO space_members SELECT s.id, u.id, now() FROM spaces s, users u WHERE slug = 'hr' AND handle = 'mia'`)
	kit.As("mia").Post("/questions", map[string]any{"title": "Which dismissal is next month?", "tags": []string{"dismissal"}, "space": "hr"}).Want(201)
	kit.Ask("ada", "Why does the index scan ignore the partial index?", "postgres", "indexes")
	kit.Ask("ada", "Why is a partial index not used by the planner?", "postgres", "query-plan")
	kit.Ask("ada", "How do I restore a backup at night?", "point-in-time", "backup")
	suggest := func(handle, title, body string) []string {
		var list struct {
			Items []struct{ Name, Reason string }
		}
		kit.As(handle).Post("/tag-suggestions", map[string]any{"title": title, "body": body}).Want(200).JSON(&list)
		names := []string{}
		for _, tag := range list.Items {
			names = append(names, tag.Name)
		}
		return names
	}
	require.Equal(t, []string{"postgres"}, suggest("ben", "partial index", ""))
	require.Equal(t, []string{"backup", "point-in-time"}, suggest("ben", "Can a backup be read?", "We do a point in time recovery."))
	require.Empty(t, suggest("ben", "Is a dismissal written?", ""), "a tag of a space that one does not read")
	require.Equal(t, []string{"dismissal"}, suggest("mia", "Is a dismissal written?", ""))
	require.Empty(t, suggest("ben", "", ""))
	kit.Visitor().Post("/tag-suggestions", map[string]any{"title": "postgres", "body": ""}).WantProblem(401, "unauthenticated")
}

func TestQuickQuestionNeedsOnlyATitle(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	var asked testkit.Asked
	kit.As("ada").Post("/questions", map[string]any{"title": "Who keeps the key of room 12?"}).Want(201).JSON(&asked)
	kit.As("ada").Post("/questions", map[string]any{"title": "Who keeps the key of room 12?", "body": "Of the annexe.", "tags": []string{}}).WantProblem(422, "validation")
	require.Equal(t, []id.Post{asked.ID}, idsOf(listQuestions(kit, "ben", "view=unanswered")))
	path := fmt.Sprintf("/questions/%d", asked.ID)
	kit.As("ada").Put(path, map[string]any{"title": "Who keeps the key of room 13?", "tags": []string{}, "version": asked.Version}).Want(200).JSON(&asked)
	kit.As("ada").Put(path, map[string]any{"title": "Who keeps the key of room 13?", "body": "Of the annexe.", "tags": []string{}, "version": asked.Version}).
		WantProblem(422, "validation")
	kit.As("ada").Put(path, map[string]any{"title": "Who keeps the key of room 13?", "body": "Of the annexe.", "tags": []string{"keys"}, "version": asked.Version}).Want(200)
	wantNoDrift(t, kit)
}

func TestQuestionAndOwnAnswerArePostedTogetherOrNotAtAll(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	both := map[string]any{"title": "How do I close a channel twice?", "body": "It panics.", "tags": []string{"go"}, "answer": "You do not."}
	var asked struct {
		ID          id.Post
		AnswerCount int
	}
	for range 2 {
		kit.As("ada").With("Idempotency-Key", "same").Post("/questions", both).Want(201).JSON(&asked)
	}
	require.Equal(t, 1, asked.AnswerCount)
	kit.WantEvents("question.asked", "answer.posted")
	require.Equal(t, 2, kit.Int(`SELECT count(*) FROM posts`))
	kit.As("ada").Post("/questions", map[string]any{"title": "short", "answer": "You do not.", "body": "x", "tags": []string{"go"}}).WantProblem(422, "validation")
	require.Equal(t, 2, kit.Int(`SELECT count(*) FROM posts`), "nothing half done")
	wantNoDrift(t, kit)
}
