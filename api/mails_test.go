package api_test

import (
	"fmt"
	"io"
	"mime"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/app"
	"wellspring/pkg/testkit"
)

// mailed lets everything be delivered and sent, and gives what the mail server received.
func mailed(t *testing.T, kit *testkit.Kit, server *testkit.MailServer) []testkit.ReceivedMail {
	t.Helper()
	kit.Settle()
	require.NoError(t, kit.App.Mails.Send(t.Context()))
	return server.Received()
}

func subjectOf(t *testing.T, mail testkit.ReceivedMail) string {
	t.Helper()
	subject, err := new(mime.WordDecoder).DecodeHeader(mail.Header.Get("Subject"))
	require.NoError(t, err)
	return subject
}

func preferMails(kit *testkit.Kit, handle string, change map[string]any) {
	kit.As(handle).Patch("/me/mail-preferences", change).Want(200)
}

// openLink opens a link of a mail as a browser or a mail program does.
func openLink(t *testing.T, kit *testkit.Kit, method, link string) (int, string) {
	t.Helper()
	path, ours := strings.CutPrefix(link, "https://ask.example.org")
	require.True(t, ours, link)
	request, err := http.NewRequestWithContext(t.Context(), method, kit.URL+path, strings.NewReader("List-Unsubscribe=One-Click"))
	require.NoError(t, err)
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	reply, err := http.DefaultClient.Do(request)
	require.NoError(t, err)
	defer func() { _ = reply.Body.Close() }()
	page, err := io.ReadAll(reply.Body)
	require.NoError(t, err)
	return reply.StatusCode, string(page)
}

func TestAnAnswerIsMailedAtOnceAsTextAndHTMLInTheThreadOfItsQuestion(t *testing.T) {
	t.Parallel()
	server := testkit.NewMailServer(t)
	kit := testkit.New(t, server.Option())
	q := kit.Ask("ada", "How do I close a channel <twice>?", "go")
	a := kit.Answer("ben", q, "You do not, since it panics & ends the program.")
	mails := mailed(t, kit, server)
	require.Len(t, mails, 1, "nobody is mailed about what they did themselves")
	mail := mails[0]
	require.Equal(t, "ada@example.org", mail.To)
	require.Equal(t, "How do I close a channel <twice>?", subjectOf(t, mail))
	require.Contains(t, mail.Text, "answered your question")
	require.Contains(t, mail.Text, "it panics & ends the program")
	require.Contains(t, mail.Text, fmt.Sprintf("https://ask.example.org/questions/%d#answer-%d", q.ID, a.ID))
	require.Contains(t, mail.HTML, "answered your question")
	require.Contains(t, mail.HTML, "it panics &amp; ends the program")
	require.Contains(t, mail.HTML, "close a channel &lt;twice&gt;?")
	thread := fmt.Sprintf("<question-%d@ask.example.org>", q.ID)
	require.Equal(t, thread, mail.Header.Get("In-Reply-To"))
	require.Equal(t, thread, mail.Header.Get("References"))
	require.Regexp(t, `^<[0-9a-f]{24}@ask\.example\.org>$`, mail.Header.Get("Message-Id"))
	require.Regexp(t, `^<https://ask\.example\.org/unsubscribe\?[^>]+>$`, mail.Header.Get("List-Unsubscribe"))
	require.Equal(t, "List-Unsubscribe=One-Click", mail.Header.Get("List-Unsubscribe-Post"))
	require.Empty(t, mailed(t, kit, server), "once")

	comment(kit, "ben", q.ID, "Which version is it?")
	next := mailed(t, kit, server)
	require.Len(t, next, 1)
	require.Equal(t, thread, next[0].Header.Get("References"))
	require.NotEqual(t, mail.Header.Get("Message-Id"), next[0].Header.Get("Message-Id"))
}

