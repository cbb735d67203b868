package suggestions

import (
	"context"
	"time"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/id"
)

// Imported is a suggestion that did not become a revision: it waits, or was rejected.
type Imported struct {
	Post      id.Post
	Author    id.User
	At        time.Time
	Summary   string
	Text      posts.Text
	State     State
	DecidedBy id.User
	DecidedAt *time.Time
	Reason    Reason
	Note      string
}

// Import writes suggestions; nothing is published.
func (s *Service) Import(ctx context.Context, suggestions []Imported) error {
	return s.DB.InTx(ctx, func(ctx context.Context) error {
		for i := range suggestions {
			if err := s.store.importOne(ctx, &suggestions[i]); err != nil {
				return err
			}
		}
		return nil
	})
}

// FromRevisions has the imported revisions of posts that somebody had suggested appear as accepted suggestions, in place
// of those that an import before had given.
func (s *Service) FromRevisions(ctx context.Context, posts []id.Post) error {
	return s.DB.InTx(ctx, func(ctx context.Context) error { return s.store.fromRevisions(ctx, posts) })
}
