package feedtokens

import (
	"context"
	"errors"
	"fmt"
	"time"

	"gorm.io/gorm"

	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/db"
)

type store struct{ db *db.DB }

// ownedRow is a token as feeds look for it.
type ownedRow struct {
	ID         id.FeedToken
	UserID     id.User
	LastUsedAt *time.Time
}

// lock has whoever makes another token for the person wait, and counts those there are.
func (s store) lock(ctx context.Context, person id.User) (int, error) {
	if err := s.db.Gorm(ctx).Exec(`SELECT 1 FROM users WHERE id = ? FOR NO KEY UPDATE`, person).Error; err != nil {
		return 0, fmt.Errorf("lock the feed tokens of person %d: %w", person, err)
	}
	var count int
	if err := s.db.Gorm(ctx).Raw(`SELECT count(*) FROM feed_tokens WHERE user_id = ?`, person).Scan(&count).Error; err != nil {
		return 0, fmt.Errorf("count the feed tokens of person %d: %w", person, err)
	}
	return count, nil
}

func (s store) insert(ctx context.Context, person id.User, t Token, hash []byte) (id.FeedToken, error) {
	var made id.FeedToken
	err := s.db.Gorm(ctx).Raw(`
		INSERT INTO feed_tokens (user_id, name, feed, secret_hash, created_at) VALUES (?, ?, ?, ?, ?) RETURNING id`,
		person, t.Name, t.Feed, hash, t.CreatedAt).Scan(&made).Error
	if err != nil {
		return 0, fmt.Errorf("insert a feed token of person %d: %w", person, err)
	}
	return made, nil
}

func (s store) list(ctx context.Context, person id.User) ([]Token, error) {
	tokens := []Token{}
	err := s.db.Gorm(ctx).Raw(`
		SELECT id, name, feed, created_at, last_used_at FROM feed_tokens WHERE user_id = ? ORDER BY id DESC`, person).Scan(&tokens).Error
	if err != nil {
		return nil, fmt.Errorf("list the feed tokens of person %d: %w", person, err)
	}
	return tokens, nil
}

func (s store) renew(ctx context.Context, person id.User, which id.FeedToken, hash []byte, at time.Time) (Token, error) {
	var renewed Token
	err := s.db.Gorm(ctx).Raw(`
		UPDATE feed_tokens SET secret_hash = ?, created_at = ?, last_used_at = NULL WHERE id = ? AND user_id = ?
		RETURNING id, name, feed, created_at, last_used_at`, hash, at, which, person).Take(&renewed).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return Token{}, noSuchToken()
	}
	if err != nil {
		return Token{}, fmt.Errorf("renew feed token %d: %w", which, err)
	}
	return renewed, nil
}

func (s store) delete(ctx context.Context, person id.User, which id.FeedToken) error {
	done := s.db.Gorm(ctx).Exec(`DELETE FROM feed_tokens WHERE id = ? AND user_id = ?`, which, person)
	if done.Error != nil {
		return fmt.Errorf("delete feed token %d: %w", which, done.Error)
	}
	if done.RowsAffected == 0 {
		return noSuchToken()
	}
	return nil
}

func (s store) bySecret(ctx context.Context, hash []byte) (ownedRow, error) {
	var found ownedRow
	err := s.db.Gorm(ctx).Raw(`SELECT id, user_id, last_used_at FROM feed_tokens WHERE secret_hash = ?`, hash).Take(&found).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return ownedRow{}, NotFound()
	}
	if err != nil {
		return ownedRow{}, fmt.Errorf("find a feed token: %w", err)
	}
	return found, nil
}

func (s store) noteUse(ctx context.Context, which id.FeedToken, at time.Time) error {
	if err := s.db.Gorm(ctx).Exec(`UPDATE feed_tokens SET last_used_at = ? WHERE id = ?`, at, which).Error; err != nil {
		return fmt.Errorf("note the use of feed token %d: %w", which, err)
	}
	return nil
}
