package auth

import (
	"context"
	"strconv"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/password"
)

// PasswordChange is the old password, as a proof, and the new one.
type PasswordChange struct {
	Current string
	New     string
}

// ChangePassword gives the actor a new password and ends their other sessions.
func (s *Service) ChangePassword(ctx context.Context, actor authz.Actor, input PasswordChange) error {
	if err := actor.MustSignIn(); err != nil {
		return err
	}
	if verdict := s.checks.Take(strconv.FormatInt(int64(actor.User), 10)); !verdict.Allowed {
		return fault.TooMany(verdict.RetryAfter, "These were too many attempts to change the password. Try again in a quarter of an hour.")
	}
	found, err := s.store.accountByID(ctx, actor.User)
	if err != nil {
		return err
	}
	matches, err := s.Hasher.Verify(ctx, input.Current, found.PasswordHash)
	if err != nil {
		return err
	}
	var v fault.Validation
	v.Check(matches, "currentPassword", "wrong", "This is not your present password.")
	v.Check(!matches || input.New != input.Current, "newPassword", "unchanged", "The new password is the old one.")
	password.Check(&v, "newPassword", input.New, found.Name, found.Email)
	if err := v.Err(); err != nil {
		return err
	}
	return s.replacePassword(ctx, actor.User, actor.Session, input.New)
}

// ResetPassword gives a person a new password and ends all their sessions, for those who run the installation
// from its machine.
func (s *Service) ResetPassword(ctx context.Context, person id.User, newPassword string) error {
	found, err := s.store.accountByID(ctx, person)
	if err != nil {
		return err
	}
	var v fault.Validation
	password.Check(&v, "password", newPassword, found.Name, found.Email)
	if err := v.Err(); err != nil {
		return err
	}
	return s.replacePassword(ctx, person, 0, newPassword)
}

func (s *Service) replacePassword(ctx context.Context, person id.User, except id.Session, newPassword string) error {
	hash, err := s.Hasher.Hash(ctx, newPassword)
	if err != nil {
		return err
	}
	return s.DB.InTx(ctx, func(ctx context.Context) error {
		if err := s.Users.SetPassword(ctx, person, hash); err != nil {
			return err
		}
		return s.endAll(ctx, person, except, endedByPassword)
	})
}
