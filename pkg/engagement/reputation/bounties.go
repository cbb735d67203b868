package reputation

import (
	"context"

	"wellspring/pkg/kernel/event"
	"wellspring/pkg/kernel/id"
)

// OnBountyOffered takes from the offerer what they offered.
func (l *Ledger) OnBountyOffered(ctx context.Context, e event.BountyOffered) error {
	return l.pay(ctx, offered(e.Question, e.Offerer), -e.Amount)
}

// OnBountyAwarded gives it to the answerer.
func (l *Ledger) OnBountyAwarded(ctx context.Context, e event.BountyAwarded) error {
	return l.pay(ctx, cause{e.Answerer, BountyEarned, e.Answer, e.Offerer}, e.Amount)
}

// OnBountyReturned gives it back to the offerer. A question has one running bounty, so the last entry is that one's.
func (l *Ledger) OnBountyReturned(ctx context.Context, e event.BountyReturned) error {
	return l.settle(ctx, e.Question, []cause{offered(e.Question, e.Offerer)}, nil)
}

func offered(question id.Post, offerer id.User) cause {
	return cause{offerer, BountyOffered, question, offerer}
}

// pay writes an entry of an amount that no rule fixes.
func (l *Ledger) pay(ctx context.Context, c cause, worth int) error {
	return l.write(ctx, []id.User{c.user}, []id.Post{c.post}, []change{grant(c, worth, l.clock.Now())})
}
