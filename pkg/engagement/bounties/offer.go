package bounties

import (
	"context"
	"strings"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/event"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
)

// Offer is what somebody gives of their reputation, and what they hope for.
type Offer struct {
	Amount int
	Note   string
}

// Validate tells everything that is wrong with the input.
func (o *Offer) Validate() error {
	var v fault.Validation
	o.Note = strings.TrimSpace(o.Note)
	v.Check(o.Amount >= Least && o.Amount <= Most && o.Amount%Step == 0, "amount", "bad-amount",
		"Offer %d to %d reputation, in steps of %d.", Least, Most, Step)
	posts.CheckNote(&v, "note", o.Note)
	return v.Err()
}

// Offer puts a bounty on a question, which the actor pays at once.
func (s *Service) Offer(ctx context.Context, actor authz.Actor, question id.Post, offer Offer) error {
	if err := offer.Validate(); err != nil {
		return err
	}
	return s.DB.InTx(ctx, func(ctx context.Context) error {
		asked, err := s.Posts.LockQuestion(ctx, actor, question)
		if err != nil {
			return err
		}
		running, err := s.store.running(ctx, question)
		if err != nil {
			return err
		}
		// Locked, so that bounties on two questions at once do not spend the same reputation.
		if actor.Reputation, err = s.store.lockReputation(ctx, actor.User); err != nil {
			return err
		}
		now := s.Clock.Now()
		err = CanOffer(actor, posts.Thread{Question: asked, Post: asked}.State(), asked.CreatedAt, running.facts(), now)
		if err != nil {
			return err
		}
		if err := affordable(actor, offer); err != nil {
			return err
		}
		bounty, err := s.store.insert(ctx, actor.User, question, offer, now)
		if err != nil {
			return err
		}
		s.changed(ctx, question)
		return s.Bus.Publish(ctx, event.BountyOffered{Bounty: bounty, Question: question, Offerer: actor.User, Amount: offer.Amount})
	})
}

func affordable(actor authz.Actor, offer Offer) error {
	var v fault.Validation
	most := (actor.Reputation - Keep) / Step * Step
	v.Check(offer.Amount <= most, "amount", "too-much", "You have %d reputation, of which %d has to stay. Offer at most %d.",
		actor.Reputation, Keep, most)
	return v.Err()
}
