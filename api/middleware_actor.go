package api

import (
	"context"
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/labstack/echo/v4"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/platform/ratelimit"
)

const defaultRequestsPerMinute = 600

type (
	actorKey  struct{}
	clientKey struct{}
)

// client is what is known of the other end of the connection.
type client struct {
	Address  string
	Device   string
	Loopback bool
	Secure   bool
}

// actorOf tells who asks; the zero Actor where no one was authenticated.
func actorOf(ctx context.Context) authz.Actor {
	actor, _ := ctx.Value(actorKey{}).(authz.Actor)
	return actor
}

func clientOf(ctx context.Context) client {
	c, _ := ctx.Value(clientKey{}).(client)
	return c
}

// authenticated finds the person behind the bearer token, or the visitor where there is none. The address that
// renews a session is open to expired tokens, since that is what it is for.
func (s *Server) authenticated(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		request := c.Request()
		ctx := context.WithValue(request.Context(), clientKey{}, client{
			Address: c.RealIP(), Device: request.UserAgent(), Loopback: fromLoopback(request), Secure: s.secure(c),
		})
		bearer, _ := strings.CutPrefix(request.Header.Get(echo.HeaderAuthorization), "Bearer ")
		if strings.HasSuffix(request.URL.Path, "/sessions/refresh") {
			bearer = ""
		}
		actor, err := s.actor(ctx, bearer)
		if err != nil {
			return s.problem(ctx, err)
		}
		ctx = context.WithValue(ctx, actorKey{}, actor)
		if actor.SignedIn() && actor.Language != "" {
			ctx = context.WithValue(ctx, languageKey{}, actor.Language)
		}
		c.SetRequest(request.WithContext(ctx))
		return next(c)
	}
}

func (s *Server) actor(ctx context.Context, bearer string) (authz.Actor, error) {
	if bearer == "" {
		return s.app.Auth.Visitor(ctx)
	}
	return s.app.Auth.Authenticate(ctx, bearer)
}

// limited keeps one person or address from taking the server away from the others, and says how much is left.
func (s *Server) limited(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if s.limiter == nil {
			return next(c)
		}
		ctx := c.Request().Context()
		key := "address " + ratelimit.Address(c.RealIP())
		if actor := actorOf(ctx); actor.SignedIn() {
			key = "user " + strconv.FormatInt(int64(actor.User), 10)
		}
		decision := s.limiter.Take(key)
		header := c.Response().Header()
		header.Set("X-RateLimit-Limit", strconv.Itoa(decision.Limit))
		header.Set("X-RateLimit-Remaining", strconv.Itoa(decision.Remaining))
		header.Set("X-RateLimit-Reset", strconv.Itoa(int(math.Ceil(decision.Reset.Seconds()))))
		if !decision.Allowed {
			wait := max(decision.RetryAfter, time.Second)
			return s.problem(ctx, fault.TooMany(wait, "You are sending requests faster than the server takes them. Wait a moment."))
		}
		return next(c)
	}
}