func TestMailsAreInTheLanguageOfTheirReader(t *testing.T) {
	t.Parallel()
	server := testkit.NewMailServer(t)
	kit := testkit.New(t, server.Option())
	kit.As("ada").Patch("/me", map[string]any{"language": "de"}).Want(200)
	q := kit.Ask("ada", "Wie schließe ich einen Kanal?", "go")
	kit.Answer("ben", q, "Gar nicht, denn das bricht ab.")
	mails := mailed(t, kit, server)
	require.Len(t, mails, 1)
	require.Equal(t, "Wie schließe ich einen Kanal?", subjectOf(t, mails[0]))
	require.Contains(t, mails[0].Text, "hat Ihre Frage beantwortet")
	require.Contains(t, mails[0].HTML, `<html lang="de">`)
}

func TestVotesAndAnswersAreGatheredByQuestionForTheMorning(t *testing.T) {
	t.Parallel()
	server := testkit.NewMailServer(t)
	kit := testkit.New(t, server.Option())
	preferMails(kit, "ada", map[string]any{"answers": "daily", "timeZone": "Asia/Tokyo"})
	one, two := kit.Ask("ada", "How do I close a channel?", "go"), kit.Ask("ada", "How do I open a file?", "go")
	kit.Answer("ben", one, "You send nil and stop.")
	kit.Answer("ben", two, "You ask the system for it.")
	vote(kit, "ben", one.ID, 1)
	vote(kit, "noa", one.ID, 1)
	require.Empty(t, mailed(t, kit, server))
	kit.Clock.Advance(24 * time.Hour)
	mails := mailed(t, kit, server)
	require.Len(t, mails, 1, "all of it in one mail")
	require.Equal(t, "News at 2 questions", subjectOf(t, mails[0]))
	require.Contains(t, mails[0].Text, "2 up-votes on your question")
	require.Equal(t, 1, strings.Count(mails[0].Text, "How do I close a channel?"))
	require.Less(t, strings.Index(mails[0].Text, "2 up-votes"), strings.Index(mails[0].Text, "How do I open a file?"), "by question")
	require.Empty(t, mails[0].Header.Get("References"))
}

func TestInQuietHoursWhatIsDueWaits(t *testing.T) {
	t.Parallel()
	server := testkit.NewMailServer(t)
	kit := testkit.New(t, server.Option())
	now := kit.Clock.Now()
	preferMails(kit, "ada", map[string]any{
		"quiet": true, "quietFrom": now.Add(-time.Hour).Format("15:04"), "quietTo": now.Add(time.Hour).Format("15:04"), "timeZone": "Etc/UTC",
	})
	kit.Answer("ben", kit.Ask("ada", "How do I close a channel?", "go"), "You send nil and stop.")
	require.Empty(t, mailed(t, kit, server))
	kit.Clock.Advance(50 * time.Minute)
	require.Empty(t, mailed(t, kit, server))
	kit.Clock.Advance(10 * time.Minute)
	require.Len(t, mailed(t, kit, server), 1)
}

func TestWhatWasReadUndoneOrHiddenMeanwhileIsNotMailed(t *testing.T) {
	t.Parallel()
	server := testkit.NewMailServer(t)
	kit := testkit.New(t, server.Option())
	read, undone, hidden := kit.Ask("ada", "How do I read?", "go"), kit.Ask("ada", "How do I undo?", "go"), kit.Ask("ada", "How do I hide?", "go")
	kit.Answer("ben", read, "You look at it for a while.")
	gone := kit.Answer("ben", undone, "You never do it at all.")
	kit.Answer("ben", hidden, "You put it into a space.")
	kit.Settle()
	require.Equal(t, 3, kit.Int(`SELECT count(*) FROM mail_items`))
	kit.As("ada").Put(fmt.Sprintf("/me/inbox/%d/read", read.ID), map[string]any{}).Want(200)
	kit.As("ben").Delete("/answers/%d", gone.ID).Want(204)
	kit.Exec(`INSERT INTO spaces (slug, name, visibility, reason, created_at) VALUES ('hr', 'HR', 'members', 'people matters', now())`)
	kit.Exec(`UPDATE posts SET space_id = (SELECT id FROM spaces WHERE slug = 'hr') WHERE $1 IN (id, question_id)`, hidden.ID)
	require.Empty(t, mailed(t, kit, server))
	require.Zero(t, kit.Int(`SELECT count(*) FROM mail_items`))
}

