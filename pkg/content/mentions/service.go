package mentions

import (
	"context"
	"fmt"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/event"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/people/users"
	"wellspring/pkg/platform/bus"
	"wellspring/pkg/platform/clock"
	"wellspring/pkg/platform/db"
	"wellspring/pkg/platform/markdown"
)

// Service finds, remembers and completes mentions.
type Service struct {
	bus   *bus.Bus
	clock clock.Clock
	store store
}

// New makes the service.
func New(database *db.DB, events *bus.Bus, now clock.Clock) *Service {
	return &Service{bus: events, clock: now, store: store{database}}
}

// People are those that a text may call, by handle in lower case.
type People map[string]id.User

// Find gives the people that a text in a space may call. A text without "@" costs no statement.
func (s *Service) Find(ctx context.Context, space id.Space, source string) (People, error) {
	handles := markdown.Handles(source)
	if len(handles) == 0 {
		return People{}, nil
	}
	return s.store.find(ctx, space, handles)
}

// Links are where their profiles are.
func (p People) Links() markdown.People {
	links := make(markdown.People, len(p))
	for handle, user := range p {
		links[handle] = fmt.Sprintf("/people/%d/%s", user, handle)
	}
	return links
}

// Of gives who stands behind these handles.
func (p People) Of(handles []string) []id.User {
	mentioned := make([]id.User, 0, len(handles))
	for _, handle := range handles {
		mentioned = append(mentioned, p[handle])
	}
	return mentioned
}

// Publish remembers who was called in a post, or in a comment on it, and publishes those who were not called there
// before. Nobody calls themselves.
func (s *Service) Publish(ctx context.Context, said event.PeopleMentioned) error {
	if len(said.Mentioned) == 0 {
		return nil
	}
	fresh, err := s.store.add(ctx, said, s.clock.Now())
	if err != nil || len(fresh) == 0 {
		return err
	}
	said.Mentioned = fresh
	return s.bus.Publish(ctx, said)
}

// Remember keeps who was called without telling them, for a text whose mentions were told before.
func (s *Service) Remember(ctx context.Context, said event.PeopleMentioned) error {
	if len(said.Mentioned) == 0 {
		return nil
	}
	_, err := s.store.add(ctx, said, s.clock.Now())
	return err
}

// Suggest gives up to eight people who may read a space, by the beginning of the handle or of one of the names.
func (s *Service) Suggest(ctx context.Context, actor authz.Actor, slug, beginning string) ([]users.Ref, error) {
	if err := actor.MustSignIn(); err != nil {
		return nil, err
	}
	space, err := s.store.space(ctx, slug)
	if err != nil {
		return nil, err
	}
	if !actor.Reads(space) {
		return nil, fault.NotFound("There is no such space, or you are not a member of it.")
	}
	return s.store.suggest(ctx, space, beginning)
}
