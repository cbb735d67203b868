package tags

import (
	"context"
	"time"

	"wellspring/pkg/kernel/id"
)

// ImportedRevision is one state of an imported tag's texts.
type ImportedRevision struct {
	Tag         string
	Number      int
	Author      id.User
	CreatedAt   time.Time
	Description string
	Wiki        string
}

// ImportRevisions replaces the whole history of every tag it names, so all revisions of a tag belong into one call.
func (s *Service) ImportRevisions(ctx context.Context, revisions []ImportedRevision) error {
	if len(revisions) == 0 {
		return nil
	}
	return s.db.InTx(ctx, func(ctx context.Context) error { return s.store.importRevisions(ctx, revisions) })
}

// Forget removes tags that the source of an import no longer holds, and tells how many. A tag stays when a question
// or a reader here uses it, or when somebody here has written about it since the time given. Recount first.
func (s *Service) Forget(ctx context.Context, names []string, since time.Time) (int, error) {
	removed := 0
	err := s.db.InTx(ctx, func(ctx context.Context) error {
		var err error
		removed, err = s.store.forget(ctx, Normalise(names), since)
		return err
	})
	return removed, err
}
