package auth

import (
	"context"
	"errors"
	"fmt"
	"time"

	"gorm.io/gorm"

	"wellspring/pkg/kernel/id"
)

func (s store) insertAttempt(ctx context.Context, email, address string, at time.Time) (int64, error) {
	var made int64
	err := s.db.Gorm(ctx).Raw(`
		INSERT INTO sign_in_attempts (email, address, at, succeeded) VALUES (?, ?, ?, false) RETURNING id`,
		email, address, at).Scan(&made).Error
	if err != nil {
		return 0, fmt.Errorf("note an attempt to sign in: %w", err)
	}
	return made, nil
}

// tally counts in a statement after the insert, so that parallel attempts see each other.
func (s store) tally(ctx context.Context, attempt int64, email, address string, now time.Time) (tally, error) {
	short, long := now.Add(-shortWindow), now.Add(-longWindow)
	var counted tally
	err := s.db.Gorm(ctx).Raw(`
		WITH success AS (
			SELECT max(at) AS at FROM sign_in_attempts WHERE email = @email AND address = @address AND succeeded)
		SELECT success.at IS NOT NULL AS known,
			place.count AS place, place.since AS place_from,
			address.count AS address, address.since AS address_from,
			account.count AS account, account.last AS account_last
		FROM success
		CROSS JOIN LATERAL (
			SELECT count(*), min(at) AS since FROM sign_in_attempts
			WHERE email = @email AND address = @address AND NOT succeeded AND at > greatest(@short, success.at)) place
		CROSS JOIN (
			SELECT count(*), min(at) AS since FROM sign_in_attempts
			WHERE address = @address AND NOT succeeded AND at > @short) address
		CROSS JOIN (
			SELECT count(*), max(at) AS last FROM sign_in_attempts
			WHERE email = @email AND NOT succeeded AND at > @long AND id <> @attempt) account`,
		map[string]any{"email": email, "address": address, "short": short, "long": long, "attempt": attempt}).Scan(&counted).Error
	if err != nil {
		return tally{}, fmt.Errorf("count attempts to sign in: %w", err)
	}
	return counted, nil
}

func (s store) markSucceeded(ctx context.Context, attempt int64) error {
	err := s.db.Gorm(ctx).Exec(`UPDATE sign_in_attempts SET succeeded = true WHERE id = ?`, attempt).Error
	if err != nil {
		return fmt.Errorf("note a sign-in: %w", err)
	}
	return nil
}

func (s store) deleteAttempt(ctx context.Context, attempt int64) error {
	err := s.db.Gorm(ctx).Exec(`DELETE FROM sign_in_attempts WHERE id = ?`, attempt).Error
	if err != nil {
		return fmt.Errorf("drop a refused attempt: %w", err)
	}
	return nil
}

func (s store) deleteAttempts(ctx context.Context, failuresBefore, successesBefore time.Time) error {
	err := s.db.Gorm(ctx).Exec(`
		DELETE FROM sign_in_attempts WHERE at < ? AND (NOT succeeded OR at < ?)`, failuresBefore, successesBefore).Error
	if err != nil {
		return fmt.Errorf("delete old attempts: %w", err)
	}
	return nil
}

type claimRow struct {
	TokenHash []byte
	UserID    id.User
	Name      string
	Email     string
	// CreatedBy is 0 for whoever runs the installation from its machine.
	CreatedBy id.User
	CreatedAt time.Time
	ExpiresAt time.Time
}

func (s store) insertClaim(ctx context.Context, row claimRow) error {
	err := s.db.Gorm(ctx).Exec(`
		INSERT INTO claims (user_id, token_hash, email, created_by, created_at, expires_at) VALUES (?, ?, ?, nullif(?, 0), ?, ?)`,
		row.UserID, row.TokenHash, row.Email, row.CreatedBy, row.CreatedAt, row.ExpiresAt).Error
	if err != nil {
		return fmt.Errorf("insert an invitation: %w", err)
	}
	return nil
}

// claim finds an invitation that is still good.
func (s store) claim(ctx context.Context, hash []byte, now time.Time) (claimRow, error) {
	var row claimRow
	err := s.db.Gorm(ctx).Raw(`
		SELECT c.user_id, c.email, u.name FROM claims c JOIN users u ON u.id = c.user_id
		WHERE c.token_hash = ? AND c.used_at IS NULL AND c.expires_at > ?`, hash, now).Take(&row).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return claimRow{}, claimIsOver()
	}
	if err != nil {
		return claimRow{}, fmt.Errorf("find an invitation: %w", err)
	}
	return row, nil
}

// useClaim lets one of several simultaneous claims through.
func (s store) useClaim(ctx context.Context, hash []byte, now time.Time) error {
	result := s.db.Gorm(ctx).Exec(`
		UPDATE claims SET used_at = ? WHERE token_hash = ? AND used_at IS NULL AND expires_at > ?`, now, hash, now)
	if result.Error != nil {
		return fmt.Errorf("use an invitation: %w", result.Error)
	}
	if result.RowsAffected == 0 {
		return claimIsOver()
	}
	return nil
}

func (s store) deleteClaims(ctx context.Context, person id.User) error {
	err := s.db.Gorm(ctx).Exec(`DELETE FROM claims WHERE user_id = ? AND used_at IS NULL`, person).Error
	if err != nil {
		return fmt.Errorf("withdraw the invitations of person %d: %w", person, err)
	}
	return nil
}

func (s store) deleteOldClaims(ctx context.Context, before time.Time) error {
	if err := s.db.Gorm(ctx).Exec(`DELETE FROM claims WHERE expires_at < ?`, before).Error; err != nil {
		return fmt.Errorf("delete old invitations: %w", err)
	}
	return nil
}
