package badges

import (
	"context"
	"time"

	"wellspring/pkg/kernel/id"
)

// ImportedAward is a badge that a person was awarded elsewhere.
type ImportedAward struct {
	Person   id.User
	Name     string
	Class    Class
	TagBased bool
	At       time.Time
}

// Import writes a batch of awards, and the badges that are new, and gives the awards' ids in the same order.
func (s *Service) Import(ctx context.Context, awards []ImportedAward) ([]int64, error) {
	if len(awards) == 0 {
		return nil, nil
	}
	var ids []int64
	err := s.DB.InTx(ctx, func(ctx context.Context) error {
		var err error
		ids, err = s.store.importAwards(ctx, awards)
		return err
	})
	return ids, err
}

// Withdraw takes away awards that the source of an import no longer holds.
func (s *Service) Withdraw(ctx context.Context, awards []int64) error {
	return s.store.withdraw(ctx, awards)
}
