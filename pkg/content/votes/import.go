package votes

import (
	"context"
	"time"

	"wellspring/pkg/kernel/id"
)

// ImportedVote is a vote of a known person.
type ImportedVote struct {
	Post  id.Post
	Voter id.User
	Value int
	At    time.Time
}

// Import writes votes of people in bulk, in place of those they cast before; votes on one's own post are left out.
// Nothing is published and no counter moves: an import ends with a recount of posts.
func (s *Service) Import(ctx context.Context, votes []ImportedVote) error {
	return s.store.importVotes(ctx, votes)
}
