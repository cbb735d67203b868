package users

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"gorm.io/gorm"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
)

// newUser is a row to insert; the JSON names are those of the columns, for many rows in one statement.
type newUser struct {
	ID            id.User    `json:"id"`
	Handle        string     `json:"handle"`
	Name          string     `json:"name"`
	Email         *string    `json:"email"`
	PasswordHash  *string    `json:"password_hash"`
	Role          authz.Role `json:"role"`
	State         State      `json:"state"`
	UnitID        *id.Unit   `json:"unit_id"`
	Title         string     `json:"title"`
	Location      string     `json:"location"`
	Website       string     `json:"website"`
	About         string     `json:"about"`
	AboutHTML     string     `json:"about_html"`
	Language      string     `json:"language"`
	CreatedAt     time.Time  `json:"created_at"`
	LastSeenAt    *time.Time `json:"last_seen_at"`
	Demonstration bool       `json:"demonstration"`
}

// insert gives 0 where the handle or the e-mail address is taken.
func (s store) insert(ctx context.Context, person newUser) (id.User, error) {
	var made id.User
	err := s.db.Gorm(ctx).Raw(`
		INSERT INTO users (handle, name, email, password_hash, role, state, language, created_at)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT DO NOTHING
		RETURNING id`,
		person.Handle, person.Name, person.Email, person.PasswordHash, person.Role, person.State, person.Language,
		person.CreatedAt).Scan(&made).Error
	if err != nil {
		return 0, fmt.Errorf("insert a person: %w", err)
	}
	return made, nil
}

// insertMany gives the ids that went in; the others have a handle or an e-mail address that is taken.
func (s store) insertMany(ctx context.Context, people []newUser) ([]id.User, error) {
	rows, err := json.Marshal(people)
	if err != nil {
		return nil, fmt.Errorf("encode people: %w", err)
	}
	var inserted []id.User
	err = s.db.Gorm(ctx).Raw(`
		INSERT INTO users (id, handle, name, email, password_hash, role, state, unit_id, title, location, website,
			about, about_html, language, created_at, last_seen_at, demonstration)
		SELECT id, handle, name, email, password_hash, role, state, unit_id, title, location, website,
			about, about_html, language, created_at, last_seen_at, demonstration
		FROM jsonb_to_recordset(?::jsonb) AS r (id bigint, handle text, name text, email text, password_hash text,
			role text, state text, unit_id bigint, title text, location text, website text, about text,
			about_html text, language text, created_at timestamptz, last_seen_at timestamptz, demonstration boolean)
		ON CONFLICT DO NOTHING
		RETURNING id`, string(rows)).Scan(&inserted).Error
	if err != nil {
		return nil, fmt.Errorf("insert people: %w", err)
	}
	return inserted, nil
}

func (s store) reserveIDs(ctx context.Context, count int) ([]id.User, error) {
	var ids []id.User
	err := s.db.Gorm(ctx).Raw(`
		SELECT nextval(pg_get_serial_sequence('users', 'id')) FROM generate_series(1, ?)`, count).Scan(&ids).Error
	if err != nil {
		return nil, fmt.Errorf("reserve people's ids: %w", err)
	}
	return ids, nil
}

// updateImported overwrites only people whom nobody has claimed.
func (s store) updateImported(ctx context.Context, people []newUser) error {
	rows, err := json.Marshal(people)
	if err != nil {
		return fmt.Errorf("encode people: %w", err)
	}
	err = s.db.Gorm(ctx).Exec(`
		UPDATE users SET name = r.name, location = r.location, website = r.website, about = r.about,
			about_html = r.about_html, created_at = r.created_at, last_seen_at = r.last_seen_at, version = users.version + 1
		FROM jsonb_to_recordset(?::jsonb) AS r (id bigint, name text, location text, website text, about text,
			about_html text, created_at timestamptz, last_seen_at timestamptz)
		WHERE users.id = r.id AND users.state = 'imported'`, string(rows)).Error
	if err != nil {
		return fmt.Errorf("update imported people: %w", err)
	}
	return nil
}

func (s store) update(ctx context.Context, person id.User, columns map[string]any) error {
	columns["version"] = gorm.Expr("version + 1")
	result := s.db.Gorm(ctx).Table("users").Where("id = ?", person).Updates(columns)
	if result.Error != nil {
		return fmt.Errorf("update person %d: %w", person, result.Error)
	}
	if result.RowsAffected == 0 {
		return notFound()
	}
	return nil
}

// seen locks the rows in rising order, so that two processes cannot wait for each other.
func (s store) seen(ctx context.Context, at map[id.User]time.Time) error {
	rows, err := json.Marshal(at)
	if err != nil {
		return fmt.Errorf("encode when people were seen: %w", err)
	}
	err = s.db.Gorm(ctx).Exec(`
		UPDATE users SET last_seen_at = seen.at
		FROM (
			SELECT u.id, r.value::timestamptz AS at FROM jsonb_each_text(?::jsonb) r
			JOIN users u ON u.id = r.key::bigint ORDER BY u.id FOR UPDATE OF u) seen
		WHERE users.id = seen.id AND (users.last_seen_at IS NULL OR users.last_seen_at < seen.at)`, string(rows)).Error
	if err != nil {
		return fmt.Errorf("note when people were seen: %w", err)
	}
	return nil
}

func (s store) emailTaken(ctx context.Context, email string) (bool, error) {
	found, err := s.byEmail(ctx, email)
	return found != 0, err
}

// byEmail gives 0 where nobody has the address.
func (s store) byEmail(ctx context.Context, email string) (id.User, error) {
	var found id.User
	err := s.db.Gorm(ctx).Raw(`SELECT id FROM users WHERE lower(email) = lower(?)`, email).Scan(&found).Error
	if err != nil {
		return 0, fmt.Errorf("look for an e-mail address: %w", err)
	}
	return found, nil
}

// anyAccount tells whether anybody could ever sign in; imported people cannot.
func (s store) anyAccount(ctx context.Context) (bool, error) {
	var someone bool
	err := s.db.Gorm(ctx).Raw(`SELECT EXISTS (SELECT FROM users WHERE state = 'active' OR email IS NOT NULL)`).Scan(&someone).Error
	if err != nil {
		return false, fmt.Errorf("look for accounts: %w", err)
	}
	return someone, nil
}

func (s store) countAdmins(ctx context.Context) (int, error) {
	var admins int
	err := s.db.Gorm(ctx).Raw(`SELECT count(*) FROM users WHERE role = 'admin' AND state = 'active'`).Scan(&admins).Error
	if err != nil {
		return 0, fmt.Errorf("count administrators: %w", err)
	}
	return admins, nil
}

func (s store) lockState(ctx context.Context, person id.User) (State, error) {
	var state State
	err := s.db.Gorm(ctx).Raw(`SELECT state FROM users WHERE id = ? FOR UPDATE`, person).Scan(&state).Error
	if err != nil {
		return "", fmt.Errorf("lock person %d: %w", person, err)
	}
	if state == "" {
		return "", notFound()
	}
	return state, nil
}
func (s store) byHandle(ctx context.Context, handle string) (id.User, error) {
	var found id.User
	if err := s.db.Gorm(ctx).Raw(`SELECT id FROM users WHERE lower(handle) = lower(?)`, handle).Scan(&found).Error; err != nil {
		return 0, fmt.Errorf("look for a handle: %w", err)
	}
	return found, nil
}
