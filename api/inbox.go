package api

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/engagement/notifications"
	"wellspring/pkg/kernel/id"
)

// InboxThread is what the reader is told about a question and its answers.
type InboxThread struct {
	Question      QuestionRef    `json:"question"`
	Space         SpaceRef       `json:"space"`
	Asked         bool           `json:"asked" doc:"It is the reader's own question."`
	Unread        bool           `json:"unread"`
	Newest        int            `json:"newest" doc:"The number of the newest notification; send it back to mark the thread as read up to it."`
	TouchedAt     time.Time      `json:"touchedAt" doc:"When something last came, or when a snoozed thread comes back."`
	SnoozedUntil  *time.Time     `json:"snoozedUntil"`
	Notifications []Notification `json:"notifications" nullable:"false" doc:"The newest five, newest first."`
	Total         int            `json:"total" doc:"How many there are in all."`
}

// Notification is one thing that happened, or the same thing several times.
type Notification struct {
	Number       int            `json:"number" doc:"Counted within the thread."`
	Kind         string         `json:"kind" enum:"question,answer,comment,accept,edit,votes,closed,reopened,mention,suggestion,suggestion-accepted,suggestion-rejected,bounty-offered,bounty-ending,bounty-awarded,bounty-returned,from-comment,to-comment,flag-helpful,flag-declined"` //nolint:lll // a tag is one line
	Unread       bool           `json:"unread"`
	PostID       id.Post        `json:"postId"`
	PostKind     string         `json:"postKind" enum:"question,answer"`
	Own          bool           `json:"own" doc:"The post is the reader's own."`
	CommentID    *id.Comment    `json:"commentId"`
	SuggestionID *id.Suggestion `json:"suggestionId" doc:"The suggested edit that it is about."`
	By           *PersonRef     `json:"by" doc:"Who did it last; null for votes, which are secret."`
	Count        int            `json:"count" doc:"How often since it was last read, such as the number of up-votes."`
	At           time.Time      `json:"at"`
	Excerpt      string         `json:"excerpt" doc:"Of a question, an answer, a comment or what mentions one; else empty."`
}

// InboxPart is a part of the reader's inbox.
type InboxPart struct {
	Items []InboxThread `json:"items" nullable:"false"`
	Next  string        `json:"next" doc:"The cursor to read on with; empty at the end."`
}

// UnreadCount counts the threads with something unread.
type UnreadCount struct {
	Unread int `json:"unread" maximum:"100" doc:"100 stands for 100 or more."`
}

type inboxInput struct {
	View     string `query:"view" enum:"inbox,unread,snoozed" default:"inbox"`
	Cursor   string `query:"cursor" maxLength:"200" doc:"From next of the part before."`
	PageSize int    `query:"pageSize" minimum:"1" maximum:"100" default:"30" doc:"Threads in a part."`
}

type markReadInput struct {
	QuestionPath
	Body struct {
		Through int `json:"through,omitempty" minimum:"0" doc:"The number of the newest notification that was read; left out, all are."`
	}
}

type markAllReadInput struct {
	Body struct {
		Through time.Time `json:"through,omitzero" doc:"Threads that were touched later stay unread; left out, none does."`
	}
}

type snoozeInput struct {
	QuestionPath
	Body struct {
		Until time.Time `json:"until" doc:"Within a year."`
	}
}

type (
	inboxOutput  struct{ Body InboxPart }
	unreadOutput struct{ Body UnreadCount }
)

