package main

import (
	"context"
	"fmt"

	"wellspring/pkg/app"
)

type migrateCommand struct {
	DatabaseURL string `name:"database-url" help:"Postgres, as postgres://user:password@host/database." env:"DATABASE_URL" required:""`
}

// Help shows examples.
func (migrateCommand) Help() string {
	return `Example:
  DATABASE_URL=postgres://wellspring:...@db/wellspring wellspring migrate`
}

// Run migrates; several at once wait for one another.
func (c *migrateCommand) Run(ctx context.Context) error {
	count, err := app.Migrate(ctx, c.DatabaseURL)
	if err != nil {
		return err
	}
	fmt.Printf("The schema is up to date; %d migrations ran.\n", count)
	return nil
}
