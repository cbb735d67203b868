package reputation

import (
	"context"

	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/signal"
)

// GrantBase gives people who came in bulk, without a registration, the base that everybody starts with; those who
// have it already are left out.
func (l *Ledger) GrantBase(ctx context.Context, people []id.User) error {
	return l.store.db.InTx(ctx, func(ctx context.Context) error { return l.store.grantBase(ctx, people) })
}

// FromVotes writes the entries of votes, acceptances and bounties that came in bulk, as if each had been cast at its own
// time, and settles every day's cap. What has its entry already is left out, so it may run again.
func (l *Ledger) FromVotes(ctx context.Context) error {
	return l.store.db.InTx(ctx, func(ctx context.Context) error {
		if err := l.store.entriesOfVotes(ctx); err != nil {
			return err
		}
		if err := l.store.entriesOfReturned(ctx); err != nil {
			return err
		}
		if err := l.store.settleCaps(ctx); err != nil {
			return err
		}
		if err := l.store.sumUpAll(ctx); err != nil {
			return err
		}
		l.hub.Send(ctx, signal.Everything)
		return nil
	})
}

// Drift is a person whose reputation is not the sum of their entries.
type Drift struct {
	User        id.User
	Have, Count int
}

// Drift finds every such person; there are none unless somebody wrote past the ledger.
func (l *Ledger) Drift(ctx context.Context) ([]Drift, error) { return l.store.drift(ctx) }

// Recount sets every person's reputation to the sum of their entries.
func (l *Ledger) Recount(ctx context.Context) error {
	return l.store.db.InTx(ctx, func(ctx context.Context) error {
		if err := l.store.sumUpAll(ctx); err != nil {
			return err
		}
		l.hub.Send(ctx, signal.Everything)
		return nil
	})
}
