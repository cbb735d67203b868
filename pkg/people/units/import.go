package units

import (
	"context"
	"slices"

	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
)

// Imported is a unit of a chart that comes from elsewhere; Key and Parent name units within that chart.
type Imported struct {
	Key    string
	Parent string
	Name   string
	Kind   Kind
}

// Import makes a whole chart and gives the ids by key. Parents stand before their children.
func (s *Service) Import(ctx context.Context, chart []Imported) (map[string]id.Unit, error) {
	ids := make(map[string]id.Unit, len(chart))
	err := s.db.InTx(ctx, func(ctx context.Context) error {
		for _, unit := range chart {
			parent, known := ids[unit.Parent]
			if err := unit.validate(known); err != nil {
				return err
			}
			made, err := s.store.insert(ctx, unit, parent, s.clock.Now())
			if err != nil {
				return err
			}
			ids[unit.Key] = made
		}
		return nil
	})
	return ids, err
}

func (u Imported) validate(parentKnown bool) error {
	var v fault.Validation
	v.Check(u.Key != "" && u.Name != "", "name", "required", "Every unit needs a key and a name.")
	v.Check(slices.Contains([]Kind{Department, Team, Site}, u.Kind), "kind", "unknown", "A unit is a department, a team or a site.")
	v.Check(u.Parent == "" || parentKnown, "parent", "unknown", "The unit %s stands before its parent %s, or has none.", u.Key, u.Parent)
	return v.Err()
}

// SetManagers says who leads which unit.
func (s *Service) SetManagers(ctx context.Context, managers map[id.Unit]id.User) error {
	return s.db.InTx(ctx, func(ctx context.Context) error {
		for unit, manager := range managers {
			if err := s.store.setManager(ctx, unit, manager); err != nil {
				return err
			}
		}
		return nil
	})
}
