package search

import (
	"context"
	"errors"
	"fmt"

	"gorm.io/gorm"
)

// Advisory locks of the cluster: the first is held while the index is written, the second while one is built.
const (
	writeLock   = 7_310_001
	rebuildLock = 7_310_002
)

// errElsewhere says that another process holds the lock.
var errElsewhere = errors.New("another process does this at the moment")

// locked runs do while this process holds a lock of the cluster. Without wait it gives errElsewhere when another one
// holds it. The lock belongs to a connection, so that it goes away with the process.
func (s store) locked(ctx context.Context, lock int, wait bool, do func() error) error {
	//nolint:wrapcheck // it gives what do gave
	return s.db.Gorm(ctx).Connection(func(conn *gorm.DB) (err error) {
		got := true
		if wait {
			err = conn.Exec(`SELECT pg_advisory_lock(?)`, lock).Error
		} else {
			err = conn.Raw(`SELECT pg_try_advisory_lock(?)`, lock).Scan(&got).Error
		}
		if err != nil {
			return fmt.Errorf("lock the search index: %w", err)
		}
		if !got {
			return errElsewhere
		}
		// The connection goes back to the pool, so the lock must be gone by then whatever happens.
		defer func() {
			unlocked := conn.WithContext(context.WithoutCancel(ctx)).Exec(`SELECT pg_advisory_unlock(?)`, lock).Error
			if unlocked != nil {
				err = errors.Join(err, fmt.Errorf("unlock the search index: %w", unlocked))
			}
		}()
		return do()
	})
}
