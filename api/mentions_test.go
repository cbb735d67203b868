package api_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/testkit"
)

func profileLink(kit *testkit.Kit, handle string) string {
	return fmt.Sprintf(`<a href="/people/%d/%s">@%s</a>`, kit.UserID(handle), handle, handle)
}

func TestMentionedPersonIsLinkedAndHearsOfItOnce(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?")
	c := postComment(kit, "ben", q.ID, "Ask @noa, not `@max` nor @nobody.")
	require.Contains(t, c.HTML, profileLink(kit, "noa"))
	require.Contains(t, c.HTML, "<code>@max</code>")
	require.Equal(t, []string{"mention by ben"}, told(kit, "noa"))
	require.Empty(t, told(kit, "max"))
	require.Equal(t, "Ask @noa, not `@max` nor @nobody.", inbox(kit, "noa", "")[0].Notifications[0].Excerpt)
	kit.Clock.Advance(2 * time.Minute)
	path := fmt.Sprintf("/comments/%d", c.ID)
	kit.As("ben").Put(path, map[string]any{"body": "Ask @noa and @NOA, and @mia too."}).Want(200)
	require.Equal(t, []string{"mention by ben"}, told(kit, "noa"))
	require.Equal(t, []string{"mention by ben"}, told(kit, "mia"))
	postComment(kit, "ben", q.ID, "I, @ben, thank @ada.")
	require.Empty(t, told(kit, "ben"), "nobody calls themselves")
	require.Len(t, told(kit, "ada"), 2, "one line a comment on her question, though the second mentions her")
}

func TestQuestionsAndAnswersMentionPeopleToo(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	var q testkit.Asked
	kit.As("ada").Post("/questions", map[string]any{
		"title": "How do I close a channel twice?", "body": "Maybe @ben knows.\n\n    @max", "tags": []string{"go"},
	}).Want(201).JSON(&q)
	require.Contains(t, readPage(kit, "ada", q.ID).Question.HTML, profileLink(kit, "ben"))
	require.Equal(t, []string{"mention by ada"}, told(kit, "ben"))
	a := kit.Answer("ben", q, "You do not, says @noa.")
	require.Equal(t, []string{"mention by ben"}, told(kit, "noa"))
	kit.Clock.Advance(2 * time.Minute)
	kit.As("ben").Put(fmt.Sprintf("/answers/%d", a.ID), map[string]any{"body": "You do not, say @noa and @mia.", "version": a.Version}).Want(200)
	require.Equal(t, []string{"mention by ben"}, told(kit, "noa"))
	require.Equal(t, []string{"mention by ben"}, told(kit, "mia"))
	require.Empty(t, told(kit, "max"))
}

func TestOnlyPeopleWhoMayReadAreMentionedAndSuggested(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := askInSecret(t, kit)
	kit.As("ada").Put(fmt.Sprintf("/questions/%d", q.ID), map[string]any{
		"title": "Who leaves next month?", "body": "Ask @noa or @ben.", "tags": []string{"leavers"}, "version": q.Version,
	}).Want(200)
	html := readPage(kit, "ada", q.ID).Question.HTML
	require.Contains(t, html, profileLink(kit, "ben"))
	require.NotContains(t, html, profileLink(kit, "noa"))
	require.Empty(t, told(kit, "noa"))
	require.Zero(t, kit.Int(`SELECT count(*) FROM mentions WHERE user_id = $1`, kit.UserID("noa")))
	require.Equal(t, []string{"ben"}, suggested(kit, "ada", "hr", "be"))
	require.Empty(t, suggested(kit, "ada", "hr", "noa"))
	require.Contains(t, suggested(kit, "ada", "organisation", "NO"), "noa")
	require.Empty(t, suggested(kit, "ada", "organisation", "%25"))
	kit.As("noa").Get("/mentions?space=hr&q=be").WantProblem(404, "not-found")
	kit.Visitor().Get("/mentions?space=organisation&q=be").WantProblem(401, "unauthenticated")
	kit.Exec(`UPDATE users SET state = 'disabled' WHERE handle = 'ben'`)
	require.Empty(t, suggested(kit, "ada", "hr", "be"))
}

func suggested(kit *testkit.Kit, handle, space, beginning string) []string {
	var list struct{ Items []struct{ Handle string } }
	kit.As(handle).Get("/mentions?space=%s&q=%s", space, beginning).Want(200).JSON(&list)
	found := []string{}
	for _, person := range list.Items {
		found = append(found, person.Handle)
	}
	return found
}
