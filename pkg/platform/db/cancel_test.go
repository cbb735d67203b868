package db_test

import (
	"context"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestAContextThatEndsBetweenTwoStatementsRollsBackAndLosesNoConnection(t *testing.T) {
	t.Parallel()
	database := open(t)
	table(t, database, "cancelled")
	var working sync.WaitGroup
	for range 8 {
		working.Go(func() {
			for range 50 {
				ctx, cancel := context.WithCancel(context.Background())
				err := database.InTx(ctx, func(ctx context.Context) error {
					if err := database.Gorm(ctx).Exec(`INSERT INTO cancelled VALUES (1)`).Error; err != nil {
						return err
					}
					go cancel() // before, while or after the next statement is sent
					var one int
					if err := database.Gorm(ctx).Raw(`SELECT 1`).Scan(&one).Error; err != nil {
						return err
					}
					cancel()
					return database.Gorm(ctx).Exec(`INSERT INTO cancelled VALUES (2)`).Error
				})
				if err == nil {
					t.Error("a transaction committed after its context had ended")
				}
			}
		})
	}
	working.Wait()
	require.Zero(t, count(t, database, "cancelled"))
	require.NoError(t, database.InTx(context.Background(), func(ctx context.Context) error {
		return database.Gorm(ctx).Exec(`INSERT INTO cancelled VALUES (3)`).Error
	}))
	require.Equal(t, 1, count(t, database, "cancelled"))
}
