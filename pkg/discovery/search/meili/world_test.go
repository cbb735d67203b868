package meili_test

import (
	"context"
	"log/slog"
	"testing"
	"time"

	"github.com/meilisearch/meilisearch-go"
	"github.com/stretchr/testify/require"

	"wellspring/pkg/app"
	"wellspring/pkg/content/questions"
	"wellspring/pkg/discovery/search"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/people/users"
	"wellspring/pkg/platform/db"
	"wellspring/pkg/platform/localstack"
)

const (
	prefix = "outage_"
	live   = prefix + "content_v1"
	poll   = 20 * time.Millisecond
	// back is how soon the index must have caught up once the engine is back.
	back = 10 * time.Second
)

// installation has servers of its own, since its tests stop them.
type installation struct {
	*app.App
	t      *testing.T
	stack  *localstack.Stack
	engine meilisearch.ServiceManager
	ada    authz.Actor
}

// install starts the servers and an app, which feeds the engine if it shall work.
func install(t *testing.T, work bool) *installation {
	t.Helper()
	ctx := context.WithoutCancel(t.Context())
	stack, err := localstack.Start(ctx, localstack.Options{DataDir: t.TempDir(), PostgresSettings: map[string]string{
		"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off",
	}})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, stack.Stop(ctx)) })
	database, err := db.Open(ctx, stack.DatabaseURL(), db.Options{MaxConns: 2})
	require.NoError(t, err)
	_, err = database.Migrate(ctx)
	database.Close()
	require.NoError(t, err)

	i := &installation{t: t, stack: stack, engine: meilisearch.New(stack.SearchURL(), meilisearch.WithAPIKey(stack.SearchKey()))}
	i.App = i.start(work)
	person, err := i.Users.Register(ctx, users.Registration{Name: "Ada", Email: "ada@example.org", Password: "correct horse battery staple"})
	require.NoError(t, err)
	i.ada, err = i.Auth.Actor(ctx, person)
	require.NoError(t, err)
	return i
}

func (i *installation) start(work bool) *app.App {
	i.t.Helper()
	ctx, stop := context.WithCancel(context.WithoutCancel(i.t.Context()))
	a, err := app.New(ctx, app.Options{
		DatabaseURL: i.stack.DatabaseURL(), MaxConns: 8, SearchURL: i.stack.SearchURL(), SearchKey: i.stack.SearchKey(),
		SearchPrefix: prefix, Log: slog.New(slog.DiscardHandler),
	})
	require.NoError(i.t, err)
	done := make(chan struct{})
	go func() {
		defer close(done)
		a.Run(ctx, work)
	}()
	i.t.Cleanup(func() {
		stop()
		<-done
		a.Close()
	})
	return a
}

func (i *installation) ask(title string) {
	i.t.Helper()
	_, err := i.Questions.Ask(i.t.Context(), i.ada, questions.Question{Title: title, Body: "In the water works.", Tags: []string{"pumps"}})
	require.NoError(i.t, err)
}

func (i *installation) search(text string) search.Result {
	i.t.Helper()
	result, err := i.Search.Search(i.t.Context(), i.ada, search.Request{Text: text})
	require.NoError(i.t, err)
	return result
}

// answered waits until an engine gives so many hits for pump, and tells how long that took.
func (i *installation) answered(engine string, hits int) time.Duration {
	i.t.Helper()
	start := time.Now()
	require.Eventually(i.t, func() bool {
		result := i.search("pump is:question")
		return result.Engine == engine && result.Total == hits
	}, back, poll, "%d hits from the %s", hits, engine)
	return time.Since(start)
}

func (i *installation) indexes() []string {
	i.t.Helper()
	list, err := i.engine.ListIndexes(&meilisearch.IndexesQuery{Limit: 100})
	require.NoError(i.t, err)
	names := []string{}
	for _, index := range list.Results {
		names = append(names, index.UID)
	}
	return names
}

// carriedOut waits for what the test sent to the engine itself.
func (i *installation) carriedOut(task *meilisearch.TaskInfo, err error) {
	i.t.Helper()
	require.NoError(i.t, err)
	result, err := i.engine.WaitForTask(task.TaskUID, poll)
	require.NoError(i.t, err)
	require.Equal(i.t, meilisearch.TaskStatusSucceeded, result.Status)
}
