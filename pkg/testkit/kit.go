package testkit

import (
	"context"
	"log/slog"
	"net/http/httptest"
	"os"
	"testing"

	"github.com/google/uuid"
	"github.com/stretchr/testify/require"

	"wellspring/api"
	"wellspring/pkg/app"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/clock"
	"wellspring/pkg/platform/db"
)

// Kit is one test's world.
type Kit struct {
	App *app.App
	DB  *db.DB
	// Clock stands still until the test moves it.
	Clock *clock.Fixed
	// URL is the server's address, without a slash at the end.
	URL      string
	contract *contract
	t        testing.TB
	// What another process of the same installation shares with this one.
	database string
	secret   []byte
	uploads  string
	settings settings
}

// unhindered is more than any test sends, yet a limit, so that answers tell it.
const unhindered = 1_000_000

type settings struct {
	search  bool
	options api.Options
	conns   int32
	app     func(*app.Options)
}

// Option changes a test's world.
type Option func(*settings)

// WithSearch gives the world a Meilisearch index of its own and runs the background work that feeds it.
func WithSearch() Option { return func(s *settings) { s.search = true } }

// WithServer changes how the server faces the network.
func WithServer(change func(*api.Options)) Option {
	return func(s *settings) { change(&s.options) }
}

// WithApp changes what the app is told, such as its mail server.
func WithApp(change func(*app.Options)) Option { return func(s *settings) { s.app = change } }

// New makes a world that ends with the test.
func New(t testing.TB, options ...Option) *Kit {
	t.Helper()
	require.NotNil(t, running, "the package needs func TestMain(m *testing.M) { testkit.Main(m) }")
	set := settings{options: api.Options{RequestsPerMinute: unhindered, Version: "test"}, conns: 8}
	for _, option := range options {
		option(&set)
	}
	name, err := running.clone(context.Background())
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, running.drop(context.Background(), name)) })
	k := &Kit{Clock: clock.NewFixed(clock.System{}.Now()), t: t, database: name, secret: []byte(uuid.NewString()), uploads: t.TempDir(), settings: set}
	k.start()
	return k
}

// Another is a second process of the same installation, with an app and a server of its own.
func (k *Kit) Another() *Kit {
	k.t.Helper()
	another := &Kit{Clock: k.Clock, t: k.t, database: k.database, secret: k.secret, uploads: k.uploads, settings: k.settings}
	another.start()
	return another
}

func (k *Kit) start() {
	k.t.Helper()
	set := k.settings
	log := slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelError}))
	appOptions := app.Options{
		DatabaseURL: running.urlOf(k.database), MaxConns: set.conns, Secret: k.secret, Clock: k.Clock, Log: log,
		Uploads: k.uploads,
	}
	if set.search {
		appOptions.SearchURL, appOptions.SearchKey = running.stack.SearchURL(), running.stack.SearchKey()
		appOptions.SearchPrefix = k.database + "_"
	}
	if set.app != nil {
		set.app(&appOptions)
	}
	var err error
	k.App, err = app.New(k.context(), appOptions)
	require.NoError(k.t, err)
	k.DB = k.App.DB
	// What is cleaned up first was set up last: the server and the background work end before their database goes.
	k.t.Cleanup(k.App.Close)
	k.serve(log, set)
	k.runBackground(set)
}

func (k *Kit) serve(log *slog.Logger, set settings) {
	set.options.Log = log
	server, err := api.New(k.App, set.options)
	require.NoError(k.t, err)
	k.contract, err = newContract(server)
	require.NoError(k.t, err)
	listener := httptest.NewServer(server.Handler())
	k.URL = listener.URL
	k.t.Cleanup(func() {
		server.EndStreams()
		listener.Close()
	})
}

// runBackground runs what a server process runs beside its requests, and waits for its end.
func (k *Kit) runBackground(set settings) {
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan struct{})
	go func() {
		defer close(done)
		k.App.Run(ctx, set.search)
	}()
	k.t.Cleanup(func() {
		cancel()
		<-done
	})
}

// Actor is the member of the cast as a use case sees them.
func (k *Kit) Actor(handle string) authz.Actor {
	k.t.Helper()
	actor, err := k.App.Auth.Actor(k.context(), k.UserID(handle))
	require.NoError(k.t, err)
	return actor
}

// UserID is the id of a person by handle.
func (k *Kit) UserID(handle string) id.User {
	k.t.Helper()
	var user id.User
	k.scan(&user, `SELECT id FROM users WHERE handle = $1`, handle)
	return user
}

func (k *Kit) context() context.Context { return context.Background() }

func (k *Kit) scan(into any, sql string, args ...any) {
	k.t.Helper()
	require.NoError(k.t, k.DB.Pool().QueryRow(k.context(), sql, args...).Scan(into))
}

// RemovePeople leaves the world as a new installation is: without the cast, nobody has an account.
func (k *Kit) RemovePeople() {
	k.t.Helper()
	k.Exec(`DELETE FROM reputation_entries`)
	k.Exec(`DELETE FROM reputation_totals`)
	k.Exec(`DELETE FROM users`)
}

// Settle lets everybody who hears of events later do what they do.
func (k *Kit) Settle() {
	k.t.Helper()
	require.NoError(k.t, k.App.Events.Deliver(k.context()))
}

// Exec changes rows behind the product's back, for states that no use case makes.
func (k *Kit) Exec(sql string, args ...any) {
	k.t.Helper()
	_, err := k.DB.Pool().Exec(k.context(), sql, args...)
	require.NoError(k.t, err)
}

// Int reads one number from the database.
func (k *Kit) Int(sql string, args ...any) int {
	k.t.Helper()
	var number int
	k.scan(&number, sql, args...)
	return number
}
