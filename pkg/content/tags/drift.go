package tags

import "context"

// Drift is a counter that differs from the rows it counts.
type Drift struct {
	Counter string
	ID      int64
	Have    int64
	Want    int64
}

// Drift finds tags whose number of questions, in all or in a space, is not what the questions say.
func (s *Service) Drift(ctx context.Context) ([]Drift, error) { return s.store.drift(ctx) }

// Recount sets the number of questions of every tag from the questions; imports and repairs end with it.
func (s *Service) Recount(ctx context.Context) error {
	return s.db.InTx(ctx, func(ctx context.Context) error { return s.store.recount(ctx) })
}
