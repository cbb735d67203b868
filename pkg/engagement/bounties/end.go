package bounties

import (
	"context"
	"errors"
	"fmt"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/event"
	"wellspring/pkg/kernel/id"
)

// batch is how many bounties one run of the schedule looks at together.
const batch = 100

// End settles every bounty whose time is over: it goes to the answer that the rules name, or back. Any number of
// processes may do it at once. One that fails does not hold up the others, and is tried again with the next run.
func (s *Service) End(ctx context.Context) error {
	var failed []error
	for last := id.Bounty(0); ; {
		due, err := s.store.due(ctx, s.Clock.Now().Add(-Grace), last, batch)
		if err != nil || len(due) == 0 {
			return errors.Join(append(failed, err)...)
		}
		for _, b := range due {
			if err := s.settle(ctx, b); err != nil {
				failed = append(failed, fmt.Errorf("end bounty %d: %w", b.ID, err))
			}
		}
		last = due[len(due)-1].ID
	}
}

func (s *Service) settle(ctx context.Context, due row) error {
	return s.DB.InTx(ctx, func(ctx context.Context) error {
		if err := s.store.lockQuestion(ctx, due.QuestionID); err != nil {
			return err
		}
		b, err := s.store.running(ctx, due.QuestionID)
		if err != nil || b.ID != due.ID {
			return err // it ended while its question was waited for
		}
		best, err := s.store.best(ctx, b)
		if err != nil {
			return err
		}
		if best.Answer == 0 {
			return s.giveBack(ctx, b)
		}
		return s.award(ctx, b, best, true)
	})
}

// giveBack returns a running bounty of a locked question.
func (s *Service) giveBack(ctx context.Context, b row) error {
	if err := s.store.giveBack(ctx, b, s.Clock.Now()); err != nil {
		return err
	}
	s.changed(ctx, b.QuestionID)
	return s.Bus.Publish(ctx, event.BountyReturned{Bounty: b.ID, Question: b.QuestionID, Offerer: b.OffererID, Amount: b.Amount})
}

// Remind tells those whose bounty ends within a day, once.
func (s *Service) Remind(ctx context.Context) error {
	return s.DB.InTx(ctx, func(ctx context.Context) error {
		now := s.Clock.Now()
		ending, err := s.store.remind(ctx, now, now.Add(day))
		if err != nil {
			return err
		}
		for _, b := range ending {
			err := s.Bus.Publish(ctx, event.BountyEnding{Bounty: b.ID, Question: b.QuestionID, Offerer: b.OffererID, Amount: b.Amount})
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// OnQuestionClosed returns the question's bounty.
func (s *Service) OnQuestionClosed(ctx context.Context, e event.QuestionClosed) error {
	return s.returnRunning(ctx, e.Question)
}

// OnPostMarked returns the bounty of a question that is locked.
func (s *Service) OnPostMarked(ctx context.Context, e event.PostMarked) error {
	if e.Mark != string(posts.Locked) || !e.On {
		return nil
	}
	return s.returnRunning(ctx, e.Question)
}

// OnPostDeleted returns the bounty of a question; an answer that is deleted is only one less to award it to.
func (s *Service) OnPostDeleted(ctx context.Context, e event.PostDeleted) error {
	if e.Kind != string(posts.Question) {
		return nil
	}
	return s.returnRunning(ctx, e.Post)
}

// OnQuestionsMerged returns the bounty of the question that goes, and has those that ended go with its answers.
func (s *Service) OnQuestionsMerged(ctx context.Context, e event.QuestionsMerged) error {
	if err := s.returnRunning(ctx, e.From); err != nil {
		return err
	}
	return s.store.move(ctx, e.From, e.Into)
}

// returnRunning is for whoever has locked the question.
func (s *Service) returnRunning(ctx context.Context, question id.Post) error {
	b, err := s.store.running(ctx, question)
	if err != nil || b.ID == 0 {
		return err
	}
	return s.giveBack(ctx, b)
}
