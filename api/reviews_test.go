package api_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/kernel/id"
	"wellspring/pkg/testkit"
)

type shownReview struct {
	ID       id.ReviewItem
	Queue    string
	Why      string
	PostKind string
	Post     struct {
		ID   id.Post
		HTML string
	}
	Question struct{ Title string }
	Comment  *struct{ HTML string }
	Original *struct{ ID id.Post }
	// Suggestion is the edit that it is about.
	Suggestion *struct {
		ID      id.Suggestion
		Summary string
	}
	Flags []struct {
		Reason string
		By     struct{ Handle string }
	}
	Said []struct {
		Decision string
		By       struct{ Handle string }
	}
	Choices []string
	Outcome string
}

func claim(kit *testkit.Kit, handle, queue string, after id.ReviewItem) *testkit.Reply {
	return kit.As(handle).Put("/review-queues/"+queue+"/claim", map[string]any{"after": after})
}

func claimed(kit *testkit.Kit, handle, queue string) shownReview {
	var held struct{ Item shownReview }
	claim(kit, handle, queue, 0).Want(200).JSON(&held)
	return held.Item
}

func decideItem(kit *testkit.Kit, handle string, item id.ReviewItem, body map[string]any) *testkit.Reply {
	return kit.As(handle).Put(fmt.Sprintf("/review-items/%d/decision", item), body)
}

// waiting counts what waits for somebody, by queue; -1 where they may not review it.
func waiting(kit *testkit.Kit, handle string) map[string]int {
	var page struct {
		Items []struct {
			Queue   string
			Waiting int
			Can     struct{ Review struct{ Allowed bool } }
		}
	}
	kit.As(handle).Get("/review-queues").Want(200).JSON(&page)
	counts := map[string]int{}
	for _, queue := range page.Items {
		counts[queue.Queue] = queue.Waiting
		if !queue.Can.Review.Allowed {
			counts[queue.Queue] = -1
		}
	}
	return counts
}

func TestAHelpfulSpamFlagDeletesThePostCostsItsAuthorAHundredAndTellsTheFlagger(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?")
	a := kit.Answer("ben", q, "Buy my wonderful channels at a discount, today only!")
	flag(kit, "ada", a.ID, "spam").Want(200)
	flag(kit, "noa", a.ID, "rude").Want(200)
	kit.Settle()
	require.Equal(t, 1, waiting(kit, "mia")["flags"], "two flags at one post are one item")
	require.Equal(t, -1, waiting(kit, "ada")["flags"])
	claim(kit, "ada", "flags", 0).WantProblem(403, "forbidden")

	item := claimed(kit, "mia", "flags")
	require.Len(t, item.Flags, 2)
	require.Equal(t, "ada", item.Flags[0].By.Handle)
	require.Equal(t, "How do I close a channel twice?", item.Question.Title)
	require.Equal(t, []string{"helpful", "delete", "decline"}, item.Choices)
	decideItem(kit, "mia", item.ID, map[string]any{"decision": "delete", "note": "Advertising."}).Want(204)
	kit.WantReputation("ben", -100)
	kit.Settle()
	kit.Settle()
	require.Equal(t, 0, waiting(kit, "mia")["flags"])
	for _, flagger := range []string{"ada", "noa"} {
		mine := flagsOf(kit, flagger)[0]
		require.Equal(t, "helpful", mine.Outcome)
		require.Equal(t, "Advertising.", mine.Answer)
		require.Nil(t, mine.Question)
	}
	require.Equal(t, 2, kit.Int(`SELECT count(*) FROM notifications WHERE kind = 'flag-helpful' AND actor_id IS NULL`))
	require.Contains(t, string(kit.As("ada").Get("/me/inbox").Want(200).Body), "flag-helpful", "although the answer is gone")

	kit.As("mia").Delete("/posts/%d/deletion", a.ID).Want(204)
	kit.WantReputation("ben", 0)
	require.Equal(t, 3, kit.Int(`SELECT count(*) FROM reputation_entries e JOIN users u ON u.id = e.user_id WHERE u.handle = 'ben'`))
}

func TestADeclinedFlagChangesNothingButTellsTheFlaggerWhy(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?")
	flag(kit, "ben", q.ID, "spam").Want(200)
	kit.Settle()
	item := claimed(kit, "mia", "flags")
	decideItem(kit, "mia", item.ID, map[string]any{"decision": "approve"}).WantProblem(422, "validation")
	decideItem(kit, "mia", item.ID, map[string]any{"decision": "decline", "note": "It is a question like any other."}).Want(204)
	kit.Settle()
	mine := flagsOf(kit, "ben")[0]
	require.Equal(t, "declined", mine.Outcome)
	require.Equal(t, "How do I close a channel twice?", mine.Question.Title)
	require.Contains(t, string(kit.As("ben").Get("/me/inbox").Want(200).Body), "flag-declined")
	kit.WantReputation("ada", 0)
	require.Zero(t, kit.Int(`SELECT count(*) FROM posts WHERE deleted_at IS NOT NULL`))
	decideItem(kit, "mia", item.ID, map[string]any{"decision": "decline"}).WantProblem(409, "decided-already")
	require.Zero(t, claimed(kit, "mia", "flags").ID)
}

