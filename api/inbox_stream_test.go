package api_test

import (
	"fmt"
	"net/http"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/testkit"
)

func TestAnOpenPageHearsOfAnAnswerThatAnotherProcessTook(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?", "go")
	page := kit.Another().As("ada").Stream("/me/inbox/stream")
	require.JSONEq(t, `{"unread":0}`, page.Next(), "the first event comes at once")
	kit.Answer("ben", q, "You do not, since it panics.")
	kit.Settle()
	page.Want(`{"unread":1}`)
	kit.As("ada").Put(fmt.Sprintf("/me/inbox/%d/read", q.ID), map[string]any{}).Want(200)
	page.Want(`{"unread":0}`)
}

func TestAnOpenPageOfSomebodyElseHearsNothingAndASessionThatEndedNoLonger(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?", "go")
	ada := kit.As("ada")
	page := ada.Stream("/me/inbox/stream")
	require.JSONEq(t, `{"unread":0}`, page.Next())
	ada.Delete("/sessions/current").Want(204)
	kit.Answer("ben", q, "You do not, since it panics.")
	kit.Settle()
	require.Empty(t, page.Next(), "the stream ends before it says anything")
}

func TestAStreamIsForThoseWhoAskForOneAndAreSignedIn(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	kit.As("ada").Get("/me/inbox/stream").WantProblem(http.StatusNotAcceptable, "not-acceptable")
	kit.Visitor().With("Accept", "text/event-stream").Get("/me/inbox/stream").WantProblem(401, "unauthenticated")
}

func TestFiftyVotesAtOnceAreOneNotificationThatCountsFifty(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?", "go")
	const voters = 50
	kit.Exec(`INSERT INTO users (handle, name, email, created_at) SELECT 'voter' || n, 'Voter ' || n, 'voter' || n || '@example.org', now() FROM generate_series(1, $1::int) n`, voters)
	kit.Exec(`INSERT INTO reputation_totals (user_id, reputation) SELECT id, 1 FROM users WHERE handle LIKE 'voter%'`)
	other := kit.Another()
	var all sync.WaitGroup
	for n := range voters {
		voter := kit.As(fmt.Sprintf("voter%d", n+1))
		all.Go(func() { voter.Put(fmt.Sprintf("/posts/%d/vote", q.ID), map[string]any{"value": 1}).Want(200) })
	}
	// Two processes deliver while the votes still come in.
	for _, process := range []*testkit.Kit{kit, other} {
		all.Go(func() { process.Settle() })
	}
	all.Wait()
	require.Equal(t, []string{"votes 50 times"}, told(kit, "ada"))
	require.Equal(t, 1, kit.Int(`SELECT count(*) FROM notifications`))
	require.Equal(t, 1, unread(kit, "ada"))
}

// fillInbox gives a person 10,000 notifications about as many questions.
func fillInbox(kit *testkit.Kit, handle string) {
	kit.Exec(`
		INSERT INTO posts (kind, space_id, author_id, title, body, html, renderer_version, created_at, activity_kind, activity_at)
		SELECT 'question', 1, (SELECT id FROM users WHERE handle = 'max'), 'Question number ' || n, repeat('x', 200), repeat('x', 200), 1,
			now() - n * interval '1 minute', 'asked', now() FROM generate_series(1, 10000) n`)
	kit.Exec(`INSERT INTO notification_threads (user_id, question_id, touched_at) SELECT u.id, p.id, p.created_at FROM posts p, users u WHERE u.handle = $1`, handle)
	kit.Exec(`
		INSERT INTO notifications (user_id, question_id, number, kind, post_id, actor_id, at)
		SELECT t.user_id, t.question_id, 1, 'question', t.question_id, p.author_id, p.created_at
		FROM notification_threads t JOIN posts p ON p.id = t.question_id`)
	kit.Exec(`ANALYZE`)
}

func TestAnInboxOfTenThousandCostsOneStatementALook(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	fillInbox(kit, "noa")
	noa := kit.As("noa")
	noa.Get("/me/inbox/unread").Want(200)
	for _, path := range []string{
		"/me/inbox/unread", "/me/inbox", "/me/inbox?view=unread", "/me/inbox?view=snoozed", "/me/inbox?pageSize=100",
	} {
		before := kit.DB.Statements()
		noa.Get("%s", path).Want(200)
		require.EqualValues(t, 1, kit.DB.Statements()-before, path)
	}
	require.Equal(t, 100, unread(kit, "noa"), "the count ends at a hundred")
}
