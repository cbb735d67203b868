package answers

import (
	"context"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/event"
	"wellspring/pkg/kernel/id"
)

// Accept marks an answer as the one that solved the question, in place of the one accepted before. To accept it
// again changes nothing. It gives the question.
func (s *Service) Accept(ctx context.Context, actor authz.Actor, answer id.Post) (question id.Post, err error) {
	err = s.db.InTx(ctx, func(ctx context.Context) error {
		thread, err := s.posts.LockAnswer(ctx, actor, answer)
		if err != nil {
			return err
		}
		if err := CanAccept(actor, thread.State()); err != nil {
			return err
		}
		question = thread.Question.ID
		if thread.Question.AcceptedAnswer == answer {
			return nil
		}
		if err := s.publishUnaccepted(ctx, actor, thread.Question); err != nil {
			return err
		}
		if err := s.posts.Accept(ctx, actor, question, answer); err != nil {
			return err
		}
		return s.bus.Publish(ctx, event.AnswerAccepted{
			Answer: answer, Question: question, Answerer: thread.Post.AuthorID, Asker: thread.Question.AuthorID, By: actor.User,
		})
	})
	return question, err
}

// Unaccept takes the mark away again and gives the question and the answer that is accepted afterwards: none, or
// another one when this answer was not the accepted one.
func (s *Service) Unaccept(ctx context.Context, actor authz.Actor, answer id.Post) (question, accepted id.Post, err error) {
	err = s.db.InTx(ctx, func(ctx context.Context) error {
		thread, err := s.posts.LockAnswer(ctx, actor, answer)
		if err != nil {
			return err
		}
		if err := CanAccept(actor, thread.State()); err != nil {
			return err
		}
		question, accepted = thread.Question.ID, thread.Question.AcceptedAnswer
		if accepted != answer {
			return nil
		}
		accepted = 0
		return s.unaccept(ctx, actor, thread.Question)
	})
	return question, accepted, err
}

func (s *Service) unaccept(ctx context.Context, actor authz.Actor, question posts.Post) error {
	if err := s.publishUnaccepted(ctx, actor, question); err != nil {
		return err
	}
	return s.posts.Accept(ctx, actor, question.ID, 0)
}

func (s *Service) publishUnaccepted(ctx context.Context, actor authz.Actor, question posts.Post) error {
	if question.AcceptedAnswer == 0 {
		return nil
	}
	answerer, err := s.store.author(ctx, question.AcceptedAnswer)
	if err != nil {
		return err
	}
	return s.bus.Publish(ctx, event.AnswerUnaccepted{
		Answer: question.AcceptedAnswer, Question: question.ID, Answerer: answerer, Asker: question.AuthorID, By: actor.User,
	})
}
