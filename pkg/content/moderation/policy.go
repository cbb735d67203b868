package moderation

import (
	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/fault"
)

// Decides tells whether the actor closes and reopens alone, without votes.
func Decides(actor authz.Actor) bool { return actor.Moderates() }

// CanClose says whether the actor may close a question, or vote for it.
func CanClose(actor authz.Actor, question posts.State) error {
	if err := mayVote(actor, question); err != nil {
		return err
	}
	if question.Closed {
		return fault.Forbidden("This question is closed already.")
	}
	return nil
}

// CanReopen says whether the actor may reopen a question, or vote for it.
func CanReopen(actor authz.Actor, question posts.State) error {
	if err := mayVote(actor, question); err != nil {
		return err
	}
	if !question.Closed {
		return fault.Forbidden("This question is open already.")
	}
	return nil
}

// mayVote asks no privilege of the asker, who knows best what became of the question; their vote is one like any other.
func mayVote(actor authz.Actor, question posts.State) error {
	if err := actor.MustSignIn(); err != nil {
		return err
	}
	if err := posts.Open(actor, question); err != nil {
		return err
	}
	if posts.Owns(actor, question.Asker) {
		return nil
	}
	return actor.Need(authz.Close)
}

// CanMark says whether the actor may lock, pin or protect a question, or take that back.
func CanMark(actor authz.Actor, question posts.State) error {
	if err := actor.MustSignIn(); err != nil {
		return err
	}
	if !actor.Moderates() {
		return fault.Forbidden("Only moderators can lock, pin or protect a question.")
	}
	return posts.Open(actor, question)
}
