package posts

import (
	"context"
	"time"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/kernel/page"
)

// DeedKind says what happened to a post: one of these, or of the kinds of acts.
type DeedKind string

// The kinds of deeds beside acts. Voted gathers the votes of one day.
const (
	DeedAsked     DeedKind = "asked"
	DeedAnswered  DeedKind = "answered"
	DeedEdited    DeedKind = "edited"
	DeedAccepted  DeedKind = "accepted"
	DeedCommented DeedKind = "commented"
	DeedVoted     DeedKind = "voted"
	DeedSuggested DeedKind = "suggested"
	DeedRejected  DeedKind = "rejected"
)

// Deed is one line of a post's timeline. By is nil where the person has no account, and of votes, which are secret.
type Deed struct {
	Kind   DeedKind
	At     time.Time
	By     *Person
	ByName string
	// With are the others whose votes closed or reopened it, AcceptedBy who accepted what By had suggested.
	With       []Person
	AcceptedBy *Person
	Revision   int
	Summary    string
	Reason     string
	Note       string
	Up         int
	Down       int
	// Amount is that of a bounty.
	Amount     int
	Answer     id.Post
	Comment    id.Comment
	Suggestion id.Suggestion
	Original   *Original
}

// Timeline is a part of what happened to a post, the latest first.
type Timeline struct {
	Thread Thread
	page.Stream[Deed]
}

// Timeline gives a part of what happened to a post that the actor may see, in two statements.
func (s *Service) Timeline(ctx context.Context, actor authz.Actor, post id.Post, cursor string, size int) (Timeline, error) {
	after, err := page.ParseCursor(cursor)
	if err != nil {
		return Timeline{}, err
	}
	thread, err := s.Find(ctx, actor, post)
	if err != nil {
		return Timeline{}, err
	}
	size = page.Request{Size: size}.Normal().Size
	rows, err := s.store.timeline(ctx, actor, thread, after, size+1)
	if err != nil {
		return Timeline{}, err
	}
	timeline := Timeline{Thread: thread, Stream: page.Stream[Deed]{Items: make([]Deed, 0, len(rows))}}
	if len(rows) > size {
		rows = rows[:size]
		timeline.Next = rows[size-1].cursor().Encode()
	}
	for i := range rows {
		timeline.Items = append(timeline.Items, rows[i].deed(actor))
	}
	return timeline, nil
}