func (s *Server) registerInbox(api huma.API) {
	huma.Register(api, signedIn("read-inbox", http.MethodGet, "/me/inbox", "Inbox", "What happened to one's posts and at what one follows, by question"),
		s.readInbox)
	huma.Register(api, signedIn("count-unread", http.MethodGet, "/me/inbox/unread", "Inbox", "How much is unread"), s.countUnread)
	huma.Register(api, s.inboxStreamOperation(), s.streamInbox)
	huma.Register(api, signedIn("mark-inbox-read", http.MethodPut, "/me/inbox/read", "Inbox", "Mark everything as read"), s.markAllRead)
	huma.Register(api, signedIn("mark-read", http.MethodPut, "/me/inbox/{id}/read", "Inbox", "Mark what one was told about a question as read"), s.markRead)
	huma.Register(api, signedIn("mark-unread", http.MethodDelete, "/me/inbox/{id}/read", "Inbox", "Mark it as unread again"), s.markUnread)
	huma.Register(api, signedIn("snooze", http.MethodPut, "/me/inbox/{id}/snooze", "Inbox", "Put a thread off until a time"), s.snooze)
	huma.Register(api, signedIn("unsnooze", http.MethodDelete, "/me/inbox/{id}/snooze", "Inbox", "Bring a snoozed thread back"), s.unsnooze)
}

func (s *Server) readInbox(ctx context.Context, in *inboxInput) (*inboxOutput, error) {
	part, err := s.app.Notifications.Threads(ctx, actorOf(ctx), notifications.View(in.View), in.Cursor, in.PageSize)
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	return &inboxOutput{InboxPart{Items: each(part.Items, inboxThread), Next: part.Next}}, nil
}

func inboxThread(t notifications.Thread) InboxThread {
	return InboxThread{
		Question: questionRef(t.Question, t.Title), Space: spaceRef(t.Space), Asked: t.Asked, Unread: t.Unread, Newest: t.Newest,
		TouchedAt: t.TouchedAt, SnoozedUntil: t.SnoozedUntil, Notifications: each(t.Notifications, notification), Total: t.Total,
	}
}

func notification(n notifications.Notification) Notification {
	shown := Notification{
		Number: n.Number, Kind: string(n.Kind), Unread: n.Unread, PostID: n.Post, PostKind: string(posts.Question), Own: n.Own,
		By: personOrNull(n.By), Count: n.Count, At: n.At, Excerpt: n.Excerpt,
	}
	if n.Answer {
		shown.PostKind = string(posts.Answer)
	}
	if n.Comment != 0 {
		shown.CommentID = &n.Comment
	}
	if n.Suggestion != 0 {
		shown.SuggestionID = &n.Suggestion
	}
	return shown
}

func (s *Server) countUnread(ctx context.Context, _ *struct{}) (*unreadOutput, error) {
	return s.unread(ctx, nil)
}

// unread tells what is unread after a change, unless that failed.
func (s *Server) unread(ctx context.Context, err error) (*unreadOutput, error) {
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	count, err := s.app.Notifications.UnreadCount(ctx, actorOf(ctx))
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	return &unreadOutput{UnreadCount{count}}, nil
}

func (s *Server) markRead(ctx context.Context, in *markReadInput) (*unreadOutput, error) {
	return s.unread(ctx, s.app.Notifications.MarkRead(ctx, actorOf(ctx), in.ID, in.Body.Through))
}

func (s *Server) markUnread(ctx context.Context, in *QuestionPath) (*unreadOutput, error) {
	return s.unread(ctx, s.app.Notifications.MarkUnread(ctx, actorOf(ctx), in.ID))
}

func (s *Server) markAllRead(ctx context.Context, in *markAllReadInput) (*unreadOutput, error) {
	return s.unread(ctx, s.app.Notifications.MarkAllRead(ctx, actorOf(ctx), in.Body.Through))
}

func (s *Server) snooze(ctx context.Context, in *snoozeInput) (*unreadOutput, error) {
	return s.unread(ctx, s.app.Notifications.Snooze(ctx, actorOf(ctx), in.ID, in.Body.Until))
}

func (s *Server) unsnooze(ctx context.Context, in *QuestionPath) (*unreadOutput, error) {
	return s.unread(ctx, s.app.Notifications.Unsnooze(ctx, actorOf(ctx), in.ID))
}
