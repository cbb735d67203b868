package suggestions

import (
	"time"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/id"
)

// State is what became of a suggestion.
type State string

// The states.
const (
	Waiting   State = "waiting"
	Accepted  State = "accepted"
	Rejected  State = "rejected"
	Withdrawn State = "withdrawn"
)

// Reason is why a suggestion is rejected.
type Reason string

// The reasons.
const (
	// Unneeded makes the post no better.
	Unneeded Reason = "unneeded"
	// Wrong makes it say something that is not so.
	Wrong Reason = "wrong"
	// Meaning makes it say what its author did not mean.
	Meaning Reason = "meaning"
	// Incomplete leaves more to mend than it mends.
	Incomplete Reason = "incomplete"
	Spam       Reason = "spam"
	// Other is said in words.
	Other Reason = "other"
)

// Summary is a suggestion in a list. Author and DecidedBy are nil where the person has no account here; Revision is what
// it became, and zero unless it was accepted.
type Summary struct {
	ID         id.Suggestion
	Post       id.Post
	Kind       posts.Kind
	Question   id.Post
	Title      string
	Space      posts.SpaceRef
	Author     *posts.Person
	AuthorName string
	CreatedAt  time.Time
	Summary    string
	State      State
	DecidedAt  *time.Time
	DecidedBy  *posts.Person
	Reason     Reason
	Note       string
	Revision   int
	Improved   bool
}

// Suggestion is one with its texts: Before is the revision that it changes, After what it proposes, and Current what the
// post says now, in Version. Conflict says that Before is no longer the newest while it waits.
type Suggestion struct {
	Summary
	Before   posts.Text
	After    posts.Text
	Current  posts.Text
	Version  int
	Conflict bool
	// PostState is what the policies look at.
	PostState posts.State
}
