package answers

import (
	"context"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
)

// Delete takes an answer away from readers; the note says why, for those who still see it. An accepted one, which only
// moderators can delete, is un-accepted first.
func (s *Service) Delete(ctx context.Context, actor authz.Actor, answer id.Post, note string) error {
	if err := posts.ValidateNote(note); err != nil {
		return err
	}
	return s.db.InTx(ctx, func(ctx context.Context) error {
		thread, err := s.posts.LockAnswer(ctx, actor, answer)
		if err != nil {
			return err
		}
		if err := posts.CanDelete(actor, thread.State()); err != nil {
			return err
		}
		if thread.Question.AcceptedAnswer == answer {
			if err := s.unaccept(ctx, actor, thread.Question); err != nil {
				return err
			}
		}
		return s.posts.Delete(ctx, actor, thread, note)
	})
}

// Undelete brings an answer back; it is not accepted again by that.
func (s *Service) Undelete(ctx context.Context, actor authz.Actor, answer id.Post, note string) error {
	if err := posts.ValidateNote(note); err != nil {
		return err
	}
	return s.db.InTx(ctx, func(ctx context.Context) error {
		thread, err := s.posts.LockAnswer(ctx, actor, answer)
		if err != nil {
			return err
		}
		if err := posts.CanUndelete(actor, thread.State()); err != nil {
			return err
		}
		return s.posts.Undelete(ctx, actor, thread, note)
	})
}
