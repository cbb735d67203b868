package uploads

import (
	"context"
	"fmt"

	"wellspring/pkg/kernel/id"
)

// sweptAtOnce bounds how many uploads one transaction of the sweep holds.
const sweptAtOnce = 100

// Sweep removes the uploads that have stood nowhere for a day, and those of which only a part was kept. It tells how many. It
// may run in many processes, and at any moment be cut off.
func (s *Service) Sweep(ctx context.Context) (int, error) {
	if !s.Enabled() {
		return 0, nil
	}
	for after := id.Upload(0); ; {
		last, err := s.sweepUnused(ctx, after)
		if err != nil {
			return 0, err
		}
		if last == 0 {
			break
		}
		after = last
	}
	return s.forget(ctx)
}

// sweepUnused marks the next unused uploads as removed, and gives the last one that was looked at.
func (s *Service) sweepUnused(ctx context.Context, after id.Upload) (last id.Upload, err error) {
	err = s.DB.InTx(ctx, func(ctx context.Context) error {
		// Whoever saves a text holds its uploads; these are left for the next sweep.
		candidates, err := s.store.lockUnused(ctx, after, s.Clock.Now().Add(-Unused), sweptAtOnce)
		if err != nil || len(candidates) == 0 {
			return err
		}
		last = candidates[len(candidates)-1]
		// A second statement sees what was saved before the locks were had.
		return s.store.removeUnused(ctx, candidates, s.Clock.Now())
	})
	return last, err
}

// forget removes the bytes of removed uploads, and then their rows.
func (s *Service) forget(ctx context.Context) (int, error) {
	removed, err := s.store.removed(ctx)
	if err != nil {
		return 0, err
	}
	for i, upload := range removed {
		for _, name := range upload.blobs() {
			if err := s.Store.Remove(ctx, name); err != nil {
				return i, fmt.Errorf("remove upload %s: %w", upload.Key, err)
			}
		}
		if err := s.store.forget(ctx, upload.ID); err != nil {
			return i, err
		}
	}
	return len(removed), nil
}
