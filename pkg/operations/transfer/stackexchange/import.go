package stackexchange

import (
	"context"

	"wellspring/pkg/content/comments"
	"wellspring/pkg/content/posts"
	"wellspring/pkg/content/suggestions"
	"wellspring/pkg/content/tags"
	"wellspring/pkg/engagement/badges"
	"wellspring/pkg/engagement/reputation"
	"wellspring/pkg/people/spaces"
	"wellspring/pkg/people/users"
	"wellspring/pkg/platform/clock"
	"wellspring/pkg/platform/db"
	"wellspring/pkg/platform/markdown"
	"wellspring/pkg/platform/signal"
)

// Dependencies are the packages that own what a dump holds.
type Dependencies struct {
	DB          *db.DB
	Clock       clock.Clock
	Signals     *signal.Hub
	Markdown    *markdown.Renderer
	Users       *users.Service
	Spaces      *spaces.Service
	Posts       *posts.Service
	Suggestions *suggestions.Service
	Comments    *comments.Service
	Tags        *tags.Service
	Badges      *badges.Service
	Reputation  *reputation.Ledger
	// NoteImported has the search take up what a site brought, in the transaction that wrote it.
	NoteImported func(ctx context.Context, site string) error
}

// Importer imports dumps.
type Importer struct {
	Dependencies

	store store
}

// New makes an importer.
func New(d Dependencies) *Importer { return &Importer{Dependencies: d, store: store{d.DB}} }

// Options say what to do with a dump.
type Options struct {
	// Space is the slug of the space that takes the posts; it is made when there is none.
	Space string
	// Site is the host of the site, or the first part of it; empty takes it from the folder's name.
	Site string
	// Force imports a dump that is older than what was imported before, or that looks like another site's.
	Force bool
	// Progress hears how far each step is; it may be nil.
	Progress func(Progress)
}

// Import brings a space to the state of a dump. After an interruption, calling it again goes on where it stopped.
func (i *Importer) Import(ctx context.Context, folder string, options Options) (Report, error) {
	if options.Progress == nil {
		options.Progress = func(Progress) {}
	}
	if err := checkSpace(options.Space); err != nil {
		return Report{}, err
	}
	d, err := openDump(folder)
	if err != nil {
		return Report{}, err
	}
	started := i.Clock.Now()
	if err := d.check(ctx, options.Progress); err != nil {
		return Report{}, err
	}
	unlock, err := i.store.lock(ctx)
	if err != nil {
		return Report{}, err
	}
	defer unlock()
	r, err := i.begin(ctx, d, folder, options)
	if err != nil {
		return Report{}, err
	}
	r.started = started
	for _, do := range []func(context.Context, *run) error{i.read, i.sift, i.prepare, i.write, i.tidy} {
		if err := do(ctx, r); err != nil {
			return r.report, err
		}
	}
	return r.report, nil
}

// checkSpace refuses a slug that no space can have, before any work.
func checkSpace(slug string) error {
	return newSpace(slug).Validate()
}
