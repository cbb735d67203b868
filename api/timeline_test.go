package api_test

import (
	"fmt"
	"net/http"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/kernel/id"
	"wellspring/pkg/testkit"
)

type shownTimeline struct {
	Items []struct {
		Kind         string
		At           time.Time
		By           *named
		AcceptedBy   *named
		Revision     *int
		Reason       string
		Up, Down     int
		Amount       int
		AnswerID     *id.Post
		SuggestionID *id.Suggestion
	}
	Next string
}

func timelineOf(kit *testkit.Kit, handle string, post id.Post, query string) shownTimeline {
	var timeline shownTimeline
	kit.As(handle).Get("/posts/%d/timeline?%s", post, query).Want(http.StatusOK).JSON(&timeline)
	return timeline
}

// lines are a timeline from the first to the last, a line a deed.
func lines(timeline shownTimeline) []string {
	said := []string{}
	for _, deed := range slices.Backward(timeline.Items) {
		line := deed.Kind
		if deed.By != nil {
			line += " by " + deed.By.Handle
		}
		if deed.AcceptedBy != nil {
			line += " accepted by " + deed.AcceptedBy.Handle
		}
		if deed.Up+deed.Down > 0 {
			line += fmt.Sprintf(" %d up %d down", deed.Up, deed.Down)
		}
		if deed.Amount > 0 {
			line += fmt.Sprintf(" of %d", deed.Amount)
		}
		if deed.Reason != "" {
			line += " as " + deed.Reason
		}
		said = append(said, line)
	}
	return said
}

// eventful is a question to which everything happened, a minute apart.
func eventful(kit *testkit.Kit) testkit.Asked {
	step := func() { kit.Clock.Advance(time.Minute) }
	q := kit.Ask("ada", "How do I close a channel twice?", "go")
	step()
	a := kit.Answer("ben", q, "You do not.")
	step()
	comment(kit, "max", q.ID, "Why would you?")
	step()
	kit.As("ada").Put(fmt.Sprintf("/answers/%d/acceptance", a.ID), nil).Want(http.StatusOK)
	step()
	first := suggest(kit, "noa", q.ID, better(q))
	step()
	decide(kit, "ada", first.ID, "rejection", map[string]any{"reason": "meaning"}).Want(http.StatusOK)
	step()
	second := suggest(kit, "noa", q.ID, better(q))
	step()
	decide(kit, "ada", second.ID, "acceptance", nil).Want(http.StatusOK)
	step()
	closeAs(kit, "mia", q.ID, unclear).Want(http.StatusOK)
	step()
	reopenAs(kit, "mia", q.ID).Want(http.StatusOK)
	for _, handle := range []string{"ben", "max"} {
		kit.As(handle).Put(fmt.Sprintf("/posts/%d/vote", q.ID), map[string]any{"value": 1}).Want(http.StatusOK)
	}
	kit.As("mia").Put(fmt.Sprintf("/posts/%d/vote", q.ID), map[string]any{"value": -1}).Want(http.StatusOK)
	return q
}

func TestATimelineTellsEverythingThatHappenedToAPost(t *testing.T) {
	t.Parallel()
	kit := withEditors(t)
	now := kit.Clock.Now() // the day must not end meanwhile, since votes stand at its end
	kit.Clock.Advance(now.Truncate(24 * time.Hour).Add(36 * time.Hour).Sub(now))
	q := eventful(kit)
	require.Equal(t, []string{
		"asked by ada", "answered by ben", "commented by max", "accepted by ada", "suggested by noa", "rejected by ada as meaning",
		"suggested by noa", "edited by noa accepted by ada", "closed by mia as needs-detail", "reopened by mia", "voted 2 up 1 down",
	}, lines(timelineOf(kit, "ben", q.ID, "")))
	require.NotContains(t, lines(timelineOf(kit, "max", q.ID, "")), "rejected by ada as meaning", "that concerns those who may decide")
}

