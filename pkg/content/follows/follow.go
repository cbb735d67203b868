package follows

import (
	"context"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
)

// Follow has the actor hear of what happens at a target. To follow twice is to follow once.
func (s *Service) Follow(ctx context.Context, actor authz.Actor, target Target) error {
	if err := actor.MustSignIn(); err != nil {
		return err
	}
	return s.db.InTx(ctx, func(ctx context.Context) error {
		wanted, err := s.find(ctx, actor, target)
		if err != nil {
			return err
		}
		if err := canFollow(actor, wanted); err != nil {
			return err
		}
		if err := s.store.follow(ctx, actor.User, wanted, s.clock.Now()); err != nil {
			return err
		}
		s.changed(ctx, target.Question)
		return nil
	})
}

// Unfollow ends that; what is not followed, or can no longer be read, may be unfollowed as well.
func (s *Service) Unfollow(ctx context.Context, actor authz.Actor, target Target) error {
	if err := actor.MustSignIn(); err != nil {
		return err
	}
	return s.db.InTx(ctx, func(ctx context.Context) error {
		if err := s.store.unfollow(ctx, actor.User, target); err != nil {
			return err
		}
		s.changed(ctx, target.Question)
		return nil
	})
}

// Follows tells whether the actor follows a target that they may read.
func (s *Service) Follows(ctx context.Context, actor authz.Actor, target Target) (bool, error) {
	if err := actor.MustSignIn(); err != nil {
		return false, err
	}
	wanted, err := s.find(ctx, actor, target)
	if err != nil {
		return false, err
	}
	return s.store.follows(ctx, actor.User, wanted)
}

// changed drops the pages that say whether their reader follows the question.
func (s *Service) changed(ctx context.Context, question id.Post) {
	if question != 0 {
		s.posts.Changed(ctx, question)
	}
}
