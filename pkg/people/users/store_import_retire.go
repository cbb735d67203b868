package users

import (
	"context"
	"fmt"

	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/db"
)

// moveImported leaves everybody alone who could ever sign in.
func (s store) moveImported(ctx context.Context, people []id.User, from, to State) (int, error) {
	result := s.db.Gorm(ctx).Exec(`
		UPDATE users SET state = ?, version = version + 1
		WHERE id = ANY(?::bigint[]) AND state = ? AND email IS NULL AND password_hash IS NULL`, to, db.Array[id.User](people), from)
	if result.Error != nil {
		return 0, fmt.Errorf("make imported people %s: %w", to, result.Error)
	}
	return int(result.RowsAffected), nil
}
