package api_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/kernel/id"
	"wellspring/pkg/testkit"
)

type shownFlag struct {
	ID       id.Flag
	PostID   id.Post
	Reason   string
	Note     string
	Outcome  string
	Answer   string
	Question *struct{ Title string }
	Excerpt  string
}

func flagsOf(kit *testkit.Kit, handle string) []shownFlag {
	var page struct{ Items []shownFlag }
	kit.As(handle).Get("/me/flags").Want(200).JSON(&page)
	return page.Items
}

func openFlag(kit *testkit.Kit, handle string, post id.Post) *shownFlag {
	var open struct{ Flag *shownFlag }
	kit.As(handle).Get("/posts/%d/flag", post).Want(200).JSON(&open)
	return open.Flag
}

func flag(kit *testkit.Kit, handle string, post id.Post, reason string) *testkit.Reply {
	return kit.As(handle).Put(fmt.Sprintf("/posts/%d/flag", post), map[string]any{"reason": reason})
}

func TestEverybodyHasOneOpenFlagAtAPostWhichCanBeChangedAndWithdrawn(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?")
	flag(kit, "ben", q.ID, "spam").Want(200)
	kit.WantEvents("post.flagged")
	flag(kit, "ben", q.ID, "rude").Want(200)
	require.Equal(t, 1, kit.Int(`SELECT count(*) FROM events WHERE name = 'post.flagged'`), "a change of words calls nobody again")
	open := openFlag(kit, "ben", q.ID)
	require.Equal(t, "rude", open.Reason)
	require.Equal(t, "open", open.Outcome)
	require.Nil(t, openFlag(kit, "noa", q.ID))

	kit.As("noa").Delete("/posts/%d/flag", q.ID).WantProblem(404, "not-found")
	kit.As("ben").Delete("/posts/%d/flag", q.ID).Want(204)
	kit.WantEvents("flag.withdrawn")
	require.Nil(t, openFlag(kit, "ben", q.ID))
	require.Equal(t, "withdrawn", flagsOf(kit, "ben")[0].Outcome)
	flag(kit, "ben", q.ID, "spam").Want(200)
	require.Len(t, flagsOf(kit, "ben"), 2)
}

func TestBadFlagsAreRefusedAndChangeNothing(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?")
	flag(kit, "ada", q.ID, "spam").WantProblem(403, "forbidden")
	kit.Visitor().Put(fmt.Sprintf("/posts/%d/flag", q.ID), map[string]any{"reason": "spam"}).WantProblem(404, "not-found")
	flag(kit, "ben", q.ID, "boring").WantProblem(422, "validation")
	flag(kit, "ben", q.ID, "attention").WantProblem(422, "validation")
	kit.As("ben").Put(fmt.Sprintf("/posts/%d/flag", q.ID), map[string]any{"reason": "spam", "note": strings.Repeat("x", 501)}).WantProblem(422, "validation")
	flag(kit, "ben", 999_999, "spam").WantProblem(404, "not-found")
	kit.As("mia").Delete("/questions/%d", q.ID).Want(204)
	flag(kit, "noa", q.ID, "spam").WantProblem(404, "not-found")
	flag(kit, "mia", q.ID, "spam").WantProblem(403, "forbidden")
	require.Zero(t, kit.Int(`SELECT count(*) FROM flags`))
}

func TestWhoMayNotReadAPostCannotFlagIt(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?")
	said := comment(kit, "ada", q.ID, "It is urgent.")
	flag(kit, "ben", q.ID, "spam").Want(200)
	kit.Exec(`UPDATE spaces SET visibility = 'members', reason = 'Secret.' WHERE id = (SELECT space_id FROM posts WHERE id = $1)`, q.ID)
	flag(kit, "noa", q.ID, "spam").WantProblem(404, "not-found")
	kit.As("noa").Get("/posts/%d/flag", q.ID).WantProblem(404, "not-found")
	kit.As("noa").Put(fmt.Sprintf("/comments/%d/flag", said), map[string]any{"reason": "rude"}).WantProblem(404, "not-found")
	kept := flagsOf(kit, "ben")
	require.Len(t, kept, 1)
	require.Nil(t, kept[0].Question, "the list of one's flags does not tell what one may no longer read")
	require.Empty(t, kept[0].Excerpt)
	kit.As("ben").Delete("/posts/%d/flag", q.ID).Want(204)
}

func TestAFlagAtACommentIsHelpfulWhenTheCommentIsDeleted(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?")
	said := comment(kit, "ada", q.ID, "You fool!")
	kit.As("ada").Put(fmt.Sprintf("/comments/%d/flag", said), map[string]any{"reason": "rude"}).WantProblem(403, "forbidden")
	kit.As("ben").Put(fmt.Sprintf("/comments/%d/flag", said), map[string]any{"reason": "rude"}).Want(200)
	flag(kit, "ben", q.ID, "spam").Want(200)
	require.Equal(t, 2, kit.Int(`SELECT count(*) FROM flags WHERE outcome IS NULL`), "post and comment are two things")
	kit.As("ada").Delete("/comments/%d", said).Want(204)
	kit.Settle()
	require.Equal(t, 1, kit.Int(`SELECT count(*) FROM flags WHERE outcome = 'helpful' AND comment_id = $1`, said))
	require.Equal(t, 1, kit.Int(`SELECT count(*) FROM flags WHERE outcome IS NULL`))
	kit.Settle()
	require.Equal(t, 1, kit.Int(`SELECT count(*) FROM review_items WHERE queue = 'flags' AND ended_at IS NULL`))
}

func TestNobodyHasMoreOpenFlagsThanModeratorsCanRead(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?")
	kit.Exec(`
		INSERT INTO posts (kind, question_id, space_id, author_id, body, html, renderer_version, created_at, activity_kind, activity_at)
		SELECT 'answer', $1, space_id, author_id, 'x', 'x', 1, now(), 'answered', now() FROM posts, generate_series(1, 50) WHERE id = $1`, q.ID)
	kit.Exec(`
		INSERT INTO flags (post_id, user_id, reason, created_at)
		SELECT p.id, u.id, 'spam', now() FROM posts p, users u WHERE p.kind = 'answer' AND u.handle = 'ben'`)
	flag(kit, "ben", q.ID, "spam").WantProblem(409, "too-many-flags")
	flag(kit, "noa", q.ID, "spam").Want(200)
}
