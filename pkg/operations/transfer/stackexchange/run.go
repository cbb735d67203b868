package stackexchange

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"wellspring/pkg/kernel/id"
)

// Stages of an import, after those named like the files.
const (
	stageSift    = "sift"
	stagePrepare = "prepare"
	stageWrite   = "write"
)

func stages() []string {
	names := make([]string, 0, len(formats())+3)
	for _, format := range formats() {
		names = append(names, format.name)
	}
	return append(names, stageSift, stagePrepare, stageWrite)
}

// run is one import in progress. Stage and position are where it goes on after an interruption.
type run struct {
	id       int64
	dump     *dump
	options  Options
	site     string
	space    id.Space
	stage    string
	position int64
	// before is how far the last import of the site reached; whatever is younger was done here.
	before  time.Time
	report  Report
	started time.Time
}

func (r *run) past(stage string) bool {
	return slices.Index(stages(), r.stage) > slices.Index(stages(), stage)
}

func (r *run) progress(p Progress) { r.options.Progress(p) }

// advance goes to the start of a stage.
func (i *Importer) advance(ctx context.Context, r *run, stage string) error {
	r.stage, r.position = stage, 0
	return i.store.saveRun(ctx, r)
}

// begin finds the site and what was imported of it before, refuses what would do harm, and takes up an
// interrupted import of the same dump, or starts anew.
func (i *Importer) begin(ctx context.Context, d *dump, folder string, options Options) (*run, error) {
	r := &run{dump: d, options: options, report: newReport()}
	before, err := i.findSite(ctx, r, folder)
	if err != nil {
		return nil, err
	}
	if err := refuse(d, before, options.Force); err != nil {
		return nil, err
	}
	r.before = before.Newest
	r.report.Site, r.report.Space, r.report.Born, r.report.Newest, r.report.Absent = r.site, options.Space, d.born, d.newest, d.absent
	for _, file := range d.files {
		r.report.Files[file.name] = file.rows
	}
	resumed, err := i.store.resume(ctx, r)
	if err != nil || resumed {
		r.report.Resumed = resumed
		return r, err
	}
	r.stage = stages()[0]
	return r, i.DB.InTx(ctx, func(ctx context.Context) error { return i.store.startRun(ctx, r, i.Clock.Now()) })
}

// findSite goes by the name the operator gave, else by the moment the site was born, else by the folder's name.
func (i *Importer) findSite(ctx context.Context, r *run, folder string) (Report, error) {
	if r.options.Site == "" && r.dump.born != "" {
		before, found, err := i.store.lastRun(ctx, "born", r.dump.born)
		if err != nil {
			return Report{}, err
		}
		if found {
			r.site = before.Site
			return before, nil
		}
	}
	var err error
	if r.site, err = siteHost(r.options.Site, folder); err != nil {
		return Report{}, err
	}
	before, _, err := i.store.lastRun(ctx, "site", r.site)
	return before, err
}

func refuse(d *dump, before Report, force bool) error {
	switch {
	case force || before.Site == "":
		return nil
	case before.Born != "" && d.born != "" && before.Born != d.born:
		return fmt.Errorf("this is not a dump of %s as it was imported before: that site began at %s, this one at %s. "+
			"Name this site with --site-name, or replace the other one with --force", before.Site, before.Born, d.born)
	case d.newest.Before(before.Newest):
		return fmt.Errorf("this dump ends on %s, and %s was imported up to %s already. Going back to it would delete what is younger; "+
			"--force does that", d.newest.Format(time.DateOnly), before.Site, before.Newest.Format(time.DateOnly))
	}
	return nil
}

var errBusy = errors.New("another import is running on this database; wait for its end, and start again")
