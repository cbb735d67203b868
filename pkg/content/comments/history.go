package comments

import (
	"context"
	"time"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
)

// Text is what a comment said from some time on.
type Text struct {
	Body string
	At   time.Time
}

// CanSeeHistory says whether the actor may see what a comment said before it was edited: who wrote it, and moderators.
func CanSeeHistory(actor authz.Actor, author id.User) error {
	if err := actor.MustSignIn(); err != nil {
		return err
	}
	if posts.Owns(actor, author) || actor.Moderates() {
		return nil
	}
	return fault.Forbidden("Only the author and moderators see what a comment said before.")
}

// History gives the texts of a comment, the newest first.
func (s *Service) History(ctx context.Context, actor authz.Actor, comment id.Comment) ([]Text, error) {
	post, err := s.store.postOf(ctx, comment)
	if err != nil {
		return nil, err
	}
	if _, err := s.posts.Find(ctx, actor, post); err != nil {
		return nil, err
	}
	author, texts, err := s.store.texts(ctx, comment)
	if err != nil {
		return nil, err
	}
	return texts, CanSeeHistory(actor, author)
}
