package users

import (
	"context"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
)

// Find gives the profile of a person the actor may know of.
func (s *Service) Find(ctx context.Context, actor authz.Actor, person id.User) (Profile, error) {
	found, err := s.find(ctx, actor, person)
	return found.Profile, err
}

// Me gives the actor's own profile and settings.
func (s *Service) Me(ctx context.Context, actor authz.Actor) (Me, error) {
	if err := actor.MustSignIn(); err != nil {
		return Me{}, err
	}
	return s.find(ctx, actor, actor.User)
}

func (s *Service) find(ctx context.Context, actor authz.Actor, person id.User) (Me, error) {
	found, err := s.store.find(ctx, actor, person)
	if err != nil {
		return Me{}, err
	}
	if found.TopTags, err = s.store.topTags(ctx, actor, person); err != nil {
		return Me{}, err
	}
	found.CanClaim = CanClaim(actor, found.State)
	return found, nil
}

// FindByEmail gives the person with this e-mail address, for those who run the installation from its machine.
func (s *Service) FindByEmail(ctx context.Context, email string) (id.User, error) {
	found, err := s.store.byEmail(ctx, email)
	if err == nil && found == 0 {
		return 0, notFound()
	}
	return found, err
}

// CanClaim tells whether the actor may invite the person behind an account of this state to claim it.
func CanClaim(actor authz.Actor, state State) bool { return actor.Administers() && state == Imported }

func notFound() error { return fault.NotFound("There is no such person.") }

// FindByHandle gives the person with this handle, for those who run the installation from its machine.
func (s *Service) FindByHandle(ctx context.Context, handle string) (id.User, error) {
	found, err := s.store.byHandle(ctx, handle)
	if err == nil && found == 0 {
		return 0, notFound()
	}
	return found, err
}
