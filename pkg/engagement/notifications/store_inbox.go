package notifications

import (
	"context"
	"fmt"
	"strconv"
	"time"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/kernel/page"
	"wellspring/pkg/people/spaces"
)

// shownOfThread is how many notifications of a thread are listed.
const shownOfThread = 5

// standing joins the notifications n of a thread t about question q that still hold: their cause has not been undone. That a
// post is gone is what a helpful flag is told for.
const standing = `
	FROM notifications n JOIN posts p ON p.id = n.post_id LEFT JOIN comments c ON c.id = n.comment_id
	WHERE n.user_id = t.user_id AND n.question_id = t.question_id AND n.count > 0
		AND (p.deleted_at IS NULL OR n.kind = 'flag-helpful') AND (n.comment_id IS NULL OR c.deleted_at IS NULL)
		AND CASE n.kind WHEN 'accept' THEN coalesce(q.accepted_answer_id = n.post_id, false)
			WHEN 'closed' THEN q.closed_at IS NOT NULL WHEN 'reopened' THEN q.closed_at IS NULL
			WHEN 'suggestion' THEN EXISTS (SELECT 1 FROM suggestions g WHERE g.post_id = n.post_id AND g.state = 'waiting')
			WHEN 'bounty-offered' THEN ` + bountyRuns + ` WHEN 'bounty-ending' THEN ` + bountyRuns + ` ELSE true END`

// suggested gives the suggestion that a notification is about: the one that waits, or the person's own that was decided last.
const suggested = `
	CASE n.kind WHEN 'suggestion' THEN (SELECT g.id FROM suggestions g WHERE g.post_id = n.post_id AND g.state = 'waiting')
		WHEN 'suggestion-accepted' THEN (SELECT max(g.id) FROM suggestions g WHERE g.post_id = n.post_id AND g.author_id = n.user_id AND g.state = 'accepted')
		WHEN 'suggestion-rejected' THEN (SELECT max(g.id) FROM suggestions g WHERE g.post_id = n.post_id AND g.author_id = n.user_id AND g.state = 'rejected')
		END`

const bountyRuns = `EXISTS (SELECT 1 FROM bounties b WHERE b.question_id = n.question_id AND b.ended_at IS NULL)`

// What a thread must have is looked up thread by thread until the page is full: OFFSET 0 keeps Postgres from joining it with
// all notifications of the person, which depending on its statistics it took for cheaper and which took fifty times as long.
const (
	awake      = `(t.snoozed_until IS NULL OR t.snoozed_until <= ?)`
	haveAny    = `EXISTS (SELECT 1 ` + standing + ` OFFSET 0)`
	haveUnread = `t.newest > t.seen AND EXISTS (SELECT 1 ` + standing + ` AND n.number > t.seen OFFSET 0)`
)

// condition is that of a view; each takes the present time.
func (v View) condition() string {
	switch v {
	case Unread:
		return awake + ` AND ` + haveUnread
	case Snoozed:
		return `t.snoozed_until > ? AND ` + haveAny
	default:
		return awake + ` AND ` + haveAny
	}
}

type threadRow struct {
	QuestionID   id.Post
	TouchedAt    time.Time
	Newest       int
	Seen         int
	SnoozedUntil *time.Time
	Title        string
	Asked        bool
	SpaceID      id.Space
	SpaceSlug    string
	SpaceName    string
	SpaceColor   string
	Number       int
	Kind         Kind
	PostID       id.Post
	Answer       bool
	Own          bool
	CommentID    id.Comment
	Count        int
	At           time.Time
	Excerpt      string
	SuggestionID id.Suggestion
	Total        int
	UserID       id.User
	Handle       string
	Avatar       string
	Name         string
	Unit         string
	Role         authz.Role
	Reputation   int
}

