package answers

import (
	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/fault"
)

// CanAnswer says whether the actor may answer a question in this state.
func CanAnswer(actor authz.Actor, question posts.State) error {
	if err := actor.MustSignIn(); err != nil {
		return err
	}
	switch {
	case question.Gone():
		return fault.Forbidden("This is deleted. It has to be brought back first.")
	case question.Closed:
		return fault.Forbidden("This question is closed and takes no more answers.")
	case question.Locked:
		return fault.Forbidden("This question is locked and takes no more answers.")
	}
	return actor.Need(authz.Reply)
}

// CanAccept says whether the actor may say which answer solved the question.
func CanAccept(actor authz.Actor, answer posts.State) error {
	if err := actor.MustSignIn(); err != nil {
		return err
	}
	if err := posts.Open(actor, answer); err != nil {
		return err
	}
	if !posts.Owns(actor, answer.Asker) {
		return fault.Forbidden("Only the asker can accept an answer.")
	}
	return nil
}
