package bounties

import (
	"time"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
)

// The published figures.
const (
	Least = 50
	Most  = 500
	Step  = 50
	// Keep is what stays with who offers a bounty.
	Keep = 1
	// Lasting is how long answers are waited for, and Grace how long the bounty can be awarded after that.
	Lasting = 7 * day
	Grace   = day
	// MinAge is how old a question has to be: most are answered without a bounty.
	MinAge = 2 * day
	// Enough is the score from which an answer gets a bounty that nobody awards.
	Enough = 2

	day = 24 * time.Hour
)

// Running is what the policies look at of a bounty that has not ended; the zero Running stands for none.
type Running struct {
	Offerer id.User
	EndsAt  time.Time
}

// CanOffer says whether the actor may offer a bounty on a question that was asked at a time.
func CanOffer(actor authz.Actor, question posts.State, asked time.Time, running Running, now time.Time) error {
	if err := actor.MustSignIn(); err != nil {
		return err
	}
	if err := posts.Open(actor, question); err != nil {
		return err
	}
	switch {
	case question.Closed || question.Locked:
		return fault.Forbidden("This question takes no more answers, so a bounty would bring none.")
	case running.Offerer != 0:
		return fault.Conflict("bounty-running", "This question has a bounty. Another one can be offered when it has ended.")
	case now.Sub(asked) < MinAge:
		return fault.Forbidden("A bounty can be offered when the question is 2 days old. Most questions are answered by then.")
	case actor.Reputation < Least+Keep:
		return fault.Forbidden("A bounty takes at least %d of your own reputation, and %d has to stay; you have %d.", Least, Keep, actor.Reputation)
	}
	return nil
}

// CanAward says whether the actor may award the running bounty to an answer.
func CanAward(actor authz.Actor, answer posts.State, running Running, now time.Time) error {
	if err := actor.MustSignIn(); err != nil {
		return err
	}
	if err := posts.Open(actor, answer); err != nil {
		return err
	}
	switch {
	case running.Offerer == 0 || now.After(running.EndsAt.Add(Grace)):
		return fault.Forbidden("No bounty waits to be awarded here.")
	case actor.User != running.Offerer:
		return fault.Forbidden("Only the person who offered the bounty can award it.")
	case answer.Author == running.Offerer:
		return fault.Forbidden("A bounty cannot go to an answer of the person who offered it.")
	case answer.Author == 0:
		return fault.Forbidden("Nobody with an account here wrote this answer, so nobody could get the bounty.")
	}
	return nil
}
