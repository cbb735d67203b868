package stackexchange

import "context"

// sift takes out what refers to something that is not in the dump, so that the later steps need not ask.
func (i *Importer) sift(ctx context.Context, r *run) error {
	if r.past(stageSift) {
		return nil
	}
	report := r.report
	return i.DB.InTx(ctx, func(ctx context.Context) error {
		r.report = report.clone()
		if !r.dump.has(usersFile) {
			if err := i.store.stageKnownPeople(ctx, r.site); err != nil {
				return err
			}
		}
		for n, step := range sieves {
			r.progress(Progress{Step: "Sifting", Unit: Rows, Done: int64(n), Total: int64(len(sieves))})
			rows, err := i.store.sift(ctx, step)
			if err != nil {
				return err
			}
			r.report.leave(step.reason, rows)
		}
		if err := i.store.analyse(ctx); err != nil {
			return err
		}
		return i.advance(ctx, r, stagePrepare)
	})
}
