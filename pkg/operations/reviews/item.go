package reviews

import (
	"time"

	"wellspring/pkg/content/flags"
	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/id"
)

// Item is what a reviewer looks at, with what they need to know. Question is the post's question, or the post itself.
// Comment, Original and Suggestion are nil where it is not about one.
type Item struct {
	ID         id.ReviewItem `json:"id"`
	Queue      Queue         `json:"queue"`
	Why        string        `json:"why"`
	Since      time.Time     `json:"since"`
	Ended      *time.Time    `json:"ended"`
	Outcome    Decision      `json:"outcome"`
	HeldTill   *time.Time    `json:"heldTill"`
	Kind       posts.Kind    `json:"kind"`
	Post       Text          `json:"post"`
	Question   Question      `json:"question"`
	Comment    *Text         `json:"comment"`
	Original   *Question     `json:"original"`
	Suggestion *Suggestion   `json:"suggestion"`
	Flags      []Call        `json:"flags"`
	Votes      []Vote        `json:"votes"`
	Said       []Said        `json:"said"`
	Choices    []Decision    `json:"-"`
}

// Text is what somebody wrote.
type Text struct {
	ID         int64         `json:"id"`
	HTML       string        `json:"html"`
	Score      int           `json:"score"`
	CreatedAt  time.Time     `json:"createdAt"`
	Author     *posts.Person `json:"author"`
	AuthorName string        `json:"authorName"`
	Deleted    bool          `json:"deleted"`
}

// Question is a question with its text.
type Question struct {
	Text
	Title       string         `json:"title"`
	Tags        []string       `json:"tags"`
	Space       posts.SpaceRef `json:"space"`
	AnswerCount int            `json:"answerCount"`
	Closed      bool           `json:"closed"`
}

// Suggestion is the edit that somebody suggested; package suggestions has its texts.
type Suggestion struct {
	ID      id.Suggestion `json:"id"`
	Summary string        `json:"summary"`
	At      time.Time     `json:"at"`
	By      *posts.Person `json:"by"`
}

// Call is an open flag; only moderators are given any.
type Call struct {
	Reason flags.Reason  `json:"reason"`
	Note   string        `json:"note"`
	At     time.Time     `json:"at"`
	By     *posts.Person `json:"by"`
}

// Vote is a vote to close the question.
type Vote struct {
	Reason posts.CloseReason `json:"reason"`
	Note   string            `json:"note"`
	At     time.Time         `json:"at"`
	By     *posts.Person     `json:"by"`
}

// Said is what a reviewer decided about the item.
type Said struct {
	Decision Decision      `json:"decision"`
	Note     string        `json:"note"`
	At       time.Time     `json:"at"`
	By       *posts.Person `json:"by"`
}
