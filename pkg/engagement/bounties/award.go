package bounties

import (
	"context"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/event"
	"wellspring/pkg/kernel/id"
)

// Award ends the running bounty of the answer's question and gives the answer all of it, for good. To award it again
// changes nothing. It gives the question.
func (s *Service) Award(ctx context.Context, actor authz.Actor, answer id.Post) (question id.Post, err error) {
	err = s.DB.InTx(ctx, func(ctx context.Context) error {
		thread, err := s.Posts.LockAnswer(ctx, actor, answer)
		if err != nil {
			return err
		}
		question = thread.Question.ID
		running, err := s.store.running(ctx, question)
		if err != nil {
			return err
		}
		if running.ID == 0 {
			repeated, err := s.store.chose(ctx, actor.User, answer)
			if err != nil || repeated {
				return err
			}
		}
		if err := CanAward(actor, thread.State(), running.facts(), s.Clock.Now()); err != nil {
			return err
		}
		return s.award(ctx, running, winner{Answer: answer, Author: thread.Post.AuthorID}, false)
	})
	return question, err
}

// winner is the answer that a bounty goes to.
type winner struct {
	Answer id.Post
	Author id.User
}

// award pays a running bounty of a locked question.
func (s *Service) award(ctx context.Context, b row, to winner, byRules bool) error {
	if err := s.store.award(ctx, b, to.Answer, !byRules, s.Clock.Now()); err != nil {
		return err
	}
	s.changed(ctx, b.QuestionID)
	return s.Bus.Publish(ctx, event.BountyAwarded{
		Bounty: b.ID, Question: b.QuestionID, Offerer: b.OffererID, Answer: to.Answer, Answerer: to.Author, Amount: b.Amount, ByRules: byRules,
	})
}
