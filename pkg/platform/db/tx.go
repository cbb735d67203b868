package db

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/stdlib"
	"gorm.io/gorm"
)

const (
	maxAttempts     = 4
	rollbackTimeout = 5 * time.Second
	// SQLSTATEs after which the same transaction may be tried again.
	serializationFailure = "40001"
	deadlockDetected     = "40P01"
)

type txKey struct{}

type transaction struct {
	conn *pgx.Conn
	gorm *gorm.DB
	// begun says that the beginning was sent, which goes with the first statement.
	begun       bool
	queued      *pgx.Batch
	afterCommit []func()
	// lost says that database/sql has given the connection up, and is closing it.
	lost bool
}

func current(ctx context.Context) (*transaction, bool) {
	tx, ok := ctx.Value(txKey{}).(*transaction)
	return tx, ok
}

// InTransaction tells whether the context carries a transaction.
func InTransaction(ctx context.Context) bool {
	_, ok := current(ctx)
	return ok
}

// AfterCommit runs fn once the context's transaction has committed, or at once where there is none.
// fn must not fail and must not use the context's transaction.
func AfterCommit(ctx context.Context, fn func()) {
	tx, ok := current(ctx)
	if !ok {
		fn()
		return
	}
	tx.afterCommit = append(tx.afterCommit, fn)
}

// InTx runs fn in one transaction, or joins the one the context already carries. It commits when fn gives nil
// and rolls back otherwise. After a deadlock or serialization failure the outermost call runs fn again, so fn
// must keep no state of its own from an earlier try.
func (d *DB) InTx(ctx context.Context, fn func(context.Context) error) error {
	if InTransaction(ctx) {
		return fn(ctx)
	}
	for attempt := 1; ; attempt++ {
		err := d.once(ctx, fn)
		if attempt == maxAttempts || !retryable(err) {
			return err
		}
	}
}

func retryable(err error) bool {
	var pg *pgconn.PgError
	return errors.As(err, &pg) && (pg.Code == serializationFailure || pg.Code == deadlockDetected)
}

func (d *DB) once(ctx context.Context, fn func(context.Context) error) (err error) {
	pool, err := d.gorm.DB()
	if err != nil {
		return fmt.Errorf("find the pool: %w", err)
	}
	pinned, err := pool.Conn(ctx)
	if err != nil {
		return fmt.Errorf("take a connection: %w", err)
	}
	defer func() { err = errors.Join(err, ignoreClosed(pinned.Close())) }()
	conn, err := raw(pinned)
	if err != nil {
		return err
	}
	// Without a context of its own a session shares its statement with the handle it comes from, whose pool this would replace.
	handle := d.gorm.Session(&gorm.Session{NewDB: true, Context: ctx})
	state := &transaction{conn: conn, gorm: handle, queued: &pgx.Batch{}}
	handle.Statement.ConnPool = pinnedPool{pinned, state}
	committed := false
	defer func() {
		if !committed && !state.lost {
			state.rollback(ctx)
		}
	}()
	if err := fn(context.WithValue(ctx, txKey{}, state)); err != nil {
		return err
	}
	if err := state.commit(ctx); err != nil {
		return fmt.Errorf("commit: %w", err)
	}
	committed = true
	for _, done := range state.afterCommit {
		done()
	}
	return nil
}

// raw gives the pgx side of a connection that is held until the transaction ends.
func raw(pinned *sql.Conn) (*pgx.Conn, error) {
	var found *pgx.Conn
	err := pinned.Raw(func(driver any) error {
		conn, ok := driver.(*stdlib.Conn)
		if !ok {
			return fmt.Errorf("unexpected database driver %T", driver)
		}
		found = conn.Conn()
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("find the connection: %w", err)
	}
	return found, nil
}

// rollback must work after the request's context was cancelled; where it cannot, the connection is closed, and Postgres
// rolls back by itself.
func (t *transaction) rollback(ctx context.Context) {
	if !t.begun {
		return
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), rollbackTimeout)
	defer cancel()
	if _, err := t.conn.Exec(ctx, "rollback"); err != nil {
		_ = t.conn.Close(ctx)
	}
}

func ignoreClosed(err error) error {
	if errors.Is(err, sql.ErrConnDone) {
		return nil
	}
	return err
}

// pinnedPool shows GORM a connection that is already inside a transaction, and hides that it could begin another.
//
// A statement whose context has ended before it was sent makes the driver call the connection bad, upon which database/sql
// closes it from another goroutine. Nothing may touch it then, not even to roll back, which Postgres does by itself.
type pinnedPool struct {
	conn  *sql.Conn
	state *transaction
}

func (p pinnedPool) usable(ctx context.Context) error {
	if p.state.lost {
		return sql.ErrConnDone
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	return p.state.flush(ctx)
}

// watch gives the reason why the context ended in place of a bad connection.
func (p pinnedPool) watch(ctx context.Context, err error) error {
	if !errors.Is(err, driver.ErrBadConn) {
		return err
	}
	p.state.lost = true
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return err
}

func (p pinnedPool) PrepareContext(ctx context.Context, query string) (*sql.Stmt, error) {
	if err := p.usable(ctx); err != nil {
		return nil, err
	}
	statement, err := p.conn.PrepareContext(ctx, query)
	return statement, p.watch(ctx, err)
}

func (p pinnedPool) ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error) {
	if err := p.usable(ctx); err != nil {
		return nil, err
	}
	result, err := p.conn.ExecContext(ctx, query, args...)
	return result, p.watch(ctx, err)
}

func (p pinnedPool) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	if err := p.usable(ctx); err != nil {
		return nil, err
	}
	rows, err := p.conn.QueryContext(ctx, query, args...)
	return rows, p.watch(ctx, err)
}

// QueryRowContext cannot give an error, so a row of a context that has ended is looked at before it is handed on. Where a
// queued statement fails, the row's error is that of a transaction that is broken.
func (p pinnedPool) QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row {
	_ = p.usable(ctx)
	row := p.conn.QueryRowContext(ctx, query, args...)
	_ = p.watch(ctx, row.Err())
	return row
}
