package api

import (
	"context"
	"errors"
	"net/http"
	"regexp"
	"strings"
	"sync"

	"github.com/danielgtaylor/huma/v2"
)

// hookProblems has huma build our problem documents. The hook is a variable of huma's package, so it is set once.
var hookProblems = sync.OnceFunc(func() {
	huma.NewErrorWithContext = func(hc huma.Context, status int, message string, errs ...error) huma.StatusError {
		ctx := context.Background()
		if hc != nil {
			ctx = hc.Context()
		}
		return decodeProblem(ctx, status, message, errs...)
	}
	huma.NewError = func(status int, message string, errs ...error) huma.StatusError {
		return decodeProblem(context.Background(), status, message, errs...)
	}
})

// decodeProblem describes a request that cannot be decoded. huma's own errors repeat the rejected value, which may be
// a password, so only place and message are taken over. A use case's own problem passes as it is.
func decodeProblem(ctx context.Context, status int, message string, errs ...error) huma.StatusError {
	for _, err := range errs {
		if own, ok := errors.AsType[*Problem](err); ok {
			return own
		}
	}
	if status >= http.StatusInternalServerError {
		return newProblem(ctx, status, codeOf(status), internalText)
	}
	p := newProblem(ctx, status, codeOf(status), unreadableText)
	for _, err := range errs {
		if detail, ok := errors.AsType[*huma.ErrorDetail](err); ok {
			p.Errors = append(p.Errors, problemField(ctx, detail))
		}
	}
	switch {
	case len(p.Errors) > 0:
		p.Detail = say(ctx, "Some fields need your attention.")
	case message == "request body is required":
		p.Detail = say(ctx, "The request needs a JSON body.")
	}
	return p
}

const (
	internalText   = "Something went wrong on our side. Nothing was changed. Try again, and quote the request id if it goes on."
	unreadableText = "The request could not be understood. Its body must be one JSON object as described at /api/docs."
)

var missingProperty = regexp.MustCompile(`^expected required property (\S+) to be present$`)

// problemField turns huma's words into a field, a stable code and a sentence.
func problemField(ctx context.Context, detail *huma.ErrorDetail) ProblemField {
	place := detail.Location
	for _, part := range []string{"body.", "query.", "path.", "header.", "cookie."} {
		place = strings.TrimPrefix(place, part)
	}
	if found := missingProperty.FindStringSubmatch(detail.Message); found != nil {
		return ProblemField{Field: found[1], Code: "required", Message: say(ctx, "This field is missing.")}
	}
	if detail.Message == "unexpected property" || strings.HasPrefix(detail.Message, "unknown query param") {
		return ProblemField{Field: place, Code: "unknown-field", Message: say(ctx, "This field is not known here.")}
	}
	return ProblemField{Field: place, Code: "invalid", Message: sentence(detail.Message)}
}

func sentence(text string) string {
	if text == "" {
		return text
	}
	text = strings.ToUpper(text[:1]) + text[1:]
	if !strings.HasSuffix(text, ".") {
		text += "."
	}
	return text
}
