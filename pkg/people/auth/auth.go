// Package auth signs people in and out and says who is behind a request. It keeps sessions, refresh tokens, attempts
// to sign in, and the links by which imported people claim their account; the people themselves are in people/users.
// Start at SignIn and Authenticate.
//
// Decisions a successor may question:
//
//   - An access token is a JWT of 15 minutes, yet every request also asks whether its session still stands: from a
//     cache that signals clear, so that ending a session or disabling an account works at once and costs no statement.
//   - Refresh tokens are opaque and rotate. The use of a replaced one ends the session, except during the 10 seconds in
//     which a second tab may have sent the same cookie: it then gets a token of its own in the same session. At the next
//     rotation all others of the session are replaced too, so that a stolen token shows itself within one rotation.
//   - Attempts are counted in the database, since several processes must agree on them, and before the password is
//     looked at, since otherwise a thousand parallel guesses would all find an empty count.
package auth

import (
	"log/slog"
	"time"

	"wellspring/pkg/kernel/id"
	"wellspring/pkg/people/users"
	"wellspring/pkg/platform/clock"
	"wellspring/pkg/platform/db"
	"wellspring/pkg/platform/password"
	"wellspring/pkg/platform/ratelimit"
	"wellspring/pkg/platform/signal"
	"wellspring/pkg/platform/token"
)

const (
	// A session ends when it was not used for this long, and in any case after the longer period.
	idleLifetime  = 30 * 24 * time.Hour
	totalLifetime = 180 * 24 * time.Hour

	// With a session in hand, this many passwords may be tried per period when changing it.
	passwordChecks      = 10
	passwordCheckPeriod = 15 * time.Minute
)

// Client is what is known of the other end of the connection.
type Client struct {
	// Device is the User-Agent header.
	Device  string
	Address string
	// Loopback tells that the connection itself comes from this machine.
	Loopback bool
}

// Grant is what a sign-in or its renewal gives.
type Grant struct {
	User         id.User
	Session      id.Session
	AccessToken  string
	ExpiresIn    time.Duration
	RefreshToken string
	// RefreshUntil is when the session ends if it is not used before.
	RefreshUntil time.Time
}

// Dependencies are what the service works with.
type Dependencies struct {
	DB      *db.DB
	Clock   clock.Clock
	Signals *signal.Hub
	Users   *users.Service
	Hasher  *password.Hasher
	Signer  *token.Signer
	// Passes signs what a browser shows to read.
	Passes token.Stamper
	Log    *slog.Logger
}

// Service has the use cases of signing in.
type Service struct {
	Dependencies
	store  store
	actors *actorCache
	used   *usage
	checks *ratelimit.Limiter
}

// New makes the service; it listens to the signals by which sessions end and people change.
func New(d Dependencies) *Service {
	return &Service{
		Dependencies: d,
		store:        store{d.DB},
		actors:       newActorCache(d.Signals),
		used:         newUsage(),
		checks:       ratelimit.New(d.Clock, passwordChecks, passwordCheckPeriod),
	}
}
