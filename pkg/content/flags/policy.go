package flags

import (
	"slices"
	"strings"
	"unicode/utf8"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
)

// Reason is why somebody calls the moderators.
type Reason string

// The reasons. Attention is anything else, which its note has to tell.
const (
	Spam       Reason = "spam"
	Rude       Reason = "rude"
	LowQuality Reason = "low-quality"
	Attention  Reason = "attention"
)

// Limits: the fewest characters that tell what a moderator shall look at, and the open flags a person may have, since
// somebody must read each.
const (
	MinAttention = 10
	MaxOpen      = 50
)

// Call is what somebody says with a flag.
type Call struct {
	Reason Reason
	Note   string
}

// Validate tells everything that is wrong with the input.
func (c *Call) Validate() error {
	var v fault.Validation
	c.Note = strings.TrimSpace(c.Note)
	v.Check(slices.Contains([]Reason{Spam, Rude, LowQuality, Attention}, c.Reason), "reason", "unknown",
		"Say why: spam, rude, low-quality or attention.")
	v.Check(c.Reason != Attention || utf8.RuneCountInString(c.Note) >= MinAttention, "note", "too-short",
		"Tell in at least %d characters what a moderator should look at.", MinAttention)
	posts.CheckNote(&v, "note", c.Note)
	return v.Err()
}

// CanFlag says whether the actor may flag what author wrote on a post, or the post itself. A locked one can be spam too.
func CanFlag(actor authz.Actor, post posts.State, author id.User) error {
	if err := actor.MustSignIn(); err != nil {
		return err
	}
	switch {
	case post.Gone():
		return fault.Forbidden("This is deleted already.")
	case posts.Owns(actor, author):
		return fault.Forbidden("You wrote this yourself. Edit or delete it instead.")
	}
	return nil
}

func canDecide(actor authz.Actor) error {
	if err := actor.MustSignIn(); err != nil {
		return err
	}
	if !actor.Moderates() {
		return fault.Forbidden("Only moderators decide flags.")
	}
	return nil
}

func noFlag() error { return fault.NotFound("You have no open flag here.") }
