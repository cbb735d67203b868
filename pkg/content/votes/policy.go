package votes

import (
	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/fault"
)

// The values of a vote; None is what is left after a withdrawal.
const (
	Down = -1
	None = 0
	Up   = 1
)

// CanVote says whether the actor may cast a vote of this value on a post; everybody may withdraw their own.
func CanVote(actor authz.Actor, post posts.State, value int) error {
	if err := actor.MustSignIn(); err != nil {
		return err
	}
	if posts.Owns(actor, post.Author) {
		return fault.Forbidden("You cannot vote on your own post.")
	}
	if err := posts.Open(actor, post); err != nil {
		return err
	}
	switch value {
	case Up:
		return actor.Need(authz.VoteUp)
	case Down:
		return actor.Need(authz.VoteDown)
	default:
		return nil
	}
}
