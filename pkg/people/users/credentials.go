package users

import (
	"context"
	"time"

	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
)

// SetPassword stores a password's hash; people/auth has checked that this may happen.
func (s *Service) SetPassword(ctx context.Context, person id.User, hash string) error {
	return s.store.update(ctx, person, map[string]any{"password_hash": hash})
}

// Claim turns an imported person into an account that signs in with this e-mail address. It runs in the
// transaction of the claim and refuses when the person has an account already.
func (s *Service) Claim(ctx context.Context, person id.User, email, hash string) error {
	return s.DB.InTx(ctx, func(ctx context.Context) error {
		state, err := s.store.lockState(ctx, person)
		if err != nil {
			return err
		}
		if state != Imported {
			return fault.Conflict("already-claimed", "This account has been claimed already. Sign in instead.")
		}
		if err := s.EmailIsFree(ctx, email); err != nil {
			return err
		}
		columns := map[string]any{"email": email, "password_hash": hash, "state": Active}
		if err := s.store.update(ctx, person, columns); err != nil {
			return err
		}
		return s.changed(ctx, person)
	})
}

// Seen notes when people were last here. It publishes nothing, since nothing follows from it.
func (s *Service) Seen(ctx context.Context, at map[id.User]time.Time) error {
	return s.store.seen(ctx, at)
}
