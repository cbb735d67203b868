package notifications

import (
	"context"
	"time"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/kernel/page"
)

// View chooses threads.
type View string

// The views. Inbox holds what is not snoozed, read or not.
const (
	Inbox   View = "inbox"
	Unread  View = "unread"
	Snoozed View = "snoozed"
)

// MaxCount is where counting unread threads ends: nobody needs to know more exactly how far behind they are.
const MaxCount = 100

// Thread is what a person is told about a question: the newest Notifications, and how many there are in all. Asked says
// that it is the person's own question.
type Thread struct {
	Question      id.Post
	Title         string
	Space         posts.SpaceRef
	Asked         bool
	Unread        bool
	Newest        int
	TouchedAt     time.Time
	SnoozedUntil  *time.Time
	Notifications []Notification
	Total         int
}

// Notification is one thing that happened, or the same thing Count times. Own says that Post is the person's own; Suggestion
// is zero unless it is about one.
type Notification struct {
	Number  int
	Kind    Kind
	Unread  bool
	Post    id.Post
	Answer  bool
	Own     bool
	Comment id.Comment
	By      *posts.Person
	Count   int
	At      time.Time
	Excerpt string

	Suggestion id.Suggestion
}

// Threads gives a part of the actor's inbox, the latest first, in one statement.
func (s *Service) Threads(ctx context.Context, actor authz.Actor, view View, cursor string, size int) (page.Stream[Thread], error) {
	if err := actor.MustSignIn(); err != nil {
		return page.Stream[Thread]{}, err
	}
	after, err := page.ParseCursor(cursor)
	if err != nil {
		return page.Stream[Thread]{}, err
	}
	size = page.Request{Size: size}.Normal().Size
	found, err := s.store.threads(ctx, actor, view, after, size+1, s.clock.Now())
	if err != nil {
		return page.Stream[Thread]{}, err
	}
	stream := page.Stream[Thread]{Items: found}
	if len(found) > size {
		last := found[size-1]
		stream.Items, stream.Next = found[:size], page.Cursor{Key: last.TouchedAt.UnixMicro(), ID: int64(last.Question)}.Encode()
	}
	return stream, nil
}

// UnreadCount counts the threads with something unread, up to MaxCount, in one statement.
func (s *Service) UnreadCount(ctx context.Context, actor authz.Actor) (int, error) {
	if err := actor.MustSignIn(); err != nil {
		return 0, err
	}
	return s.store.unread(ctx, actor, s.clock.Now())
}

func noThread() error {
	return fault.NotFound("There is nothing in your inbox about this question.")
}
