package api

import (
	"context"
	"fmt"
	"mime"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/labstack/echo/v4"

	"wellspring/pkg/content/uploads"
)

// passCookie lets a browser fetch uploads, which it does without an access token. It goes to no other address.
const passCookie = "wellspring_pass"

// uploadedFiles serves uploads to those who may read them. They are no operations of the API: browsers fetch them for the pages.
func (s *Server) uploadedFiles() {
	for _, method := range []string{http.MethodGet, http.MethodHead} {
		s.echo.Add(method, uploads.Address+":key/:name", s.serveUpload, s.recognised)
	}
}

// recognised finds who asks, by an access token or by the pass of the browser.
func (s *Server) recognised(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		request := c.Request()
		ctx := request.Context()
		bearer, _ := strings.CutPrefix(request.Header.Get(echo.HeaderAuthorization), "Bearer ")
		pass, err := request.Cookie(passCookie)
		actor, failed := s.actor(ctx, bearer)
		if bearer == "" && err == nil {
			actor, failed = s.app.Auth.Recognise(ctx, pass.Value)
		}
		if failed != nil {
			return s.problem(ctx, failed)
		}
		c.SetRequest(request.WithContext(context.WithValue(ctx, actorKey{}, actor)))
		return next(c)
	}
}

func (s *Server) serveUpload(c echo.Context) error {
	ctx := c.Request().Context()
	upload, err := s.app.Uploads.Find(ctx, actorOf(ctx), c.Param("key"))
	if err != nil {
		return s.problem(ctx, err)
	}
	width, _ := strconv.ParseInt(c.QueryParam("width"), 10, 32)
	content, err := s.app.Uploads.Open(ctx, upload, width)
	if err != nil {
		return s.problem(ctx, err)
	}
	defer func() { _ = content.Close() }()
	header := c.Response().Header()
	header.Set(echo.HeaderContentType, upload.MediaType)
	header.Set(echo.HeaderContentDisposition, disposition(upload))
	shownOnly(header)
	// What lies under a key never changes, but who may read it does, so it is kept for each browser and session apart.
	header.Set("Cache-Control", "private, max-age=31536000, immutable")
	header.Add(echo.HeaderVary, "Cookie, Authorization")
	header.Set("ETag", fmt.Sprintf("%q", upload.Key+"-"+strconv.FormatInt(width, 10)))
	http.ServeContent(c.Response(), c.Request(), upload.Name, time.Time{}, content)
	return nil
}

// shownOnly has a file, opened by itself, run nothing, whatever a browser takes it for, and keeps it from other sites.
func shownOnly(header http.Header) {
	header.Set("Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'none'")
	header.Set("Cross-Origin-Resource-Policy", "same-origin")
}

// disposition has pictures shown and everything else saved, under the name that it was sent with.
func disposition(upload uploads.Upload) string {
	kind := "attachment"
	if upload.IsPicture() {
		kind = "inline"
	}
	return mime.FormatMediaType(kind, map[string]string{"filename": upload.Name})
}
