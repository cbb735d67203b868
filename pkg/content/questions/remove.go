package questions

import (
	"context"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
)

// Delete takes a question with its answers away from readers; the note says why, for those who still see it.
func (s *Service) Delete(ctx context.Context, actor authz.Actor, question id.Post, note string) error {
	if err := posts.ValidateNote(note); err != nil {
		return err
	}
	return s.db.InTx(ctx, func(ctx context.Context) error {
		post, err := s.posts.LockQuestion(ctx, actor, question)
		if err != nil {
			return err
		}
		thread := posts.Thread{Question: post, Post: post}
		state := thread.State()
		if state.OthersHelped, err = s.posts.OthersHelped(ctx, post); err != nil {
			return err
		}
		if err := posts.CanDelete(actor, state); err != nil {
			return err
		}
		if err := s.posts.Delete(ctx, actor, thread, note); err != nil {
			return err
		}
		return s.tags.Count(ctx, post.SpaceID, post.Tags, -1)
	})
}

// Undelete brings a question back, with the answers that were not deleted on their own.
func (s *Service) Undelete(ctx context.Context, actor authz.Actor, question id.Post, note string) error {
	if err := posts.ValidateNote(note); err != nil {
		return err
	}
	return s.db.InTx(ctx, func(ctx context.Context) error {
		post, err := s.posts.LockQuestion(ctx, actor, question)
		if err != nil {
			return err
		}
		thread := posts.Thread{Question: post, Post: post}
		if err := posts.CanUndelete(actor, thread.State()); err != nil {
			return err
		}
		if err := s.posts.Undelete(ctx, actor, thread, note); err != nil {
			return err
		}
		return s.tags.Count(ctx, post.SpaceID, post.Tags, 1)
	})
}
