package tags

import (
	"context"
	"fmt"
	"time"

	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/db"
)

// kind is what somebody wants of the tags that a pattern matches.
type kind string

const (
	watched kind = "watched"
	ignored kind = "ignored"
)

// preferences reads all of one person in one statement.
func (s store) preferences(ctx context.Context, user id.User) (Preferences, error) {
	var found struct {
		Watched     db.Array[string]
		Ignored     db.Array[string]
		HideIgnored bool
	}
	err := s.db.Gorm(ctx).Raw(`
		SELECT
			ARRAY(
				SELECT t.name FROM watched_tags w JOIN tags t ON t.id = w.tag_id WHERE w.user_id = ?
				UNION SELECT pattern FROM tag_patterns WHERE user_id = ? AND kind = 'watched' ORDER BY 1) AS watched,
			ARRAY(SELECT pattern FROM tag_patterns WHERE user_id = ? AND kind = 'ignored' ORDER BY 1) AS ignored,
			coalesce((SELECT hide_ignored FROM tag_settings WHERE user_id = ?), false) AS hide_ignored`,
		user, user, user, user).Scan(&found).Error
	if err != nil {
		return Preferences{}, fmt.Errorf("read the tags of person %d: %w", user, err)
	}
	return Preferences{Watched: found.Watched, Ignored: found.Ignored, HideIgnored: found.HideIgnored}, nil
}

// lockPatterns counts a person's patterns other than this one, and has whoever else changes what that person watches or
// ignores wait.
func (s store) lockPatterns(ctx context.Context, user id.User, pattern string) (int, error) {
	if err := s.db.Gorm(ctx).Exec(`SELECT 1 FROM users WHERE id = ? FOR NO KEY UPDATE`, user).Error; err != nil {
		return 0, fmt.Errorf("lock the tags of person %d: %w", user, err)
	}
	var number int
	if err := s.db.Gorm(ctx).Raw(`SELECT count(*) FROM tag_patterns WHERE user_id = ? AND pattern <> ?`, user, pattern).Scan(&number).Error; err != nil {
		return 0, fmt.Errorf("count the tags of person %d: %w", user, err)
	}
	return number, nil
}

func (s store) keepPattern(ctx context.Context, user id.User, pattern string, as kind, at time.Time) error {
	err := s.db.Gorm(ctx).Exec(`
		INSERT INTO tag_patterns (user_id, pattern, kind, created_at) VALUES (?, ?, ?, ?)
		ON CONFLICT (user_id, pattern) DO UPDATE SET kind = EXCLUDED.kind, created_at = EXCLUDED.created_at
		WHERE tag_patterns.kind <> EXCLUDED.kind`, user, pattern, as, at).Error
	if err != nil {
		return fmt.Errorf("keep the pattern %s: %w", pattern, err)
	}
	return nil
}

func (s store) dropPattern(ctx context.Context, user id.User, pattern string, as kind) error {
	err := s.db.Gorm(ctx).Exec(`DELETE FROM tag_patterns WHERE user_id = ? AND pattern = ? AND kind = ?`, user, pattern, as).Error
	if err != nil {
		return fmt.Errorf("drop the pattern %s: %w", pattern, err)
	}
	return nil
}

func (s store) setHide(ctx context.Context, user id.User, hide bool) error {
	err := s.db.Gorm(ctx).Exec(`
		INSERT INTO tag_settings (user_id, hide_ignored) VALUES (?, ?)
		ON CONFLICT (user_id) DO UPDATE SET hide_ignored = EXCLUDED.hide_ignored`, user, hide).Error
	if err != nil {
		return fmt.Errorf("set how ignored questions are shown: %w", err)
	}
	return nil
}
