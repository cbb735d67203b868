package stackexchange

import "context"

// writeBounties brings the site's bounties to what the votes of the dump say; what they cost and brought is for writeReputation.
func (i *Importer) writeBounties(ctx context.Context, r *run) error {
	if !r.dump.has(votesFile) {
		return nil
	}
	wanted, err := i.store.bounties(ctx, r.site)
	if err != nil {
		return err
	}
	added, removed, err := i.Bounties.Import(ctx, r.site, wanted)
	r.tally(kindBounties, func(t *Tally) { t.New, t.Unchanged, t.Removed = added, len(wanted)-added, removed })
	return err
}