func TestAFlaggedCommentIsShownWithItsPostAndDeletedAlone(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?")
	said := comment(kit, "ben", q.ID, "You fool!")
	kit.As("ada").Put(fmt.Sprintf("/comments/%d/flag", said), map[string]any{"reason": "spam"}).Want(200)
	kit.Settle()
	item := claimed(kit, "mia", "flags")
	require.Contains(t, item.Comment.HTML, "You fool!")
	decideItem(kit, "mia", item.ID, map[string]any{"decision": "delete"}).Want(204)
	require.Equal(t, 1, kit.Int(`SELECT count(*) FROM comments WHERE deleted_at IS NOT NULL`))
	require.Zero(t, kit.Int(`SELECT count(*) FROM posts WHERE deleted_at IS NOT NULL`))
	kit.WantReputation("ben", 0)
}

func TestAWithdrawnFlagAndADeletedPostLeaveTheQueue(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?")
	a := kit.Answer("ben", q, "You do not, since a closed channel panics when it is closed again.")
	flag(kit, "noa", q.ID, "spam").Want(200)
	flag(kit, "noa", a.ID, "low-quality").Want(200)
	kit.Settle()
	require.Equal(t, 2, waiting(kit, "mia")["flags"])
	kit.As("noa").Delete("/posts/%d/flag", q.ID).Want(204)
	require.Equal(t, 1, waiting(kit, "mia")["flags"], "at once, whoever hears of it later")
	kit.As("ben").Delete("/answers/%d", a.ID).Want(204)
	kit.Settle()
	kit.Settle()
	require.Equal(t, 0, waiting(kit, "mia")["flags"])
	require.Zero(t, kit.Int(`SELECT count(*) FROM review_items WHERE queue = 'flags' AND ended_at IS NULL`))
	require.Equal(t, 1, kit.Int(`SELECT count(*) FROM flags WHERE outcome = 'helpful'`))
}

func TestTheFirstQuestionAndTheFirstAnswerOfAPersonAreReviewedByOthers(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?")
	kit.Ask("ada", "Why does a nil map panic when it is written to?")
	kit.Answer("ben", q, "You do not, since a closed channel panics when it is closed again.")
	kit.Answer("mia", q, "Never do that, and think of sync.Once where it seems to be needed.")
	kit.Settle()
	require.Equal(t, 2, waiting(kit, "noa")["first-posts"], "no second ones, and no moderator's")
	require.Equal(t, 1, waiting(kit, "ada")["first-posts"], "nobody reviews their own")
	item := claimed(kit, "ada", "first-posts")
	require.Equal(t, "first-answer", item.Why)
	require.Equal(t, "answer", item.PostKind)
	decideItem(kit, "ada", item.ID, map[string]any{"decision": "approve"}).Want(204)

	item = claimed(kit, "noa", "first-posts")
	require.Equal(t, "first-question", item.Why)
	decideItem(kit, "noa", item.ID, map[string]any{"decision": "flag", "reason": "attention"}).WantProblem(422, "validation")
	decideItem(kit, "noa", item.ID, map[string]any{"decision": "flag", "reason": "low-quality"}).Want(204)
	kit.Settle()
	require.Equal(t, 0, waiting(kit, "noa")["first-posts"])
	require.Equal(t, 1, waiting(kit, "mia")["flags"])
}

func TestPostsOfLowQualityWaitUntilTheyAreBetter(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?")
	short := kit.Answer("ben", q, "You do not.")
	kit.Settle()
	require.Equal(t, 1, waiting(kit, "noa")["low-quality"])
	item := claimed(kit, "noa", "low-quality")
	require.Equal(t, "short", item.Why)
	require.Equal(t, []string{"approve", "flag"}, item.Choices)
	kit.As("ben").Put(fmt.Sprintf("/answers/%d", short.ID), map[string]any{
		"body": "You do not, since a closed channel panics when it is closed again.", "version": short.Version,
	}).Want(200)
	kit.Settle()
	require.Equal(t, 0, waiting(kit, "noa")["low-quality"])
	decideItem(kit, "noa", item.ID, map[string]any{"decision": "approve"}).WantProblem(409, "decided-already")

	for _, voter := range []string{"ada", "noa"} {
		kit.As(voter).Put(fmt.Sprintf("/posts/%d/vote", short.ID), map[string]any{"value": -1}).Want(200)
	}
	kit.Settle()
	item = claimed(kit, "mia", "low-quality")
	require.Equal(t, "score", item.Why)
	decideItem(kit, "mia", item.ID, map[string]any{"decision": "delete"}).Want(204)
	require.Equal(t, 1, kit.Int(`SELECT count(*) FROM posts WHERE deleted_at IS NOT NULL`))
}

