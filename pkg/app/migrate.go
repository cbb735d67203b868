package app

import (
	"context"
	"fmt"

	"wellspring/pkg/engagement/badges"
	"wellspring/pkg/platform/db"
	"wellspring/pkg/platform/jobs"
)

// migrateLock keeps two processes from migrating at once.
const migrateLock = 7_310_002

// Migrate brings the product's schema, its badges and the schema of its job library to this program's version, and tells
// how many migrations of the product ran.
func Migrate(ctx context.Context, databaseURL string) (ran int, err error) {
	database, err := db.Open(ctx, databaseURL, db.Options{MaxConns: 4})
	if err != nil {
		return 0, err
	}
	defer database.Close()
	conn, err := database.Pool().Acquire(ctx)
	if err != nil {
		return 0, fmt.Errorf("take a connection to migrate: %w", err)
	}
	defer conn.Release()
	if _, err := conn.Exec(ctx, `SELECT pg_advisory_lock($1)`, migrateLock); err != nil {
		return 0, fmt.Errorf("wait for another migration: %w", err)
	}
	defer func() { _, _ = conn.Exec(context.WithoutCancel(ctx), `SELECT pg_advisory_unlock($1)`, migrateLock) }()
	if ran, err = database.Migrate(ctx); err != nil {
		return ran, err
	}
	if err := badges.Declare(ctx, database); err != nil {
		return ran, err
	}
	return ran, jobs.Migrate(ctx, database)
}
