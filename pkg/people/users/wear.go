package users

import (
	"context"

	"wellspring/pkg/kernel/id"
)

// Wear gives a person another picture by its key, or none by the empty one, inside a transaction that exists already.
func (s *Service) Wear(ctx context.Context, person id.User, key string) error {
	if err := s.store.update(ctx, person, map[string]any{"avatar": key}); err != nil {
		return err
	}
	return s.changed(ctx, person)
}
