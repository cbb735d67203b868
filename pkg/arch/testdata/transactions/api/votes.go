// Package api begins a transaction too high.
package api

import "context"

type database interface {
	InTx(ctx context.Context, fn func(context.Context) error) error
}

func vote(ctx context.Context, db database) error { return db.InTx(ctx, nil) }
