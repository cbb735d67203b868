package search

import (
	"context"

	"wellspring/pkg/kernel/event"
	"wellspring/pkg/platform/db"
)

// OnQuestionAsked notes a new question and its tags.
func (s *Service) OnQuestionAsked(ctx context.Context, e event.QuestionAsked) error {
	if err := s.store.note(ctx, outboxTagged, int64(e.Question)); err != nil {
		return err
	}
	return s.noted(ctx, outboxPost, int64(e.Question))
}

// OnAnswerPosted notes an answer and the question, which counts it.
func (s *Service) OnAnswerPosted(ctx context.Context, e event.AnswerPosted) error {
	return s.noted(ctx, outboxPost, int64(e.Question), int64(e.Answer))
}

// OnCommentBecameAnswer notes an answer and the question, which counts it.
func (s *Service) OnCommentBecameAnswer(ctx context.Context, e event.CommentBecameAnswer) error {
	return s.noted(ctx, outboxPost, int64(e.Question), int64(e.Post))
}

// OnPostEdited notes a post; with a question its answers, which carry its title and tags, and the tags it had and has.
func (s *Service) OnPostEdited(ctx context.Context, e event.PostEdited) error {
	if err := s.store.noteTags(ctx, e.TagsBefore); err != nil {
		return err
	}
	return s.thread(ctx, e.PostRef)
}

// OnPostDeleted notes a post that must no longer be found, with a question its answers too.
func (s *Service) OnPostDeleted(ctx context.Context, e event.PostDeleted) error {
	return s.thread(ctx, e.PostRef)
}

// OnPostUndeleted notes a post that can be found again, with a question its answers too.
func (s *Service) OnPostUndeleted(ctx context.Context, e event.PostUndeleted) error {
	return s.thread(ctx, e.PostRef)
}

// OnQuestionClosed notes a question's new state.
func (s *Service) OnQuestionClosed(ctx context.Context, e event.QuestionClosed) error {
	return s.noted(ctx, outboxPost, int64(e.Post))
}

// OnQuestionReopened notes a question's new state.
func (s *Service) OnQuestionReopened(ctx context.Context, e event.QuestionReopened) error {
	return s.noted(ctx, outboxPost, int64(e.Post))
}

// OnQuestionsMerged notes the question that has more answers now, and these, which carry its title.
func (s *Service) OnQuestionsMerged(ctx context.Context, e event.QuestionsMerged) error {
	return s.thread(ctx, event.PostRef{Post: e.Into, Question: e.Into})
}

// OnVoteCast notes a post's new score.
func (s *Service) OnVoteCast(ctx context.Context, e event.VoteCast) error {
	return s.noted(ctx, outboxPost, int64(e.Post))
}

// OnAnswerAccepted notes the answer and the question that is solved now.
func (s *Service) OnAnswerAccepted(ctx context.Context, e event.AnswerAccepted) error {
	return s.noted(ctx, outboxPost, int64(e.Question), int64(e.Answer))
}

// OnAnswerUnaccepted notes the answer and the question that is solved no more.
func (s *Service) OnAnswerUnaccepted(ctx context.Context, e event.AnswerUnaccepted) error {
	return s.noted(ctx, outboxPost, int64(e.Question), int64(e.Answer))
}

// OnAccountRegistered notes a new person.
func (s *Service) OnAccountRegistered(ctx context.Context, e event.AccountRegistered) error {
	return s.noted(ctx, outboxUser, int64(e.User))
}

// OnProfileEdited notes a person's new profile.
func (s *Service) OnProfileEdited(ctx context.Context, e event.ProfileEdited) error {
	return s.noted(ctx, outboxUser, int64(e.User))
}

// OnTagEdited notes a tag.
func (s *Service) OnTagEdited(ctx context.Context, e event.TagEdited) error {
	return s.noted(ctx, outboxTag, int64(e.Tag))
}

// NoteEverything has the whole index brought up to date, after rows were written without events.
func (s *Service) NoteEverything(ctx context.Context) error {
	err := s.store.noteEverything(ctx)
	db.AfterCommit(ctx, s.wake)
	return err
}

// NoteImported has everything brought up to date that was imported from a site.
func (s *Service) NoteImported(ctx context.Context, site string) error {
	err := s.store.noteImported(ctx, site)
	db.AfterCommit(ctx, s.wake)
	return err
}

func (s *Service) thread(ctx context.Context, post event.PostRef) error {
	if post.Post != post.Question {
		return s.noted(ctx, outboxPost, int64(post.Question), int64(post.Post))
	}
	err := s.store.noteThread(ctx, post.Question)
	db.AfterCommit(ctx, s.wake)
	return err
}

func (s *Service) noted(ctx context.Context, kind string, ids ...int64) error {
	err := s.store.note(ctx, kind, ids...)
	db.AfterCommit(ctx, s.wake)
	return err
}

// wake tells the relay of this process, if it runs here; another process finds the change by its tick.
func (s *Service) wake() {
	select {
	case s.poke <- struct{}{}:
	default:
	}
}
