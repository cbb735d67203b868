package notifications

import (
	"context"
	"time"

	"wellspring/pkg/kernel/event"
	"wellspring/pkg/kernel/id"
)

// OnCommentBecameAnswer tells its author, and of a new answer whoever hears of one.
func (s *Service) OnCommentBecameAnswer(ctx context.Context, at time.Time, e event.CommentBecameAnswer) error {
	if !e.Again {
		posted := event.AnswerPosted{Answer: e.Post, Question: e.Question, Author: e.Author}
		if err := s.OnAnswerPosted(ctx, at, posted); err != nil {
			return err
		}
	}
	return s.deliver(ctx, news{kind: FromComment, question: e.Question, post: e.Post, by: e.By, at: at, to: []id.User{e.Author}})
}

// OnAnswerBecameComment tells its author; whoever was told of the answer sees it among the comments.
func (s *Service) OnAnswerBecameComment(ctx context.Context, at time.Time, e event.AnswerBecameComment) error {
	return s.deliver(ctx, news{
		kind: ToComment, question: e.Question, post: e.Post, comment: e.Comment, by: e.By, at: at, to: []id.User{e.Commenter},
	})
}
