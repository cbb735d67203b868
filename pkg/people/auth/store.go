package auth

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"gorm.io/gorm"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/people/spaces"
	"wellspring/pkg/people/users"
	"wellspring/pkg/platform/db"
)

type store struct{ db *db.DB }

// accountRow is a person as far as signing in needs them; the zero row is nobody.
type accountRow struct {
	ID            id.User
	Name          string
	Email         string
	PasswordHash  string
	State         users.State
	Demonstration bool
}

// hashFor gives the hash that the client's password must fit, empty where none may.
func (a accountRow) hashFor(from Client) string {
	if a.State == users.Imported || a.Demonstration && !from.Loopback {
		return ""
	}
	return a.PasswordHash
}

const selectAccount = `
	SELECT id, name, coalesce(email, '') AS email, coalesce(password_hash, '') AS password_hash, state, demonstration FROM users`

// account gives the zero row where nobody has the address, as signing in must go the same way then.
func (s store) account(ctx context.Context, email string) (accountRow, error) {
	var row accountRow
	err := s.db.Gorm(ctx).Raw(selectAccount+` WHERE lower(email) = ?`, email).Scan(&row).Error
	if err != nil {
		return accountRow{}, fmt.Errorf("find an account: %w", err)
	}
	return row, nil
}

func (s store) accountByID(ctx context.Context, person id.User) (accountRow, error) {
	var row accountRow
	err := s.db.Gorm(ctx).Raw(selectAccount+` WHERE id = ?`, person).Take(&row).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return accountRow{}, fault.NotFound("There is no such person.")
	}
	if err != nil {
		return accountRow{}, fmt.Errorf("find the account of person %d: %w", person, err)
	}
	return row, nil
}

// actorRow is who asks: what people gave them and what they earned.
type actorRow struct {
	ID          id.User
	Name        string
	Role        authz.Role
	Language    string
	Reputation  int
	Preset      string
	Custom      authz.Thresholds
	Readable    spaces.IDs
	Memberships spaces.IDs
	// ExpiresAt and LastUsedAt are of the session, nil where it does not stand.
	ExpiresAt  *time.Time
	LastUsedAt *time.Time
}

func (r actorRow) actor() authz.Actor {
	return authz.Actor{
		User: r.ID, Name: r.Name, Role: r.Role, Reputation: r.Reputation, Language: r.Language,
		Spaces: r.Readable, Memberships: r.Memberships, Thresholds: authz.ThresholdsOf(r.Preset, r.Custom),
	}
}

// actor reads everything about who asks in one statement, since it runs before every request that finds no cache.
func (s store) actor(ctx context.Context, person id.User, session id.Session) (actorRow, error) {
	var row actorRow
	err := s.db.Gorm(ctx).Raw(`
		SELECT u.id, u.name, u.role, u.language, coalesce(r.reputation, 0) AS reputation, o.privilege_preset AS preset,
			o.privilege_thresholds AS custom, ARRAY(`+spaces.ReadableByPerson+`) AS readable, ARRAY(`+spaces.MembershipsOf+`) AS memberships,
			x.expires_at, x.last_used_at
		FROM users u
		CROSS JOIN organisation o
		LEFT JOIN reputation_totals r ON r.user_id = u.id
		LEFT JOIN sessions x ON x.id = ? AND x.user_id = u.id AND x.ended_at IS NULL
		WHERE u.id = ? AND u.state = 'active'`, person, person, session, person).Take(&row).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return actorRow{}, sessionEnded()
	}
	if err != nil {
		return actorRow{}, fmt.Errorf("load person %d: %w", person, err)
	}
	return row, nil
}

func (s store) visitor(ctx context.Context) (actorRow, error) {
	var row actorRow
	err := s.db.Gorm(ctx).Raw(`
		SELECT o.privilege_preset AS preset, o.privilege_thresholds AS custom, ARRAY(` + spaces.ReadableByVisitor + `) AS readable
		FROM organisation o`).Take(&row).Error
	if err != nil {
		return actorRow{}, fmt.Errorf("load what visitors may read: %w", err)
	}
	return row, nil
}

// used locks the rows in rising order, so that two processes cannot wait for each other.
func (s store) used(ctx context.Context, at map[id.Session]time.Time) error {
	rows, err := json.Marshal(at)
	if err != nil {
		return fmt.Errorf("encode when sessions were used: %w", err)
	}
	err = s.db.Gorm(ctx).Exec(`
		UPDATE sessions SET last_used_at = used.at
		FROM (
			SELECT x.id, r.value::timestamptz AS at FROM jsonb_each_text(?::jsonb) r
			JOIN sessions x ON x.id = r.key::bigint ORDER BY x.id FOR UPDATE OF x) used
		WHERE sessions.id = used.id AND sessions.last_used_at < used.at`, string(rows)).Error
	if err != nil {
		return fmt.Errorf("note when sessions were used: %w", err)
	}
	return nil
}
