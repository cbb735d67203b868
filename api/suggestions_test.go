package api_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/kernel/id"
	"wellspring/pkg/testkit"
)

type suggestedText struct {
	Title *string
	Body  string
	Tags  []string
}

type suggestion struct {
	ID                     id.Suggestion
	PostID                 id.Post
	State                  string
	Author, DecidedBy      *named
	Reason                 string
	Note, Summary          string
	Revision               *int
	Improved, Conflict     bool
	Before, After, Current suggestedText
	Version                int
	Can                    map[string]decision
}

// withEditors is a world where editing what others wrote needs reputation, which ben has.
func withEditors(t *testing.T) *testkit.Kit {
	t.Helper()
	kit := testkit.New(t)
	kit.As("root").Put("/privileges", customThresholds(map[string]any{"vote-up": 1, "comment": 1, "edit": 500})).Want(http.StatusOK)
	kit.Exec(`UPDATE reputation_totals SET reputation = 500 FROM users WHERE users.id = user_id AND handle = 'ben'`)
	return kit
}

func better(q testkit.Asked) map[string]any {
	return map[string]any{
		"title": "How do I close a channel only once?", "body": "It panics.", "tags": []string{"go", "channels"}, "summary": "Say what happens",
		"version": q.Version,
	}
}

func with(body map[string]any, name string, value any) map[string]any {
	body[name] = value
	return body
}

func suggest(kit *testkit.Kit, handle string, post id.Post, body map[string]any) suggestion {
	var made suggestion
	kit.As(handle).Post(fmt.Sprintf("/posts/%d/suggestions", post), body).Want(http.StatusCreated).JSON(&made)
	return made
}

func readSuggestion(kit *testkit.Kit, handle string, of id.Suggestion) suggestion {
	var found suggestion
	kit.As(handle).Get("/suggestions/%d", of).Want(http.StatusOK).JSON(&found)
	return found
}

func decide(kit *testkit.Kit, handle string, of id.Suggestion, how string, body any) *testkit.Reply {
	return kit.As(handle).Put(fmt.Sprintf("/suggestions/%d/%s", of, how), body)
}

type shownHistory struct {
	Items []struct {
		Number       int
		Suggested    string
		Author       *named
		AcceptedBy   *named
		SuggestionID *id.Suggestion
		Summary      string
	}
}

func historyOf(kit *testkit.Kit, post id.Post) shownHistory {
	var history shownHistory
	kit.As("max").Get("/posts/%d/revisions", post).Want(http.StatusOK).JSON(&history)
	return history
}

func TestTheAuthorAcceptsWhatSomebodyWithoutThePrivilegeSuggests(t *testing.T) {
	t.Parallel()
	kit := withEditors(t)
	q := kit.Ask("ada", "How do I close a channel twice?", "go")
	page := readPage(kit, "noa", q.ID).Question
	require.False(t, page.Can["edit"].Allowed)
	require.True(t, page.Can["suggest"].Allowed)
	made := suggest(kit, "noa", q.ID, better(q))
	kit.WantEvents("edit.suggested")
	require.Equal(t, "waiting", made.State)
	require.False(t, made.Can["decide"].Allowed)
	require.True(t, made.Can["withdraw"].Allowed)
	require.Equal(t, []string{"suggestion by noa"}, told(kit, "ada"))
	require.Equal(t, "How do I close a channel twice?", readPage(kit, "max", q.ID).Question.Title, "nothing is written before somebody decides")

	found := readSuggestion(kit, "ada", made.ID)
	require.Equal(t, "How do I close a channel twice?", *found.Before.Title)
	require.Equal(t, []string{"go", "channels"}, found.After.Tags)
	require.True(t, found.Can["decide"].Allowed)
	var accepted suggestion
	decide(kit, "ada", made.ID, "acceptance", nil).Want(http.StatusOK).JSON(&accepted)
	require.Equal(t, "accepted", accepted.State)
	require.Equal(t, 2, *accepted.Revision)
	require.Equal(t, "ada", accepted.DecidedBy.Handle)
	kit.WantEvents("post.edited", "suggestion.accepted")
	require.Equal(t, "How do I close a channel only once?", readPage(kit, "max", q.ID).Question.Title)
	revision := historyOf(kit, q.ID).Items[0]
	require.Equal(t, "noa", revision.Author.Handle)
	require.Equal(t, "ada", revision.AcceptedBy.Handle)
	require.Equal(t, "accepted", revision.Suggested)
	require.Equal(t, made.ID, *revision.SuggestionID)
	require.Equal(t, "Say what happens", revision.Summary)
	kit.WantReputation("noa", 2)
	require.Empty(t, told(kit, "ada"), "nothing waits any more, and the author knows what she accepted")
	require.Equal(t, []string{"suggestion-accepted by ada"}, told(kit, "noa"))
	require.Equal(t, 1, kit.Int(`SELECT count(*) FROM tags WHERE name = 'channels' AND question_count = 1`))
}

