package users

import (
	"context"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
)

// SetRole gives a person another role. Somebody stays administrator.
func (s *Service) SetRole(ctx context.Context, actor authz.Actor, person id.User, role authz.Role) error {
	if role != authz.Member && role != authz.Manager && role != authz.Moderator && role != authz.Admin {
		var v fault.Validation
		v.Add("role", "unknown", "The roles are member, manager, moderator and admin.")
		return v.Err()
	}
	return s.administer(ctx, actor, person, map[string]any{"role": role})
}

// Disable ends what a person can do here, at once and on all their devices; their posts stay.
func (s *Service) Disable(ctx context.Context, actor authz.Actor, person id.User) error {
	return s.administer(ctx, actor, person, map[string]any{"state": Disabled})
}

// Enable takes Disable back.
func (s *Service) Enable(ctx context.Context, actor authz.Actor, person id.User) error {
	return s.administer(ctx, actor, person, map[string]any{"state": Active})
}

// administer locks the organisation, so that of two administrators who demote each other one remains.
func (s *Service) administer(ctx context.Context, actor authz.Actor, person id.User, columns map[string]any) error {
	if !actor.Administers() {
		return fault.Forbidden("Only an administrator changes what others may do.")
	}
	return s.DB.InTx(ctx, func(ctx context.Context) error {
		if _, err := s.store.lockOrganisation(ctx); err != nil {
			return err
		}
		state, err := s.store.lockState(ctx, person)
		if err != nil {
			return err
		}
		if state == Imported {
			return fault.Conflict("not-claimed", "Nobody has claimed this imported account yet.")
		}
		if err := s.store.update(ctx, person, columns); err != nil {
			return err
		}
		remaining, err := s.store.countAdmins(ctx)
		if err != nil {
			return err
		}
		if remaining == 0 {
			return fault.Conflict("last-admin", "Somebody has to stay administrator. Give the role to another person first.")
		}
		return s.changed(ctx, person)
	})
}
