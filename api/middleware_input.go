package api

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"net/url"
	"strings"
	"unicode/utf8"

	"github.com/labstack/echo/v4"
)

type bodyKey struct{}

// rawBody is the request's whole body, kept so that a request can run again after a deadlock.
func rawBody(ctx context.Context) []byte {
	body, _ := ctx.Value(bodyKey{}).([]byte)
	return body
}

// sameOrigin refuses requests that another site makes a browser send.
func (s *Server) sameOrigin(next echo.HandlerFunc) echo.HandlerFunc {
	protection := http.NewCrossOriginProtection()
	if s.options.BaseURL != "" {
		if err := protection.AddTrustedOrigin(s.options.BaseURL); err != nil {
			s.log.Warn("the base URL is no origin, only same-origin requests are taken", "baseURL", s.options.BaseURL)
		}
	}
	return func(c echo.Context) error {
		if err := protection.Check(c.Request()); err != nil {
			return newProblem(c.Request().Context(), http.StatusForbidden, "cross-origin",
				"This request came from another site and was not carried out.")
		}
		return next(c)
	}
}

// readablePath has the router read c%2B%2B, as browsers write it, like c++: it takes a path that is escaped more than needed
// as it came. An escaped slash stays escaped, since it divides nothing.
func readablePath(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if address := c.Request().URL; !strings.Contains(strings.ToLower(address.RawPath), "%2f") {
			address.RawPath = ""
		}
		return next(c)
	}
}

// wellFormed refuses what Postgres could not store or a decoder would silently bend: bodies above 1 MB, bytes
// that are no UTF-8, and NUL characters, in the body as well as in the address.
func (*Server) wellFormed(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		request := c.Request()
		ctx := request.Context()
		if !cleanAddress(request.URL) {
			return newProblem(ctx, http.StatusBadRequest, "bad-text", "The address holds bytes that are no UTF-8 text, or a NUL character.")
		}
		if request.Body == nil || request.Body == http.NoBody || takesFile(request) {
			return next(c)
		}
		body, err := io.ReadAll(http.MaxBytesReader(c.Response(), request.Body, maxBody))
		var tooLarge *http.MaxBytesError
		switch {
		case errors.As(err, &tooLarge):
			return newProblem(ctx, http.StatusRequestEntityTooLarge, "too-large", "The request is larger than 1 MB. Shorten the text.")
		case err != nil:
			return newProblem(ctx, http.StatusBadRequest, "bad-request", "The request broke off before its end. Send it again.")
		case !utf8.Valid(body):
			return newProblem(ctx, http.StatusBadRequest, "bad-text", "The text is not valid UTF-8.")
		case holdsNUL(body):
			return newProblem(ctx, http.StatusBadRequest, "bad-text", "The text holds a NUL character. Remove it.")
		}
		request = request.WithContext(context.WithValue(ctx, bodyKey{}, body))
		request.Body = io.NopCloser(bytes.NewReader(body))
		c.SetRequest(request)
		return next(c)
	}
}

func cleanAddress(address *url.URL) bool {
	if !cleanText(address.Path) {
		return false
	}
	query, err := url.QueryUnescape(address.RawQuery)
	return err == nil && cleanText(query)
}

func cleanText(text string) bool {
	return utf8.ValidString(text) && !strings.ContainsRune(text, 0)
}

// holdsNUL finds a raw NUL and a JSON escape of one; an escaped backslash before u0000 is plain text.
func holdsNUL(body []byte) bool {
	if bytes.IndexByte(body, 0) >= 0 {
		return true
	}
	escape := []byte(`\u0000`)
	for from := 0; ; {
		at := bytes.Index(body[from:], escape)
		if at < 0 {
			return false
		}
		at += from
		backslashes := 0
		for i := at - 1; i >= 0 && body[i] == '\\'; i-- {
			backslashes++
		}
		if backslashes%2 == 0 {
			return true
		}
		from = at + len(escape)
	}
}