func TestReviewersCloseAQuestionByTheirVotesOrLeaveItOpen(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	trusted(kit, "ben", "noa", "max")
	q := kit.Ask("ada", "How do I close a channel twice?")
	closeAs(kit, "ben", q.ID, unclear).Want(200)
	kit.Settle()
	require.Equal(t, 0, waiting(kit, "ben")["close-votes"], "who voted has been asked")
	require.Equal(t, -1, waiting(kit, "ada")["close-votes"])
	item := claimed(kit, "noa", "close-votes")
	decideItem(kit, "noa", item.ID, map[string]any{"decision": "close"}).Want(204)
	require.Nil(t, stateOf(kit, "noa", q.ID).Closure)
	require.Equal(t, item.ID, claimed(kit, "max", "close-votes").ID)
	decideItem(kit, "max", item.ID, map[string]any{"decision": "close"}).Want(204)
	require.NotNil(t, stateOf(kit, "noa", q.ID).Closure)
	kit.Settle()
	require.Equal(t, 0, waiting(kit, "mia")["close-votes"])

	second := kit.Ask("ada", "Why does a nil map panic when it is written to?")
	closeAs(kit, "ben", second.ID, unclear).Want(200)
	kit.Settle()
	item = claimed(kit, "mia", "close-votes")
	decideItem(kit, "mia", item.ID, map[string]any{"decision": "leave"}).Want(204)
	require.Equal(t, 0, waiting(kit, "noa")["close-votes"], "a moderator leaves it open for all")
}

func TestWhatWasAskedBeforeWaitsAsAPossibleDuplicate(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	trusted(kit, "ben")
	first := kit.Ask("ada", "How do I close a Go channel twice?")
	kit.Ask("ada", "Why does a nil map panic when it is written to?")
	second := kit.Ask("noa", "How can I close a Go channel twice")
	kit.Settle()
	item := claimed(kit, "ben", "duplicates")
	require.Equal(t, second.ID, item.Post.ID)
	require.Equal(t, first.ID, item.Original.ID)
	require.Equal(t, "similar", item.Why)
	decideItem(kit, "ben", item.ID, map[string]any{"decision": "close"}).Want(204)
	item = claimed(kit, "mia", "duplicates")
	require.Equal(t, "votes", func() string { kit.Settle(); return claimed(kit, "mia", "duplicates").Why }())
	decideItem(kit, "mia", item.ID, map[string]any{"decision": "close"}).Want(204)
	require.Equal(t, int(first.ID), kit.Int(`SELECT duplicate_of FROM posts WHERE id = $1`, second.ID))
	kit.Settle()
	require.Zero(t, claimed(kit, "mia", "duplicates").ID)
}

func TestAReviewerIsNeverGivenWhatTheyMayNotRead(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?")
	flag(kit, "ben", q.ID, "spam").Want(200)
	kit.Settle()
	item := claimed(kit, "mia", "flags")
	kit.As("mia").Delete("/review-queues/flags/claim").Want(204)
	kit.Exec(`UPDATE spaces SET visibility = 'members', reason = 'Secret.' WHERE id = (SELECT space_id FROM posts WHERE id = $1)`, q.ID)
	require.Equal(t, 0, waiting(kit, "mia")["flags"])
	require.Equal(t, 0, waiting(kit, "root")["first-posts"])
	require.Zero(t, claimed(kit, "mia", "flags").ID)
	decideItem(kit, "mia", item.ID, map[string]any{"decision": "delete"}).WantProblem(404, "not-found")
	kit.As("mia").Get("/review-items/%d", item.ID).WantProblem(404, "not-found")
	require.Zero(t, kit.Int(`SELECT count(*) FROM review_decisions`))
}

