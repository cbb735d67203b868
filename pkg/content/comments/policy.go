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
