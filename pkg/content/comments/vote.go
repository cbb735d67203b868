package comments

import (
	"context"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
)

// Vote votes a comment up, once, and gives its score.
func (s *Service) Vote(ctx context.Context, actor authz.Actor, comment id.Comment) (score int, err error) {
	return s.vote(ctx, actor, comment, func(ctx context.Context) (int, error) {
		return s.store.vote(ctx, comment, actor.User, s.clock.Now())
	})
}

// Unvote takes the vote back and gives the comment's score.
func (s *Service) Unvote(ctx context.Context, actor authz.Actor, comment id.Comment) (score int, err error) {
	return s.vote(ctx, actor, comment, func(ctx context.Context) (int, error) {
		return s.store.unvote(ctx, comment, actor.User)
	})
}

// vote has change write or remove the vote, and moves the score by what it changed.
func (s *Service) vote(ctx context.Context, actor authz.Actor, comment id.Comment, change func(context.Context) (int, error)) (score int, err error) {
	err = s.db.InTx(ctx, func(ctx context.Context) error {
		c, err := s.lock(ctx, actor, comment)
		if err != nil {
			return err
		}
		if err := CanVote(actor, c.thread.State(), c.AuthorID); err != nil {
			return err
		}
		by, err := change(ctx)
		if err != nil {
			return err
		}
		score = c.Score + by
		if by == 0 {
			return nil
		}
		if err := s.store.addScore(ctx, comment, by); err != nil {
			return err
		}
		s.posts.Changed(ctx, c.thread.Question.ID)
		return s.publishChange(ctx, actor, c)
	})
	return score, err
}
