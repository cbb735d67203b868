package drafts

import (
	"context"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
)

// Listed is a draft in the list of all. Question, Title and PostKind say where it belongs; they are empty for a new
// question, and where the post is gone or may no longer be read.
type Listed struct {
	Draft
	Question id.Post
	PostKind posts.Kind
	Of       string
}

// List gives all drafts of the actor, the last changed first. Bodies are cut to their beginning.
func (s *Service) List(ctx context.Context, actor authz.Actor) ([]Listed, error) {
	if err := actor.MustSignIn(); err != nil {
		return nil, err
	}
	return s.store.list(ctx, actor)
}

// At gives what the actor has written at a place, or nil: that there is nothing is the usual case and no fault.
func (s *Service) At(ctx context.Context, actor authz.Actor, place Place) (*Draft, error) {
	if err := actor.MustSignIn(); err != nil {
		return nil, err
	}
	return s.store.find(ctx, actor.User, place)
}
