// Package votes begins a transaction too low, and lets GORM call a hook.
package votes

import "context"

type store struct {
	db interface {
		InTx(ctx context.Context, fn func(context.Context) error) error
	}
}

// save belongs in a use case.
func (s store) save(ctx context.Context) error {
	return s.db.InTx(ctx, nil)
}

// BeforeCreate runs unseen.
func (s store) BeforeCreate() error { return nil }
