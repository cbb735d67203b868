package questions

import (
	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/fault"
)

// CanAsk says whether the actor may ask at all; the space has its own say.
func CanAsk(actor authz.Actor) error { return actor.Need(authz.Ask) }

// CanMerge says whether the actor may merge a question into another one.
func CanMerge(actor authz.Actor, question posts.State) error {
	if err := actor.MustSignIn(); err != nil {
		return err
	}
	if !actor.Moderates() {
		return fault.Forbidden("Only moderators can merge questions.")
	}
	return posts.Open(actor, question)
}
