// Package event declares every fact the product publishes, in the past tense, with identifiers and
// the values before and after. Content publishes; reputation, search and others subscribe.
package event

import "wellspring/pkg/kernel/id"

// Event is a fact with a stable name.
type Event interface{ EventName() string }

// AccountRegistered says that a person has an account now.
type AccountRegistered struct {
	User id.User `json:"user"`
}

// ProfileEdited says that a person's profile, role or memberships changed.
type ProfileEdited struct {
	User id.User `json:"user"`
}

// QuestionAsked says that a question was asked.
type QuestionAsked struct {
	Question id.Post  `json:"question"`
	Author   id.User  `json:"author"`
	Space    id.Space `json:"space"`
	Tags     []string `json:"tags"`
}

// AnswerPosted says that an answer was given.
type AnswerPosted struct {
	Answer   id.Post `json:"answer"`
	Question id.Post `json:"question"`
	Author   id.User `json:"author"`
}

// PostRef names a post and where it belongs; Question equals Post for a question.
type PostRef struct {
	Post     id.Post `json:"post"`
	Kind     string  `json:"kind"`
	Question id.Post `json:"question"`
	Author   id.User `json:"author"`
}

// PostEdited says that a post has a new revision. AcceptedBy is zero unless the Editor had suggested it.
type PostEdited struct {
	PostRef
	Editor     id.User  `json:"editor"`
	AcceptedBy id.User  `json:"acceptedBy,omitempty"`
	Revision   int      `json:"revision"`
	TagsBefore []string `json:"tagsBefore,omitempty"`
	TagsAfter  []string `json:"tagsAfter,omitempty"`
}

// PostDeleted says that a post is gone for readers.
type PostDeleted struct {
	PostRef
	By id.User `json:"by"`
}

// PostUndeleted says that a deleted post is back.
type PostUndeleted struct {
	PostRef
	By id.User `json:"by"`
}

// VoteCast says that a person's vote on a post went from Before to After, each -1, 0 or 1.
type VoteCast struct {
	PostRef
	Voter  id.User `json:"voter"`
	Before int     `json:"before"`
	After  int     `json:"after"`
}

// AnswerAccepted says that an answer is the accepted one now; a change of mind is an AnswerUnaccepted before it.
type AnswerAccepted struct {
	Answer   id.Post `json:"answer"`
	Question id.Post `json:"question"`
	Answerer id.User `json:"answerer"`
	Asker    id.User `json:"asker"`
	By       id.User `json:"by"`
}

// AnswerUnaccepted says that an answer is no longer the accepted one.
type AnswerUnaccepted struct {
	Answer   id.Post `json:"answer"`
	Question id.Post `json:"question"`
	Answerer id.User `json:"answerer"`
	Asker    id.User `json:"asker"`
	By       id.User `json:"by"`
}

// CommentPosted says that a post has a new comment. One that answers a comment names its Parent and who wrote what it
// answers; both are zero for one that answers none.
type CommentPosted struct {
	PostRef
	Comment   id.Comment `json:"comment"`
	Commenter id.User    `json:"commenter"`
	Parent    id.Comment `json:"parent,omitempty"`
	Answered  id.User    `json:"answered,omitempty"`
}

// CommentChanged says that a comment was edited, deleted or voted on.
type CommentChanged struct {
	PostRef
	Comment id.Comment `json:"comment"`
	By      id.User    `json:"by"`
}

// TagEdited says that a tag's description or wiki changed.
type TagEdited struct {
	Tag  id.Tag `json:"tag"`
	Name string `json:"name"`
}

// The stable names.
func (AccountRegistered) EventName() string { return "account.registered" }
func (ProfileEdited) EventName() string     { return "profile.edited" }
func (QuestionAsked) EventName() string     { return "question.asked" }
func (AnswerPosted) EventName() string      { return "answer.posted" }
func (PostEdited) EventName() string        { return "post.edited" }
func (PostDeleted) EventName() string       { return "post.deleted" }
func (PostUndeleted) EventName() string     { return "post.undeleted" }
func (VoteCast) EventName() string          { return "vote.cast" }
func (AnswerAccepted) EventName() string    { return "answer.accepted" }
func (AnswerUnaccepted) EventName() string  { return "answer.unaccepted" }
func (CommentPosted) EventName() string     { return "comment.posted" }
func (CommentChanged) EventName() string    { return "comment.changed" }
func (TagEdited) EventName() string         { return "tag.edited" }
