package reviews

import (
	"slices"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/fault"
)

// Queue names a kind of what waits.
type Queue string

// The queues.
const (
	Flags          Queue = "flags"
	FirstPosts     Queue = "first-posts"
	CloseVotes     Queue = "close-votes"
	Duplicates     Queue = "duplicates"
	LowQuality     Queue = "low-quality"
	SuggestedEdits Queue = "suggested-edits"
)

// Queues lists all of them, the most urgent first.
func Queues() []Queue {
	return []Queue{Flags, SuggestedEdits, CloseVotes, Duplicates, FirstPosts, LowQuality}
}

// Decision is what a reviewer says of an item.
type Decision string

// The decisions. Leave leaves a question open; Skip says nothing and only keeps the item from who said it.
const (
	Approve Decision = "approve"
	Flag    Decision = "flag"
	Helpful Decision = "helpful"
	Delete  Decision = "delete"
	Decline Decision = "decline"
	Close   Decision = "close"
	Leave   Decision = "leave"
	Accept  Decision = "accept"
	Reject  Decision = "reject"
	Skip    Decision = "skip"
)

// decisiveLeaves is how many reviewers leave a question open before the queue asks nobody else; a moderator alone is
// enough.
const decisiveLeaves = posts.DecisiveVotes

// CanReview says whether the actor may review a queue.
func CanReview(actor authz.Actor, queue Queue) error {
	if err := actor.MustSignIn(); err != nil {
		return err
	}
	switch queue {
	case Flags:
		if !actor.Moderates() {
			return fault.Forbidden("Only moderators decide flags.")
		}
		return nil
	case CloseVotes, Duplicates:
		return actor.Need(authz.Close)
	case FirstPosts, LowQuality, SuggestedEdits:
		return actor.Need(authz.Edit)
	}
	return noItem()
}

// CanReviewSome tells whether there is a queue that the actor may review.
func CanReviewSome(actor authz.Actor) bool {
	return slices.ContainsFunc(Queues(), func(queue Queue) bool { return CanReview(actor, queue) == nil })
}

// choices are the decisions that the actor has about an item of a queue, beside Skip.
func choices(actor authz.Actor, queue Queue) []Decision {
	switch queue {
	case Flags:
		return []Decision{Helpful, Delete, Decline}
	case CloseVotes, Duplicates:
		return []Decision{Close, Leave}
	case LowQuality:
		if actor.Moderates() {
			return []Decision{Approve, Delete}
		}
		return []Decision{Approve, Flag}
	case FirstPosts:
		return []Decision{Approve, Flag}
	case SuggestedEdits:
		return []Decision{Accept, Reject}
	}
	return nil
}

func noItem() error {
	return fault.NotFound("There is nothing here that you may review.")
}

func decidedAlready() error {
	return fault.Conflict("decided-already", "Somebody else has decided this meanwhile. Take the next one.")
}
