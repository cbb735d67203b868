package comments

import (
	"time"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
)

// CanComment says whether the actor may comment on a post: with the privilege, and always on one's own post and under
// one's own question.
func CanComment(actor authz.Actor, post posts.State) error {
	if err := actor.MustSignIn(); err != nil {
		return err
	}
	if err := posts.Open(actor, post); err != nil {
		return err
	}
	if posts.Owns(actor, post.Author) || posts.Owns(actor, post.Asker) {
		return nil
	}
	return actor.Need(authz.Comment)
}

// editable is how long its author may change a comment: long enough for a slip, too short to change what others answered.
const editable = 10 * time.Minute

// CanEdit says whether the actor may change the text of a comment of some age: its author for a while, moderators always.
func CanEdit(actor authz.Actor, post posts.State, author id.User, age time.Duration) error {
	if err := actor.MustSignIn(); err != nil {
		return err
	}
	if err := posts.Open(actor, post); err != nil {
		return err
	}
	switch {
	case actor.Moderates():
		return nil
	case !posts.Owns(actor, author):
		return fault.Forbidden("Only the author and moderators can edit this comment.")
	case age > editable:
		return fault.Forbidden("A comment can be edited for 10 minutes. Write another one to add something, or delete this one.")
	}
	return nil
}

// CanDelete says whether the actor may delete a comment.
func CanDelete(actor authz.Actor, post posts.State, author id.User) error {
	if err := actor.MustSignIn(); err != nil {
		return err
	}
	if err := posts.Open(actor, post); err != nil {
		return err
	}
	if posts.Owns(actor, author) || actor.Moderates() {
		return nil
	}
	return fault.Forbidden("Only the author and moderators can delete this comment.")
}

// CanVote says whether the actor may vote a comment up.
func CanVote(actor authz.Actor, post posts.State, author id.User) error {
	if err := actor.MustSignIn(); err != nil {
		return err
	}
	if posts.Owns(actor, author) {
		return fault.Forbidden("You cannot vote on your own comment.")
	}
	if err := posts.Open(actor, post); err != nil {
		return err
	}
	return actor.Need(authz.VoteUp)
}

// CanBecomeAnswer says whether the actor may make an answer of a comment: its author and moderators, where its question takes
// answers, which answering says.
func CanBecomeAnswer(actor authz.Actor, post posts.State, author id.User, answering error) error {
	if err := actor.MustSignIn(); err != nil {
		return err
	}
	if err := posts.Open(actor, post); err != nil {
		return err
	}
	if !posts.Owns(actor, author) && !actor.Moderates() {
		return fault.Forbidden("Only the author and moderators can make an answer of this comment.")
	}
	return answering
}

// CanBecomeComment says whether the actor may make a comment of an answer with so many characters: moderators, and its
// author as long as nobody has voted on it or accepted it.
func CanBecomeComment(actor authz.Actor, answer posts.State, voted bool, characters int) error {
	if err := actor.MustSignIn(); err != nil {
		return err
	}
	if err := posts.Open(actor, answer); err != nil {
		return err
	}
	switch {
	case !posts.Owns(actor, answer.Author) && !actor.Moderates():
		return fault.Forbidden("Only the author and moderators can make a comment of this answer.")
	case !actor.Moderates() && answer.Accepted:
		return fault.Forbidden("This answer is the accepted one. Only a moderator can make a comment of it.")
	case !actor.Moderates() && voted:
		return fault.Forbidden("Others have voted on this answer. Only a moderator can make a comment of it.")
	case characters > MaxBody:
		return fault.Forbidden("A comment has at most %d characters, and this answer has %d. Shorten it first.", MaxBody, characters)
	}
	if actor.Moderates() || posts.Owns(actor, answer.Asker) {
		return nil
	}
	return actor.Need(authz.Comment)
}
