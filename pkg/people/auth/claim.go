package auth

import (
	"context"
	"strings"
	"time"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/people/users"
	"wellspring/pkg/platform/password"
	"wellspring/pkg/platform/token"
)

// invitationLifetime is how long a link to claim an account is good.
const invitationLifetime = 7 * 24 * time.Hour

// Invitation is a secret by which a person takes over the account that was imported for them, once.
type Invitation struct {
	Secret    string
	ExpiresAt time.Time
}

// InviteToClaim makes the secret for an imported person, who will sign in with this e-mail address. It takes the
// place of an earlier one.
func (s *Service) InviteToClaim(ctx context.Context, actor authz.Actor, person id.User, email string) (Invitation, error) {
	if err := actor.MustSignIn(); err != nil {
		return Invitation{}, err
	}
	if !actor.Administers() {
		return Invitation{}, fault.Forbidden("Only an administrator invites people to claim an imported account.")
	}
	email = strings.TrimSpace(email)
	var v fault.Validation
	users.CheckEmail(&v, email)
	if err := v.Err(); err != nil {
		return Invitation{}, err
	}
	found, err := s.store.accountByID(ctx, person)
	if err != nil {
		return Invitation{}, err
	}
	if !users.CanClaim(actor, found.State) {
		return Invitation{}, fault.Conflict("already-claimed", "This account has been claimed already. Sign in instead.")
	}
	if err := s.Users.EmailIsFree(ctx, email); err != nil {
		return Invitation{}, err
	}
	secret, hash := token.Secret()
	row := claimRow{
		TokenHash: hash, UserID: person, Email: email, CreatedBy: actor.User,
		CreatedAt: s.Clock.Now(), ExpiresAt: s.Clock.Now().Add(invitationLifetime),
	}
	err = s.DB.InTx(ctx, func(ctx context.Context) error {
		if err := s.store.deleteClaims(ctx, person); err != nil {
			return err
		}
		return s.store.insertClaim(ctx, row)
	})
	return Invitation{Secret: secret, ExpiresAt: row.ExpiresAt}, err
}

// ClaimInput is the secret of an invitation and the password that the person chooses.
type ClaimInput struct {
	Secret   string
	Password string
}

// Claim turns an imported person into an account and signs them in.
func (s *Service) Claim(ctx context.Context, input ClaimInput, from Client) (Grant, error) {
	hash := token.Hash(input.Secret)
	invited, err := s.store.claim(ctx, hash, s.Clock.Now())
	if err != nil {
		return Grant{}, err
	}
	var v fault.Validation
	password.Check(&v, "password", input.Password, invited.Name, invited.Email)
	if err := v.Err(); err != nil {
		return Grant{}, err
	}
	passwordHash, err := s.Hasher.Hash(ctx, input.Password)
	if err != nil {
		return Grant{}, err
	}
	var grant Grant
	err = s.DB.InTx(ctx, func(ctx context.Context) error {
		if err := s.store.useClaim(ctx, hash, s.Clock.Now()); err != nil {
			return err
		}
		if err := s.Users.Claim(ctx, invited.UserID, invited.Email, passwordHash); err != nil {
			return err
		}
		grant, err = s.StartSession(ctx, invited.UserID, from.Device, from.Address)
		return err
	})
	return grant, err
}

func claimIsOver() error {
	return fault.NotFound("This link has been used or is out of date. Ask your administrator for a new one.")
}
