package questions

import (
	"time"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
)

// PageSize is the number of answers on a question's page; the others come by Answers.
const PageSize = 30

// Document is what all readers of a question's page see alike. It is shared between requests: never change it.
type Document struct {
	Question Shown           `json:"question"`
	Answers  []Answer        `json:"answers"`
	Comments []posts.Comment `json:"comments"`
	People   []posts.Person  `json:"people"`
	// Suggestions are the edits that wait to be decided.
	Suggestions []Suggestion `json:"suggestions"`
	// Serial tells two loads of a document apart, for caches of what is made from it.
	Serial     uint64 `json:"-"`
	generation uint64
	size       int
	people     map[id.User]int
}

// Size is roughly what the document weighs in memory, in bytes, and more than it takes as JSON.
func (d *Document) Size() int { return d.size }

// Common is what a question and an answer show alike.
type Common struct {
	ID            id.Post    `json:"id"`
	Body          string     `json:"body"`
	HTML          string     `json:"html"`
	Score         int        `json:"score"`
	UpCount       int        `json:"upCount"`
	DownCount     int        `json:"downCount"`
	CommentCount  int        `json:"commentCount"`
	Author        id.User    `json:"author"`
	AuthorName    string     `json:"authorName"`
	CreatedAt     time.Time  `json:"createdAt"`
	EditedAt      *time.Time `json:"editedAt"`
	Editor        id.User    `json:"editor"`
	RevisionCount int        `json:"revisionCount"`
	DeletedAt     *time.Time `json:"deletedAt"`
	DeletedBy     id.User    `json:"deletedBy"`
	DeletedNote   string     `json:"deletedNote"`
	Version       int        `json:"version"`
}

// Shown is a question on its page.
type Shown struct {
	Common
	Title           string         `json:"title"`
	Tags            []string       `json:"tags"`
	Space           posts.SpaceRef `json:"space"`
	AnswerCount     int            `json:"answerCount"`
	ViewCount       int            `json:"viewCount"`
	AcceptedAnswer  id.Post        `json:"acceptedAnswer"`
	ClosedAt        *time.Time     `json:"closedAt"`
	ClosedReason    string         `json:"closedReason"`
	ClosedBy        id.User        `json:"closedBy"`
	DuplicateOf     id.Post        `json:"duplicateOf"`
	DuplicateTitle  string         `json:"duplicateTitle"`
	DuplicateHidden bool           `json:"duplicateHidden"`
	DuplicateSpace  id.Space       `json:"duplicateSpace"`
	LockedAt        *time.Time     `json:"lockedAt"`
	PinnedAt        *time.Time     `json:"pinnedAt"`
	ProtectedAt     *time.Time     `json:"protectedAt"`
	MergedInto      id.Post        `json:"mergedInto"`
	Acts            []Act          `json:"acts"`
	CloseVotes      []CloseVote    `json:"closeVotes"`
	Duplicates      []Duplicate    `json:"duplicates"`
	ImportedSite    string         `json:"importedSite"`
	ImportedURL     string         `json:"importedUrl"`
	OthersHelped    bool           `json:"othersHelped"`
}

// Act is the last of its kind that was done to the question and still holds.
type Act struct {
	Kind posts.ActKind `json:"kind"`
	By   id.User       `json:"by"`
	With []id.User     `json:"with"`
	At   time.Time     `json:"at"`
	Note string        `json:"note"`
}

// Act gives the one of a kind, or one that says nothing.
func (q *Shown) Act(kind posts.ActKind) Act {
	for _, act := range q.Acts {
		if act.Kind == kind {
			return act
		}
	}
	return Act{}
}

// CloseVote is somebody's vote to close the question, or to reopen it.
type CloseVote struct {
	User     id.User   `json:"user"`
	ToReopen bool      `json:"toReopen"`
	At       time.Time `json:"at"`
}

// Duplicate is a question that was closed as a duplicate of this one.
type Duplicate struct {
	ID    id.Post  `json:"id"`
	Title string   `json:"title"`
	Space id.Space `json:"space"`
}

// Answer is an answer on its question's page.
type Answer struct {
	Common
	Question id.Post `json:"question"`
}

// Suggestion is an edit of a post of the page that somebody suggested and nobody has decided yet.
type Suggestion struct {
	ID   id.Suggestion `json:"id"`
	Post id.Post       `json:"post"`
	By   id.User       `json:"by"`
}

// SuggestionFor gives the one that waits at a post, or nil.
func (d *Document) SuggestionFor(post id.Post) *Suggestion {
	for i := range d.Suggestions {
		if d.Suggestions[i].Post == post {
			return &d.Suggestions[i]
		}
	}
	return nil
}

// State is what the policies look at for the question.
func (d *Document) State() posts.State {
	q := &d.Question
	return posts.State{
		Kind: posts.Question, Author: q.Author, Asker: q.Author, Deleted: q.DeletedAt != nil, DeletedBy: q.DeletedBy,
		QuestionDeleted: q.DeletedAt != nil, Closed: q.ClosedAt != nil, Locked: q.LockedAt != nil,
		Protected: q.ProtectedAt != nil, Merged: q.MergedInto != 0, OthersHelped: q.OthersHelped,
	}
}

// AnswerState is what the policies look at for an answer.
func (d *Document) AnswerState(a *Answer) posts.State {
	state := d.State()
	state.Kind, state.Author, state.Deleted, state.DeletedBy = posts.Answer, a.Author, a.DeletedAt != nil, a.DeletedBy
	state.Accepted = d.Question.AcceptedAnswer == a.ID
	return state
}

// VisibleAnswers gives the answers the reader may see: all but those deleted by others.
func (d *Document) VisibleAnswers(actor authz.Actor) []*Answer {
	visible := make([]*Answer, 0, len(d.Answers))
	for i := range d.Answers {
		if a := &d.Answers[i]; a.DeletedAt == nil || posts.SeesGone(actor, a.Author) {
			visible = append(visible, a)
		}
	}
	return visible
}

// Person gives somebody who appears on the page, or nil.
func (d *Document) Person(user id.User) *posts.Person {
	if at, found := d.people[user]; found {
		return &d.People[at]
	}
	return nil
}

// CommentsOf gives the comments shown with a post, oldest first.
func (d *Document) CommentsOf(post id.Post) []*posts.Comment {
	comments := []*posts.Comment{}
	for i := range d.Comments {
		if d.Comments[i].Post == post {
			comments = append(comments, &d.Comments[i])
		}
	}
	return comments
}

func (d *Document) index() {
	d.people = make(map[id.User]int, len(d.People))
	for at, person := range d.People {
		d.people[person.ID] = at
	}
}

// see refuses what the actor may not read.
func (d *Document) see(actor authz.Actor) error {
	q := &d.Question
	if !actor.Reads(q.Space.ID) || q.DeletedAt != nil && !posts.SeesGone(actor, q.Author) {
		return posts.NotFound()
	}
	return nil
}
