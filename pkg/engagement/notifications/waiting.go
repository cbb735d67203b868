package notifications

import (
	"context"
	"fmt"
	"slices"
	"time"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/people/spaces"
	"wellspring/pkg/platform/db"
)

// Waiting gives which of these notifications the actor has not read nor put off, and which still hold and may be read:
// by question, each with all of them, the oldest first; badges and privileges come last.
func (s *Service) Waiting(ctx context.Context, actor authz.Actor, keys []Key) ([]Thread, error) {
	posts := make(db.Array[id.Post], 0, len(keys))
	for _, key := range keys {
		posts = append(posts, key.Post)
	}
	rows, err := s.store.waiting(ctx, actor, posts, s.clock.Now())
	if err != nil {
		return nil, err
	}
	threads := gather(slices.DeleteFunc(rows, func(r threadRow) bool {
		return !slices.Contains(keys, Key{Post: r.PostID, Kind: r.Kind, Comment: r.CommentID})
	}))
	recognition, err := s.waitingRecognition(ctx, actor, keys)
	if err != nil || len(recognition.Notifications) == 0 {
		return threads, err
	}
	return append(threads, recognition), nil
}

// waitingRecognition gathers all badges and privileges, the oldest first, since they are told together.
func (s *Service) waitingRecognition(ctx context.Context, actor authz.Actor, keys []Key) (Thread, error) {
	if !slices.ContainsFunc(keys, func(key Key) bool { return key.Name != "" }) {
		return Thread{}, nil
	}
	found, err := s.store.recognition(ctx, actor, true)
	if err != nil {
		return Thread{}, err
	}
	slices.Reverse(found)
	var thread Thread
	for i := range found {
		if slices.Contains(keys, Key{Kind: found[i].Kind, Name: found[i].Name}) {
			thread.Notifications = append(thread.Notifications, Notification{
				Kind: found[i].Kind, Name: found[i].Name, Count: found[i].Count, At: found[i].At, Unread: true,
			})
		}
	}
	return thread, nil
}

func (s store) waiting(ctx context.Context, actor authz.Actor, posts db.Array[id.Post], now time.Time) ([]threadRow, error) {
	condition, readable := spaces.Visible(actor, "q.space_id")
	var rows []threadRow
	err := s.db.Gorm(ctx).Raw(`
		SELECT t.question_id, t.seen, q.title, coalesce(q.author_id = t.user_id, false) AS asked,
			sp.id AS space_id, sp.slug AS space_slug, sp.name AS space_name, n.*,
			coalesce(u.id, 0) AS user_id, coalesce(u.handle, '') AS handle, coalesce(u.name, '') AS name
		FROM notification_threads t
		JOIN posts q ON q.id = t.question_id
		JOIN spaces sp ON sp.id = q.space_id
		JOIN LATERAL (
			SELECT n.number, n.kind, n.post_id, p.kind = 'answer' AS answer, coalesce(p.author_id = n.user_id, false) AS own,
				coalesce(n.comment_id, 0) AS comment_id, n.actor_id, n.count, n.at,
				CASE WHEN n.kind = 'comment' THEN left(c.body, 200) WHEN n.kind IN ('question', 'answer') THEN p.excerpt ELSE '' END AS excerpt
			`+standing+` AND n.number > t.seen AND n.post_id = ANY(?)
		) n ON true
		LEFT JOIN users u ON u.id = n.actor_id
		WHERE t.user_id = ? AND q.deleted_at IS NULL AND `+condition+` AND `+awake+`
			AND t.question_id IN (SELECT question_id FROM notifications WHERE user_id = ? AND post_id = ANY(?))
		ORDER BY t.question_id, n.number`, posts, actor.User, readable, now, actor.User, posts).Scan(&rows).Error
	if err != nil {
		return nil, fmt.Errorf("list what waits in the inbox of person %d: %w", actor.User, err)
	}
	return rows, nil
}
