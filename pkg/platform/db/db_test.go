package db_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"sync"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/stretchr/testify/require"

	"wellspring/pkg/platform/db"
	"wellspring/pkg/platform/localstack"
)

// address is that of the Postgres which TestMain started; it is set before any test runs.
var address string

func TestMain(m *testing.M) {
	os.Exit(func() int {
		folder, err := os.MkdirTemp("", "wellspring-db-test-")
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
		defer func() { _ = os.RemoveAll(folder) }()
		stack, err := localstack.Start(context.Background(), localstack.Options{DataDir: folder, WithoutSearch: true})
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
		defer func() { _ = stack.Stop(context.Background()) }()
		address = stack.DatabaseURL()
		return m.Run()
	}())
}

func open(t *testing.T) *db.DB {
	t.Helper()
	database, err := db.Open(t.Context(), address, db.Options{MaxConns: 8})
	require.NoError(t, err)
	t.Cleanup(database.Close)
	return database
}

// table makes a table of its own for a test.
func table(t *testing.T, database *db.DB, name string) {
	t.Helper()
	_, err := database.Pool().Exec(t.Context(), `CREATE TABLE `+name+` (n integer PRIMARY KEY)`)
	require.NoError(t, err)
}

func count(t *testing.T, database *db.DB, name string) int {
	t.Helper()
	var n int
	require.NoError(t, database.Pool().QueryRow(context.Background(), `SELECT count(*) FROM `+name).Scan(&n))
	return n
}

func TestGormAndPgxWriteInOneTransaction(t *testing.T) {
	t.Parallel()
	database := open(t)
	table(t, database, "pairs")
	refused := errors.New("refused")
	err := database.InTx(t.Context(), func(ctx context.Context) error {
		require.NoError(t, database.Gorm(ctx).Exec(`INSERT INTO pairs VALUES (1)`).Error)
		_, err := database.Pgx(ctx).Exec(ctx, `INSERT INTO pairs VALUES (2)`)
		require.NoError(t, err)
		var seen int
		require.NoError(t, database.Gorm(ctx).Raw(`SELECT count(*) FROM pairs`).Scan(&seen).Error)
		require.Equal(t, 2, seen)
		return refused
	})
	require.ErrorIs(t, err, refused)
	require.Zero(t, count(t, database, "pairs"))
}

func TestNestedTransactionsJoinTheOuterOne(t *testing.T) {
	t.Parallel()
	database := open(t)
	table(t, database, "nested")
	err := database.InTx(t.Context(), func(ctx context.Context) error {
		require.NoError(t, database.InTx(ctx, func(ctx context.Context) error {
			return database.Gorm(ctx).Exec(`INSERT INTO nested VALUES (1)`).Error
		}))
		return errors.New("the outer one fails")
	})
	require.Error(t, err)
	require.Zero(t, count(t, database, "nested"))
}

func TestAfterCommitRunsOnlyAfterACommit(t *testing.T) {
	t.Parallel()
	database := open(t)
	var heard []string
	require.NoError(t, database.InTx(t.Context(), func(ctx context.Context) error {
		db.AfterCommit(ctx, func() { heard = append(heard, "kept") })
		require.Empty(t, heard)
		return nil
	}))
	require.Error(t, database.InTx(t.Context(), func(ctx context.Context) error {
		db.AfterCommit(ctx, func() { heard = append(heard, "undone") })
		return errors.New("no")
	}))
	require.Equal(t, []string{"kept"}, heard)
}

func TestADeadlockIsTriedAgain(t *testing.T) {
	t.Parallel()
	database := open(t)
	table(t, database, "locks")
	_, err := database.Pool().Exec(t.Context(), `INSERT INTO locks VALUES (1), (2)`)
	require.NoError(t, err)
	var both, done sync.WaitGroup
	both.Add(2)
	var once [2]sync.Once
	for i, order := range [][2]int{{1, 2}, {2, 1}} {
		done.Go(func() {
			err := database.InTx(context.Background(), func(ctx context.Context) error {
				lock := func(n int) error {
					_, err := database.Pgx(ctx).Exec(ctx, `SELECT n FROM locks WHERE n = $1 FOR UPDATE`, n)
					return err
				}
				if err := lock(order[0]); err != nil {
					return err
				}
				// Each holds its first row before either asks for the second one.
				once[i].Do(func() { both.Done(); both.Wait() })
				return lock(order[1])
			})
			if err != nil {
				t.Errorf("transaction %d: %v", i, err)
			}
		})
	}
	done.Wait()
}

