package spaces

import (
	"context"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/fault"
)

// List gives the spaces the actor may read: the default one first, then by name.
func (s *Service) List(ctx context.Context, actor authz.Actor) ([]Space, error) {
	return s.store.list(ctx, actor, "")
}

// Find gives a space the actor may read.
func (s *Service) Find(ctx context.Context, actor authz.Actor, slug string) (Space, error) {
	found, err := s.store.list(ctx, actor, slug)
	if err != nil {
		return Space{}, err
	}
	if len(found) == 0 {
		return Space{}, notFound()
	}
	return found[0], nil
}

// FindForAsking gives the space a question is asked in, the default one for an empty slug, and refuses where
// the actor may read but not ask.
func (s *Service) FindForAsking(ctx context.Context, actor authz.Actor, slug string) (Space, error) {
	found, err := s.store.plain(ctx, actor, slug)
	if err != nil {
		return Space{}, err
	}
	if err := actor.Need(authz.Ask); err != nil {
		return Space{}, err
	}
	if !found.CanAsk {
		return Space{}, fault.Forbidden("Only members ask in the space %s.", found.Name)
	}
	return found, nil
}

// DefaultSlug names the space of questions that name none.
func (s *Service) DefaultSlug(ctx context.Context) (string, error) { return s.store.defaultSlug(ctx) }

func notFound() error {
	return fault.NotFound("There is no such space, or you are not a member of it.")
}
