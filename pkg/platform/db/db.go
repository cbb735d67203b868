// Package db is the product's way into Postgres: one pgx pool shared by GORM and by plain pgx, and one
// transaction for both. A use case calls InTx; stores take their handle from the context, so a store never
// knows whether it runs inside a transaction. Start at Open and InTx.
//
// A transaction begins on a pinned pgx connection and not as a sql.Tx: database/sql rolls a transaction back
// from another goroutine when the context is cancelled, which races with whoever uses the pgx side.
package db

import (
	"context"
	"fmt"
	"sync/atomic"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgtype"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/jackc/pgx/v5/stdlib"
	"gorm.io/driver/postgres"
	"gorm.io/gorm"
	"gorm.io/gorm/logger"
)

// DB holds the pool; it is safe for concurrent use.
type DB struct {
	pool       *pgxpool.Pool
	gorm       *gorm.DB
	statements *atomic.Int64
}

// Options tune the pool; the zero value is right for one server process.
type Options struct {
	// MaxConns is the size of the pool; 0 means 16.
	MaxConns int32
}

// Open connects to Postgres and checks that it answers.
func Open(ctx context.Context, url string, options Options) (*DB, error) {
	config, err := pgxpool.ParseConfig(url)
	if err != nil {
		return nil, fmt.Errorf("read the database address: %w", err)
	}
	config.MaxConns = options.MaxConns
	if config.MaxConns == 0 {
		config.MaxConns = 16
	}
	config.ConnConfig.RuntimeParams["timezone"] = "UTC"
	config.ConnConfig.RuntimeParams["application_name"] = "wellspring"
	counter := &statementCounter{}
	config.ConnConfig.Tracer = counter
	config.AfterConnect = readTimesInUTC
	pool, err := pgxpool.NewWithConfig(ctx, config)
	if err != nil {
		return nil, fmt.Errorf("open the database pool: %w", err)
	}
	if err := pool.Ping(ctx); err != nil {
		pool.Close()
		return nil, fmt.Errorf("reach the database: %w", err)
	}
	handle, err := gorm.Open(postgres.New(postgres.Config{Conn: stdlib.OpenDBFromPool(pool)}), &gorm.Config{
		Logger:                 logger.Discard,
		SkipDefaultTransaction: true,
		DisableAutomaticPing:   true,
	})
	if err != nil {
		pool.Close()
		return nil, fmt.Errorf("open gorm: %w", err)
	}
	return &DB{pool: pool, gorm: handle, statements: &counter.total}, nil
}

// readTimesInUTC keeps the machine's time zone out of what the program reads; pgx would give local times.
func readTimesInUTC(_ context.Context, conn *pgx.Conn) error {
	conn.TypeMap().RegisterType(&pgtype.Type{
		Name: "timestamptz", OID: pgtype.TimestamptzOID, Codec: &pgtype.TimestamptzCodec{ScanLocation: time.UTC},
	})
	return nil
}

// Close ends every connection.
func (d *DB) Close() { d.pool.Close() }

// Pool is the pgx pool, for the job library and for listening.
func (d *DB) Pool() *pgxpool.Pool { return d.pool }

// Statements is the number of statements sent since the start.
func (d *DB) Statements() int64 { return d.statements.Load() }

// Gorm gives the GORM handle of the context's transaction, or of the pool.
func (d *DB) Gorm(ctx context.Context) *gorm.DB {
	if tx, ok := current(ctx); ok {
		return tx.gorm.WithContext(ctx)
	}
	return d.gorm.WithContext(ctx)
}

// Querier is what a pgx transaction and a pgx pool have in common.
type Querier interface {
	Exec(ctx context.Context, sql string, args ...any) (pgconn.CommandTag, error)
	Query(ctx context.Context, sql string, args ...any) (pgx.Rows, error)
	QueryRow(ctx context.Context, sql string, args ...any) pgx.Row
	SendBatch(ctx context.Context, b *pgx.Batch) pgx.BatchResults
	CopyFrom(ctx context.Context, table pgx.Identifier, columns []string, rows pgx.CopyFromSource) (int64, error)
}

// Pgx gives the pgx side of the context's transaction, or the pool.
func (d *DB) Pgx(ctx context.Context) Querier {
	if tx, ok := current(ctx); ok {
		return inOrder{tx}
	}
	return d.pool
}
