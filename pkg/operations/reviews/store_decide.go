package reviews

import (
	"context"
	"fmt"
	"time"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/id"
)

type itemRow struct {
	ID           id.ReviewItem
	Queue        Queue
	PostID       id.Post
	CommentID    id.Comment
	OtherID      id.Post
	SuggestionID id.Suggestion
	ByID         id.User
	ClaimedBy    id.User
	ClaimedUntil time.Time
	EndedAt      *time.Time
}

func (s store) lock(ctx context.Context, item id.ReviewItem) (itemRow, error) {
	var row itemRow
	err := s.db.Gorm(ctx).Raw(`
		SELECT id, queue, post_id, coalesce(comment_id, 0) AS comment_id, coalesce(other_id, 0) AS other_id, coalesce(by_id, 0) AS by_id,
			coalesce(suggestion_id, 0) AS suggestion_id,
			coalesce(claimed_by, 0) AS claimed_by, coalesce(claimed_until, 'epoch') AS claimed_until, ended_at
		FROM review_items WHERE id = ? FOR UPDATE`, item).Scan(&row).Error
	if err != nil {
		return row, fmt.Errorf("lock review item %d: %w", item, err)
	}
	if row.ID == 0 {
		return row, noItem()
	}
	return row, nil
}

// note is false where the reviewer has decided about the item before; what was skipped may still be decided.
func (s store) note(ctx context.Context, item id.ReviewItem, by id.User, verdict Verdict, at time.Time) (bool, error) {
	result := s.db.Gorm(ctx).Exec(`
		INSERT INTO review_decisions AS d (item_id, user_id, decision, note, at) VALUES (?, ?, ?, ?, ?)
		ON CONFLICT (item_id, user_id) DO UPDATE SET decision = EXCLUDED.decision, note = EXCLUDED.note, at = EXCLUDED.at
		WHERE d.decision = 'skip'`, item, by, verdict.Decision, verdict.Note, at)
	if result.Error != nil {
		return false, fmt.Errorf("note a decision on review item %d: %w", item, result.Error)
	}
	return result.RowsAffected == 1, nil
}

func (s store) letGo(ctx context.Context, item id.ReviewItem) error {
	return s.change(ctx, "let an item go", `UPDATE review_items SET claimed_by = NULL, claimed_until = NULL WHERE id = ?`, item)
}

func (s store) end(ctx context.Context, item id.ReviewItem, by id.User, outcome Decision, at time.Time) error {
	return s.change(ctx, "end a review", `
		UPDATE review_items SET claimed_by = NULL, claimed_until = NULL, ended_at = ?, ended_by = ?, outcome = ? WHERE id = ?`, at, by, outcome, item)
}

func (s store) countLeft(ctx context.Context, item id.ReviewItem) (int, error) {
	var left int
	err := s.db.Gorm(ctx).Raw(`SELECT count(*) FROM review_decisions WHERE item_id = ? AND decision = 'leave'`, item).Scan(&left).Error
	if err != nil {
		return 0, fmt.Errorf("count who left item %d open: %w", item, err)
	}
	return left, nil
}

// mostlyVoted gives the reason that most votes to close a question have, and of as many the latest.
func (s store) mostlyVoted(ctx context.Context, question id.Post) (posts.CloseReason, id.Post, error) {
	var most struct {
		Reason      posts.CloseReason
		DuplicateOf id.Post
	}
	err := s.db.Gorm(ctx).Raw(`
		SELECT reason, coalesce(duplicate_of, 0) AS duplicate_of FROM close_votes WHERE post_id = ? AND reason <> ''
		GROUP BY reason, duplicate_of ORDER BY count(*) DESC, max(created_at) DESC LIMIT 1`, question).Scan(&most).Error
	if err != nil {
		return "", 0, fmt.Errorf("read the votes on question %d: %w", question, err)
	}
	if most.Reason == "" {
		return "", 0, decidedAlready()
	}
	return most.Reason, most.DuplicateOf, nil
}
