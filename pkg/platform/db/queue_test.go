package db_test

import (
	"context"
	"errors"
	"testing"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/stretchr/testify/require"
)

const uniqueViolation = "23505"

func TestQueuedStatementsAreWrittenWithTheCommit(t *testing.T) {
	t.Parallel()
	database := open(t)
	table(t, database, "queued_commit")
	require.NoError(t, database.InTx(t.Context(), func(ctx context.Context) error {
		require.NoError(t, database.Queue(ctx, `INSERT INTO queued_commit VALUES ($1)`, 1))
		return database.Queue(ctx, `INSERT INTO queued_commit VALUES ($1)`, 2)
	}))
	require.Equal(t, 2, count(t, database, "queued_commit"))
}

func TestOutsideATransactionAQueuedStatementRunsAtOnce(t *testing.T) {
	t.Parallel()
	database := open(t)
	table(t, database, "queued_outside")
	require.NoError(t, database.Queue(t.Context(), `INSERT INTO queued_outside VALUES ($1)`, 1))
	require.Equal(t, 1, count(t, database, "queued_outside"))
}

func TestWhatFollowsAQueuedStatementSeesWhatItWrote(t *testing.T) {
	t.Parallel()
	database := open(t)
	table(t, database, "queued_order")
	counted := func(rows pgx.Rows, err error) (int, error) {
		if err != nil {
			return 0, err
		}
		return pgx.CollectExactlyOneRow(rows, pgx.RowTo[int])
	}
	const ask = `SELECT count(*)::int FROM queued_order`
	// Each way into the transaction.
	ways := map[string]func(ctx context.Context) (int, error){
		"Query": func(ctx context.Context) (int, error) { return counted(database.Pgx(ctx).Query(ctx, ask)) },
		"QueryRow": func(ctx context.Context) (n int, err error) {
			err = database.Pgx(ctx).QueryRow(ctx, ask).Scan(&n)
			return n, err
		},
		"Exec": func(ctx context.Context) (int, error) {
			tag, err := database.Pgx(ctx).Exec(ctx, `UPDATE queued_order SET n = n`)
			return int(tag.RowsAffected()), err
		},
		"SendBatch": func(ctx context.Context) (n int, err error) {
			batch := &pgx.Batch{}
			batch.Queue(ask)
			results := database.Pgx(ctx).SendBatch(ctx, batch)
			err = results.QueryRow().Scan(&n)
			return n, errors.Join(err, results.Close())
		},
		"CopyFrom": func(ctx context.Context) (int, error) {
			if _, err := database.Pgx(ctx).CopyFrom(ctx, pgx.Identifier{"queued_order"}, []string{"n"}, pgx.CopyFromRows([][]any{{2}})); err != nil {
				return 0, err
			}
			n, err := counted(database.Pgx(ctx).Query(ctx, ask))
			return n - 1, err
		},
		"Gorm": func(ctx context.Context) (n int, err error) {
			err = database.Gorm(ctx).Raw(ask).Scan(&n).Error
			return n, err
		},
		"Gorm's Row": func(ctx context.Context) (n int, err error) {
			err = database.Gorm(ctx).Raw(ask).Row().Scan(&n)
			return n, err
		},
	}
	for name, way := range ways {
		undo := errors.New("undo")
		require.ErrorIs(t, database.InTx(t.Context(), func(ctx context.Context) error {
			require.NoError(t, database.Queue(ctx, `INSERT INTO queued_order VALUES ($1)`, 1))
			n, err := way(ctx)
			require.NoError(t, err, name)
			require.Equal(t, 1, n, name)
			return undo
		}), undo)
	}
	require.Zero(t, count(t, database, "queued_order"))
}