// threads reads the threads by their index before it looks at what they hold. Limits are part of the text: as arguments
// they would make Postgres plan each time anew.
func (s store) threads(ctx context.Context, actor authz.Actor, view View, after page.Cursor, size int, now time.Time) ([]Thread, error) {
	condition, readable := spaces.Visible(actor, "q.space_id")
	where, args := `t.user_id = ? AND q.deleted_at IS NULL AND `+condition+` AND `+view.condition(), []any{actor.User, readable, now}
	if after.ID != 0 {
		where += ` AND (t.touched_at, t.question_id) < (?, ?)`
		args = append(args, time.UnixMicro(after.Key).UTC(), after.ID)
	}
	var rows []threadRow
	err := s.db.Gorm(ctx).Raw(`
		SELECT t.question_id, t.touched_at, t.newest, t.seen, t.snoozed_until, q.title, coalesce(q.author_id = t.user_id, false) AS asked,
			sp.id AS space_id, sp.slug AS space_slug, sp.name AS space_name, sp.color AS space_color, n.*,
			coalesce(u.id, 0) AS user_id, coalesce(u.handle, '') AS handle, coalesce(u.avatar, '') AS avatar, coalesce(u.name, '') AS name,
			coalesce(un.name, '') AS unit,
			coalesce(u.role, '') AS role, coalesce(r.reputation, 0) AS reputation
		FROM (
			SELECT t.* FROM notification_threads t JOIN posts q ON q.id = t.question_id
			WHERE `+where+`
			ORDER BY t.touched_at DESC, t.question_id DESC LIMIT `+strconv.Itoa(size)+`
		) t
		JOIN posts q ON q.id = t.question_id
		JOIN spaces sp ON sp.id = q.space_id
		JOIN LATERAL (
			SELECT n.number, n.kind, n.post_id, p.kind = 'answer' AS answer, coalesce(p.author_id = n.user_id, false) AS own,
				coalesce(n.comment_id, 0) AS comment_id, n.actor_id, n.count, n.at, count(*) OVER () AS total,
				coalesce(`+suggested+`, 0) AS suggestion_id,
				CASE WHEN n.comment_id IS NOT NULL THEN left(c.body, 200) WHEN n.kind IN ('question', 'answer', 'mention') THEN p.excerpt
					WHEN n.kind = 'bounty-offered' THEN (SELECT b.note FROM bounties b WHERE b.question_id = n.question_id AND b.ended_at IS NULL)
					ELSE '' END AS excerpt
			`+standing+`
			ORDER BY n.number DESC LIMIT `+strconv.Itoa(shownOfThread)+`
		) n ON true
		LEFT JOIN users u ON u.id = n.actor_id
		LEFT JOIN units un ON un.id = u.unit_id
		LEFT JOIN reputation_totals r ON r.user_id = u.id
		ORDER BY t.touched_at DESC, t.question_id DESC, n.number DESC`, args...).Scan(&rows).Error
	if err != nil {
		return nil, fmt.Errorf("list the inbox of person %d: %w", actor.User, err)
	}
	return gather(rows), nil
}

// gather makes threads of rows that come thread by thread, newest first.
func gather(rows []threadRow) []Thread {
	threads := []Thread{}
	for i := range rows {
		r := &rows[i]
		if len(threads) == 0 || threads[len(threads)-1].Question != r.QuestionID {
			threads = append(threads, Thread{
				Question: r.QuestionID, Title: r.Title, Asked: r.Asked, Unread: r.Number > r.Seen, Newest: r.Newest,
				Space:     posts.SpaceRef{ID: r.SpaceID, Slug: r.SpaceSlug, Name: r.SpaceName, Color: r.SpaceColor},
				TouchedAt: r.TouchedAt, SnoozedUntil: r.SnoozedUntil, Total: r.Total,
			})
		}
		thread := &threads[len(threads)-1]
		thread.Notifications = append(thread.Notifications, r.notification())
	}
	return threads
}

func (r *threadRow) notification() Notification {
	n := Notification{
		Number: r.Number, Kind: r.Kind, Unread: r.Number > r.Seen, Post: r.PostID, Answer: r.Answer, Own: r.Own, Comment: r.CommentID,
		Count: r.Count, At: r.At, Excerpt: r.Excerpt, Suggestion: r.SuggestionID,
	}
	if r.UserID != 0 {
		n.By = &posts.Person{ID: r.UserID, Handle: r.Handle, Avatar: r.Avatar, Name: r.Name, Unit: r.Unit, Role: r.Role, Reputation: r.Reputation}
	}
	return n
}

// unread ends at MaxCount, so that it costs the same for somebody who has been away for a year.
func (s store) unread(ctx context.Context, actor authz.Actor, now time.Time) (int, error) {
	condition, readable := spaces.Visible(actor, "q.space_id")
	var count int
	err := s.db.Gorm(ctx).Raw(`
		SELECT least(count(*) + (EXISTS (SELECT 1 FROM recognitions WHERE user_id = ? AND NOT seen))::integer, ?) FROM (
			SELECT 1 FROM notification_threads t JOIN posts q ON q.id = t.question_id
			WHERE t.user_id = ? AND q.deleted_at IS NULL AND `+condition+` AND `+Unread.condition()+`
			ORDER BY t.touched_at DESC, t.question_id DESC LIMIT `+strconv.Itoa(MaxCount)+`
		) counted`, actor.User, MaxCount, actor.User, readable, now).Scan(&count).Error
	if err != nil {
		return 0, fmt.Errorf("count what is unread in the inbox of person %d: %w", actor.User, err)
	}
	return count, nil
}