func TestNobodyWithoutAnActiveAccountIsMailed(t *testing.T) {
	t.Parallel()
	server := testkit.NewMailServer(t)
	kit := testkit.New(t, server.Option())
	kit.Answer("ben", kit.Ask("ada", "How do I close a channel?", "go"), "You send nil and stop.")
	kit.Settle()
	kit.Exec(`UPDATE users SET state = 'disabled' WHERE handle = 'ada'`)
	require.Empty(t, mailed(t, kit, server))
	require.Zero(t, kit.Int(`SELECT count(*) FROM mail_items`))
}

func TestALinkUnsubscribesByPostWithoutSigningInAndByGetOnlyOffersTo(t *testing.T) {
	t.Parallel()
	server := testkit.NewMailServer(t)
	kit := testkit.New(t, server.Option())
	q := kit.Ask("ada", "How do I close a channel?", "go")
	kit.Answer("ben", q, "You send nil and stop.")
	mails := mailed(t, kit, server)
	require.Len(t, mails, 1)
	link := strings.Trim(mails[0].Header.Get("List-Unsubscribe"), "<>")
	status, page := openLink(t, kit, http.MethodGet, link)
	require.Equal(t, 200, status)
	require.Contains(t, page, "You will get no more e-mails about answers to your questions.")
	require.Contains(t, page, `<form method="post">`)
	var preferences struct{ Answers, Comments string }
	kit.As("ada").Get("/me/mail-preferences").Want(200).JSON(&preferences)
	require.Equal(t, "at-once", preferences.Answers, "to look changes nothing")

	for _, forged := range []string{
		strings.Replace(link, "who=", "who=1", 1), strings.Replace(link, "what=answers", "what=all", 1), link + "x", "https://ask.example.org/unsubscribe",
	} {
		status, page = openLink(t, kit, http.MethodPost, forged)
		require.Equal(t, 404, status, forged)
		require.Contains(t, page, "This link does not work")
	}
	kit.Answer("noa", q, "You let the sender do that.")
	kit.Settle()
	status, page = openLink(t, kit, http.MethodPost, link)
	require.Equal(t, 200, status)
	require.Contains(t, page, "You are unsubscribed")
	kit.As("ada").Get("/me/mail-preferences").Want(200).JSON(&preferences)
	require.Equal(t, "off", preferences.Answers)
	require.Equal(t, "at-once", preferences.Comments)
	require.Empty(t, mailed(t, kit, server), "what waited is not sent either")
	status, _ = openLink(t, kit, http.MethodPost, link)
	require.Equal(t, 200, status)
}

func TestTwoProcessesSendEachMailOnce(t *testing.T) {
	t.Parallel()
	server := testkit.NewMailServer(t)
	kit := testkit.New(t, server.Option())
	another := kit.Another()
	const each = 10
	for n := range each {
		for _, asker := range []string{"ada", "noa", "max"} {
			kit.Answer("ben", kit.Ask(asker, fmt.Sprintf("How do I close channel %d of %s?", n, asker), "go"), "You send nil and stop.")
		}
	}
	kit.Settle()
	var both sync.WaitGroup
	for range 5 {
		for _, process := range []*testkit.Kit{kit, another} {
			both.Go(func() {
				if err := process.App.Mails.Send(t.Context()); err != nil {
					t.Error(err)
				}
			})
		}
	}
	both.Wait()
	seen := map[string]bool{}
	mails := server.Received()
	for _, mail := range mails {
		seen[mail.Header.Get("Message-Id")] = true
	}
	require.Len(t, mails, 3*each)
	require.Len(t, seen, 3*each)
}

