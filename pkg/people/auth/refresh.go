package auth

import (
	"context"
	"time"

	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/people/users"
	"wellspring/pkg/platform/signal"
	"wellspring/pkg/platform/token"
)

// grace is the time in which a second tab may still send the token that the first one has just used.
const grace = 10 * time.Second

// Refresh trades a refresh token for a new one and an access token. A token that was used before ends the session.
func (s *Service) Refresh(ctx context.Context, secret string, from Client) (Grant, error) {
	now, hash := s.Clock.Now(), token.Hash(secret)
	var grant Grant
	var stolen bool
	err := s.DB.InTx(ctx, func(ctx context.Context) error {
		grant, stolen = Grant{}, false
		family, err := s.store.lockFamily(ctx, hash)
		if err != nil {
			return err
		}
		if !family.stands(now) || !family.mayUse(from) {
			return sessionEnded()
		}
		if family.ReplacedAt != nil && now.Sub(*family.ReplacedAt) > grace {
			stolen = true
			grant.Session, grant.User = family.Session.ID, family.Session.UserID
			return s.store.endSession(ctx, family.Session.ID, endedByReuse, now)
		}
		if family.ReplacedAt == nil {
			if err := s.store.replaceTokens(ctx, family.Session.ID, now); err != nil {
				return err
			}
		}
		grant = Grant{User: family.Session.UserID, Session: family.Session.ID, RefreshUntil: family.extended(now)}
		if err := s.store.extendSession(ctx, family.Session.ID, from.Address, now, grant.RefreshUntil); err != nil {
			return err
		}
		grant.RefreshToken, err = s.addToken(ctx, family.Session.ID, now)
		return err
	})
	if err != nil {
		return Grant{}, err
	}
	if stolen {
		// The signal goes out after the commit, so the session is refused from now on.
		s.Signals.Send(ctx, signal.Session, int64(grant.Session))
		s.Log.WarnContext(ctx, "a refresh token was used twice, its session has been ended", "session", grant.Session, "user", grant.User)
		return Grant{}, sessionEnded()
	}
	return s.withAccess(grant)
}

// familyRow is a session with the state of one of its tokens.
type familyRow struct {
	Session       sessionRow `gorm:"embedded"`
	EndedAt       *time.Time
	State         users.State
	Demonstration bool
	ReplacedAt    *time.Time
}

func (f familyRow) stands(now time.Time) bool {
	return f.EndedAt == nil && f.Session.ExpiresAt.After(now) && f.State == users.Active
}

func (f familyRow) mayUse(from Client) bool { return !f.Demonstration || from.Loopback }

func (f familyRow) extended(now time.Time) time.Time {
	idle, total := now.Add(idleLifetime), f.Session.CreatedAt.Add(totalLifetime)
	if total.Before(idle) {
		return total
	}
	return idle
}

func sessionEnded() error { return fault.SignInFirst("Your session has ended. Sign in again.") }
