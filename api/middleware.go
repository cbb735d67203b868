package api

import (
	"context"
	"crypto/rand"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"regexp"
	"runtime/debug"
	"strings"

	"github.com/labstack/echo/v4"

	"wellspring/pkg/content/uploads"
	"wellspring/pkg/platform/clock"
)

const (
	gzipLevel     = 5
	gzipMinLength = 1024
)

type requestIDKey struct{}

func requestID(ctx context.Context) string {
	id, _ := ctx.Value(requestIDKey{}).(string)
	return id
}

var plainID = regexp.MustCompile(`^[A-Za-z0-9_-]{8,64}$`)

// withRequestID keeps the id that a proxy gave, when it is a plain one, so that both logs can be joined.
func (*Server) withRequestID(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		id := c.Request().Header.Get(echo.HeaderXRequestID)
		if !plainID.MatchString(id) {
			id = rand.Text()
		}
		c.Response().Header().Set(echo.HeaderXRequestID, id)
		ctx := context.WithValue(c.Request().Context(), requestIDKey{}, id)
		ctx = context.WithValue(ctx, languageKey{}, preferredLanguage(c.Request().Header.Get("Accept-Language")))
		c.SetRequest(c.Request().WithContext(ctx))
		return next(c)
	}
}

// logged writes one line a request, without its query or body, which may hold what people typed.
func (s *Server) logged(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		start := clock.System{}.Now()
		if err := next(c); err != nil {
			c.Error(err)
		}
		took, status := clock.System{}.Now().Sub(start), c.Response().Status
		// How long a page was open says nothing about how fast it was answered.
		if !eventStream(c) {
			s.metrics.observe(c.Request().Method, c.Path(), status, took)
		}
		ctx := c.Request().Context()
		if c.Path() == "/healthz" || !s.log.Enabled(ctx, slog.LevelInfo) {
			return nil
		}
		s.log.InfoContext(ctx, "request", "method", c.Request().Method, "path", c.Request().URL.Path,
			"status", status, "ms", float64(took.Microseconds())/1000, "requestId", requestID(ctx))
		return nil
	}
}

func (s *Server) recovered(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) (err error) {
		defer func() {
			if cause := recover(); cause != nil {
				err = fmt.Errorf("panic: %v\n%s", cause, debug.Stack())
			}
		}()
		return next(c)
	}
}

// securityHeaders closes what browsers leave open. Styles need a nonce because Mantine writes a style element;
// images come from ourselves alone, so that reading a post tells no other host.
func (s *Server) securityHeaders(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		header := c.Response().Header()
		header.Set("X-Content-Type-Options", "nosniff")
		header.Set("X-Frame-Options", "DENY")
		header.Set("Referrer-Policy", "same-origin")
		header.Set("Cross-Origin-Opener-Policy", "same-origin")
		header.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
		header.Set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
		if s.secure(c) {
			header.Set("Strict-Transport-Security", "max-age=31536000")
		}
		return next(c)
	}
}

// secure tells whether the browser speaks https with us or with the proxy before us.
func (s *Server) secure(c echo.Context) bool {
	return c.IsTLS() || len(s.options.BaseURL) > 8 && s.options.BaseURL[:8] == "https://"
}

// clientAddress believes X-Forwarded-For only from the proxies that were named.
func (s *Server) clientAddress() echo.IPExtractor {
	if len(s.options.TrustedProxies) == 0 {
		return echo.ExtractIPDirect()
	}
	trust := []echo.TrustOption{echo.TrustLoopback(false), echo.TrustLinkLocal(false), echo.TrustPrivateNet(false)}
	for _, proxy := range s.options.TrustedProxies {
		trust = append(trust, echo.TrustIPRange(proxy))
	}
	return echo.ExtractIPFromXFFHeader(trust...)
}

// fromLoopback tells whether the connection itself, whatever its headers say, comes from this machine.
func fromLoopback(r *http.Request) bool {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return false
	}
	ip := net.ParseIP(host)
	return ip != nil && ip.IsLoopback() && r.Header.Get("X-Forwarded-For") == "" && r.Header.Get("Forwarded") == ""
}

// uncompressed are answers that are sent piece by piece, and files: most are compressed already, and parts can be asked for.
func uncompressed(c echo.Context) bool {
	path := c.Request().URL.Path
	return eventStream(c) || strings.HasPrefix(path, assetsPrefix) || strings.HasPrefix(path, uploads.Address) || strings.HasPrefix(path, avatarAddress)
}

// eventStreamType is how a client asks for an answer that is sent piece by piece.
const eventStreamType = "text/event-stream"

func eventStream(c echo.Context) bool { return c.Request().Header.Get("Accept") == eventStreamType }
