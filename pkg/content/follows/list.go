package follows

import (
	"context"
	"time"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/kernel/page"
)

// Kind is what sort of target is followed.
type Kind string

// The kinds of targets.
const (
	Questions Kind = "questions"
	People    Kind = "people"
	Spaces    Kind = "spaces"
)

// Followed is a target in the list of what somebody follows; one of its three parts is there.
type Followed struct {
	At       time.Time
	Question *Question
	Person   *posts.Person
	Space    *posts.SpaceRef
}

// Question is a followed question as a list shows it.
type Question struct {
	ID          id.Post
	Title       string
	Tags        []string
	Space       posts.SpaceRef
	AnswerCount int
	Accepted    bool
	ActivityAt  time.Time
}

// Followed gives one page of what the actor follows of a kind and may still read, latest first.
func (s *Service) Followed(ctx context.Context, actor authz.Actor, kind Kind, request page.Request) (page.List[Followed], error) {
	if err := actor.MustSignIn(); err != nil {
		return page.List[Followed]{}, err
	}
	request = request.Normal()
	switch kind {
	case People:
		return s.store.people(ctx, actor, request)
	case Spaces:
		return s.store.spaces(ctx, actor, request)
	default:
		return s.store.questions(ctx, actor, request)
	}
}
