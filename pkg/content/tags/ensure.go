package tags

import (
	"context"

	"wellspring/pkg/kernel/id"
)

// Ensure creates those of the normalised names that no question has used before. Call it in the question's transaction.
func (s *Service) Ensure(ctx context.Context, names []string) error {
	return s.store.ensure(ctx, names, s.clock.Now())
}

// Count moves the number of questions that carry these tags in a space. Call it in the question's transaction,
// after the question's row is locked.
func (s *Service) Count(ctx context.Context, space id.Space, names []string, by int) error {
	if len(names) == 0 {
		return nil
	}
	return s.store.count(ctx, space, names, by)
}
