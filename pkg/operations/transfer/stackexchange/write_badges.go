package stackexchange

import (
	"context"

	"wellspring/pkg/engagement/badges"
	"wellspring/pkg/kernel/id"
)

// writeBadges adds awards that are new and takes back what the dump no longer holds; an award never changes.
func (i *Importer) writeBadges(ctx context.Context, r *run) error {
	if !r.dump.has(badgesFile) {
		return nil
	}
	total, fresh, err := i.store.countBadges(ctx, r.site)
	if err != nil {
		return err
	}
	r.tally(kindBadges, func(t *Tally) { t.New, t.Unchanged = fresh, total-fresh })
	if err := i.withdrawBadges(ctx, r); err != nil {
		return err
	}
	watch := r.watch("badges", fresh)
	for after := int64(-1); ; {
		rows, err := i.store.newBadges(ctx, r.site, after, factsBatch)
		if err != nil || len(rows) == 0 {
			return err
		}
		awards, refs := make([]badges.ImportedAward, len(rows)), make([]ref, len(rows))
		for n, row := range rows {
			refs[n].External = row.Row.ID
			awards[n] = badges.ImportedAward{
				Person: id.User(row.LocalUser), Name: row.Row.Name, Class: badges.Class(row.Row.Class), TagBased: row.Row.TagBased, At: row.Row.AwardedAt,
			}
		}
		ids, err := i.Badges.Import(ctx, awards)
		if err != nil {
			return err
		}
		for n := range ids {
			refs[n].Local = ids[n]
		}
		if err := i.store.remember(ctx, r.site, refBadge, refs); err != nil {
			return err
		}
		after = rows[len(rows)-1].Row.ID
		watch(len(rows))
	}
}

func (i *Importer) withdrawBadges(ctx context.Context, r *run) error {
	for {
		gone, err := i.store.missingBadges(ctx, r.site, factsBatch)
		if err != nil || len(gone) == 0 {
			return err
		}
		if err := i.Badges.Withdraw(ctx, localsOf[int64](gone)); err != nil {
			return err
		}
		r.tally(kindBadges, func(t *Tally) { t.Removed += len(gone) })
		if err := i.store.drop(ctx, r.site, refBadge, gone); err != nil {
			return err
		}
	}
}
