package comments

import (
	"context"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
)

// Shown is a comment as one reader sees it.
type Shown struct {
	posts.Comment
	Person *posts.Person
	// Mine says that the reader voted it up.
	Mine bool
}

// Thread is the comments on a post, oldest first and replies among the others, with what the policies need to know of the post.
type Thread struct {
	Post     posts.State
	Comments []Shown
}

// List gives all comments on a post the actor may see.
func (s *Service) List(ctx context.Context, actor authz.Actor, post id.Post) (Thread, error) {
	thread, err := s.posts.Find(ctx, actor, post)
	if err != nil {
		return Thread{}, err
	}
	comments, err := s.store.list(ctx, actor.User, post)
	return Thread{Post: thread.State(), Comments: comments}, err
}

// Find gives one comment on a post the actor may see, as a thread of one.
func (s *Service) Find(ctx context.Context, actor authz.Actor, comment id.Comment) (Thread, error) {
	post, err := s.store.postOf(ctx, comment)
	if err != nil {
		return Thread{}, err
	}
	thread, err := s.List(ctx, actor, post)
	if err != nil {
		return Thread{}, err
	}
	for i := range thread.Comments {
		if thread.Comments[i].ID == comment {
			return Thread{Post: thread.Post, Comments: thread.Comments[i : i+1]}, nil
		}
	}
	return Thread{}, notFound()
}
