package tags

import (
	"context"
	"encoding/binary"
	"hash/fnv"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/kernel/page"
	"wellspring/pkg/people/users"
)

// Filter chooses tags; Sort is popular (the default), name or newest, and Query is a part of the name.
type Filter struct {
	Query string
	Sort  string
	Page  page.Request
}

// Answerer is a person whose answers under a tag were voted up; Score is the sum of their votes.
type Answerer struct {
	users.Ref
	Score int
}

// List gives the tags the reader may know of: those of questions in spaces they read, and described ones not yet in use.
func (s *Service) List(ctx context.Context, actor authz.Actor, filter Filter) (page.List[Summary], error) {
	filter.Page = filter.Page.Normal()
	return s.store.list(ctx, actor, filter)
}

// Find gives a tag by its name.
func (s *Service) Find(ctx context.Context, actor authz.Actor, name string) (Tag, error) {
	return s.store.find(ctx, actor, normalise(name))
}

type answerersKey struct {
	tag    id.Tag
	spaces uint64
}

// spaceSet tells readers of different spaces apart.
func spaceSet(actor authz.Actor) uint64 {
	sum := fnv.New64a()
	for _, space := range actor.Spaces {
		_, _ = sum.Write(binary.LittleEndian.AppendUint64(nil, uint64(space))) //nolint:gosec // only told apart; and a hash never fails
	}
	return sum.Sum64()
}

// TopAnswerers gives the five people whose answers under the tag have the most votes, among questions the reader may
// read. The sums are at most five minutes old, since they read every answer under the tag.
func (s *Service) TopAnswerers(ctx context.Context, actor authz.Actor, tag Tag) ([]Answerer, error) {
	key := answerersKey{tag.ID, spaceSet(actor)}
	if found, ok := s.answerers.GetIfPresent(key); ok {
		return found, nil
	}
	found, err := s.store.topAnswerers(ctx, actor, tag.Name)
	if err != nil {
		return nil, err
	}
	s.answerers.Set(key, found)
	return found, nil
}
