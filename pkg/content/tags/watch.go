package tags

import (
	"context"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/fault"
)

// Watch puts a tag, or all tags that a pattern such as postgres* matches, among those the actor follows; to watch twice
// is to watch once. What was ignored is ignored no longer.
func (s *Service) Watch(ctx context.Context, actor authz.Actor, name string) error {
	if err := actor.MustSignIn(); err != nil {
		return err
	}
	if IsPattern(name) {
		return s.prefer(ctx, actor, name, watched)
	}
	name = normalise(name)
	return s.db.InTx(ctx, func(ctx context.Context) error {
		tag, err := s.store.find(ctx, actor, name)
		if err != nil {
			return err
		}
		if _, err := s.store.lockPatterns(ctx, actor.User, name); err != nil {
			return err
		}
		if err := s.store.dropPattern(ctx, actor.User, name, ignored); err != nil {
			return err
		}
		if err := s.store.watch(ctx, actor.User, tag.ID, s.clock.Now()); err != nil {
			return err
		}
		s.preferred(ctx, actor)
		return nil
	})
}

// Unwatch takes a tag or a pattern away from those the actor follows.
func (s *Service) Unwatch(ctx context.Context, actor authz.Actor, name string) error {
	if err := actor.MustSignIn(); err != nil {
		return err
	}
	if IsPattern(name) {
		return s.unprefer(ctx, actor, name, watched)
	}
	return s.store.unwatch(ctx, actor.User, normalise(name))
}

// Watched gives the names of the tags the actor follows, in alphabetical order, without patterns.
func (s *Service) Watched(ctx context.Context, actor authz.Actor) ([]string, error) {
	if err := actor.MustSignIn(); err != nil {
		return nil, err
	}
	return s.store.watched(ctx, actor.User)
}

// Ignore has lists dim or leave out the questions with a tag, or with one that a pattern matches. The tag need not exist,
// so that nobody learns which ones do. What was watched is watched no longer.
func (s *Service) Ignore(ctx context.Context, actor authz.Actor, name string) error {
	if err := actor.MustSignIn(); err != nil {
		return err
	}
	return s.prefer(ctx, actor, name, ignored)
}

// Unignore takes a tag or a pattern away from those the actor ignores.
func (s *Service) Unignore(ctx context.Context, actor authz.Actor, name string) error {
	if err := actor.MustSignIn(); err != nil {
		return err
	}
	return s.unprefer(ctx, actor, name, ignored)
}

func (s *Service) prefer(ctx context.Context, actor authz.Actor, name string, as kind) error {
	pattern, err := checkPattern(name)
	if err != nil {
		return err
	}
	return s.db.InTx(ctx, func(ctx context.Context) error {
		number, err := s.store.lockPatterns(ctx, actor.User, pattern)
		if err != nil {
			return err
		}
		if number >= MaxPatterns {
			return fault.Conflict("too-many-tags", "You ignore or watch %d patterns already. Take one away first.", number)
		}
		if as == ignored {
			if err := s.store.unwatch(ctx, actor.User, pattern); err != nil {
				return err
			}
		}
		if err := s.store.keepPattern(ctx, actor.User, pattern, as, s.clock.Now()); err != nil {
			return err
		}
		s.preferred(ctx, actor)
		return nil
	})
}

func (s *Service) unprefer(ctx context.Context, actor authz.Actor, name string, as kind) error {
	return s.db.InTx(ctx, func(ctx context.Context) error {
		if err := s.store.dropPattern(ctx, actor.User, normalise(name), as); err != nil {
			return err
		}
		s.preferred(ctx, actor)
		return nil
	})
}
