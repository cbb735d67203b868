package db

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
)

// Queue has a statement sent together with whatever the context's transaction sends next, at the latest with its commit,
// which spares a round trip. Its failure comes back from there and undoes the transaction. Outside a transaction it runs
// at once.
func (d *DB) Queue(ctx context.Context, statement string, args ...any) error {
	if tx, ok := current(ctx); ok {
		tx.queued.Queue(statement, args...)
		return nil
	}
	if _, err := d.pool.Exec(ctx, statement, args...); err != nil {
		return fmt.Errorf("run a statement outside a transaction: %w", err)
	}
	return nil
}

// flush sends what is queued.
func (t *transaction) flush(ctx context.Context) error {
	if t.begun && t.queued.Len() == 0 {
		return nil
	}
	if err := t.conn.SendBatch(ctx, t.takeQueued()).Close(); err != nil {
		return fmt.Errorf("run queued statements: %w", err)
	}
	return nil
}

// takeQueued gives what is to be sent before anything else; before the first statement that is the beginning itself.
func (t *transaction) takeQueued() *pgx.Batch {
	taken := t.queued
	t.queued = &pgx.Batch{}
	if !t.begun {
		t.begun = true
		beginning := &pgx.Batch{}
		beginning.Queue("begin")
		taken.QueuedQueries = append(beginning.QueuedQueries, taken.QueuedQueries...)
	}
	return taken
}

// commit sends what is queued and the commit in one round trip, and nothing where nothing was sent before.
func (t *transaction) commit(ctx context.Context) error {
	if t.lost {
		return sql.ErrConnDone
	}
	if !t.begun && t.queued.Len() == 0 {
		return nil
	}
	// A statement that fails ends the batch, so that the commit behind it is not carried out.
	last := t.takeQueued()
	last.Queue("commit")
	results := t.conn.SendBatch(ctx, last)
	var tag pgconn.CommandTag
	var err error
	for range last.QueuedQueries {
		if tag, err = results.Exec(); err != nil {
			break
		}
	}
	if err := errors.Join(err, results.Close()); err != nil {
		return err
	}
	if tag.String() == "ROLLBACK" {
		return pgx.ErrTxCommitRollback
	}
	return nil
}

// inOrder is the pgx side of a transaction: what was queued before goes with whatever is sent, and is carried out first.
type inOrder struct{ tx *transaction }

func (o inOrder) Exec(ctx context.Context, statement string, args ...any) (pgconn.CommandTag, error) {
	if o.tx.nothingQueued() {
		return o.tx.conn.Exec(ctx, statement, args...)
	}
	results := o.SendBatch(ctx, one(statement, args))
	tag, err := results.Exec()
	return tag, errors.Join(err, results.Close())
}

func (o inOrder) Query(ctx context.Context, statement string, args ...any) (pgx.Rows, error) {
	if o.tx.nothingQueued() {
		return o.tx.conn.Query(ctx, statement, args...)
	}
	results := o.SendBatch(ctx, one(statement, args))
	rows, err := results.Query()
	return &lastRows{rows, results}, err
}

func (o inOrder) QueryRow(ctx context.Context, statement string, args ...any) pgx.Row {
	if o.tx.nothingQueued() {
		return o.tx.conn.QueryRow(ctx, statement, args...)
	}
	results := o.SendBatch(ctx, one(statement, args))
	return lastRow{results.QueryRow(), results}
}

// SendBatch sends the batch in the same round trip. Where a queued statement failed, each result of the batch says so.
func (o inOrder) SendBatch(ctx context.Context, b *pgx.Batch) pgx.BatchResults {
	if o.tx.nothingQueued() {
		return o.tx.conn.SendBatch(ctx, b)
	}
	queued := o.tx.takeQueued().QueuedQueries
	results := o.tx.conn.SendBatch(ctx, &pgx.Batch{QueuedQueries: append(queued, b.QueuedQueries...)})
	for range queued {
		if _, err := results.Exec(); err != nil {
			break
		}
	}
	return results
}

func (o inOrder) CopyFrom(ctx context.Context, table pgx.Identifier, columns []string, rows pgx.CopyFromSource) (int64, error) {
	if err := o.tx.flush(ctx); err != nil {
		return 0, err
	}
	return o.tx.conn.CopyFrom(ctx, table, columns, rows)
}

func (t *transaction) nothingQueued() bool { return t.begun && t.queued.Len() == 0 }

func one(statement string, args []any) *pgx.Batch {
	batch := &pgx.Batch{}
	batch.Queue(statement, args...)
	return batch
}

// lastRow is the row of the last statement of a batch, which ends when it was read.
type lastRow struct {
	row     pgx.Row
	results pgx.BatchResults
}

func (r lastRow) Scan(into ...any) error {
	err := r.row.Scan(into...)
	if closing := r.results.Close(); err == nil {
		err = closing
	}
	return err
}

// lastRows are the rows of the last statement of a batch, which ends with them.
type lastRows struct {
	pgx.Rows
	results pgx.BatchResults
}

func (r *lastRows) Next() bool {
	if r.Rows.Next() {
		return true
	}
	_ = r.results.Close() // Err has the same error
	return false
}

func (r *lastRows) Close() {
	r.Rows.Close()
	_ = r.results.Close() // Err has the same error
}
