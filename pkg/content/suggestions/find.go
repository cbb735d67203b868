package suggestions

import (
	"context"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/kernel/page"
)

// Find gives a suggestion with its texts to those who may see it.
func (s *Service) Find(ctx context.Context, actor authz.Actor, suggestion id.Suggestion) (Suggestion, error) {
	found, err := s.store.find(ctx, suggestion)
	if err != nil {
		return Suggestion{}, err
	}
	thread, err := s.Posts.Find(ctx, actor, found.Post)
	if err != nil {
		return Suggestion{}, err
	}
	found.PostState = thread.State()
	if !sees(actor, found.PostState, found.author, found.State) {
		return Suggestion{}, notFound()
	}
	found.Conflict = found.State == Waiting && found.base != thread.Post.RevisionCount
	return found.Suggestion, nil
}

// ToDecide lists what waits for a decision that the actor may make, the oldest first.
func (s *Service) ToDecide(ctx context.Context, actor authz.Actor, request page.Request) (page.List[Summary], error) {
	if err := actor.MustSignIn(); err != nil {
		return page.List[Summary]{}, err
	}
	return s.store.toDecide(ctx, actor, request.Normal())
}

// Mine lists what the actor suggested, the latest first.
func (s *Service) Mine(ctx context.Context, actor authz.Actor, request page.Request) (page.List[Summary], error) {
	if err := actor.MustSignIn(); err != nil {
		return page.List[Summary]{}, err
	}
	return s.store.mine(ctx, actor, request.Normal())
}
