package drafts

import (
	"context"

	"wellspring/pkg/kernel/event"
)

// OnQuestionAsked forgets the draft of the question. One with another title stays: somebody may ask through the API
// while they are writing something else.
func (s *Service) OnQuestionAsked(ctx context.Context, e event.QuestionAsked) error {
	return s.store.discardAsked(ctx, e.Author, e.Question)
}

// OnAnswerPosted forgets the draft of the answer.
func (s *Service) OnAnswerPosted(ctx context.Context, e event.AnswerPosted) error {
	return s.store.discard(ctx, e.Author, Place{Kind: Answer, Post: e.Question})
}

// OnCommentPosted forgets the draft of the comment.
func (s *Service) OnCommentPosted(ctx context.Context, e event.CommentPosted) error {
	return s.store.discard(ctx, e.Commenter, Place{Kind: Comment, Post: e.Post})
}

// OnEditSuggested forgets the draft of the edit.
func (s *Service) OnEditSuggested(ctx context.Context, e event.EditSuggested) error {
	return s.store.discard(ctx, e.Suggester, Place{Kind: Edit, Post: e.Post})
}

// OnPostEdited forgets the draft of the edit. One that had been suggested went then; what its author writes now is another.
func (s *Service) OnPostEdited(ctx context.Context, e event.PostEdited) error {
	if e.AcceptedBy != 0 {
		return nil
	}
	return s.store.discard(ctx, e.Editor, Place{Kind: Edit, Post: e.Post})
}
