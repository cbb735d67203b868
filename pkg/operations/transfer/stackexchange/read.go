package stackexchange

import (
	"context"
	"io"
)

// A batch of rows is sent when it has this many rows, or texts of this many bytes.
const (
	batchRows  = 2_000
	batchBytes = 1 << 20
)

// read brings the files into the staging schema, each batch together with how far it reaches.
func (i *Importer) read(ctx context.Context, r *run) error {
	for n := range r.dump.files {
		file := &r.dump.files[n]
		if r.past(file.name) {
			continue
		}
		if r.stage != file.name {
			if err := i.advance(ctx, r, file.name); err != nil {
				return err
			}
		}
		if err := i.readFile(ctx, r, file); err != nil {
			return err
		}
	}
	if r.past(stageSift) || r.stage == stageSift {
		return nil
	}
	return i.advance(ctx, r, stageSift)
}

// batch is what was read since the last row that is safe.
type batch struct {
	rows    []any
	bytes   int
	seen    int64
	leftOut map[string]int
}

func (b *batch) full() bool {
	return len(b.rows) >= batchRows || b.bytes >= batchBytes || b.seen >= 10*batchRows
}

func (i *Importer) readFile(ctx context.Context, r *run, file *source) error {
	step := Progress{Step: "Reading " + file.name, Unit: Rows, Total: file.rows}
	var row fields
	b := batch{leftOut: map[string]int{}}
	flush := func() error {
		if err := i.stage(ctx, r, file.name, &b); err != nil {
			return err
		}
		step.Done, step.Rows = r.position, r.position
		r.progress(step)
		return nil
	}
	skip := r.position
	err := file.scan(ctx, func(input io.Reader) io.Reader { return input }, func(attributes []attribute) error {
		if skip > 0 {
			skip--
			return nil
		}
		row.row = attributes
		staged, leftOut := file.read(&row)
		if row.err != nil {
			return row.err
		}
		b.add(attributes, staged, leftOut)
		if b.full() {
			return flush()
		}
		return nil
	})
	if err != nil {
		return err
	}
	return flush()
}

func (b *batch) add(attributes []attribute, staged any, leftOut string) {
	b.seen++
	if staged == nil {
		b.leftOut[leftOut]++
		return
	}
	b.rows = append(b.rows, staged)
	for _, a := range attributes {
		b.bytes += len(a.value)
	}
}

// stage writes a batch, and how far it reaches, in one transaction.
func (i *Importer) stage(ctx context.Context, r *run, file string, b *batch) error {
	report, position := r.report, r.position
	err := i.DB.InTx(ctx, func(ctx context.Context) error {
		r.report, r.position = report.clone(), position+b.seen
		for reason, rows := range b.leftOut {
			r.report.leave(reason, rows)
		}
		twice, err := i.store.stage(ctx, file, b.rows)
		if err != nil {
			return err
		}
		r.report.leave("rows that "+file+" gives twice", twice)
		return i.store.saveRun(ctx, r)
	})
	*b = batch{rows: b.rows[:0], leftOut: map[string]int{}}
	return err
}
