package api_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/signal"
	"wellspring/pkg/testkit"
)

type shownNotification struct {
	Number   int
	Kind     string
	Unread   bool
	PostID   id.Post
	PostKind string
	Own      bool
	By       *struct{ Handle string }
	Count    int
	Excerpt  string
}

type shownThread struct {
	Question struct {
		ID    id.Post
		Title string
	}
	Asked         bool
	Unread        bool
	Newest        int
	SnoozedUntil  *time.Time
	Notifications []shownNotification
	Total         int
}

type inboxPart struct {
	Items []shownThread
	Next  string
}

// inbox lets everything be delivered and reads a person's inbox.
func inbox(kit *testkit.Kit, handle, query string) []shownThread {
	kit.Settle()
	var part inboxPart
	kit.As(handle).Get("/me/inbox?%s", query).Want(200).JSON(&part)
	return part.Items
}

// told is a person's whole inbox, a line a notification: kind, who did it, and how often where it was more than once.
func told(kit *testkit.Kit, handle string) []string {
	lines := []string{}
	for _, thread := range inbox(kit, handle, "") {
		for _, n := range thread.Notifications {
			line := n.Kind
			if n.By != nil {
				line += " by " + n.By.Handle
			}
			if n.Count > 1 {
				line += fmt.Sprintf(" %d times", n.Count)
			}
			lines = append(lines, line)
		}
	}
	return lines
}

func unread(kit *testkit.Kit, handle string) int {
	kit.Settle()
	var count struct{ Unread int }
	kit.As(handle).Get("/me/inbox/unread").Want(200).JSON(&count)
	return count.Unread
}

func comment(kit *testkit.Kit, handle string, post id.Post, body string) id.Comment {
	var posted struct{ ID id.Comment }
	kit.As(handle).Post(fmt.Sprintf("/posts/%d/comments", post), map[string]any{"body": body}).Want(201).JSON(&posted)
	return posted.ID
}

func TestWhatOthersDoToOnesPostsIsToldAndOnesOwnActsAreNot(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?", "go")
	a := kit.Answer("ben", q, "You do not, since it panics.")
	require.Equal(t, []string{"answer by ben"}, told(kit, "ada"))
	comment(kit, "ada", q.ID, "By me, on my own question.")
	comment(kit, "ben", q.ID, "Which version is it?")
	comment(kit, "ada", a.ID, "Thank you, that was it.")
	kit.As("ada").Put(fmt.Sprintf("/answers/%d/acceptance", a.ID), nil).Want(200)
	vote(kit, "ada", a.ID, 1)
	vote(kit, "noa", a.ID, 1)
	vote(kit, "max", a.ID, -1)
	kit.As("mia").Put(fmt.Sprintf("/answers/%d", a.ID), map[string]any{"body": "You do not, since that panics.", "version": a.Version}).Want(200)
	require.Equal(t, []string{"comment by ben", "answer by ben"}, told(kit, "ada"))
	require.Equal(t, []string{"edit by mia", "votes 2 times", "accept by ada", "comment by ada"}, told(kit, "ben"))
	require.Empty(t, told(kit, "mia"))
	require.Empty(t, told(kit, "noa"))
	threads := inbox(kit, "ben", "")
	require.Len(t, threads, 1, "they are gathered by question")
	require.Equal(t, 1, unread(kit, "ben"))
	require.False(t, threads[0].Asked)
	require.True(t, threads[0].Notifications[0].Own)
	require.Equal(t, "Thank you, that was it.", threads[0].Notifications[3].Excerpt)
	kit.Visitor().Get("/me/inbox").WantProblem(401, "unauthenticated")
}