func TestAThousandRollbacksPanicsAndCancellationsLeaveThePoolWhole(t *testing.T) {
	t.Parallel()
	database := open(t)
	table(t, database, "storm")
	var done sync.WaitGroup
	for worker := range 20 {
		done.Go(func() {
			for i := range 50 {
				storm(database, worker*50+i)
			}
		})
	}
	done.Wait()
	require.Equal(t, 250, count(t, database, "storm"), "only each fourth transaction was to commit")
	// A cancellation that reaches Postgres before its statement does is lost, so that the statement runs to its end.
	require.Eventually(t, func() bool { return database.Pool().Stat().AcquiredConns() == 0 }, 30*time.Second, time.Millisecond,
		"every connection is back in the pool")
}

// storm ends a transaction in one of four ways.
func storm(database *db.DB, n int) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	defer func() { _ = recover() }()
	_ = database.InTx(ctx, func(ctx context.Context) error {
		if err := database.Gorm(ctx).Exec(`INSERT INTO storm VALUES (?)`, n).Error; err != nil {
			return err
		}
		switch n % 4 {
		case 1:
			return errors.New("rolled back")
		case 2:
			panic("in the middle")
		case 3:
			go cancel()
			_, err := database.Pgx(ctx).Exec(ctx, `SELECT pg_sleep(5)`)
			return err
		}
		return nil
	})
}

func TestEveryForeignKeyHasAnIndex(t *testing.T) {
	t.Parallel()
	database := migrated(t)
	rows, err := database.Pool().Query(t.Context(), `
		SELECT c.conrelid::regclass || ' (' || string_agg(a.attname, ', ') || ')'
		FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY(c.conkey)
		WHERE c.contype = 'f' AND NOT EXISTS (
			SELECT 1 FROM pg_index i WHERE i.indrelid = c.conrelid AND i.indkey[0] = c.conkey[1]
				-- An index without the rows that refer to nothing serves the key as well.
				AND (i.indpred IS NULL OR pg_get_expr(i.indpred, i.indrelid) = format('(%s IS NOT NULL)', a.attname)))
		GROUP BY c.oid, c.conrelid`)
	require.NoError(t, err)
	missing, err := pgx.CollectRows(rows, pgx.RowTo[string])
	require.NoError(t, err)
	require.Empty(t, missing, "each of these foreign keys needs an index that begins with it")
}

func TestMigratingTwiceAtOnceRunsEachMigrationOnce(t *testing.T) {
	t.Parallel()
	database := migrated(t)
	have, want, err := database.SchemaVersion(t.Context())
	require.NoError(t, err)
	require.Equal(t, want, have)
	again, err := database.Migrate(t.Context())
	require.NoError(t, err)
	require.Zero(t, again)
}

// migrated opens a database of its own, migrated by two processes at once.
func migrated(t *testing.T) *db.DB {
	t.Helper()
	name := fmt.Sprintf("schema_%d", time.Now().UnixNano())
	_, err := open(t).Pool().Exec(t.Context(), `CREATE DATABASE `+name)
	require.NoError(t, err)
	config, err := pgx.ParseConfig(address)
	require.NoError(t, err)
	config.Database = name
	url := fmt.Sprintf("host=%s port=%d user=%s password=%s dbname=%s sslmode=disable",
		config.Host, config.Port, config.User, config.Password, name)
	database, err := db.Open(t.Context(), url, db.Options{MaxConns: 4})
	require.NoError(t, err)
	t.Cleanup(database.Close)
	var done sync.WaitGroup
	for range 2 {
		done.Go(func() {
			if _, err := database.Migrate(context.Background()); err != nil {
				t.Errorf("migrate: %v", err)
			}
		})
	}
	done.Wait()
	return database
}
