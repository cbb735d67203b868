package posts

import "context"

// Drift is a counter that differs from the rows it counts.
type Drift struct {
	Counter string
	ID      int64
	Have    int64
	Want    int64
}

// Drift finds posts whose counters are not what their source rows say; a sound database gives none.
func (s *Service) Drift(ctx context.Context) ([]Drift, error) { return s.store.drift(ctx) }
