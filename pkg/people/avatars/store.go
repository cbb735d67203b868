package avatars

import (
	"context"
	"fmt"
	"time"

	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/db"
)

type store struct{ db *db.DB }

// announce notes a picture before its bytes are kept, and begins the day of the one before.
func (s store) announce(ctx context.Context, person id.User, key string, at time.Time) error {
	err := s.db.Gorm(ctx).Exec(`UPDATE avatars SET created_at = ? WHERE user_id = ?`, at, person).Error
	if err == nil {
		err = s.db.Gorm(ctx).Exec(`INSERT INTO avatars (key, user_id, created_at) VALUES (?, ?, ?)`, key, person, at).Error
	}
	if err != nil {
		return fmt.Errorf("announce the avatar of person %d: %w", person, err)
	}
	return nil
}

func (s store) known(ctx context.Context, key string) (bool, error) {
	var found bool
	if err := s.db.Gorm(ctx).Raw(`SELECT EXISTS (SELECT 1 FROM avatars WHERE key = ?)`, key).Scan(&found).Error; err != nil {
		return false, fmt.Errorf("look for an avatar: %w", err)
	}
	return found, nil
}

func (s store) unworn(ctx context.Context, before time.Time) ([]string, error) {
	var keys []string
	err := s.db.Gorm(ctx).Raw(`
		SELECT a.key FROM avatars a JOIN users u ON u.id = a.user_id
		WHERE a.created_at < ? AND a.key <> u.avatar ORDER BY a.key`, before).Scan(&keys).Error
	if err != nil {
		return nil, fmt.Errorf("list avatars that nobody wears: %w", err)
	}
	return keys, nil
}

func (s store) forget(ctx context.Context, key string) error {
	if err := s.db.Gorm(ctx).Exec(`DELETE FROM avatars WHERE key = ?`, key).Error; err != nil {
		return fmt.Errorf("forget an avatar: %w", err)
	}
	return nil
}
