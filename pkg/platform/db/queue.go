package db

import (
	"context"
	"database/sql"
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
	if t.queued.Len() == 0 {
		return nil
	}
	if err := t.pgx.SendBatch(ctx, t.takeQueued()).Close(); err != nil {
		return fmt.Errorf("run queued statements: %w", err)
	}
	return nil
}

func (t *transaction) takeQueued() *pgx.Batch {
	taken := t.queued
	t.queued = &pgx.Batch{}
	return taken
}

// commit sends what is queued and the commit in one round trip.
func (t *transaction) commit(ctx context.Context) error {
	if t.queued.Len() == 0 {
		return t.pgx.Commit(ctx)
	}
	if t.lost {
		return sql.ErrConnDone
	}
	// A statement that fails ends the batch, so that the commit behind it is not carried out.
	last := t.takeQueued()
	last.Queue("commit")
	return t.pgx.SendBatch(ctx, last).Close()
}

// inOrder is the pgx side of a transaction: before anything else it sends what was queued before.
type inOrder struct{ tx *transaction }

func (o inOrder) Exec(ctx context.Context, statement string, args ...any) (pgconn.CommandTag, error) {
	if err := o.tx.flush(ctx); err != nil {
		return pgconn.CommandTag{}, err
	}
	return o.tx.pgx.Exec(ctx, statement, args...)
}

func (o inOrder) Query(ctx context.Context, statement string, args ...any) (pgx.Rows, error) {
	if err := o.tx.flush(ctx); err != nil {
		return nil, err
	}
	return o.tx.pgx.Query(ctx, statement, args...)
}

func (o inOrder) QueryRow(ctx context.Context, statement string, args ...any) pgx.Row {
	if err := o.tx.flush(ctx); err != nil {
		return failedRow{err}
	}
	return o.tx.pgx.QueryRow(ctx, statement, args...)
}

// SendBatch sends the batch in the same round trip. Where a queued statement failed, each result of the batch says so.
func (o inOrder) SendBatch(ctx context.Context, b *pgx.Batch) pgx.BatchResults {
	queued := o.tx.takeQueued().QueuedQueries
	results := o.tx.pgx.SendBatch(ctx, &pgx.Batch{QueuedQueries: append(queued, b.QueuedQueries...)})
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
	return o.tx.pgx.CopyFrom(ctx, table, columns, rows)
}

// failedRow is the row of a statement that was not sent.
type failedRow struct{ err error }

func (r failedRow) Scan(...any) error { return r.err }
