package users

import (
	"context"
	"fmt"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/people/spaces"
	"wellspring/pkg/platform/db"
)

const selectOrganisation = `
	SELECT name, tagline, privilege_preset AS preset, privilege_thresholds AS custom, registration_open, demonstration
	FROM organisation`

func (s store) organisation(ctx context.Context) (Organisation, error) {
	var found Organisation
	if err := s.db.Gorm(ctx).Raw(selectOrganisation).Take(&found).Error; err != nil {
		return Organisation{}, fmt.Errorf("read the organisation's settings: %w", err)
	}
	return found, nil
}

func (s store) lockOrganisation(ctx context.Context) (Organisation, error) {
	var found Organisation
	if err := s.db.Gorm(ctx).Raw(selectOrganisation + ` FOR UPDATE`).Take(&found).Error; err != nil {
		return Organisation{}, fmt.Errorf("lock the organisation's settings: %w", err)
	}
	return found, nil
}

func (s store) updateOrganisation(ctx context.Context, columns map[string]any) error {
	if len(columns) == 0 {
		return nil
	}
	if err := s.db.Gorm(ctx).Table("organisation").Where("only_row").Updates(columns).Error; err != nil {
		return fmt.Errorf("change the organisation's settings: %w", err)
	}
	return nil
}

// standing is a role with a reputation, and how many people who can sign in have both; Anyone is one of them.
type standing struct {
	Role       authz.Role
	Reputation int
	People     int
	Anyone     id.User
}

func (s store) standings(ctx context.Context) ([]standing, error) {
	var found []standing
	err := s.db.Gorm(ctx).Raw(`
		SELECT u.role, coalesce(r.reputation, 0) AS reputation, count(*) AS people, min(u.id) AS anyone
		FROM users u LEFT JOIN reputation_totals r ON r.user_id = u.id
		WHERE u.state = ? GROUP BY 1, 2`, Active).Scan(&found).Error
	if err != nil {
		return nil, fmt.Errorf("count people by role and reputation: %w", err)
	}
	return found, nil
}

func (s store) counts(ctx context.Context, actor authz.Actor) (Counts, error) {
	condition, args := matching(actor, Filter{})
	readable, argument := spaces.Visible(actor, "q.space_id")
	var found Counts
	err := s.db.Gorm(ctx).Raw(`
		SELECT (SELECT count(*) FROM posts q WHERE q.kind = 'question' AND q.deleted_at IS NULL AND `+readable+`) AS questions,
			(SELECT count(*) FROM users u WHERE `+condition+`) AS people`,
		append([]any{argument}, args...)...).Scan(&found).Error
	if err != nil {
		return Counts{}, fmt.Errorf("count questions and people: %w", err)
	}
	return found, nil
}

func (s store) cast(ctx context.Context, handles []string) ([]CastMember, error) {
	var found []struct {
		Handle string
		CastMember
	}
	err := s.db.Gorm(ctx).Raw(`
		SELECT handle, name, email, role, title FROM users
		WHERE demonstration AND state = 'active' AND handle = ANY(?)`, db.Array[string](handles)).Scan(&found).Error
	if err != nil {
		return nil, fmt.Errorf("list the demonstration's cast: %w", err)
	}
	people := make([]CastMember, 0, len(found))
	for _, handle := range handles {
		for _, person := range found {
			if person.Handle == handle {
				people = append(people, person.CastMember)
			}
		}
	}
	return people, nil
}

func (s store) isEmpty(ctx context.Context) (bool, error) {
	var empty bool
	if err := s.db.Gorm(ctx).Raw(`SELECT NOT EXISTS (SELECT 1 FROM users)`).Scan(&empty).Error; err != nil {
		return false, fmt.Errorf("look for people: %w", err)
	}
	return empty, nil
}
