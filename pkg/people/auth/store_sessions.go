package auth

import (
	"context"
	"errors"
	"fmt"
	"time"

	"gorm.io/gorm"

	"wellspring/pkg/kernel/id"
)

type sessionRow struct {
	ID         id.Session
	UserID     id.User
	Device     string
	Address    string
	CreatedAt  time.Time
	LastUsedAt time.Time
	ExpiresAt  time.Time
}

func (s store) insertSession(ctx context.Context, row sessionRow) (id.Session, error) {
	var made id.Session
	err := s.db.Gorm(ctx).Raw(`
		INSERT INTO sessions (user_id, device, address, created_at, last_used_at, expires_at)
		VALUES (?, ?, ?, ?, ?, ?) RETURNING id`,
		row.UserID, row.Device, row.Address, row.CreatedAt, row.LastUsedAt, row.ExpiresAt).Scan(&made).Error
	if err != nil {
		return 0, fmt.Errorf("insert a session: %w", err)
	}
	return made, nil
}

// insertToken does not put the hash first: GORM takes bytes after an opening parenthesis for a list.
func (s store) insertToken(ctx context.Context, hash []byte, session id.Session, at time.Time) error {
	err := s.db.Gorm(ctx).Exec(`
		INSERT INTO refresh_tokens (session_id, token_hash, created_at) VALUES (?, ?, ?)`, session, hash, at).Error
	if err != nil {
		return fmt.Errorf("insert a refresh token: %w", err)
	}
	return nil
}

// lockFamily locks the session before it reads the token, so that of two uses of one token the second sees what
// the first made of it.
func (s store) lockFamily(ctx context.Context, hash []byte) (familyRow, error) {
	session, err := s.familyOf(ctx, hash)
	if err != nil {
		return familyRow{}, err
	}
	if session == 0 {
		return familyRow{}, sessionEnded()
	}
	if err := s.db.Gorm(ctx).Exec(`SELECT FROM sessions WHERE id = ? FOR UPDATE`, session).Error; err != nil {
		return familyRow{}, fmt.Errorf("lock session %d: %w", session, err)
	}
	var row familyRow
	err = s.db.Gorm(ctx).Raw(`
		SELECT x.id, x.user_id, x.created_at, x.expires_at, x.ended_at, u.state, u.demonstration, t.replaced_at
		FROM refresh_tokens t
		JOIN sessions x ON x.id = t.session_id
		JOIN users u ON u.id = x.user_id
		WHERE t.token_hash = ?`, hash).Take(&row).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return familyRow{}, sessionEnded()
	}
	if err != nil {
		return familyRow{}, fmt.Errorf("read a refresh token: %w", err)
	}
	return row, nil
}

// familyOf gives the session of a refresh token, 0 where there is no such token.
func (s store) familyOf(ctx context.Context, hash []byte) (id.Session, error) {
	var session id.Session
	err := s.db.Gorm(ctx).Raw(`SELECT session_id FROM refresh_tokens WHERE token_hash = ?`, hash).Scan(&session).Error
	if err != nil {
		return 0, fmt.Errorf("look for a refresh token: %w", err)
	}
	return session, nil
}

// replaceTokens replaces all of a session: the one in use, and those that other tabs got and dropped.
func (s store) replaceTokens(ctx context.Context, session id.Session, at time.Time) error {
	err := s.db.Gorm(ctx).Exec(`
		UPDATE refresh_tokens SET replaced_at = ? WHERE session_id = ? AND replaced_at IS NULL`, at, session).Error
	if err != nil {
		return fmt.Errorf("replace the tokens of session %d: %w", session, err)
	}
	return nil
}

func (s store) extendSession(ctx context.Context, session id.Session, address string, at, until time.Time) error {
	err := s.db.Gorm(ctx).Exec(`
		UPDATE sessions SET last_used_at = ?, expires_at = ?, address = ? WHERE id = ?`, at, until, address, session).Error
	if err != nil {
		return fmt.Errorf("extend session %d: %w", session, err)
	}
	return nil
}

func (s store) endSession(ctx context.Context, session id.Session, reason string, at time.Time) error {
	err := s.db.Gorm(ctx).Exec(`
		UPDATE sessions SET ended_at = ?, end_reason = ? WHERE id = ? AND ended_at IS NULL`, at, reason, session).Error
	if err != nil {
		return fmt.Errorf("end session %d: %w", session, err)
	}
	return nil
}

func (s store) endSessions(ctx context.Context, person id.User, except id.Session, reason string, at time.Time) ([]int64, error) {
	var ended []int64
	err := s.db.Gorm(ctx).Raw(`
		UPDATE sessions SET ended_at = ?, end_reason = ?
		WHERE user_id = ? AND id <> ? AND ended_at IS NULL
		RETURNING id`, at, reason, person, except).Scan(&ended).Error
	if err != nil {
		return nil, fmt.Errorf("end the sessions of person %d: %w", person, err)
	}
	return ended, nil
}

func (s store) sessionsOf(ctx context.Context, person id.User, now time.Time) ([]Session, error) {
	sessions := []Session{}
	err := s.db.Gorm(ctx).Raw(`
		SELECT id, device, address, created_at, last_used_at FROM sessions
		WHERE user_id = ? AND ended_at IS NULL AND expires_at > ?
		ORDER BY last_used_at DESC, id DESC`, person, now).Scan(&sessions).Error
	if err != nil {
		return nil, fmt.Errorf("list the sessions of person %d: %w", person, err)
	}
	return sessions, nil
}

// ownerOf gives 0 where the session does not stand.
func (s store) ownerOf(ctx context.Context, session id.Session, now time.Time) (id.User, error) {
	var owner id.User
	err := s.db.Gorm(ctx).Raw(`
		SELECT user_id FROM sessions WHERE id = ? AND ended_at IS NULL AND expires_at > ?`, session, now).Scan(&owner).Error
	if err != nil {
		return 0, fmt.Errorf("find the owner of session %d: %w", session, err)
	}
	return owner, nil
}

func (s store) deleteSessions(ctx context.Context, before time.Time) error {
	err := s.db.Gorm(ctx).Exec(`DELETE FROM sessions WHERE expires_at < ? OR ended_at < ?`, before, before).Error
	if err != nil {
		return fmt.Errorf("delete old sessions: %w", err)
	}
	return nil
}
