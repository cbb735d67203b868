package reputation

import (
	"context"
	"time"

	"wellspring/pkg/kernel/id"
)

// Worth is what one cause gains or loses by the rules; 0 for bounties, which have their own amounts.
func Worth(reason Reason) int { return amount(reason) }

const (
	// CapPerDay is the most that a person gains from votes on one UTC day.
	CapPerDay = dailyCap
	// MaxApprovedEdits is how many approved edits of one person count: they gain at most 1,000 in all.
	MaxApprovedEdits = 500
)

// ImportedGain is what all causes of one reason brought a person on one day, for one post.
type ImportedGain struct {
	Person id.User
	Post   id.Post
	// Cause is the person through whom, where the source tells.
	Cause  id.User
	Reason Reason
	// At is the day, or the moment where it is known.
	At     time.Time
	Amount int
}

// Key is a place in the order of people and their days.
type Key struct {
	Person id.User
	Day    time.Time
}

// Stretch is a part of the ledger: all days of people behind From, up to and with To.
type Stretch struct{ From, To Key }

// Import makes what a source gave on a stretch of the ledger exactly these gains: entries that differ from those it gave
// before are replaced, and what was undone here stays undone where its entry stays. The caps and the sums follow. Entries
// of one person come in the order of time. It tells how many entries are new and how many went.
func (l *Ledger) Import(ctx context.Context, source string, stretch Stretch, gains []ImportedGain) (added, removed int, err error) {
	err = l.store.db.InTx(ctx, func(ctx context.Context) error {
		gone, err := l.store.dropStale(ctx, source, stretch, gains)
		if err != nil {
			return err
		}
		fresh, err := l.store.addMissing(ctx, source, gains)
		if err != nil {
			return err
		}
		capped, err := l.store.capImported(ctx, source, stretch)
		if err != nil {
			return err
		}
		added, removed = len(fresh), len(gone)
		return l.store.sumUpOf(ctx, append(append(fresh, gone...), capped...))
	})
	return added, removed, err
}