func TestAFailedQueuedStatementUndoesTheTransaction(t *testing.T) {
	t.Parallel()
	database := open(t)
	table(t, database, "queued_failed")
	twice := func(ctx context.Context) error {
		return errors.Join(database.Queue(ctx, `INSERT INTO queued_failed VALUES (1)`), database.Queue(ctx, `INSERT INTO queued_failed VALUES (1)`))
	}
	sent := map[string]func(ctx context.Context) error{
		"with the commit": func(context.Context) error { return nil },
		"with a statement": func(ctx context.Context) error {
			_, err := database.Pgx(ctx).Exec(ctx, `SELECT 1`)
			return err
		},
		"with a row": func(ctx context.Context) error {
			var n int
			return database.Pgx(ctx).QueryRow(ctx, `SELECT 1`).Scan(&n)
		},
		"with a batch": func(ctx context.Context) error {
			batch := &pgx.Batch{}
			batch.Queue(`SELECT 1`)
			return database.Pgx(ctx).SendBatch(ctx, batch).Close()
		},
		"with GORM": func(ctx context.Context) error { return database.Gorm(ctx).Exec(`SELECT 1`).Error },
	}
	for name, send := range sent {
		err := database.InTx(t.Context(), func(ctx context.Context) error {
			if err := twice(ctx); err != nil {
				return err
			}
			return send(ctx)
		})
		var refused *pgconn.PgError
		require.ErrorAs(t, err, &refused, name)
		require.Equal(t, uniqueViolation, refused.Code, name)
		require.Zero(t, count(t, database, "queued_failed"), name)
	}
	require.NoError(t, database.Pool().Ping(t.Context()))
	var alive int
	require.NoError(t, database.Gorm(t.Context()).Raw(`SELECT 1`).Scan(&alive).Error)
}

func TestADeadlockAmongQueuedStatementsIsTriedAgain(t *testing.T) {
	t.Parallel()
	database := open(t)
	table(t, database, "queued_retry")
	tries := 0
	require.NoError(t, database.InTx(t.Context(), func(ctx context.Context) error {
		tries++
		if tries == 1 {
			return database.Queue(ctx, `DO $$ BEGIN RAISE EXCEPTION 'made up' USING ERRCODE = 'deadlock_detected'; END $$`)
		}
		return database.Queue(ctx, `INSERT INTO queued_retry VALUES (1)`)
	}))
	require.Equal(t, 2, tries)
	require.Equal(t, 1, count(t, database, "queued_retry"))
}

func TestATransactionThatSendsNothingCostsNothing(t *testing.T) {
	t.Parallel()
	database := open(t)
	before := database.Statements()
	require.NoError(t, database.InTx(t.Context(), func(context.Context) error { return nil }))
	undo := errors.New("undo")
	require.ErrorIs(t, database.InTx(t.Context(), func(context.Context) error { return undo }), undo)
	require.Equal(t, before, database.Statements())
}

func TestABrokenTransactionDoesNotCommit(t *testing.T) {
	t.Parallel()
	database := open(t)
	table(t, database, "broken_commit")
	err := database.InTx(t.Context(), func(ctx context.Context) error {
		_, err := database.Pgx(ctx).Exec(ctx, `INSERT INTO broken_commit VALUES (1)`)
		require.NoError(t, err)
		_, err = database.Pgx(ctx).Exec(ctx, `SELECT 1 / 0`)
		require.Error(t, err)
		return nil // as if nothing had happened
	})
	require.ErrorIs(t, err, pgx.ErrTxCommitRollback)
	require.Zero(t, count(t, database, "broken_commit"))
}

func TestRowsAreReadToTheirEndBesideQueuedStatements(t *testing.T) {
	t.Parallel()
	database := open(t)
	table(t, database, "queued_rows")
	require.NoError(t, database.InTx(t.Context(), func(ctx context.Context) error {
		require.NoError(t, database.Queue(ctx, `INSERT INTO queued_rows VALUES (7)`))
		rows, err := database.Pgx(ctx).Query(ctx, `SELECT n FROM queued_rows UNION ALL SELECT 8 ORDER BY 1`)
		require.NoError(t, err)
		found, err := pgx.CollectRows(rows, pgx.RowTo[int])
		require.NoError(t, err)
		require.Equal(t, []int{7, 8}, found)
		rows, err = database.Pgx(ctx).Query(ctx, `SELECT n FROM queued_rows`)
		require.NoError(t, err)
		rows.Close() // unread
		var n int
		require.NoError(t, database.Queue(ctx, `INSERT INTO queued_rows VALUES (9)`))
		require.NoError(t, database.Pgx(ctx).QueryRow(ctx, `SELECT count(*)::int FROM queued_rows`).Scan(&n))
		require.Equal(t, 2, n)
		return nil
	}))
	require.Equal(t, 2, count(t, database, "queued_rows"))
}
