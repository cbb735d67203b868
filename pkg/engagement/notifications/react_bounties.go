package notifications

import (
	"context"
	"time"

	"wellspring/pkg/kernel/event"
	"wellspring/pkg/kernel/id"
)

// OnBountyOffered tells the asker, and the followers of the question, among whom are all who answered it.
func (s *Service) OnBountyOffered(ctx context.Context, at time.Time, e event.BountyOffered) error {
	asker, err := s.store.author(ctx, e.Question)
	if err != nil {
		return err
	}
	return s.deliver(ctx, news{
		kind: BountyOffered, question: e.Question, post: e.Question, by: e.Offerer, at: at, to: []id.User{asker},
		follows: followed{question: e.Question},
	})
}

// OnBountyEnding tells the offerer.
func (s *Service) OnBountyEnding(ctx context.Context, at time.Time, e event.BountyEnding) error {
	return s.deliver(ctx, news{kind: BountyEnding, question: e.Question, post: e.Question, at: at, to: []id.User{e.Offerer}})
}

// OnBountyAwarded tells the answerer, and the offerer where the rules chose for them.
func (s *Service) OnBountyAwarded(ctx context.Context, at time.Time, e event.BountyAwarded) error {
	told := news{kind: BountyAwarded, question: e.Question, post: e.Answer, by: e.Offerer, at: at, to: []id.User{e.Answerer}}
	if e.ByRules {
		told.by, told.to = 0, append(told.to, e.Offerer)
	}
	return s.deliver(ctx, told)
}

// OnBountyReturned tells the offerer.
func (s *Service) OnBountyReturned(ctx context.Context, at time.Time, e event.BountyReturned) error {
	return s.deliver(ctx, news{kind: BountyReturned, question: e.Question, post: e.Question, at: at, to: []id.User{e.Offerer}})
}