func TestFollowersHearOfAnswersAndQuestions(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?", "go")
	kit.Settle()
	kit.As("noa").Put(fmt.Sprintf("/questions/%d/follow", q.ID), nil).Want(200)
	kit.As("noa").Put(fmt.Sprintf("/users/%d/follow", kit.UserID("max")), nil).Want(200)
	kit.As("mia").Put("/spaces/organisation/follow", nil).Want(200)
	kit.As("mia").Put(fmt.Sprintf("/users/%d/follow", kit.UserID("max")), nil).Want(200)
	kit.Answer("ben", q, "You do not, since it panics.")
	kit.Clock.Advance(time.Minute)
	kit.Ask("max", "Who keeps the keys of the server room?")
	require.Equal(t, []string{"question by max", "answer by ben"}, told(kit, "noa"))
	require.Equal(t, []string{"question by max"}, told(kit, "mia"), "once, although she follows both person and space")
	kit.As("noa").Delete("/questions/%d/follow", q.ID).Want(200)
	kit.As("ada").Delete("/questions/%d/follow", q.ID).Want(200)
	kit.Answer("max", q, "Let the one who sends close it.")
	require.Equal(t, []string{"question by max", "answer by ben"}, told(kit, "noa"))
	require.Contains(t, told(kit, "ada"), "answer by max", "one is always told of answers to one's own question")
	require.Equal(t, []string{"answer by max"}, told(kit, "ben"), "to answer is to follow")
}

func TestNobodyIsToldOfWhatTheyMayNotRead(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	kit.As("noa").Put(fmt.Sprintf("/users/%d/follow", kit.UserID("ada")), nil).Want(200)
	kit.As("ben").Put(fmt.Sprintf("/users/%d/follow", kit.UserID("ada")), nil).Want(200)
	secret := askInSecret(t, kit)
	require.Empty(t, told(kit, "noa"))
	require.Zero(t, kit.Int(`SELECT count(*) FROM notifications WHERE user_id = $1`, kit.UserID("noa")))
	require.Equal(t, []string{"question by ada"}, told(kit, "ben"))
	require.Equal(t, 1, unread(kit, "ben"))
	kit.Exec(`DELETE FROM space_members WHERE user_id = $1`, kit.UserID("ben"))
	kit.App.Signals.Send(t.Context(), signal.Everything)
	require.Empty(t, told(kit, "ben"), "whoever has left no longer reads what came before")
	require.Zero(t, unread(kit, "ben"))
	kit.As("ben").Put(fmt.Sprintf("/me/inbox/%d/read", secret.ID), map[string]any{}).WantProblem(404, "not-found")
	kit.As("ben").Put(fmt.Sprintf("/me/inbox/%d/snooze", secret.ID), map[string]any{"until": kit.Clock.Now().Add(time.Hour)}).
		WantProblem(404, "not-found")
}

func TestWhatWasUndoneIsNoLongerToldAndIsBackWhenItIs(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?", "go")
	a := kit.Answer("ben", q, "You do not, since it panics.")
	remark := comment(kit, "ben", q.ID, "Which version is it?")
	vote(kit, "ben", q.ID, 1)
	kit.As("ada").Put(fmt.Sprintf("/answers/%d/acceptance", a.ID), nil).Want(200)
	require.Equal(t, []string{"votes", "comment by ben", "answer by ben"}, told(kit, "ada"))
	require.Equal(t, []string{"accept by ada"}, told(kit, "ben"))
	kit.As("ada").Delete("/answers/%d/acceptance", a.ID).Want(200)
	require.Empty(t, told(kit, "ben"))
	kit.As("ben").Delete("/comments/%d", remark).Want(204)
	kit.As("ben").Delete("/posts/%d/vote", q.ID).Want(200)
	require.Equal(t, []string{"answer by ben"}, told(kit, "ada"))
	kit.As("ben").Delete("/answers/%d", a.ID).Want(204)
	require.Empty(t, told(kit, "ada"))
	require.Zero(t, unread(kit, "ada"))
	kit.As("ben").Delete("/posts/%d/deletion", a.ID).Want(204)
	require.Equal(t, []string{"answer by ben"}, told(kit, "ada"))
	kit.As("mia").Delete("/questions/%d", q.ID).Want(204)
	require.Empty(t, told(kit, "ada"))
}

func TestAnAskerIsToldOfClosingUntilTheQuestionIsOpenAgain(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?", "go")
	closeAs(kit, "mia", q.ID, map[string]any{"reason": "outdated"}).Want(200)
	require.Equal(t, []string{"closed by mia"}, told(kit, "ada"))
	reopenAs(kit, "mia", q.ID).Want(200)
	require.Equal(t, []string{"reopened by mia"}, told(kit, "ada"))
}

