package stackexchange

import (
	"context"
)

// write brings everything into the tables of its owners in one transaction, so that nobody ever sees a part of it.
func (i *Importer) write(ctx context.Context, r *run) error {
	report := r.report
	steps := []func(context.Context, *run) error{
		i.findSpace, i.writePeople, i.writeQuestions, i.writeAnswers, i.removePosts, i.analyse, i.writeVotes, i.writeLinks, i.writeAcceptances,
		i.writeClosures, i.writeBounties, i.writeComments, i.writeBadges, i.retirePeople, i.writeReputation, i.writeTags, i.settle,
	}
	return i.DB.InTx(ctx, func(ctx context.Context) error {
		r.report = report.clone()
		for _, do := range steps {
			if err := do(ctx, r); err != nil {
				return err
			}
		}
		var err error
		if r.report.People, r.report.Equal, err = i.store.compareReputation(ctx, r.site); err != nil {
			return err
		}
		now := i.Clock.Now()
		r.report.Took = now.Sub(r.started)
		return i.store.finishRun(ctx, r, now)
	})
}

func (i *Importer) findSpace(ctx context.Context, r *run) (err error) {
	r.space, err = i.Spaces.FindOrCreate(ctx, *newSpace(r.options.Space))
	return err
}

// analyse tells the planner of what this transaction has written, or it would expect nothing there.
func (i *Importer) analyse(ctx context.Context, _ *run) error { return i.store.analyseWritten(ctx) }

// settle brings counters, activity, caches and the search up to what was written.
func (i *Importer) settle(ctx context.Context, r *run) error {
	if !r.report.Changed() {
		return nil
	}
	r.progress(Progress{Step: "Counting", Unit: Rows})
	if err := i.Posts.DeriveAll(ctx, r.site); err != nil {
		return err
	}
	if err := i.Posts.Recount(ctx); err != nil {
		return err
	}
	return i.NoteImported(ctx, r.site)
}

// tidy throws the staged rows away; what was written stays if that fails.
func (i *Importer) tidy(ctx context.Context, _ *run) error { return i.store.empty(ctx) }

// tally counts what one step did.
func (r *run) tally(kind string, count func(*Tally)) {
	t := r.report.Kinds[kind]
	count(&t)
	r.report.Kinds[kind] = t
}

// watch gives a function that tells how far a writing step is.
func (r *run) watch(what string, total int) func(rows int) {
	step := Progress{Step: "Writing " + what, Unit: Rows, Total: int64(total)}
	return func(rows int) {
		step.Done += int64(rows)
		step.Rows = step.Done
		r.progress(step)
	}
}
