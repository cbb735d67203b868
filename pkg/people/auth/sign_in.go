package auth

import (
	"context"
	"strings"
	"time"

	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/people/users"
	"wellspring/pkg/platform/token"
)

// Credentials are what a person signs in with.
type Credentials struct {
	Email    string
	Password string
}

// SignIn starts a session. An unknown address and a wrong password get the same answer after the same time, and so
// does a person of the demonstration who is not at this machine.
func (s *Service) SignIn(ctx context.Context, input Credentials, from Client) (Grant, error) {
	email := strings.ToLower(strings.TrimSpace(input.Email))
	attempt, err := s.admit(ctx, email, from)
	if err != nil {
		return Grant{}, err
	}
	found, err := s.store.account(ctx, email)
	if err != nil {
		return Grant{}, err
	}
	matches, err := s.Hasher.Verify(ctx, input.Password, found.hashFor(from))
	if err != nil {
		return Grant{}, err
	}
	if !matches {
		return Grant{}, fault.SignInFirst("The e-mail address or the password is not right.")
	}
	if found.State != users.Active {
		return Grant{}, fault.Forbidden("This account is disabled. Ask your administrator.")
	}
	if err := s.store.markSucceeded(ctx, attempt); err != nil {
		return Grant{}, err
	}
	return s.StartSession(ctx, found.ID, from.Device, from.Address)
}

// StartSession begins a session of a person whose right to it has been checked.
func (s *Service) StartSession(ctx context.Context, person id.User, device, address string) (Grant, error) {
	now := s.Clock.Now()
	grant := Grant{User: person, RefreshUntil: now.Add(idleLifetime)}
	err := s.DB.InTx(ctx, func(ctx context.Context) error {
		session, err := s.store.insertSession(ctx, sessionRow{
			UserID: person, Device: deviceName(device), Address: address, CreatedAt: now, LastUsedAt: now, ExpiresAt: grant.RefreshUntil,
		})
		if err != nil {
			return err
		}
		grant.Session = session
		grant.RefreshToken, err = s.addToken(ctx, session, now)
		return err
	})
	if err != nil {
		return Grant{}, err
	}
	s.used.note(grant.User, grant.Session, now)
	return s.withAccess(grant)
}

func (s *Service) addToken(ctx context.Context, session id.Session, now time.Time) (string, error) {
	secret, hash := token.Secret()
	return secret, s.store.insertToken(ctx, hash, session, now)
}

func (s *Service) withAccess(grant Grant) (Grant, error) {
	access, err := s.Signer.Issue(token.Claims{User: grant.User, Session: grant.Session})
	grant.AccessToken, grant.ExpiresIn = access, token.Lifetime
	return grant, err
}
