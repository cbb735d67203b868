package follows

import (
	"context"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
)

// Target is what can be followed: exactly one of its fields is set. A space is named by its slug.
type Target struct {
	Question id.Post
	Person   id.User
	Space    string
}

// found is a target by its ids, of which all but one are zero, and whether it is a deleted question.
type found struct {
	question id.Post
	person   id.User
	space    id.Space
	gone     bool
}

// find gives a target that the actor may read, and is not found otherwise.
func (s *Service) find(ctx context.Context, actor authz.Actor, target Target) (found, error) {
	switch {
	case target.Question != 0:
		question, err := s.posts.FindQuestion(ctx, actor, target.Question)
		return found{question: question.ID, gone: question.DeletedAt != nil}, err
	case target.Person != 0:
		_, err := s.users.Find(ctx, actor, target.Person)
		return found{person: target.Person}, err
	default:
		space, err := s.spaces.Find(ctx, actor, target.Space)
		return found{space: space.ID}, err
	}
}

// canFollow says whether the actor may begin to follow what they see.
func canFollow(actor authz.Actor, target found) error {
	switch {
	case target.person != 0 && target.person == actor.User:
		return fault.Forbidden("You cannot follow yourself.")
	case target.gone:
		return fault.Forbidden("This is deleted. It has to be brought back first.")
	}
	return nil
}
