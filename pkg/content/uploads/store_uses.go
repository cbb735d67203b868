package uploads

import (
	"context"
	"fmt"
	"time"

	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/db"
)

func (s store) usedInPost(ctx context.Context, post id.Post, used []id.Upload) error {
	err := s.db.Gorm(ctx).Exec(`
		INSERT INTO upload_uses (upload_id, post_id) SELECT unnest(?::bigint[]), ? ON CONFLICT DO NOTHING`,
		db.Array[id.Upload](used), post).Error
	if err != nil {
		return fmt.Errorf("note the uploads of post %d: %w", post, err)
	}
	return nil
}

func (s store) usedInComment(ctx context.Context, comment id.Comment, used []id.Upload) error {
	err := s.db.Gorm(ctx).Exec(`DELETE FROM upload_uses WHERE comment_id = ? AND NOT (upload_id = ANY(?::bigint[]))`,
		comment, db.Array[id.Upload](used)).Error
	if err == nil {
		err = s.db.Gorm(ctx).Exec(`
			INSERT INTO upload_uses (upload_id, comment_id) SELECT unnest(?::bigint[]), ? ON CONFLICT DO NOTHING`,
			db.Array[id.Upload](used), comment).Error
	}
	if err != nil {
		return fmt.Errorf("note the uploads of comment %d: %w", comment, err)
	}
	return nil
}

// unused is the condition that an upload stands nowhere, or was never kept whole. What somebody has begun to write counts,
// and so does an edit that waits to be decided.
const unused = `(u.kept_at IS NULL OR
	NOT EXISTS (SELECT 1 FROM upload_uses x LEFT JOIN comments c ON c.id = x.comment_id WHERE x.upload_id = u.id AND c.deleted_at IS NULL)
	AND NOT EXISTS (SELECT 1 FROM drafts d WHERE d.user_id = u.user_id AND strpos(d.body || d.answer, u.key) > 0)
	AND NOT EXISTS (SELECT 1 FROM suggestions s WHERE s.author_id = u.user_id AND s.state = 'waiting' AND strpos(s.body, u.key) > 0))`

func (s store) lockUnused(ctx context.Context, after id.Upload, before time.Time, most int) ([]id.Upload, error) {
	var found []id.Upload
	err := s.db.Gorm(ctx).Raw(`
		SELECT u.id FROM uploads u WHERE u.removed_at IS NULL AND u.id > ? AND u.sent_at < ? AND `+unused+`
		ORDER BY u.id LIMIT ? FOR UPDATE OF u SKIP LOCKED`, after, before, most).Scan(&found).Error
	if err != nil {
		return nil, fmt.Errorf("find unused uploads: %w", err)
	}
	return found, nil
}

// removeUnused also forgets the uses in deleted comments, which count no longer.
func (s store) removeUnused(ctx context.Context, candidates []id.Upload, at time.Time) error {
	err := s.db.Gorm(ctx).Exec(`
		WITH removed AS (
			UPDATE uploads u SET removed_at = ? WHERE u.id = ANY(?::bigint[]) AND `+unused+` RETURNING u.id
		)
		DELETE FROM upload_uses WHERE upload_id IN (SELECT id FROM removed)`, at, db.Array[id.Upload](candidates)).Error
	if err != nil {
		return fmt.Errorf("remove unused uploads: %w", err)
	}
	return nil
}

func (s store) removed(ctx context.Context) ([]Upload, error) {
	var found []row
	err := s.db.Gorm(ctx).Raw(`SELECT ` + columns + ` FROM uploads u WHERE u.removed_at IS NOT NULL ORDER BY u.id`).Scan(&found).Error
	if err != nil {
		return nil, fmt.Errorf("list removed uploads: %w", err)
	}
	return each(found), nil
}

func (s store) forget(ctx context.Context, upload id.Upload) error {
	if err := s.db.Gorm(ctx).Exec(`DELETE FROM uploads WHERE id = ?`, upload).Error; err != nil {
		return fmt.Errorf("forget upload %d: %w", upload, err)
	}
	return nil
}
