package notifications

import (
	"context"
	"fmt"
	"time"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/people/spaces"
	"wellspring/pkg/platform/db"
)

type store struct{ db *db.DB }

func (s store) author(ctx context.Context, post id.Post) (id.User, error) {
	var author id.User
	if err := s.db.Gorm(ctx).Raw(`SELECT coalesce(author_id, 0) FROM posts WHERE id = ?`, post).Scan(&author).Error; err != nil {
		return 0, fmt.Errorf("find who wrote post %d: %w", post, err)
	}
	return author, nil
}

// toldOfText finds what tells a person of the same new text already: a comment on one's post that also mentions one is
// one thing to hear, whichever of both is delivered first.
const toldOfText = `told.user_id = u.id AND told.post_id = ? AND told.comment_id IS NOT DISTINCT FROM nullif(?, 0::bigint)
	AND (told.kind = 'mention' AND ? IN ('question', 'answer', 'comment') OR told.kind IN ('question', 'answer', 'comment') AND ? = 'mention')
	AND told.at BETWEEN ?::timestamptz - interval '1 minute' AND ?::timestamptz + interval '1 minute'`

// deliver reaches any number of people in one statement. They come in rising order, so that two deliveries lock inboxes
// in one order. The thread's row is locked first and numbers what comes, so what a vote counts up is never stale; what
// was read begins to count anew.
func (s store) deliver(ctx context.Context, n news) ([]int64, error) {
	var told []int64
	err := s.db.Gorm(ctx).Raw(`
		WITH wanted AS (
			SELECT unnest(?::bigint[]) AS user_id
			UNION SELECT user_id FROM follows WHERE question_id = ?
			UNION SELECT user_id FROM follows WHERE person_id = ?
			UNION SELECT user_id FROM follows WHERE space_id = ?
		), allowed AS (
			SELECT u.id FROM wanted w JOIN users u ON u.id = w.user_id JOIN posts q ON q.id = ?
			WHERE u.state <> 'disabled' AND u.id <> ? AND `+spaces.ReadableBy("q.space_id", "u.id")+`
				AND NOT EXISTS (SELECT 1 FROM notifications told WHERE `+toldOfText+`)
			ORDER BY u.id
		), thread AS (
			INSERT INTO notification_threads (user_id, question_id, touched_at) SELECT id, ?, ? FROM allowed
			ON CONFLICT (user_id, question_id) DO UPDATE SET
				newest = notification_threads.newest + 1, touched_at = greatest(notification_threads.touched_at, EXCLUDED.touched_at)
			RETURNING user_id, question_id, newest, seen
		)
		INSERT INTO notifications (user_id, question_id, number, kind, post_id, comment_id, actor_id, at, count)
		SELECT user_id, question_id, newest, ?, ?, nullif(?, 0::bigint), nullif(?, 0::bigint), ?, ? FROM thread
		ON CONFLICT (user_id, post_id, kind, comment_id) DO UPDATE SET
			count = CASE WHEN notifications.number <= (SELECT seen FROM thread t WHERE t.user_id = EXCLUDED.user_id) THEN EXCLUDED.count
				ELSE notifications.count + EXCLUDED.count END,
			number = EXCLUDED.number, at = EXCLUDED.at, actor_id = EXCLUDED.actor_id
		RETURNING user_id`,
		db.Array[id.User](n.to), n.follows.question, n.follows.person, n.follows.space, n.question, n.by,
		n.post, n.comment, n.kind, n.kind, n.at, n.at,
		n.question, n.at,
		n.kind, n.post, n.comment, n.by, n.at, max(n.times, 1)).Scan(&told).Error
	if err != nil {
		return nil, fmt.Errorf("tell of %s at post %d: %w", n.kind, n.post, err)
	}
	return told, nil
}

func (s store) withdrawVotes(ctx context.Context, n news) error {
	err := s.db.Gorm(ctx).Exec(`
		UPDATE notifications SET count = greatest(count + ?, 0) WHERE user_id = ? AND post_id = ? AND kind = 'votes'`,
		n.times, n.to[0], n.post).Error
	if err != nil {
		return fmt.Errorf("count votes on post %d no longer: %w", n.post, err)
	}
	return nil
}

// changeThread tells whether there was a thread about a question that its person may still read.
func (s store) changeThread(ctx context.Context, actor authz.Actor, question id.Post, set string, args ...any) (bool, error) {
	condition, readable := spaces.Visible(actor, "q.space_id")
	result := s.db.Gorm(ctx).Exec(`
		UPDATE notification_threads t SET `+set+` FROM posts q
		WHERE t.user_id = ? AND t.question_id = ? AND q.id = t.question_id AND q.deleted_at IS NULL AND `+condition,
		append(args, actor.User, question, readable)...)
	if result.Error != nil {
		return false, fmt.Errorf("change the thread of question %d: %w", question, result.Error)
	}
	return result.RowsAffected > 0, nil
}

func (s store) markRead(ctx context.Context, actor authz.Actor, question id.Post, through int) (bool, error) {
	return s.changeThread(ctx, actor, question, `seen = greatest(seen, least(newest, coalesce(nullif(?, 0), newest)))`, through)
}

func (s store) markUnread(ctx context.Context, actor authz.Actor, question id.Post) (bool, error) {
	return s.changeThread(ctx, actor, question, `seen = 0`)
}

func (s store) snooze(ctx context.Context, actor authz.Actor, question id.Post, until time.Time) (bool, error) {
	return s.changeThread(ctx, actor, question, `snoozed_until = ?, touched_at = ?, seen = 0`, until, until)
}

func (s store) unsnooze(ctx context.Context, actor authz.Actor, question id.Post, now time.Time) (bool, error) {
	return s.changeThread(ctx, actor, question, `snoozed_until = NULL, touched_at = least(touched_at, ?)`, now)
}

func (s store) markAllRead(ctx context.Context, user id.User, through, now time.Time) error {
	if _, err := s.markRecognitionSeen(ctx, user, through); err != nil {
		return err
	}
	err := s.db.Gorm(ctx).Exec(`
		UPDATE notification_threads SET seen = newest
		WHERE user_id = ? AND newest > seen AND touched_at <= ? AND (snoozed_until IS NULL OR snoozed_until <= ?)`, user, through, now).Error
	if err != nil {
		return fmt.Errorf("mark the inbox of person %d as read: %w", user, err)
	}
	return nil
}

func (s store) wake(ctx context.Context, now time.Time) ([]int64, error) {
	var people []int64
	err := s.db.Gorm(ctx).Raw(`
		WITH woken AS (UPDATE notification_threads SET snoozed_until = NULL WHERE snoozed_until <= ? RETURNING user_id)
		SELECT DISTINCT user_id FROM woken`, now).Scan(&people).Error
	if err != nil {
		return nil, fmt.Errorf("bring back what was snoozed: %w", err)
	}
	return people, nil
}
