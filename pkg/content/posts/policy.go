package posts

import (
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
)

// State is what the policies of content look at: facts about a post and its question.
type State struct {
	Kind            Kind
	Author          id.User
	Asker           id.User
	Deleted         bool
	DeletedBy       id.User
	QuestionDeleted bool
	Closed          bool
	Locked          bool
	// Protected says that only people with some reputation may answer.
	Protected bool
	// Merged says that the question's answers moved to another one.
	Merged bool
	// Accepted says that this answer is the accepted one.
	Accepted bool
	// OthersHelped says that a question has an up-voted or accepted answer by somebody other than the asker.
	OthersHelped bool
}

// Gone tells whether readers no longer see the post.
func (s State) Gone() bool { return s.Deleted || s.QuestionDeleted }

// Owns tells whether the actor wrote a post; what people without an account wrote is nobody's.
func Owns(actor authz.Actor, author id.User) bool { return actor.SignedIn() && actor.User == author }

// SeesGone tells whether the actor still sees a deleted post.
func SeesGone(actor authz.Actor, author id.User) bool {
	return Owns(actor, author) || actor.Has(authz.SeeGone)
}

// CanSee says whether the post exists for the actor: whether they read its space, and what is deleted.
func CanSee(actor authz.Actor, t Thread) error {
	visible := actor.Reads(t.Question.SpaceID) &&
		(t.Question.DeletedAt == nil || SeesGone(actor, t.Question.AuthorID)) &&
		(t.Post.DeletedAt == nil || SeesGone(actor, t.Post.AuthorID))
	if !visible {
		return NotFound()
	}
	return nil
}

// NotFound is the answer for what does not exist, is deleted, or may not be read; which of them it is stays unsaid.
func NotFound() error {
	return fault.NotFound("This post does not exist, or you may not read it.")
}

// Open refuses changes to what is deleted or locked; moderators may still change what is locked.
func Open(actor authz.Actor, s State) error {
	switch {
	case s.Gone():
		return fault.Forbidden("This is deleted. It has to be brought back first.")
	case s.Locked && !actor.Moderates():
		return fault.Forbidden("This question is locked. Only moderators can change anything about it.")
	}
	return nil
}

// CanEdit says whether the actor may write a new revision.
func CanEdit(actor authz.Actor, s State) error {
	if err := actor.MustSignIn(); err != nil {
		return err
	}
	if err := Open(actor, s); err != nil {
		return err
	}
	if Owns(actor, s.Author) {
		return nil
	}
	return actor.Need(authz.Edit)
}

// CanDelete says whether the actor may delete: the author, unless others' help would go with it, and moderators.
func CanDelete(actor authz.Actor, s State) error {
	if err := actor.MustSignIn(); err != nil {
		return err
	}
	switch {
	case s.Gone():
		return fault.Forbidden("This is deleted already.")
	case actor.Moderates():
		return nil
	case !Owns(actor, s.Author):
		return fault.Forbidden("Only the author and moderators can delete this.")
	case s.Locked:
		return fault.Forbidden("This question is locked. Only moderators can change anything about it.")
	case s.Kind == Question && s.OthersHelped:
		return fault.Forbidden("Others have helped here with an answer that was accepted or voted up. Only a moderator can delete the question now.")
	case s.Kind == Answer && s.Accepted:
		return fault.Forbidden("This answer is the accepted one. Only a moderator can delete it.")
	}
	return nil
}

// CanUndelete says whether the actor may bring a post back: who deleted it, and moderators.
func CanUndelete(actor authz.Actor, s State) error {
	if err := actor.MustSignIn(); err != nil {
		return err
	}
	switch {
	case !s.Deleted:
		return fault.Forbidden("This is not deleted.")
	case s.Merged:
		return fault.Forbidden("This question was merged into another one. That cannot be taken back.")
	case s.Kind == Answer && s.QuestionDeleted:
		return fault.Forbidden("The question is deleted. Bring it back first.")
	case actor.Moderates():
		return nil
	case s.Locked:
		return fault.Forbidden("This question is locked. Only moderators can change anything about it.")
	case actor.User == s.DeletedBy:
		return nil
	}
	return fault.Forbidden("Only moderators and the person who deleted this can bring it back.")
}
