package demo

import (
	"context"
	"fmt"
	"time"

	"wellspring/pkg/engagement/badges"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/event"
	"wellspring/pkg/kernel/id"
)

// recognise awards what everybody has earned, and tells of what is recent.
func (w *world) recognise(ctx context.Context) error {
	if err := w.Badges.Recompute(ctx, func(badges.Recomputed) {}); err != nil {
		return err
	}
	var recent []struct {
		At    time.Time
		User  id.User
		Badge string
		Class string
		Post  id.Post
	}
	err := w.DB.Gorm(ctx).Raw(`
		SELECT a.awarded_at AS at, a.user_id AS user, b.rule AS badge, b.class, coalesce(a.post_id, 0) AS post
		FROM badge_awards a JOIN badges b ON b.id = a.badge_id
		WHERE a.awarded_at > ? ORDER BY a.awarded_at, a.id`, w.now.Add(-told)).Scan(&recent).Error
	if err != nil {
		return fmt.Errorf("look for what was awarded lately: %w", err)
	}
	for _, r := range recent {
		if err := w.Notifications.OnBadgeAwarded(ctx, r.At, event.BadgeAwarded{User: r.User, Badge: r.Badge, Class: r.Class, Post: r.Post}); err != nil {
			return err
		}
	}
	for _, person := range w.people {
		if err := w.Notifications.MarkRecognitionSeen(ctx, authz.Actor{User: person}, w.now.Add(-told/4)); err != nil {
			return err
		}
	}
	return nil
}