func TestATimelineTellsOfBountiesAndOfWhatBecameAnAnswer(t *testing.T) {
	t.Parallel()
	kit, q := withBounty(t)
	kit.Clock.Advance(time.Minute)
	remark := comment(kit, "ben", q.ID, "You do not.")
	kit.Clock.Advance(time.Minute)
	var made struct{ ID id.Post }
	answerOf(kit, "mia", remark, map[string]any{}).Want(http.StatusOK).JSON(&made)
	kit.Clock.Advance(time.Minute)
	awardAs(kit, "ada", made.ID).Want(http.StatusOK)
	require.Equal(t, []string{
		"asked by ada", "bounty-offered by ada of 100", "answered by ben", "from-comment by mia", "bounty-awarded by ada of 100",
	}, lines(timelineOf(kit, "noa", q.ID, "")))
	require.Equal(t, []string{"answered by ben", "from-comment by mia", "bounty-awarded by ada of 100"},
		lines(timelineOf(kit, "noa", made.ID, "")))
}

func TestATimelineIsReadInPartsThatMissAndRepeatNothing(t *testing.T) {
	t.Parallel()
	kit := withEditors(t)
	q := eventful(kit)
	whole := timelineOf(kit, "ada", q.ID, "")
	require.Empty(t, whole.Next)
	var parts shownTimeline
	for cursor := ""; ; {
		part := timelineOf(kit, "ada", q.ID, "pageSize=2&cursor="+cursor)
		require.LessOrEqual(t, len(part.Items), 2)
		parts.Items = append(parts.Items, part.Items...)
		if cursor = part.Next; cursor == "" {
			break
		}
	}
	require.Equal(t, lines(whole), lines(parts))
	kit.As("ada").Get("/posts/%d/timeline?cursor=nonsense", q.ID).WantProblem(http.StatusUnprocessableEntity, "validation")
}

func TestTheTimelineOfWhatOneMayNotReadDoesNotExist(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?", "go")
	a := kit.Answer("ben", q, "You do not.")
	require.Equal(t, []string{"answered by ben"}, lines(timelineOf(kit, "max", a.ID, "")))
	kit.As("mia").Delete("/answers/%d?note=Spam", a.ID).Want(http.StatusNoContent)
	kit.As("max").Get("/posts/%d/timeline", a.ID).WantProblem(http.StatusNotFound, "not-found")
	require.Equal(t, []string{"asked by ada"}, lines(timelineOf(kit, "max", q.ID, "")))
	kit.Visitor().Get("/posts/%d/timeline", q.ID).WantProblem(http.StatusNotFound, "not-found")
}

func TestALongHistoryIsReadInPartsWithFewStatements(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?", "go")
	kit.Exec(`
		INSERT INTO revisions (post_id, number, kind, author_id, author_name, created_at, title, body, tags)
		SELECT id, n, 'edit', author_id, 'Ada', created_at + n * interval '1 minute', title, 'Text ' || n, tags FROM posts, generate_series(2, 500) n`)
	kit.Exec(`UPDATE posts SET revision_count = 500`)
	reader := kit.As("max")
	reader.Get("/me").Want(http.StatusOK)
	for path, most := range map[string]int64{"timeline": 2, "revisions": 3} {
		var part struct {
			Items []struct{ Number int }
			Next  string
			Older *struct{ Number int }
			Total int
		}
		before := kit.DB.Statements()
		reader.Get("/posts/%d/%s", q.ID, path).Want(http.StatusOK).JSON(&part)
		require.LessOrEqual(t, kit.DB.Statements()-before, most, path)
		require.Len(t, part.Items, 30, path)
		require.True(t, part.Next != "" || part.Older.Number == 470 && part.Total == 500, path)
	}
	var one struct{ Items []struct{ Number int } }
	reader.Get("/posts/%d/revisions?before=8&pageSize=1", q.ID).Want(http.StatusOK).JSON(&one)
	require.Equal(t, 7, one.Items[0].Number)
}
