package spaces

import (
	"context"
	"fmt"
	"time"

	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/db"
)

// insert gives 0 where the slug is taken.
func (s store) insert(ctx context.Context, n NewSpace, at time.Time) (id.Space, error) {
	var made id.Space
	err := s.db.Gorm(ctx).Raw(`
		INSERT INTO spaces (slug, name, description, visibility, reason, color, unit_id, created_at)
		VALUES (?, ?, ?, ?, nullif(?, ''), ?, nullif(?, 0), ?)
		ON CONFLICT (slug) DO NOTHING
		RETURNING id`,
		n.Slug, n.Name, n.Description, n.Visibility, n.Reason, n.Color, n.Unit, at).Scan(&made).Error
	if err != nil {
		return 0, fmt.Errorf("insert space %q: %w", n.Slug, err)
	}
	return made, nil
}

func (s store) upsert(ctx context.Context, n NewSpace, at time.Time) (id.Space, error) {
	var made id.Space
	err := s.db.Gorm(ctx).Raw(`
		INSERT INTO spaces (slug, name, description, visibility, reason, color, unit_id, created_at)
		VALUES (?, ?, ?, ?, nullif(?, ''), ?, nullif(?, 0), ?)
		ON CONFLICT (slug) DO UPDATE SET name = EXCLUDED.name, description = EXCLUDED.description,
			visibility = EXCLUDED.visibility, reason = EXCLUDED.reason, color = EXCLUDED.color,
			unit_id = EXCLUDED.unit_id, created_at = EXCLUDED.created_at
		RETURNING id`,
		n.Slug, n.Name, n.Description, n.Visibility, n.Reason, n.Color, n.Unit, at).Scan(&made).Error
	if err != nil {
		return 0, fmt.Errorf("import space %q: %w", n.Slug, err)
	}
	return made, nil
}

func (s store) bySlug(ctx context.Context, slug string) (id.Space, error) {
	var found id.Space
	if err := s.db.Gorm(ctx).Raw(`SELECT id FROM spaces WHERE slug = ?`, slug).Scan(&found).Error; err != nil {
		return 0, fmt.Errorf("find space %q: %w", slug, err)
	}
	if found == 0 {
		return 0, notFound()
	}
	return found, nil
}

func (s store) personExists(ctx context.Context, person id.User) (bool, error) {
	var exists bool
	if err := s.db.Gorm(ctx).Raw(`SELECT EXISTS (SELECT FROM users WHERE id = ?)`, person).Scan(&exists).Error; err != nil {
		return false, fmt.Errorf("look for person %d: %w", person, err)
	}
	return exists, nil
}

// insertMembers sorts the people, so that two writers lock the rows in one order.
func (s store) insertMembers(ctx context.Context, space id.Space, people []id.User, at time.Time) error {
	if len(people) == 0 {
		return nil
	}
	err := s.db.Gorm(ctx).Exec(`
		INSERT INTO space_members (space_id, user_id, joined_at)
		SELECT ?, u.id, ? FROM users u WHERE u.id = ANY(?) ORDER BY u.id
		ON CONFLICT DO NOTHING`, space, at, db.Array[id.User](people)).Error
	if err != nil {
		return fmt.Errorf("add members to space %d: %w", space, err)
	}
	return nil
}

func (s store) deleteMember(ctx context.Context, space id.Space, person id.User) error {
	err := s.db.Gorm(ctx).Exec(`DELETE FROM space_members WHERE space_id = ? AND user_id = ?`, space, person).Error
	if err != nil {
		return fmt.Errorf("remove person %d from space %d: %w", person, space, err)
	}
	return nil
}
