package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"

	"wellspring/pkg/app"
	"wellspring/pkg/engagement/badges"
)

type badgesCommand struct {
	Recompute badgesRecomputeCommand `cmd:"" help:"Award what is earned by everything that is there."`
}

type badgesRecomputeCommand struct{ installation }

// Help shows examples.
func (badgesRecomputeCommand) Help() string {
	return `Awards what people have earned by all that is there, such as after an import or with new badges, each dated when it was
earned. Nobody is told, and nothing is taken away. The server may run meanwhile; interrupted, start it again.

Examples:
  wellspring badges recompute            # beside a running wellspring local
  wellspring badges recompute --database-url postgres://...`
}

// Run recomputes and prints what each badge was awarded.
func (c *badgesRecomputeCommand) Run(ctx context.Context, log *slog.Logger) error {
	url, err := c.database(ctx)
	if err != nil {
		return err
	}
	return withApp(ctx, backend{DatabaseURL: url}, log, func(a *app.App) error {
		total := 0
		err := a.Badges.Recompute(ctx, func(done badges.Recomputed) {
			total += done.Awards
			if done.Awards > 0 {
				fmt.Printf("%6d  %-7s %s\n", done.Awards, done.Rule.Class, done.Rule.EN.Name)
			}
		})
		if err != nil && ctx.Err() != nil {
			return errors.New("interrupted; what was awarded stays. Run the same command again for the rest")
		}
		if err == nil {
			fmt.Printf("%6d  badges awarded\n", total)
		}
		return err
	})
}
