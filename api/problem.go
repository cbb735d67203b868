package api

import (
	"context"
	"errors"
	"maps"
	"math"
	"net/http"
	"strconv"

	"github.com/labstack/echo/v4"

	"wellspring/pkg/kernel/fault"
)

// Problem is every error's body (RFC 9457).
type Problem struct {
	Type      string         `json:"type" doc:"Always about:blank; the code tells problems apart."`
	Title     string         `json:"title" doc:"The status in words."`
	Status    int            `json:"status"`
	Detail    string         `json:"detail,omitempty" doc:"What happened and what to do, in the reader's language."`
	Code      string         `json:"code" doc:"Stable, for programs."`
	RequestID string         `json:"requestId,omitempty" doc:"Stands in the server's log beside the cause."`
	Errors    []ProblemField `json:"errors,omitempty" nullable:"false" doc:"What is wrong with single fields."`
	headers   http.Header
}

// ProblemField says what is wrong with one field of the input.
type ProblemField struct {
	Field   string `json:"field"`
	Code    string `json:"code"`
	Message string `json:"message"`
}

// Error makes a Problem an error that huma writes as it is.
func (p *Problem) Error() string { return p.Detail }

// GetStatus is the HTTP status.
func (p *Problem) GetStatus() int { return p.Status }

// GetHeaders are sent beside the body.
func (p *Problem) GetHeaders() http.Header { return p.headers }

// ContentType is that of problem documents.
func (*Problem) ContentType(string) string { return "application/problem+json" }

var statusOf = map[fault.Kind]int{
	fault.Invalid: http.StatusUnprocessableEntity, fault.Unauthenticated: http.StatusUnauthorized,
	fault.Denied: http.StatusForbidden, fault.Missing: http.StatusNotFound, fault.Conflicting: http.StatusConflict,
	fault.TooLarge: http.StatusRequestEntityTooLarge, fault.Limited: http.StatusTooManyRequests,
	fault.Unavailable: http.StatusServiceUnavailable,
}

// problem turns a use case's error into what the reader gets. An error that is no fault is logged under the
// request's id and answered without its text.
func (s *Server) problem(ctx context.Context, err error) error {
	found, ok := fault.As(err)
	switch {
	case ok:
	case errors.Is(err, context.Canceled):
		found = &fault.Fault{Kind: fault.Unavailable, Code: "cancelled", Format: "The request was cancelled."}
	default:
		s.log.ErrorContext(ctx, "request failed", "requestId", requestID(ctx), "error", err)
		return newProblem(ctx, http.StatusInternalServerError, "internal", internalText)
	}
	p := newProblem(ctx, statusOf[found.Kind], found.Code, found.Format, found.Args...)
	for _, f := range found.Fields {
		p.Errors = append(p.Errors, ProblemField{Field: f.Name, Code: f.Code, Message: say(ctx, f.Format, f.Args...)})
	}
	if found.RetryAfter > 0 {
		p.headers = http.Header{"Retry-After": {strconv.Itoa(int(math.Ceil(found.RetryAfter.Seconds())))}}
	}
	return p
}

func newProblem(ctx context.Context, status int, code, format string, args ...any) *Problem {
	return &Problem{
		Type: "about:blank", Title: say(ctx, http.StatusText(status)), Status: status,
		Detail: say(ctx, format, args...), Code: code, RequestID: requestID(ctx),
	}
}

// codeOf names the problems that arise before a use case is reached.
func codeOf(status int) string {
	switch status {
	case http.StatusNotFound:
		return "not-found"
	case http.StatusMethodNotAllowed:
		return "method-not-allowed"
	case http.StatusUnprocessableEntity:
		return "validation"
	case http.StatusRequestEntityTooLarge:
		return "too-large"
	case http.StatusUnsupportedMediaType:
		return "unsupported-media-type"
	case http.StatusNotAcceptable:
		return "not-acceptable"
	case http.StatusInternalServerError:
		return "internal"
	default:
		return "bad-request"
	}
}

// handleError answers what never reached huma: unknown routes, wrong methods, middleware refusals and panics.
func (s *Server) handleError(err error, c echo.Context) {
	if c.Response().Committed {
		return
	}
	ctx := c.Request().Context()
	var p *Problem
	var unroutedError *echo.HTTPError
	switch {
	case errors.As(err, &p):
	case errors.As(err, &unroutedError) && unroutedError.Code < http.StatusInternalServerError:
		p = unrouted(ctx, unroutedError.Code)
	default:
		errors.As(s.problem(ctx, err), &p)
	}
	maps.Copy(c.Response().Header(), p.headers)
	c.Response().Header().Set(echo.HeaderContentType, "application/problem+json")
	if err := c.JSON(p.Status, p); err != nil {
		s.log.WarnContext(ctx, "error not delivered", "requestId", requestID(ctx), "error", err)
	}
}

// unrouted describes a request that no operation takes.
func unrouted(ctx context.Context, status int) *Problem {
	switch status {
	case http.StatusNotFound:
		return newProblem(ctx, status, codeOf(status), "There is nothing at this address. The description of all addresses is at /api/docs.")
	case http.StatusMethodNotAllowed:
		return newProblem(ctx, status, codeOf(status), "This address does not take this method. The description of all addresses is at /api/docs.")
	default:
		return newProblem(ctx, status, codeOf(status), unreadableText)
	}
}
