package units

import (
	"context"
	"fmt"
	"time"

	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/db"
)

type store struct{ db *db.DB }

func (s store) list(ctx context.Context) ([]Unit, error) {
	units := []Unit{}
	err := s.db.Gorm(ctx).Raw(`
		WITH RECURSIVE chart AS (
			SELECT u.*, ARRAY[lower(u.name), u.id::text] AS place FROM units u WHERE u.parent_id IS NULL
			UNION ALL
			SELECT u.*, c.place || ARRAY[lower(u.name), u.id::text] FROM units u JOIN chart c ON c.id = u.parent_id)
		SELECT c.id, coalesce(c.parent_id, 0) AS parent, c.name, c.kind, coalesce(c.manager_id, 0) AS manager, c.created_at,
			(SELECT count(*) FROM users p WHERE p.unit_id = c.id AND p.state = 'active') AS people
		FROM chart c
		ORDER BY c.place`).Scan(&units).Error
	if err != nil {
		return nil, fmt.Errorf("list units: %w", err)
	}
	return units, nil
}

func (s store) insert(ctx context.Context, unit Imported, parent id.Unit, at time.Time) (id.Unit, error) {
	var made id.Unit
	err := s.db.Gorm(ctx).Raw(`
		INSERT INTO units (parent_id, name, kind, created_at) VALUES (nullif(?, 0), ?, ?, ?) RETURNING id`,
		parent, unit.Name, unit.Kind, at).Scan(&made).Error
	if err != nil {
		return 0, fmt.Errorf("insert unit %q: %w", unit.Key, err)
	}
	return made, nil
}

func (s store) setManager(ctx context.Context, unit id.Unit, manager id.User) error {
	result := s.db.Gorm(ctx).Exec(`UPDATE units SET manager_id = ? WHERE id = ?`, manager, unit)
	if result.Error != nil {
		return fmt.Errorf("set the manager of unit %d: %w", unit, result.Error)
	}
	if result.RowsAffected == 0 {
		return fault.NotFound("There is no such unit.")
	}
	return nil
}
