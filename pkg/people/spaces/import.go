package spaces

import (
	"context"
	"time"

	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/signal"
)

// Imported is a space that comes with a whole organisation or from another system.
type Imported struct {
	NewSpace
	CreatedAt time.Time
	Members   []id.User
}

// Import makes the spaces, or brings those that exist up to date, and adds their members. No event per row is
// published; caches are dropped once. It gives the ids by slug.
func (s *Service) Import(ctx context.Context, imported []Imported) (map[string]id.Space, error) {
	ids := make(map[string]id.Space, len(imported))
	err := s.db.InTx(ctx, func(ctx context.Context) error {
		for _, space := range imported {
			if err := space.Validate(); err != nil {
				return err
			}
			made, err := s.store.upsert(ctx, space.NewSpace, space.CreatedAt)
			if err != nil {
				return err
			}
			if err := s.store.insertMembers(ctx, made, space.Members, space.CreatedAt); err != nil {
				return err
			}
			ids[space.Slug] = made
		}
		s.signals.Send(ctx, signal.Everything)
		return nil
	})
	return ids, err
}

// FindOrCreate gives the space with this slug, and makes it open to the organisation where there is none.
func (s *Service) FindOrCreate(ctx context.Context, input NewSpace) (id.Space, error) {
	if err := input.Validate(); err != nil {
		return 0, err
	}
	var found id.Space
	err := s.db.InTx(ctx, func(ctx context.Context) error {
		made, err := s.store.insert(ctx, input, s.clock.Now())
		if err != nil {
			return err
		}
		if found = made; made != 0 {
			s.signals.Send(ctx, signal.Everything)
			return nil
		}
		found, err = s.store.bySlug(ctx, input.Slug)
		return err
	})
	return found, err
}
