package answers

import (
	"context"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/event"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
)

const minBody = 1

// Answer is what someone answers. ConfirmSecond says that they mean to give one more answer beside their own.
type Answer struct {
	Body          string
	ConfirmSecond bool
}

// Validate tells everything that is wrong with the input.
func (a Answer) Validate() error {
	var v fault.Validation
	posts.CheckBody(&v, a.Body, minBody)
	return v.Err()
}

// Post writes an answer and gives its id. A second one by the same person is refused until it is confirmed.
func (s *Service) Post(ctx context.Context, actor authz.Actor, question id.Post, answer Answer) (id.Post, error) {
	if err := answer.Validate(); err != nil {
		return 0, err
	}
	var posted id.Post
	err := s.db.InTx(ctx, func(ctx context.Context) error {
		asked, err := s.posts.LockQuestion(ctx, actor, question)
		if err != nil {
			return err
		}
		if err := CanAnswer(actor, posts.Thread{Question: asked, Post: asked}.State()); err != nil {
			return err
		}
		if err := s.refuseSecond(ctx, actor, question, answer.ConfirmSecond); err != nil {
			return err
		}
		posted, err = s.posts.Create(ctx, actor, posts.Draft{
			Kind: posts.Answer, Question: question, Space: asked.SpaceID, Text: posts.Text{Body: answer.Body},
		})
		if err != nil {
			return err
		}
		return s.bus.Publish(ctx, event.AnswerPosted{Answer: posted, Question: question, Author: actor.User})
	})
	return posted, err
}

// refuseSecond is safe against two answers at once because the question is locked.
func (s *Service) refuseSecond(ctx context.Context, actor authz.Actor, question id.Post, confirmed bool) error {
	if confirmed {
		return nil
	}
	answered, err := s.store.hasAnswered(ctx, question, actor.User)
	if err == nil && answered {
		return fault.Conflict("second-answer", "You have answered this question already. Improve that answer, or confirm that you want to give a second one.")
	}
	return err
}
