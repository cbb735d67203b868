package api

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/platform/clock"
)

const (
	// beat keeps proxies from closing a stream on which nothing happens.
	beat = 25 * time.Second
	// streamLifetime is shorter than an access token's, so that a page comes again with a fresh one.
	streamLifetime = 10 * time.Minute
	// streamPatience is how long a page may take to receive a line before it counts as gone.
	streamPatience = 10 * time.Second
)

func (*Server) inboxStreamOperation() huma.Operation {
	op := signedIn("stream-inbox", http.MethodGet, "/me/inbox/stream", "Inbox", "Hear at once when one's inbox changes")
	op.Description = "Server-sent events: each has the name unread and an UnreadCount as its data; the first comes at once. " +
		"The stream ends after ten minutes at the latest; open it again then. Ask for it with Accept: text/event-stream."
	op.Errors = append(op.Errors, http.StatusNotAcceptable)
	op.Responses = map[string]*huma.Response{"200": {
		Description: "OK", Content: map[string]*huma.MediaType{eventStreamType: {Schema: &huma.Schema{Type: huma.TypeString}}},
	}}
	return op
}

type inboxStreamInput struct {
	Accept string `header:"Accept"`
}

func (s *Server) streamInbox(ctx context.Context, in *inboxStreamInput) (*huma.StreamResponse, error) {
	if err := actorOf(ctx).MustSignIn(); err != nil {
		return nil, s.problem(ctx, err)
	}
	if in.Accept != eventStreamType {
		return nil, newProblem(ctx, http.StatusNotAcceptable, codeOf(http.StatusNotAcceptable),
			"This is a stream of events. Ask for it with Accept: text/event-stream.")
	}
	return &huma.StreamResponse{Body: s.followInbox}, nil
}

// followInbox writes to one open page until it is closed. It sleeps until the page's person is poked, and sends no
// statement before.
func (s *Server) followInbox(hc huma.Context) {
	ctx, ended := context.WithTimeout(hc.Context(), streamLifetime)
	defer ended()
	writer, ok := hc.BodyWriter().(http.ResponseWriter)
	if !ok {
		s.log.ErrorContext(ctx, "a stream cannot be written", "requestId", requestID(ctx))
		return
	}
	hc.SetHeader("Content-Type", eventStreamType)
	hc.SetHeader("Cache-Control", "no-store")
	hc.SetHeader("X-Accel-Buffering", "no")
	bearer, _ := strings.CutPrefix(hc.Header("Authorization"), "Bearer ")
	changed, stop := s.app.Notifications.Watch(actorOf(ctx).User)
	defer stop()
	quiet := time.NewTicker(beat)
	defer quiet.Stop()
	line, err := s.unreadEvent(ctx, bearer)
	for err == nil {
		if err = sendLine(writer, line); err != nil {
			return // the page is gone
		}
		select {
		case <-ctx.Done():
			return
		case <-s.ending:
			return
		case <-quiet.C:
			line = ": nothing new\n\n"
		case <-changed:
			line, err = s.unreadEvent(ctx, bearer)
		}
	}
	if _, refused := fault.As(err); !refused && ctx.Err() == nil {
		s.log.WarnContext(ctx, "a stream ended early", "requestId", requestID(ctx), "error", err)
	}
}

// unreadEvent asks again who is there, because a session may have ended and spaces may have been closed to its person
// since the stream began.
func (s *Server) unreadEvent(ctx context.Context, bearer string) (string, error) {
	actor, err := s.app.Auth.Authenticate(ctx, bearer)
	if err != nil {
		return "", err
	}
	count, err := s.app.Notifications.UnreadCount(ctx, actor)
	return fmt.Sprintf("event: unread\ndata: {\"unread\":%d}\n\n", count), err
}

func sendLine(writer http.ResponseWriter, line string) error {
	control := http.NewResponseController(writer)
	if err := control.SetWriteDeadline(clock.System{}.Now().Add(streamPatience)); err != nil {
		return written(err)
	}
	if _, err := writer.Write([]byte(line)); err != nil {
		return written(err)
	}
	if err := control.Flush(); err != nil {
		return written(err)
	}
	// Whatever is written next, be it the end of the stream, has its own time.
	return written(control.SetWriteDeadline(time.Time{}))
}

// EndStreams ends the streams to open pages, for a server that is about to end; a page then asks another process.
func (s *Server) EndStreams() { s.endStreams() }
