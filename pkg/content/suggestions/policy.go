package suggestions

import (
	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
)

// CanSuggest says whether the actor may suggest an edit of a post: whoever may not edit it at once. waiting says that
// another suggestion waits there.
func CanSuggest(actor authz.Actor, post posts.State, waiting bool) error {
	if err := actor.MustSignIn(); err != nil {
		return err
	}
	if err := posts.Open(actor, post); err != nil {
		return err
	}
	if posts.CanEdit(actor, post) == nil {
		return fault.Forbidden("You can edit this yourself, without suggesting it.")
	}
	if waiting {
		return fault.Conflict("suggestion-waits", "An edit of this was suggested already. You can suggest yours when that one is decided.")
	}
	return nil
}

// CanDecide says whether the actor may accept, improve or reject what somebody suggested for a post.
func CanDecide(actor authz.Actor, post posts.State, suggester id.User) error {
	if err := actor.MustSignIn(); err != nil {
		return err
	}
	if posts.Owns(actor, suggester) {
		return fault.Forbidden("Others decide about what you suggested. You can withdraw it.")
	}
	return posts.CanEdit(actor, post)
}

// CanWithdraw says whether the actor may take a suggestion back.
func CanWithdraw(actor authz.Actor, suggester id.User) error {
	if err := actor.MustSignIn(); err != nil {
		return err
	}
	if !posts.Owns(actor, suggester) {
		return fault.Forbidden("Only the person who suggested this can withdraw it.")
	}
	return nil
}

// sees tells whether a suggestion exists for the actor, who reads its post. What was not accepted concerns only those who
// may decide and who suggested it.
func sees(actor authz.Actor, post posts.State, suggester id.User, state State) bool {
	return state == Accepted || posts.Owns(actor, suggester) || posts.Owns(actor, post.Author) || actor.Has(authz.Edit)
}

func notFound() error {
	return fault.NotFound("This suggestion does not exist, or you may not read it.")
}

func decided() error {
	return fault.Conflict("suggestion-decided", "This suggestion was decided or withdrawn already.")
}