func TestAnEditorImprovesASuggestionAndBothAreCredited(t *testing.T) {
	t.Parallel()
	kit := withEditors(t)
	q := kit.Ask("ada", "How do I close a channel twice?", "go")
	a := kit.Answer("max", q, "You do not.")
	made := suggest(kit, "noa", a.ID, map[string]any{"body": "You should not.", "summary": "Softer", "version": a.Version})
	require.Nil(t, made.After.Title)
	decide(kit, "ada", made.ID, "improvement", map[string]any{"body": "Never.", "version": a.Version}).WantProblem(404, "not-found")
	decide(kit, "ben", made.ID, "improvement", map[string]any{"body": "You do not.", "version": a.Version}).WantProblem(422, "validation")
	decide(kit, "ben", made.ID, "improvement", map[string]any{"body": "Only its sender should.", "version": 7}).WantProblem(409, "edit-conflict")
	var improved suggestion
	decide(kit, "ben", made.ID, "improvement", map[string]any{"body": "Only its sender should.", "version": a.Version}).Want(http.StatusOK).JSON(&improved)
	require.True(t, improved.Improved)
	require.Equal(t, "Only its sender should.", improved.Current.Body)
	revision := historyOf(kit, a.ID).Items[0]
	require.Equal(t, "noa", revision.Author.Handle)
	require.Equal(t, "ben", revision.AcceptedBy.Handle)
	require.Equal(t, "improved", revision.Suggested)
	require.Equal(t, "Softer", revision.Summary)
	kit.WantReputation("noa", 2)
	require.Contains(t, told(kit, "max"), "edit by noa")
}

func TestARejectionSaysWhyAndTheSuggesterIsTold(t *testing.T) {
	t.Parallel()
	kit := withEditors(t)
	q := kit.Ask("ada", "How do I close a channel twice?", "go")
	made := suggest(kit, "noa", q.ID, better(q))
	decide(kit, "ada", made.ID, "rejection", map[string]any{"reason": "other"}).WantProblem(422, "validation")
	decide(kit, "noa", made.ID, "rejection", map[string]any{"reason": "spam"}).WantProblem(403, "forbidden")
	decide(kit, "ada", made.ID, "rejection", map[string]any{"reason": "meaning", "note": "I do want to close it twice."}).Want(http.StatusOK)
	kit.WantEvents("suggestion.rejected")
	decide(kit, "ada", made.ID, "acceptance", nil).WantProblem(409, "suggestion-decided")
	found := readSuggestion(kit, "noa", made.ID)
	require.Equal(t, "meaning", found.Reason)
	require.Equal(t, "I do want to close it twice.", found.Note)
	require.Equal(t, []string{"suggestion-rejected by ada"}, told(kit, "noa"))
	require.Equal(t, 1, kit.Int(`SELECT revision_count FROM posts WHERE id = $1`, q.ID))
	kit.WantReputation("noa", 0)
	kit.As("max").Get("/suggestions/%d", made.ID).WantProblem(404, "not-found")
	suggest(kit, "noa", q.ID, better(q))
}

func TestOneSuggestionWaitsAtAPostAndItsAuthorMayWithdrawIt(t *testing.T) {
	t.Parallel()
	kit := withEditors(t)
	q := kit.Ask("ada", "How do I close a channel twice?", "go")
	made := suggest(kit, "noa", q.ID, better(q))
	kit.As("max").Post(fmt.Sprintf("/posts/%d/suggestions", q.ID), better(q)).WantProblem(409, "suggestion-waits")
	require.Contains(t, readPage(kit, "max", q.ID).Question.Can["suggest"].Reason, "suggested already")
	for handle, want := range map[string]string{"ada": "for her", "noa": "mine", "ben": "for her", "max": "", "mia": "for her"} {
		var shown struct {
			Question struct{ Suggestion *struct{ Mine bool } }
		}
		kit.As(handle).Get("/questions/%d", q.ID).Want(http.StatusOK).JSON(&shown)
		got := ""
		if g := shown.Question.Suggestion; g != nil {
			got = map[bool]string{true: "mine", false: "for her"}[g.Mine]
		}
		require.Equal(t, want, got, handle)
	}
	kit.As("ada").Delete("/suggestions/%d", made.ID).WantProblem(403, "forbidden")
	kit.As("noa").Delete("/suggestions/%d", made.ID).Want(http.StatusNoContent)
	kit.As("noa").Delete("/suggestions/%d", made.ID).WantProblem(409, "suggestion-decided")
	decide(kit, "ada", made.ID, "acceptance", nil).WantProblem(409, "suggestion-decided")
	require.Empty(t, told(kit, "ada"))
	suggest(kit, "max", q.ID, better(q))
}

