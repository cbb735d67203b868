package api

import (
	"context"
	"net/http"
	"strconv"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/labstack/echo/v4"

	"wellspring/pkg/content/uploads"
)

const (
	avatarPath    = "/me/avatar"
	avatarAddress = "/avatars/"
)

type wearAvatarInput struct {
	RawBody []byte `contentType:"application/octet-stream"`
}

func (s *Server) registerAvatars(api huma.API) {
	wear := signedIn("wear-avatar", http.MethodPut, avatarPath, "Me", "Show a picture beside one's name")
	wear.Description = "The body is a PNG, JPEG, GIF or WebP picture of at most 10 MB, of which the middle is shown."
	wear.MaxBodyBytes = uploads.MaxSize + 1
	wear.Errors = append(wear.Errors, http.StatusRequestEntityTooLarge, http.StatusServiceUnavailable)
	huma.Register(api, wear, s.wearAvatar)
	huma.Register(api, signedIn("take-off-avatar", http.MethodDelete, avatarPath, "Me", "Show one's initials again"), s.takeOffAvatar)
	for _, method := range []string{http.MethodGet, http.MethodHead} {
		s.echo.Add(method, avatarAddress+":key", s.serveAvatar)
	}
}

func (s *Server) wearAvatar(ctx context.Context, in *wearAvatarInput) (*meOutput, error) {
	if err := s.app.Avatars.Wear(ctx, actorOf(ctx), in.RawBody); err != nil {
		return nil, s.problem(ctx, err)
	}
	return s.readMe(ctx, nil)
}

func (s *Server) takeOffAvatar(ctx context.Context, _ *struct{}) (*meOutput, error) {
	if err := s.app.Avatars.TakeOff(ctx, actorOf(ctx)); err != nil {
		return nil, s.problem(ctx, err)
	}
	return s.readMe(ctx, nil)
}

// avatarURL is where a person's picture is; null shows the initials.
func avatarURL(key string) *string {
	if key == "" {
		return nil
	}
	address := avatarAddress + key
	return &address
}

func (s *Server) serveAvatar(c echo.Context) error {
	ctx := c.Request().Context()
	side, _ := strconv.Atoi(c.QueryParam("side"))
	content, err := s.app.Avatars.Open(ctx, c.Param("key"), side)
	if err != nil {
		return s.problem(ctx, err)
	}
	defer func() { _ = content.Close() }()
	shownOnly(c.Response().Header())
	c.Response().Header().Set("Cache-Control", "private, max-age=31536000, immutable")
	// The server looks at the content for its type: only pictures that we wrote lie here.
	http.ServeContent(c.Response(), c.Request(), "", time.Time{}, content)
	return nil
}
