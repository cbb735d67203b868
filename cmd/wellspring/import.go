package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"runtime/debug"

	"wellspring/pkg/app"
	"wellspring/pkg/operations/transfer/stackexchange"
)

// importMemory keeps the process small; its work is in batches and needs far less.
const importMemory = 160 << 20

type importCommand struct {
	StackExchange importStackExchangeCommand `cmd:"" name:"stackexchange" help:"Import a data dump of a site of the Stack Exchange network."`
}

type importStackExchangeCommand struct {
	installation

	Folder   string `arg:"" help:"The folder with the dump's .xml files." type:"existingdir"`
	Space    string `help:"The space that takes the posts; it is made when there is none." required:"" placeholder:"SLUG"`
	SiteName string `name:"site-name" help:"The site, such as beer.stackexchange.com; else known from an earlier import or from the folder's name."`
	Force    bool   `help:"Import a dump that is older than what was imported before, or that looks like another site's."`
}

// Help shows examples.
func (importStackExchangeCommand) Help() string {
	return `Imports people, questions, answers, tags with their wikis, comments, votes, accepted answers, links, closures, badges and
the whole history of edits. The server may run meanwhile: readers see everything at once when the import is complete.
Interrupted, it goes on where it stopped when it is started again. Importing a newer dump of the same site brings
everything up to date. Only Posts.xml must be there; any other file may be missing.

Examples:
  wellspring import stackexchange ~/dumps/beer.stackexchange.com --space beer            # beside a running wellspring local
  wellspring import stackexchange beer-2020 --space beer --site-name beer.stackexchange.com --database-url postgres://...`
}

// Run imports and prints the report.
func (c *importStackExchangeCommand) Run(ctx context.Context, log *slog.Logger) error {
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(importMemory)
	}
	url, err := c.database(ctx)
	if err != nil {
		return err
	}
	return withApp(ctx, backend{DatabaseURL: url}, log, func(a *app.App) error {
		shown := importProgress{}
		report, err := a.StackExchange.Import(ctx, c.Folder, stackexchange.Options{
			Space: c.Space, Site: c.SiteName, Force: c.Force, Progress: shown.show,
		})
		shown.close()
		if err != nil && ctx.Err() != nil {
			return errors.New("interrupted; nothing of the import shows. Run the same command again, and it goes on where it stopped")
		}
		if err != nil {
			return err
		}
		a.Signals.Flush(ctx)
		fmt.Print("\n", report)
		return nil
	})
}

// importProgress shows each step of an import as a progress of its own.
type importProgress struct {
	step  string
	shown *progress
}

func (p *importProgress) show(s stackexchange.Progress) {
	if s.Step != p.step {
		p.close()
		p.step, p.shown = s.Step, nil
		if s.Total == 0 {
			fmt.Fprintln(os.Stderr, s.Step)
			return
		}
		p.shown = newProgress("rows, " + s.Step)
	}
	if p.shown == nil {
		return
	}
	total := s.Total
	if s.Unit == stackexchange.Bytes && s.Done > 0 {
		// How many rows there are is not known before all are read; their size tells about.
		total = int64(float64(s.Rows) * float64(s.Total) / float64(s.Done))
	}
	p.shown.Show(int(s.Rows), int(total))
}

func (p *importProgress) close() {
	if p.shown != nil {
		p.shown.Close()
	}
	p.shown = nil
}
