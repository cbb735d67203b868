package votes

import "context"

// cast is a use case, so it may begin a transaction.
func cast(ctx context.Context, s store) error {
	return s.db.InTx(ctx, nil)
}
