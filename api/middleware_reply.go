package api

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"

	"github.com/labstack/echo/v4"

	"wellspring/pkg/operations/idempotency"
)

const (
	idempotencyHeader = "Idempotency-Key"
	maxKeyLength      = 200
	etagBytes         = 12
)

// reply holds back what a handler writes, until it is known whether it may be sent.
type reply struct {
	http.ResponseWriter
	status int
	body   bytes.Buffer
}

func (r *reply) WriteHeader(status int)            { r.status = status }
func (r *reply) Write(part []byte) (int, error)    { return r.body.Write(part) }
func (r *reply) WriteString(s string) (int, error) { return r.body.WriteString(s) }

// held runs next with its answer held back. The echo response counts as not committed afterwards.
func held(c echo.Context, next echo.HandlerFunc) (*reply, error) {
	original := c.Response().Writer
	kept := &reply{ResponseWriter: original, status: http.StatusOK}
	c.Response().Writer = kept
	err := next(c)
	c.Response().Writer = original
	c.Response().Committed, c.Response().Size = false, 0
	return kept, err
}

// conditional gives every read an ETag and answers a repeated one with 304.
func (*Server) conditional(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if c.Request().Method != http.MethodGet || eventStream(c) {
			return next(c)
		}
		kept, err := held(c, next)
		if err != nil {
			return err
		}
		header := c.Response().Header()
		if kept.status == http.StatusOK {
			if header.Get("ETag") == "" {
				header.Set("ETag", etagOf(kept.body.Bytes()))
			}
			header.Set("Cache-Control", "private, no-cache")
			header.Add("Vary", "Authorization, Accept-Language")
			if matches(c.Request().Header.Get("If-None-Match"), header.Get("ETag")) {
				header.Del(echo.HeaderContentType)
				return c.NoContent(http.StatusNotModified)
			}
		}
		return send(c, kept.status, kept.body.Bytes())
	}
}

// etagOf is the same in every process.
func etagOf(body []byte) string {
	sum := sha256.Sum256(body)
	return `W/"` + base64.RawURLEncoding.EncodeToString(sum[:etagBytes]) + `"`
}

func matches(wanted, etag string) bool {
	for part := range strings.SplitSeq(wanted, ",") {
		part = strings.TrimSpace(part)
		if part == "*" || part != "" && strings.TrimPrefix(part, "W/") == strings.TrimPrefix(etag, "W/") {
			return true
		}
	}
	return false
}

func send(c echo.Context, status int, body []byte) error {
	// Known lengths spare the chunks; where the answer is compressed, the length is taken out again.
	if status != http.StatusNoContent && status != http.StatusNotModified {
		c.Response().Header().Set(echo.HeaderContentLength, strconv.Itoa(len(body)))
	}
	c.Response().WriteHeader(status)
	if len(body) == 0 {
		return nil
	}
	_, err := c.Response().Write(body)
	return written(err)
}

// written says that an answer did not reach the reader, who has probably gone.
func written(err error) error {
	if err != nil {
		return fmt.Errorf("write the answer: %w", err)
	}
	return nil
}

// repeatable names the creations that need no key: the same file is the same upload.
func repeatable(path string) bool { return strings.TrimPrefix(path, "/api/v1") == uploadsPath }

// carriesSecrets names what must not be noted for a repetition, since passwords, tokens and links would stand in the
// note; and what must not be undone when it is refused, such as the count of failed sign-ins.
func carriesSecrets(path string) bool {
	rest := strings.TrimPrefix(path, "/api/v1")
	for _, secret := range []string{"/sessions", "/users", "/claims", "/me/feed-tokens"} {
		if strings.HasPrefix(rest, secret) {
			return true
		}
	}
	return false
}

// onceOnly carries a creation out once per Idempotency-Key, together with the note of its answer in one
// transaction; a repetition gets that answer again.
func (s *Server) onceOnly(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		key, request := c.Request().Header.Get(idempotencyHeader), c.Request()
		if key == "" || request.Method != http.MethodPost || carriesSecrets(request.URL.Path) || repeatable(request.URL.Path) {
			return next(c)
		}
		ctx := request.Context()
		if len(key) > maxKeyLength || !cleanText(key) {
			return newProblem(ctx, http.StatusBadRequest, "bad-idempotency-key", "The Idempotency-Key is longer than 200 characters or no text.")
		}
		call := idempotency.Call{Actor: actorOf(ctx).User, Address: c.RealIP(), Key: key, Request: request.Method + " " + request.URL.Path, Body: rawBody(ctx)}
		answer, replayed, err := s.app.Idempotency.Once(ctx, call, func(inTx context.Context) (idempotency.Answer, error) {
			again := request.WithContext(inTx)
			again.Body = io.NopCloser(bytes.NewReader(call.Body))
			c.SetRequest(again)
			kept, err := held(c, next)
			return idempotency.Answer{Status: kept.status, ContentType: c.Response().Header().Get(echo.HeaderContentType), Body: kept.body.Bytes()}, err
		})
		c.SetRequest(request)
		if err != nil {
			return s.problem(ctx, err)
		}
		if replayed {
			c.Response().Header().Set("Idempotency-Replayed", "true")
		}
		c.Response().Header().Set(echo.HeaderContentType, answer.ContentType)
		return send(c, answer.Status, answer.Body)
	}
}
