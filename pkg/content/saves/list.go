package saves

import (
	"context"
	"strings"
	"time"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/kernel/page"
)

// Filter chooses saved posts: those of one List, or of all where it is nil, that hold the words of Query in the title of
// their question, in their text, in a tag or in the note.
type Filter struct {
	List  *id.SaveList
	Query string
	Page  page.Request
}

// Saved is a saved post in a list; for an answer Title and Tags are its question's.
type Saved struct {
	Entry
	Kind        posts.Kind
	Question    id.Post
	Title       string
	Excerpt     string
	Space       posts.SpaceRef
	Tags        []string
	Score       int
	AnswerCount int
	// Accepted says that the question has an accepted answer, or that the answer is the accepted one.
	Accepted   bool
	Closed     bool
	Author     *posts.Person
	AuthorName string
	CreatedAt  time.Time
}

// Saved gives one page of what the actor saved and may still read, latest first.
func (s *Service) Saved(ctx context.Context, actor authz.Actor, filter Filter) (page.List[Saved], error) {
	if err := actor.MustSignIn(); err != nil {
		return page.List[Saved]{}, err
	}
	filter.Page = filter.Page.Normal()
	filter.Query = strings.TrimSpace(filter.Query)
	return s.store.saved(ctx, actor, filter)
}

// Lists gives the actor's lists in their order, the default one first; each counts what the actor may still read.
func (s *Service) Lists(ctx context.Context, actor authz.Actor) ([]List, error) {
	if err := actor.MustSignIn(); err != nil {
		return nil, err
	}
	return s.store.lists(ctx, actor)
}

// Entry gives where the actor saved a post that they may read.
func (s *Service) Entry(ctx context.Context, actor authz.Actor, post id.Post) (Entry, error) {
	if err := actor.MustSignIn(); err != nil {
		return Entry{}, err
	}
	if _, err := s.posts.Find(ctx, actor, post); err != nil {
		return Entry{}, err
	}
	return s.store.entry(ctx, actor.User, post)
}
