package users

import (
	"context"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/event"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
)

// Add makes an account for somebody else, with a role, also where registration is closed.
func (s *Service) Add(ctx context.Context, actor authz.Actor, input Registration, role authz.Role) (id.User, error) {
	if !actor.Administers() {
		return 0, fault.Forbidden("Only an administrator changes what others may do.")
	}
	if err := input.Validate(); err != nil {
		return 0, err
	}
	hash, err := s.Hasher.Hash(ctx, input.Password)
	if err != nil {
		return 0, err
	}
	var made id.User
	err = s.DB.InTx(ctx, func(ctx context.Context) error {
		made, err = s.insert(ctx, newUser{
			Name: input.Name, Email: &input.Email, PasswordHash: &hash, Role: role, State: Active,
			Language: input.Language, CreatedAt: s.Clock.Now(),
		})
		if err != nil {
			return err
		}
		return s.Bus.Publish(ctx, event.AccountRegistered{User: made})
	})
	return made, err
}
