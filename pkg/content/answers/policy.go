package answers

import (
	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/fault"
)

// protectedFrom is the reputation that a protected question asks of who answers it.
const protectedFrom = 10

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
	case question.Locked && !actor.Moderates():
		return fault.Forbidden("This question is locked and takes no more answers.")
	case question.Protected && !actor.Moderates() && actor.Reputation < protectedFrom:
		return fault.Forbidden("This question is protected: answering it needs %d reputation, and you have %d. Helpful questions and answers elsewhere earn it.",
			protectedFrom, actor.Reputation)
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