func TestAMailThatFailedIsTriedAgainAfterGrowingPauses(t *testing.T) {
	t.Parallel()
	server := testkit.NewMailServer(t)
	kit := testkit.New(t, server.Option())
	kit.Answer("ben", kit.Ask("ada", "How do I close a channel?", "go"), "You send nil and stop.")
	kit.Settle()
	server.Refuse(true)
	require.Error(t, kit.App.Mails.Send(t.Context()))
	require.NoError(t, kit.App.Mails.Send(t.Context()), "it is not due yet")
	kit.Clock.Advance(5 * time.Minute)
	require.Error(t, kit.App.Mails.Send(t.Context()))
	server.Refuse(false)
	kit.Clock.Advance(5 * time.Minute)
	require.Empty(t, mailed(t, kit, server))
	waiting, stuck, err := kit.App.Mails.Backlog(t.Context())
	require.NoError(t, err)
	require.Equal(t, 1, waiting)
	require.Zero(t, stuck)
	kit.Clock.Advance(5 * time.Minute)
	require.Len(t, mailed(t, kit, server), 1)
}

func TestBadMailPreferencesChangeNothing(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	var before, after map[string]any
	kit.As("ada").Get("/me/mail-preferences").Want(200).JSON(&before)
	require.Equal(t, "none", before["sending"])
	for _, bad := range []map[string]any{
		{"answers": "sometimes"}, {"quietFrom": "25:00"}, {"timeZone": "Nowhere/Land"}, {"timeZone": ""}, {"timeZone": "../etc/passwd"},
		{"quiet": true, "quietFrom": "08:00", "quietTo": "08:00"},
	} {
		kit.As("ada").Patch("/me/mail-preferences", bad).Want(422)
	}
	kit.As("ada").Get("/me/mail-preferences").Want(200).JSON(&after)
	require.Equal(t, before, after)
	kit.Visitor().Get("/me/mail-preferences").WantProblem(401, "unauthenticated")
}

func TestKeptMailsAreForTheAdministratorAlone(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t, testkit.WithApp(func(o *app.Options) { o.KeepMails, o.BaseURL = true, "http://127.0.0.1:8080" }))
	kit.Answer("ben", kit.Ask("ada", "How do I close a channel?", "go"), "You send nil and stop.")
	kit.Settle()
	require.NoError(t, kit.App.Mails.Send(t.Context()))
	var kept struct {
		Items []struct{ Recipient, Subject, Text, HTML string }
	}
	kit.As("root").Get("/mails").Want(200).JSON(&kept)
	require.Len(t, kept.Items, 1)
	require.Contains(t, kept.Items[0].Recipient, "ada@example.org")
	require.Contains(t, kept.Items[0].HTML, "answered your question")
	kit.As("mia").Get("/mails").WantProblem(404, "not-found")
	kit.Visitor().Get("/mails").WantProblem(401, "unauthenticated")
	kit.As("root").With("X-Forwarded-For", "192.0.2.7").Get("/mails").WantProblem(404, "not-found")
	sending := testkit.New(t)
	sending.As("root").Get("/mails").WantProblem(404, "not-found")
}

func TestReplyAndMentionAreMailedToWhomTheyConcern(t *testing.T) {
	t.Parallel()
	server := testkit.NewMailServer(t)
	kit := testkit.New(t, server.Option())
	q := kit.Ask("mia", "How do I close a channel twice?", "go")
	asked := comment(kit, "ada", q.ID, "Which version is it?")
	mailed(t, kit, server)
	kit.As("ben").Post(fmt.Sprintf("/posts/%d/comments", q.ID), map[string]any{"body": "The newest, as @noa knows.", "parentId": asked}).Want(201)
	texts := map[string]string{}
	for _, mail := range mailed(t, kit, server) {
		texts[mail.To] += mail.Text
	}
	require.Len(t, texts, 3)
	require.Contains(t, texts["ada@example.org"], "replied to your comment")
	require.Contains(t, texts["noa@example.org"], "mentioned you")
	require.Contains(t, texts["mia@example.org"], "commented on your question")
}