func TestASuggestionOfAnOlderRevisionOverwritesNothing(t *testing.T) {
	t.Parallel()
	kit := withEditors(t)
	q := kit.Ask("ada", "How do I close a channel twice?", "go")
	made := suggest(kit, "noa", q.ID, better(q))
	edit := map[string]any{"title": "How do I close a channel twice?", "body": "Newer.", "tags": []string{"go"}, "version": q.Version}
	kit.As("ada").Put(fmt.Sprintf("/questions/%d", q.ID), edit).Want(http.StatusOK)
	found := readSuggestion(kit, "ben", made.ID)
	require.True(t, found.Conflict)
	require.Equal(t, "Newer.", found.Current.Body)
	require.True(t, strings.HasPrefix(found.Before.Body, "What we tried"))
	decide(kit, "ben", made.ID, "acceptance", nil).WantProblem(409, "suggestion-conflict")
	require.Equal(t, 2, kit.Int(`SELECT revision_count FROM posts WHERE id = $1`, q.ID))
	merged := with(with(better(q), "body", "Newer, and it panics."), "version", found.Version)
	decide(kit, "ben", made.ID, "improvement", merged).Want(http.StatusOK)
	require.Equal(t, "noa", historyOf(kit, q.ID).Items[0].Author.Handle)
}

func TestASuggestionFollowsTheRulesOfAnEdit(t *testing.T) {
	t.Parallel()
	kit := withEditors(t)
	q := kit.Ask("ada", "How do I close a channel twice?", "go")
	address := fmt.Sprintf("/posts/%d/suggestions", q.ID)
	kit.As("noa").Post(address, with(better(q), "summary", " ")).WantProblem(422, "validation")
	kit.As("noa").Post(address, with(better(q), "title", "Short")).WantProblem(422, "validation")
	kit.As("noa").Post(address, with(better(q), "tags", []string{})).WantProblem(422, "validation")
	kit.As("noa").Post(address, with(better(q), "version", 9)).WantProblem(409, "edit-conflict")
	same := map[string]any{
		"title": "How do I close a channel twice?", "body": "What we tried: How do I close a channel twice?", "tags": []string{"go"}, "summary": "Nothing",
		"version": q.Version,
	}
	kit.As("noa").Post(address, same).WantProblem(422, "validation")
	kit.As("ben").Post(address, better(q)).WantProblem(403, "forbidden")
	kit.Visitor().Post(address, better(q)).WantProblem(404, "not-found")
	kit.As("mia").Put(fmt.Sprintf("/questions/%d/marks/locked", q.ID), map[string]any{}).Want(http.StatusOK)
	kit.As("noa").Post(address, better(q)).WantProblem(403, "forbidden")
	require.Zero(t, kit.Int(`SELECT count(*) FROM suggestions`))
	kit.WantNoEvents("edit.suggested")
}

func TestSuggestionsInSpacesOfOthersDoNotExist(t *testing.T) {
	t.Parallel()
	kit := withEditors(t)
	kit.Exec(`INSERT INTO spaces (slug, name, visibility, reason, created_at) VALUES ('hr', 'HR', 'members', 'people matters', now())`)
	kit.Exec(`INSERT INTO space_members SELECT s.id, u.id, now() FROM spaces s, users u WHERE slug = 'hr' AND handle IN ('ada', 'noa')`)
	q := kit.Ask("ada", "How do I close a channel twice?", "go")
	made := suggest(kit, "noa", q.ID, better(q))
	kit.Exec(`UPDATE posts SET space_id = (SELECT id FROM spaces WHERE slug = 'hr')`)
	kit.As("ben").Get("/suggestions/%d", made.ID).WantProblem(404, "not-found")
	decide(kit, "ben", made.ID, "acceptance", nil).WantProblem(404, "not-found")
	require.Empty(t, listed(kit, "ben", "to-decide"))
	require.Len(t, listed(kit, "ada", "to-decide"), 1)
	require.Len(t, listed(kit, "noa", "mine"), 1)
	require.Empty(t, listed(kit, "noa", "to-decide"), "nobody decides about their own")
	require.Empty(t, listed(kit, "max", "to-decide"))
}

func listed(kit *testkit.Kit, handle, view string) []suggestion {
	var page struct{ Items []suggestion }
	kit.As(handle).Get("/suggestions?view=%s", view).Want(http.StatusOK).JSON(&page)
	return page.Items
}

func TestEditsBringAThousandAtMost(t *testing.T) {
	t.Parallel()
	kit := withEditors(t)
	kit.Exec(`
		INSERT INTO reputation_entries (user_id, at, day, amount, reason, rule_version)
		SELECT id, now(), now()::date, 998, 'edit-approved', 1 FROM users WHERE handle = 'noa'`)
	for _, title := range []string{"How do I close a channel twice?", "How do I open a channel twice?"} {
		q := kit.Ask("ada", title, "go")
		decide(kit, "ada", suggest(kit, "noa", q.ID, better(q)).ID, "acceptance", nil).Want(http.StatusOK)
	}
	kit.WantReputation("noa", 2)
}
