package follows

import (
	"context"
	"fmt"
	"time"

	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/db"
)

type store struct{ db *db.DB }

// follow needs no name of a conflict: each kind of target has a unique index of its own.
func (s store) follow(ctx context.Context, user id.User, target found, at time.Time) error {
	err := s.db.Gorm(ctx).Exec(`
		INSERT INTO follows (user_id, question_id, person_id, space_id, created_at)
		VALUES (?, nullif(?, 0::bigint), nullif(?, 0::bigint), nullif(?, 0::bigint), ?) ON CONFLICT DO NOTHING`,
		user, target.question, target.person, target.space, at).Error
	if err != nil {
		return fmt.Errorf("follow: %w", err)
	}
	return nil
}

// take is queued, so that asking and answering cost no more round trips for it.
func (s store) take(ctx context.Context, user id.User, question id.Post, at time.Time) error {
	err := s.db.Queue(ctx, `
		INSERT INTO follows (user_id, question_id, created_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`, int64(user), int64(question), at)
	if err != nil {
		return fmt.Errorf("follow question %d: %w", question, err)
	}
	return nil
}

func (s store) move(ctx context.Context, from, into id.Post) error {
	err := s.db.Queue(ctx, `
		WITH moved AS (DELETE FROM follows WHERE question_id = $1 RETURNING user_id, created_at)
		INSERT INTO follows (user_id, question_id, created_at) SELECT user_id, $2, created_at FROM moved ON CONFLICT DO NOTHING`,
		int64(from), int64(into))
	if err != nil {
		return fmt.Errorf("move the followers of question %d: %w", from, err)
	}
	return nil
}

func (s store) followOwn(ctx context.Context) error {
	err := s.db.Gorm(ctx).Exec(`
		INSERT INTO follows (user_id, question_id, created_at)
		SELECT author_id, coalesce(question_id, id), min(created_at) FROM posts
		WHERE author_id IS NOT NULL AND deleted_at IS NULL GROUP BY 1, 2
		ON CONFLICT DO NOTHING`).Error
	if err != nil {
		return fmt.Errorf("follow what people wrote: %w", err)
	}
	return nil
}

func (s store) unfollow(ctx context.Context, user id.User, target Target) error {
	err := s.db.Gorm(ctx).Exec(`
		DELETE FROM follows WHERE user_id = ? AND (
			question_id = ? OR person_id = ? OR space_id = (SELECT id FROM spaces WHERE slug = ?))`,
		user, target.Question, target.Person, target.Space).Error
	if err != nil {
		return fmt.Errorf("unfollow: %w", err)
	}
	return nil
}

func (s store) follows(ctx context.Context, user id.User, target found) (bool, error) {
	var follows bool
	err := s.db.Gorm(ctx).Raw(`
		SELECT EXISTS (SELECT 1 FROM follows WHERE question_id = ? AND user_id = ?)
			OR EXISTS (SELECT 1 FROM follows WHERE person_id = ? AND user_id = ?)
			OR EXISTS (SELECT 1 FROM follows WHERE space_id = ? AND user_id = ?)`,
		target.question, user, target.person, user, target.space, user).Scan(&follows).Error
	if err != nil {
		return false, fmt.Errorf("look whether person %d follows: %w", user, err)
	}
	return follows, nil
}
