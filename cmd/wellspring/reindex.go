package main

import (
	"context"
	"fmt"
	"log/slog"

	"wellspring/pkg/app"
)

type reindexCommand struct{ backend }

// Help shows examples.
func (reindexCommand) Help() string {
	return `Builds a fresh search index beside the one in use, which goes on answering, and puts it in its place at the end.
Changes made meanwhile are in both. It can be interrupted at any moment; the index in use stays as it is then.

Example:
  wellspring reindex --database-url postgres://... --meili-url http://search:7700`
}

// Run builds the index.
func (c *reindexCommand) Run(ctx context.Context, log *slog.Logger) error {
	return withApp(ctx, c.backend, log, func(a *app.App) error {
		shown := newProgress("documents")
		err := a.Search.Reindex(ctx, shown.Show)
		shown.Close()
		switch {
		case err == nil:
			fmt.Println("The new search index is in use.")
		case ctx.Err() != nil:
			fmt.Println("Interrupted. The search index is as it was; run the command again to build a new one.")
		}
		return err
	})
}
