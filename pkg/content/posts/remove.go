package posts

import (
	"context"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/event"
	"wellspring/pkg/kernel/id"
)

// Delete takes a locked post away from readers, keeps why, and publishes that. With a question go its answers, which are neither
// marked nor published on their own: whoever reacts to a question's deletion reaches them through the question.
func (s *Service) Delete(ctx context.Context, actor authz.Actor, thread Thread, note string) error {
	if err := s.store.setDeleted(ctx, thread.Post.ID, actor.User, s.clock.Now()); err != nil {
		return err
	}
	if err := s.record(ctx, actor, thread.Post.ID, act{Kind: ActDeleted, Note: note}); err != nil {
		return err
	}
	if err := s.follow(ctx, thread, -1); err != nil {
		return err
	}
	return s.bus.Publish(ctx, event.PostDeleted{PostRef: thread.Ref(), By: actor.User})
}

// Undelete brings a locked post back and publishes that. With a question come the answers that went with it, but not
// those that were deleted on their own.
func (s *Service) Undelete(ctx context.Context, actor authz.Actor, thread Thread, note string) error {
	if err := s.store.clearDeleted(ctx, thread.Post.ID); err != nil {
		return err
	}
	if err := s.record(ctx, actor, thread.Post.ID, act{Kind: ActUndeleted, Note: note}); err != nil {
		return err
	}
	if err := s.follow(ctx, thread, 1); err != nil {
		return err
	}
	return s.bus.Publish(ctx, event.PostUndeleted{PostRef: thread.Ref(), By: actor.User})
}

// follow brings the question's counters and caches up to date.
func (s *Service) follow(ctx context.Context, thread Thread, by int) error {
	s.listChanged(ctx, thread.Question.ID)
	if thread.Post.Kind == Question {
		return s.relatedChanged(ctx, thread.Post)
	}
	if err := s.store.countAnswer(ctx, thread.Question.ID, by); err != nil {
		return err
	}
	return s.store.deriveActivity(ctx, []id.Post{thread.Question.ID})
}
