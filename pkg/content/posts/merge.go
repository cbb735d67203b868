package posts

import (
	"context"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/event"
	"wellspring/pkg/kernel/id"
)

// ActMerged says that a question was merged into another, which is the act's original.
const ActMerged ActKind = "merged"

// Merge moves the answers of a locked question to another locked one, where the first leads from now on, takes the first
// away from readers, and publishes that. Its accepted answer is not the other asker's choice, so that is taken back.
func (s *Service) Merge(ctx context.Context, actor authz.Actor, from, into Post, note string) error {
	if err := s.unaccept(ctx, actor, from); err != nil {
		return err
	}
	if err := s.store.merge(ctx, from.ID, into.ID, actor.User, s.clock.Now()); err != nil {
		return err
	}
	if err := s.record(ctx, actor, from.ID, act{Kind: ActMerged, Note: note, Original: into.ID}); err != nil {
		return err
	}
	if err := s.record(ctx, actor, into.ID, act{Kind: ActMerged, Note: note, Original: from.ID}); err != nil {
		return err
	}
	// Whoever keeps something by question moves it in this transaction, before it is counted.
	if err := s.bus.Publish(ctx, event.QuestionsMerged{From: from.ID, Into: into.ID, By: actor.User}); err != nil {
		return err
	}
	both := []id.Post{from.ID, into.ID}
	if _, err := s.store.recountSome(ctx, both); err != nil {
		return err
	}
	if err := s.store.deriveActivity(ctx, both); err != nil {
		return err
	}
	for _, question := range []Post{from, into} {
		s.listChanged(ctx, question.ID)
		if err := s.relatedChanged(ctx, question); err != nil {
			return err
		}
	}
	return s.bus.Publish(ctx, event.PostDeleted{PostRef: Thread{from, from}.Ref(), By: actor.User})
}

func (s *Service) unaccept(ctx context.Context, actor authz.Actor, question Post) error {
	if question.AcceptedAnswer == 0 {
		return nil
	}
	accepted, err := s.store.find(ctx, question.AcceptedAnswer)
	if err != nil {
		return err
	}
	if err := s.store.accept(ctx, question.ID, 0, s.clock.Now()); err != nil {
		return err
	}
	return s.bus.Publish(ctx, event.AnswerUnaccepted{
		Answer: question.AcceptedAnswer, Question: question.ID, Answerer: accepted.Post.AuthorID, Asker: question.AuthorID, By: actor.User,
	})
}
