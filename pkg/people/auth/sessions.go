package auth

import (
	"context"
	"time"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/signal"
	"wellspring/pkg/platform/token"
)

// Why a session ended.
const (
	endedBySigningOut = "signed-out"
	endedByOwner      = "ended-by-owner"
	endedByPassword   = "password-changed"
	endedByReuse      = "token-reused"
)

// Session is one sign-in of a person on one device.
type Session struct {
	ID id.Session
	// Current marks the session that asks.
	Current bool
	// Device is a browser and a system, such as "Firefox, Linux".
	Device     string
	Address    string
	CreatedAt  time.Time
	LastUsedAt time.Time
}

// Sessions gives the actor's sessions that have not ended, the last used first.
func (s *Service) Sessions(ctx context.Context, actor authz.Actor) ([]Session, error) {
	if err := actor.MustSignIn(); err != nil {
		return nil, err
	}
	sessions, err := s.store.sessionsOf(ctx, actor.User, s.Clock.Now())
	for i := range sessions {
		sessions[i].Current = sessions[i].ID == actor.Session
	}
	return sessions, err
}

// SignOut ends the actor's session and the one of the refresh token, which also works when the access token is
// out of date. It is no error when there is nothing to end.
func (s *Service) SignOut(ctx context.Context, actor authz.Actor, secret string) error {
	ended := []id.Session{actor.Session}
	if secret != "" {
		family, err := s.store.familyOf(ctx, token.Hash(secret))
		if err != nil {
			return err
		}
		ended = append(ended, family)
	}
	for _, session := range ended {
		if session == 0 {
			continue
		}
		if err := s.end(ctx, session, endedBySigningOut); err != nil {
			return err
		}
	}
	return nil
}

// EndSession ends one of the actor's sessions.
func (s *Service) EndSession(ctx context.Context, actor authz.Actor, session id.Session) error {
	if err := actor.MustSignIn(); err != nil {
		return err
	}
	owner, err := s.store.ownerOf(ctx, session, s.Clock.Now())
	if err != nil {
		return err
	}
	if owner != actor.User {
		return fault.NotFound("You have no such session, or it has ended already.")
	}
	return s.end(ctx, session, endedByOwner)
}

// EndOtherSessions ends all of the actor's sessions but the one that asks.
func (s *Service) EndOtherSessions(ctx context.Context, actor authz.Actor) error {
	if err := actor.MustSignIn(); err != nil {
		return err
	}
	return s.endAll(ctx, actor.User, actor.Session, endedByOwner)
}

func (s *Service) end(ctx context.Context, session id.Session, reason string) error {
	if err := s.store.endSession(ctx, session, reason, s.Clock.Now()); err != nil {
		return err
	}
	s.Signals.Send(ctx, signal.Session, int64(session))
	return nil
}

// endAll ends a person's sessions, except one; 0 excepts none.
func (s *Service) endAll(ctx context.Context, person id.User, except id.Session, reason string) error {
	ended, err := s.store.endSessions(ctx, person, except, reason, s.Clock.Now())
	if err != nil || len(ended) == 0 {
		return err
	}
	s.Signals.Send(ctx, signal.Session, ended...)
	return nil
}
