package posts

import (
	"time"

	"wellspring/pkg/kernel/event"
	"wellspring/pkg/kernel/id"
)

// Kind tells questions from answers.
type Kind string

// The kinds of posts.
const (
	Question Kind = "question"
	Answer   Kind = "answer"
)

// Activity is what last happened to a question.
type Activity string

// The activities.
const (
	Asked     Activity = "asked"
	Answered  Activity = "answered"
	Edited    Activity = "edited"
	Commented Activity = "commented"
	Closed    Activity = "closed"
	Accepted  Activity = "accepted"
)

// Post is a row of the trunk without its texts. Author is zero where the person has no account.
type Post struct {
	ID             id.Post
	Kind           Kind
	QuestionID     id.Post
	SpaceID        id.Space
	AuthorID       id.User
	AuthorName     string
	Title          string
	Tags           []string
	Score          int
	UpCount        int
	DownCount      int
	AnswerCount    int
	CommentCount   int
	AcceptedAnswer id.Post
	CreatedAt      time.Time
	ClosedAt       *time.Time
	DuplicateOf    id.Post
	LockedAt       *time.Time
	PinnedAt       *time.Time
	ProtectedAt    *time.Time
	DeletedAt      *time.Time
	DeletedBy      id.User
	MergedInto     id.Post
	RevisionCount  int
	Version        int
}

// Thread is a post together with its question; for a question both are the same.
type Thread struct {
	Question Post
	Post     Post
}

// Gone tells whether readers no longer see the post, by its own deletion or by its question's.
func (t Thread) Gone() bool { return t.Post.DeletedAt != nil || t.Question.DeletedAt != nil }

// Ref names the post in events.
func (t Thread) Ref() event.PostRef {
	return event.PostRef{Post: t.Post.ID, Kind: string(t.Post.Kind), Question: t.Question.ID, Author: t.Post.AuthorID}
}

// State is what the policies look at.
func (t Thread) State() State {
	return State{
		Kind: t.Post.Kind, Author: t.Post.AuthorID, Asker: t.Question.AuthorID,
		Deleted: t.Post.DeletedAt != nil, DeletedBy: t.Post.DeletedBy, QuestionDeleted: t.Question.DeletedAt != nil,
		Closed: t.Question.ClosedAt != nil, Locked: t.Question.LockedAt != nil, Protected: t.Question.ProtectedAt != nil,
		Accepted: t.Post.ID == t.Question.AcceptedAnswer, Merged: t.Question.MergedInto != 0,
	}
}

// Text is what an author writes; answers have neither title nor tags.
type Text struct {
	Title string
	Body  string
	Tags  []string
}
