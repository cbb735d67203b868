package moderation

import (
	"context"
	"fmt"
	"time"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/db"
)

type store struct{ db *db.DB }

// vote is one to close a question, or to reopen it where Reason is empty.
type vote struct {
	User        id.User
	Reason      posts.CloseReason
	Note        string
	DuplicateOf id.Post
}

func (s store) change(ctx context.Context, doing, sql string, args ...any) error {
	if err := s.db.Gorm(ctx).Exec(sql, args...).Error; err != nil {
		return fmt.Errorf("%s: %w", doing, err)
	}
	return nil
}

func (s store) cast(ctx context.Context, question id.Post, v vote, at time.Time) error {
	return s.change(ctx, "vote on the state of a question", `
		INSERT INTO close_votes (post_id, user_id, reason, note, duplicate_of, created_at) VALUES (?, ?, ?, ?, nullif(?, 0::bigint), ?)
		ON CONFLICT (post_id, user_id) DO UPDATE SET reason = EXCLUDED.reason, note = EXCLUDED.note,
			duplicate_of = EXCLUDED.duplicate_of, created_at = EXCLUDED.created_at`,
		question, v.User, v.Reason, v.Note, v.DuplicateOf, at)
}

func (s store) withdraw(ctx context.Context, question id.Post, user id.User) error {
	return s.change(ctx, "take a vote back", `DELETE FROM close_votes WHERE post_id = ? AND user_id = ?`, question, user)
}

func (s store) clear(ctx context.Context, question id.Post) error {
	return s.change(ctx, "forget the votes on a question's state", `DELETE FROM close_votes WHERE post_id = ?`, question)
}

// counting gives the votes of one direction that are young enough, oldest first, and forgets the others.
func (s store) counting(ctx context.Context, question id.Post, toReopen bool, since time.Time) ([]vote, error) {
	err := s.change(ctx, "forget old votes", `
		DELETE FROM close_votes WHERE post_id = ? AND (created_at <= ? OR (reason = '') <> ?)`, question, since, toReopen)
	if err != nil {
		return nil, err
	}
	var found []struct {
		UserID      id.User
		Reason      posts.CloseReason
		Note        string
		DuplicateOf id.Post
	}
	err = s.db.Gorm(ctx).Raw(`
		SELECT user_id, reason, note, coalesce(duplicate_of, 0) AS duplicate_of FROM close_votes
		WHERE post_id = ? ORDER BY created_at, user_id`, question).Scan(&found).Error
	if err != nil {
		return nil, fmt.Errorf("count the votes on question %d: %w", question, err)
	}
	votes := make([]vote, len(found))
	for i, row := range found {
		votes[i] = vote{User: row.UserID, Reason: row.Reason, Note: row.Note, DuplicateOf: row.DuplicateOf}
	}
	return votes, nil
}

// lockOriginal locks what a question shall be a duplicate of and tells whether it can be.
func (s store) lockOriginal(ctx context.Context, question, original id.Post) (usable bool, err error) {
	var found []id.Post
	err = s.db.Gorm(ctx).Raw(`
		SELECT id FROM posts WHERE id = ? AND id <> ? AND kind = 'question' AND deleted_at IS NULL AND duplicate_of IS NULL
		FOR NO KEY UPDATE`, original, question).Scan(&found).Error
	if err != nil {
		return false, fmt.Errorf("lock the original %d: %w", original, err)
	}
	return len(found) == 1, nil
}
