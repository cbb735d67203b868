package follows

import (
	"context"

	"wellspring/pkg/kernel/event"
	"wellspring/pkg/kernel/id"
)

// OnQuestionAsked has the asker follow the question.
func (s *Service) OnQuestionAsked(ctx context.Context, e event.QuestionAsked) error {
	return s.take(ctx, e.Author, e.Question)
}

// OnAnswerPosted has the answerer follow the question.
func (s *Service) OnAnswerPosted(ctx context.Context, e event.AnswerPosted) error {
	return s.take(ctx, e.Author, e.Question)
}

// OnCommentBecameAnswer has the answerer follow the question.
func (s *Service) OnCommentBecameAnswer(ctx context.Context, e event.CommentBecameAnswer) error {
	return s.take(ctx, e.Author, e.Question)
}

// take goes with the publisher's own writes; its page is dropped by the publisher.
func (s *Service) take(ctx context.Context, user id.User, question id.Post) error {
	if user == 0 {
		return nil
	}
	return s.store.take(ctx, user, question, s.clock.Now())
}

// OnQuestionsMerged has whoever followed a question follow the one that has its answers now.
func (s *Service) OnQuestionsMerged(ctx context.Context, e event.QuestionsMerged) error {
	return s.store.move(ctx, e.From, e.Into)
}

// FollowOwn has everybody follow what they have asked and answered, for posts that came by an import.
func (s *Service) FollowOwn(ctx context.Context) error {
	return s.db.InTx(ctx, s.store.followOwn)
}
