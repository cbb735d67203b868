package auth

import (
	"context"
	"time"
)

// What is over is kept for a while, because people and administrators ask about it.
const (
	keepEnded    = 30 * 24 * time.Hour
	keepFailures = 24 * time.Hour
	// keepSuccesses is how long an address counts as one where the owner signs in.
	keepSuccesses = 180 * 24 * time.Hour
)

// Sweep deletes sessions, attempts and invitations that nobody needs any more; call it once a day.
func (s *Service) Sweep(ctx context.Context) error {
	now := s.Clock.Now()
	if err := s.store.deleteSessions(ctx, now.Add(-keepEnded)); err != nil {
		return err
	}
	if err := s.store.deleteAttempts(ctx, now.Add(-keepFailures), now.Add(-keepSuccesses)); err != nil {
		return err
	}
	return s.store.deleteOldClaims(ctx, now.Add(-keepEnded))
}