func TestAnItemIsAReviewersAloneUntilTheLeaseEndsAlsoInAnotherProcess(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	first, second := kit.Ask("ada", "How do I close a channel twice?"), kit.Ask("ada", "Why does a nil map panic when it is written to?")
	flag(kit, "ben", first.ID, "spam").Want(200)
	kit.Settle()
	flag(kit, "ben", second.ID, "spam").Want(200)
	kit.Settle()
	held := claimed(kit, "mia", "flags")
	require.Equal(t, first.ID, held.Post.ID, "the oldest first")
	require.Equal(t, held.ID, claimed(kit, "mia", "flags").ID, "who comes back has it still")
	another := kit.Another()
	require.NotEqual(t, held.ID, claimed(another, "root", "flags").ID)
	decideItem(another, "root", held.ID, map[string]any{"decision": "decline"}).WantProblem(409, "held-by-another")

	claim(kit, "mia", "flags", held.ID).Want(200)
	require.Equal(t, held.ID, claimed(kit, "mia", "flags").ID, "root holds the other one")
	kit.Clock.Advance(11 * time.Minute)
	require.Equal(t, held.ID, claimed(another, "root", "flags").ID, "the lease has ended")
	decideItem(another, "root", held.ID, map[string]any{"decision": "skip"}).Want(204)
	require.NotEqual(t, held.ID, claimed(another, "root", "flags").ID, "what was skipped does not come again")
	require.Equal(t, held.ID, claimed(kit, "mia", "flags").ID)
}

func TestAuditsTellModeratorsWhoDecidedWhatAndOthersWhatTheyDecided(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?")
	kit.Answer("ben", q, "You do not, since a closed channel panics when it is closed again.")
	kit.Settle()
	item := claimed(kit, "noa", "first-posts")
	decideItem(kit, "noa", item.ID, map[string]any{"decision": "approve", "note": "Well asked."}).Want(204)
	kit.Clock.Advance(time.Second)
	next := claimed(kit, "max", "first-posts")
	decideItem(kit, "max", next.ID, map[string]any{"decision": "skip"}).Want(204)
	decideItem(kit, "ada", next.ID, map[string]any{"decision": "approve"}).Want(204)

	type audits struct {
		Total int
		Items []struct {
			ItemID   id.ReviewItem
			Decision string
			Note     string
			Final    bool
			By       struct{ Handle string }
			Question struct{ Title string }
		}
	}
	var all, own audits
	kit.As("mia").Get("/review-decisions").Want(200).JSON(&all)
	require.Equal(t, 2, all.Total, "to skip is to decide nothing")
	require.Equal(t, "ada", all.Items[0].By.Handle)
	require.Equal(t, "Well asked.", all.Items[1].Note)
	require.True(t, all.Items[1].Final)
	kit.As("mia").Get("/review-decisions?person=noa&queue=first-posts").Want(200).JSON(&own)
	require.Equal(t, item.ID, own.Items[0].ItemID)
	kit.As("noa").Get("/review-decisions").Want(200).JSON(&own)
	require.Equal(t, 1, own.Total)
	kit.As("noa").Get("/review-decisions?person=ada").WantProblem(403, "forbidden")
	var shown shownReview
	kit.As("mia").Get("/review-items/%d", item.ID).Want(200).JSON(&shown)
	require.Equal(t, "approve", shown.Outcome)
	require.Equal(t, "noa", shown.Said[0].By.Handle)
}

func TestASuggestedEditIsAcceptedInItsQueueByWhoMayEditAndByNobodyElse(t *testing.T) {
	t.Parallel()
	kit := withEditors(t)
	q := kit.Ask("ada", "How do I close a channel twice?")
	suggest(kit, "noa", q.ID, better(q))
	kit.Settle()
	require.Equal(t, -1, waiting(kit, "noa")["suggested-edits"])
	item := claimed(kit, "ben", "suggested-edits")
	require.Equal(t, []string{"accept", "reject"}, item.Choices)
	require.Equal(t, "Say what happens", item.Suggestion.Summary)
	decideItem(kit, "ben", item.ID, map[string]any{"decision": "reject"}).WantProblem(422, "validation")
	decideItem(kit, "ben", item.ID, map[string]any{"decision": "reject", "note": "It says less."}).Want(204)
	require.Equal(t, 1, kit.Int(`SELECT count(*) FROM suggestions WHERE state = 'rejected' AND note = 'It says less.'`))
	kit.Settle()
	require.Zero(t, claimed(kit, "mia", "suggested-edits").ID)

	made := suggest(kit, "noa", q.ID, better(q))
	kit.Settle()
	item = claimed(kit, "ben", "suggested-edits")
	require.Equal(t, made.ID, item.Suggestion.ID)
	decideItem(kit, "ben", item.ID, map[string]any{"decision": "accept"}).Want(204)
	require.Equal(t, 2, kit.Int(`SELECT revision_count FROM posts WHERE id = $1`, q.ID))
	kit.Settle()
	require.Equal(t, 0, waiting(kit, "mia")["suggested-edits"])
}
