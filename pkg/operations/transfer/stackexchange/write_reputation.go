package stackexchange

import (
	"context"
	"math"
	"time"

	"wellspring/pkg/engagement/reputation"
)

const gainsBatch = 5_000

// writeReputation has the ledger agree with the votes, by its own rules. Without people or votes it stays as it is.
func (i *Importer) writeReputation(ctx context.Context, r *run) error {
	if !r.dump.has(usersFile) || !r.dump.has(votesFile) && !r.before.IsZero() {
		return nil
	}
	r.progress(Progress{Step: "Computing reputation", Unit: Rows})
	if err := i.store.computeGains(ctx, r.site); err != nil {
		return err
	}
	total, err := i.store.count(ctx, "gains", `SELECT count(*) FROM staging.gains`)
	if err != nil {
		return err
	}
	watch := r.watch("reputation", total)
	stretch := reputation.Stretch{}
	for last := false; !last; {
		var gains []reputation.ImportedGain
		if gains, last, err = i.nextGains(ctx, stretch.From); err != nil {
			return err
		}
		stretch.To = reputation.Key{Person: math.MaxInt64, Day: time.Date(9999, 12, 31, 0, 0, 0, 0, time.UTC)}
		if !last {
			stretch.To = keyOf(gains[len(gains)-1])
		}
		added, removed, err := i.Reputation.Import(ctx, r.site, stretch, gains)
		if err != nil {
			return err
		}
		r.tally(kindLedger, func(t *Tally) {
			t.New += added
			t.Removed += removed
			t.Unchanged += len(gains) - added
		})
		watch(len(gains))
		stretch.From = stretch.To
	}
	return nil
}

func keyOf(gain reputation.ImportedGain) reputation.Key {
	return reputation.Key{Person: gain.Person, Day: gain.At.UTC().Truncate(24 * time.Hour)}
}

// nextGains gives the gains behind a key up to the end of some day of a person, and whether they are the last.
func (i *Importer) nextGains(ctx context.Context, after reputation.Key) (gains []reputation.ImportedGain, last bool, err error) {
	for limit := gainsBatch; ; limit *= 2 {
		if gains, err = i.store.gainsAfter(ctx, after, limit); err != nil || len(gains) < limit {
			return gains, true, err
		}
		cut, final := len(gains), keyOf(gains[len(gains)-1])
		for cut > 0 && keyOf(gains[cut-1]) == final {
			cut--
		}
		if cut > 0 {
			return gains[:cut], false, nil
		}
	}
}