func TestReadingKeepsWhatCameMeanwhileUnread(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?", "go")
	kit.Answer("ben", q, "You do not, since it panics.")
	thread := inbox(kit, "ada", "view=unread")[0]
	require.True(t, thread.Asked)
	vote(kit, "ben", q.ID, 1)
	kit.Settle()
	path := fmt.Sprintf("/me/inbox/%d/read", q.ID)
	kit.As("ada").Put(path, map[string]any{"through": thread.Newest}).Want(200)
	require.Equal(t, 1, unread(kit, "ada"), "the vote came while she looked")
	thread = inbox(kit, "ada", "")[0]
	require.True(t, thread.Notifications[0].Unread)
	require.False(t, thread.Notifications[1].Unread)
	kit.As("ada").Put(path, map[string]any{}).Want(200)
	require.Zero(t, unread(kit, "ada"))
	require.Empty(t, inbox(kit, "ada", "view=unread"))
	require.Len(t, inbox(kit, "ada", ""), 1, "what was read is still there")
	vote(kit, "noa", q.ID, 1)
	require.Equal(t, []string{"votes", "answer by ben"}, told(kit, "ada"), "votes that were read are not counted again")
	kit.As("ada").Put("/me/inbox/read", map[string]any{}).Want(200)
	require.Zero(t, unread(kit, "ada"))
	kit.As("ada").Delete("%s", path).Want(200)
	require.Equal(t, 1, unread(kit, "ada"))
	kit.As("ben").Put(path, map[string]any{}).WantProblem(404, "not-found")
}

func TestASnoozedThreadIsBackUnreadAtItsTime(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?", "go")
	kit.Answer("ben", q, "You do not, since it panics.")
	kit.Settle()
	path := fmt.Sprintf("/me/inbox/%d/snooze", q.ID)
	until := kit.Clock.Now().Add(time.Hour)
	kit.As("ada").Put(path, map[string]any{"until": kit.Clock.Now()}).WantProblem(422, "validation")
	kit.As("ada").Put(path, map[string]any{"until": until}).Want(200)
	require.Zero(t, unread(kit, "ada"))
	require.Empty(t, inbox(kit, "ada", ""))
	require.Len(t, inbox(kit, "ada", "view=snoozed"), 1)
	vote(kit, "ben", q.ID, 1)
	require.Zero(t, unread(kit, "ada"), "whatever comes meanwhile waits too")
	kit.Clock.Advance(2 * time.Hour)
	require.Equal(t, 1, unread(kit, "ada"))
	require.Equal(t, []string{"votes", "answer by ben"}, told(kit, "ada"))
	require.NoError(t, kit.App.Notifications.Wake(t.Context()))
	require.Equal(t, 1, unread(kit, "ada"))
	require.Zero(t, kit.Int(`SELECT count(*) FROM notification_threads WHERE snoozed_until IS NOT NULL`))
	kit.As("ada").Put(path, map[string]any{"until": kit.Clock.Now().Add(time.Hour)}).Want(200)
	kit.As("ada").Delete("%s", path).Want(200)
	require.Equal(t, 1, unread(kit, "ada"))
}

func TestAnInboxIsReadOnByCursorWithoutRepeatingOrMissing(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	kit.As("noa").Put("/spaces/organisation/follow", nil).Want(200)
	for n := range 7 {
		kit.Ask("ada", fmt.Sprintf("Question number %d of this test", n))
	}
	kit.Settle()
	var seen []string
	for cursor := ""; ; {
		var part inboxPart
		kit.As("noa").Get("/me/inbox?pageSize=3&cursor=%s", cursor).Want(200).JSON(&part)
		for _, thread := range part.Items {
			seen = append(seen, strings.Fields(thread.Question.Title)[2])
		}
		if cursor = part.Next; cursor == "" {
			break
		}
	}
	require.Equal(t, "6 5 4 3 2 1 0", strings.Join(seen, " "))
	kit.As("noa").Get("/me/inbox?cursor=nonsense").WantProblem(422, "validation")
}
