package db

import (
	"context"
	"embed"
	"fmt"
	"io/fs"

	"github.com/jackc/pgx/v5/stdlib"
	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"
)

//go:embed migrations/*.sql
var migrations embed.FS

// Migrate brings the schema to the newest version; of several processes one does it and the others wait.
// It returns how many migrations ran.
func (d *DB) Migrate(ctx context.Context) (int, error) {
	provider, closeConn, err := d.migrator()
	if err != nil {
		return 0, err
	}
	defer closeConn()
	done, err := provider.Up(ctx)
	if err != nil {
		return len(done), fmt.Errorf("migrate the database: %w", err)
	}
	return len(done), nil
}

// SchemaVersion tells the version the database has and the newest one this program knows.
func (d *DB) SchemaVersion(ctx context.Context) (have, want int64, err error) {
	provider, closeConn, err := d.migrator()
	if err != nil {
		return 0, 0, err
	}
	defer closeConn()
	have, want, err = provider.GetVersions(ctx)
	if err != nil {
		return 0, 0, fmt.Errorf("read the schema version: %w", err)
	}
	return have, want, nil
}

func (d *DB) migrator() (*goose.Provider, func(), error) {
	files, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return nil, nil, fmt.Errorf("open the migrations: %w", err)
	}
	locker, err := lock.NewPostgresSessionLocker()
	if err != nil {
		return nil, nil, fmt.Errorf("make the migration lock: %w", err)
	}
	conn := stdlib.OpenDBFromPool(d.pool)
	provider, err := goose.NewProvider(goose.DialectPostgres, conn, files, goose.WithSessionLocker(locker))
	if err != nil {
		return nil, nil, fmt.Errorf("read the migrations: %w", err)
	}
	return provider, func() { _ = conn.Close() }, nil
}
