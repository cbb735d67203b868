package tags

import (
	"context"

	"wellspring/pkg/kernel/authz"
)

// Watch puts a tag among those the actor follows; to watch twice is to watch once.
func (s *Service) Watch(ctx context.Context, actor authz.Actor, name string) error {
	if err := actor.MustSignIn(); err != nil {
		return err
	}
	tag, err := s.store.find(ctx, actor, normalise(name))
	if err != nil {
		return err
	}
	return s.store.watch(ctx, actor.User, tag.ID, s.clock.Now())
}

// Unwatch takes a tag away from those the actor follows.
func (s *Service) Unwatch(ctx context.Context, actor authz.Actor, name string) error {
	if err := actor.MustSignIn(); err != nil {
		return err
	}
	return s.store.unwatch(ctx, actor.User, normalise(name))
}

// Watched gives the names of the tags the actor follows, in alphabetical order.
func (s *Service) Watched(ctx context.Context, actor authz.Actor) ([]string, error) {
	if err := actor.MustSignIn(); err != nil {
		return nil, err
	}
	return s.store.watched(ctx, actor.User)
}
