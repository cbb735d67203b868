package main

import (
	"context"
	"log/slog"

	"wellspring/pkg/app"
)

type workerCommand struct{ backend }

// Help shows examples.
func (workerCommand) Help() string {
	return `Example:
  wellspring worker --database-url postgres://... --meili-url http://search:7700`
}

// Run does the background work until it is interrupted; work in hand is finished.
func (c *workerCommand) Run(ctx context.Context, log *slog.Logger) error {
	a, err := app.New(ctx, c.backend.options(nil, log))
	if err != nil {
		return err
	}
	defer a.Close()
	log.Info("working")
	a.Run(ctx, true)
	return nil
}
