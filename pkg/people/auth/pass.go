package auth

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
)

// Pass is what a browser shows for what it fetches by itself, such as the pictures of a page, for which it cannot send an
// access token. It lets its holder read, stands as long as its session, and is worth nothing elsewhere.
func (s *Service) Pass(user id.User, session id.Session) string {
	text := fmt.Sprintf("%d.%d", user, session)
	return text + "." + s.Passes.Stamp(text)
}

// Recognise tells who shows a pass. A pass that is forged, or whose session has ended, is a visitor's.
func (s *Service) Recognise(ctx context.Context, pass string) (authz.Actor, error) {
	user, session, genuine := s.readPass(pass)
	if !genuine {
		return s.Visitor(ctx)
	}
	actor, live, found := s.actors.find(user, session)
	if !found {
		var err error
		actor, live, err = s.load(ctx, user, session)
		if refused, ok := fault.As(err); ok && refused.Kind == fault.Unauthenticated {
			return s.Visitor(ctx)
		}
		if err != nil {
			return authz.Actor{}, err
		}
	}
	if !live.expiresAt.After(s.Clock.Now()) {
		return s.Visitor(ctx)
	}
	actor.Session = session
	return actor, nil
}

func (s *Service) readPass(pass string) (user id.User, session id.Session, genuine bool) {
	end := strings.LastIndexByte(pass, '.')
	if end < 0 || !s.Passes.Genuine(pass[:end], pass[end+1:]) {
		return 0, 0, false
	}
	first, second, _ := strings.Cut(pass[:end], ".")
	person, err := strconv.ParseInt(first, 10, 64)
	if err != nil {
		return 0, 0, false
	}
	number, err := strconv.ParseInt(second, 10, 64)
	return id.User(person), id.Session(number), err == nil
}
