package main

import (
	"context"
	"fmt"
	"log/slog"

	"wellspring/pkg/app"
)

type demoCommand struct {
	backend
	kept
}

// Help shows examples.
func (demoCommand) Help() string {
	return `Example:
  wellspring demo --database-url postgres://...     # into an empty database that was migrated`
}

// Run loads the demonstration organisation, whole or not at all.
func (c *demoCommand) Run(ctx context.Context, log *slog.Logger) error {
	a, err := app.New(ctx, c.kept.into(c.backend.options(nil, log)))
	if err != nil {
		return err
	}
	defer a.Close()
	if err := a.Demo.Load(ctx); err != nil {
		return err
	}
	fmt.Println("The demonstration organisation is there. Its people sign in on loopback only, with the password: demonstration")
	return nil
}
