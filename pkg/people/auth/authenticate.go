package auth

import (
	"context"
	"fmt"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
)

// Authenticate tells who is behind an access token. It refuses tokens that are forged or out of date, sessions that
// have ended and accounts that are disabled. It sends no statement when the person was here within 30 seconds.
func (s *Service) Authenticate(ctx context.Context, bearer string) (authz.Actor, error) {
	claims, err := s.Signer.Read(bearer)
	if err != nil {
		// What is wrong with a token is of no use to honest readers, who only need to sign in again.
		return authz.Actor{}, sessionEnded()
	}
	now := s.Clock.Now()
	actor, session, found := s.actors.find(claims.User, claims.Session)
	if !found {
		actor, session, err = s.load(ctx, claims.User, claims.Session)
		if err != nil {
			return authz.Actor{}, err
		}
	}
	if !session.expiresAt.After(now) {
		return authz.Actor{}, sessionEnded()
	}
	if session.dueForNote(now) {
		s.used.note(claims.User, claims.Session, now)
	}
	actor.Session = claims.Session
	return actor, nil
}

// Actor gives a person as use cases see them, without a session, for work that somebody asked for earlier.
func (s *Service) Actor(ctx context.Context, person id.User) (authz.Actor, error) {
	row, err := s.store.actor(ctx, person, 0)
	if err != nil {
		return authz.Actor{}, err
	}
	return row.actor(), nil
}

// Visitor gives somebody who is not signed in: they read public spaces only.
func (s *Service) Visitor(ctx context.Context) (authz.Actor, error) {
	if actor, found := s.actors.findVisitor(); found {
		return actor, nil
	}
	ticket := s.actors.begin(0, 0)
	row, err := s.store.visitor(ctx)
	if err != nil {
		return authz.Actor{}, err
	}
	actor := row.actor()
	s.actors.keep(ticket, actor, nil)
	return actor, nil
}

func (s *Service) load(ctx context.Context, person id.User, session id.Session) (authz.Actor, *liveSession, error) {
	ticket := s.actors.begin(person, session)
	row, err := s.store.actor(ctx, person, session)
	if err != nil {
		return authz.Actor{}, nil, fmt.Errorf("load who asks: %w", err)
	}
	if row.ExpiresAt == nil {
		return authz.Actor{}, nil, sessionEnded()
	}
	live := newLiveSession(*row.ExpiresAt, *row.LastUsedAt)
	actor := row.actor()
	s.actors.keep(ticket, actor, live)
	return actor, live, nil
}
