package bounties

import (
	"context"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/bus"
	"wellspring/pkg/platform/clock"
	"wellspring/pkg/platform/db"
	"wellspring/pkg/platform/signal"
)

// Dependencies are what the service works with.
type Dependencies struct {
	DB      *db.DB
	Bus     *bus.Bus
	Clock   clock.Clock
	Signals *signal.Hub
	Posts   *posts.Service
}

// Service has the use cases of bounties.
type Service struct {
	Dependencies
	store store
}

// New makes the service.
func New(d Dependencies) *Service { return &Service{Dependencies: d, store: store{d.DB}} }

// changed tells the caches of the question's page, and those of lists, which show and count what has a bounty.
func (s *Service) changed(ctx context.Context, question id.Post) {
	s.Posts.Changed(ctx, question)
	s.Signals.Send(ctx, posts.Listed, int64(question))
}
