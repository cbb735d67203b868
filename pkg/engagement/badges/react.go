package badges

import (
	"context"
	"time"

	"wellspring/pkg/kernel/event"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/bus"
)

// OnQuestionAsked looks at the asker.
func (s *Service) OnQuestionAsked(ctx context.Context, _ time.Time, e event.QuestionAsked) error {
	return s.store.check(ctx, e, e.Author)
}

// OnAnswerPosted looks at the answerer, and at the asker whose question has one more answer.
func (s *Service) OnAnswerPosted(ctx context.Context, _ time.Time, e event.AnswerPosted) error {
	if err := s.store.check(ctx, e, e.Author); err != nil {
		return err
	}
	return s.store.checkFound(ctx, e, `SELECT author_id FROM posts WHERE id = ?`, e.Question)
}

// OnPostEdited looks at the editor.
func (s *Service) OnPostEdited(ctx context.Context, _ time.Time, e event.PostEdited) error {
	return s.store.check(ctx, e, e.Editor)
}

// OnPostDeleted looks at who deleted it.
func (s *Service) OnPostDeleted(ctx context.Context, _ time.Time, e event.PostDeleted) error {
	return s.store.check(ctx, e, e.By)
}

// OnVotesCast looks at the authors and at the voters.
func (s *Service) OnVotesCast(ctx context.Context, votes []bus.Heard[event.VoteCast]) error {
	var people []id.User
	for _, vote := range votes {
		people = append(people, vote.Event.Author, vote.Event.Voter)
	}
	return s.store.check(ctx, event.VoteCast{}, people...)
}

// OnAnswerAccepted looks at the answerer and at the asker.
func (s *Service) OnAnswerAccepted(ctx context.Context, _ time.Time, e event.AnswerAccepted) error {
	return s.store.check(ctx, e, e.Answerer, e.Asker)
}

// OnCommentPosted looks at the commenter.
func (s *Service) OnCommentPosted(ctx context.Context, _ time.Time, e event.CommentPosted) error {
	return s.store.check(ctx, e, e.Commenter)
}

// OnCommentChanged looks at who wrote the comment, which may have been voted for.
func (s *Service) OnCommentChanged(ctx context.Context, _ time.Time, e event.CommentChanged) error {
	return s.store.checkFound(ctx, e, `SELECT author_id FROM comments WHERE id = ?`, e.Comment)
}

// OnProfileEdited looks at the person.
func (s *Service) OnProfileEdited(ctx context.Context, _ time.Time, e event.ProfileEdited) error {
	return s.store.check(ctx, e, e.User)
}

// OnTagEdited looks at whoever described the tag.
func (s *Service) OnTagEdited(ctx context.Context, _ time.Time, e event.TagEdited) error {
	return s.store.checkFound(ctx, e, `SELECT author_id FROM tag_revisions WHERE tag_id = ?`, e.Tag)
}

// actors are all whose votes closed or reopened a question.
const actors = `SELECT unnest(with_ids || by_id) FROM post_acts WHERE post_id = ?`

// OnQuestionClosed looks at those who closed it.
func (s *Service) OnQuestionClosed(ctx context.Context, _ time.Time, e event.QuestionClosed) error {
	return s.store.checkFound(ctx, e, actors, e.Post)
}

// OnQuestionReopened looks at those who reopened it, and at those who improved it before.
func (s *Service) OnQuestionReopened(ctx context.Context, _ time.Time, e event.QuestionReopened) error {
	if err := s.store.checkFound(ctx, e, actors, e.Post); err != nil {
		return err
	}
	return s.store.checkFound(ctx, e, `SELECT author_id FROM revisions WHERE post_id = ?`, e.Post)
}

// touched are people by the events that touched them.
type touched map[string][]id.User

// by gives the people that any of the events touched.
func (t touched) by(events []string) []id.User {
	var people []id.User
	for _, name := range events {
		people = append(people, t[name]...)
	}
	return people
}
