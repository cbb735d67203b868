package users

import (
	"context"

	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/signal"
)

// RetireImported disables imported people whom the source of an import no longer holds, and tells how many it were.
// Those who have claimed their account stay.
func (s *Service) RetireImported(ctx context.Context, people []id.User) (int, error) {
	return s.moveImported(ctx, people, Imported, Disabled)
}

// ReviveImported brings back those whom an earlier import has retired.
func (s *Service) ReviveImported(ctx context.Context, people []id.User) error {
	_, err := s.moveImported(ctx, people, Disabled, Imported)
	return err
}

func (s *Service) moveImported(ctx context.Context, people []id.User, from, to State) (int, error) {
	if len(people) == 0 {
		return 0, nil
	}
	moved, err := s.store.moveImported(ctx, people, from, to)
	ids := make([]int64, len(people))
	for i, person := range people {
		ids[i] = int64(person)
	}
	s.Signals.Send(ctx, signal.Person, ids...)
	return moved, err
}
