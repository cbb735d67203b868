package search_test

import (
	"fmt"
	"log/slog"
	"net/http"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/discovery/search"
	"wellspring/pkg/discovery/search/postgres"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/people/spaces"
	"wellspring/pkg/testkit"
)

// fed is how soon a change must be found.
const (
	fed      = 2 * time.Second
	poll     = 20 * time.Millisecond
	patience = 30 * time.Second
)

func TestMain(m *testing.M) { testkit.Main(m) }

// world is a test's world with a search engine of its own, and beside it the search that has none.
type world struct {
	*testkit.Kit
	t       testing.TB
	engines map[string]*search.Service
}

func newWorld(t testing.TB) *world {
	t.Helper()
	kit := testkit.New(t, testkit.WithSearch())
	alone := search.New(kit.DB, nil, postgres.New(kit.DB), slog.New(slog.DiscardHandler))
	w := &world{Kit: kit, t: t, engines: map[string]*search.Service{search.Meilisearch: kit.App.Search, search.Database: alone}}
	w.settled()
	return w
}

// settled waits until the engine has everything.
func (w *world) settled() {
	w.t.Helper()
	require.Eventually(w.t, func() bool {
		health, err := w.App.Search.Health(w.t.Context())
		return err == nil && health.Backlog == 0 && health.Documents == health.Expected
	}, patience, poll)
}

// reader is a member of the cast, or a visitor for the empty handle.
func (w *world) reader(handle string) authz.Actor {
	w.t.Helper()
	if handle != "" {
		return w.Actor(handle)
	}
	visitor, err := w.App.Auth.Visitor(w.t.Context())
	require.NoError(w.t, err)
	return visitor
}

// search asks one of the engines.
func (w *world) search(engine, handle string, request search.Request) search.Result {
	w.t.Helper()
	result, err := w.answered(engine, w.reader(handle), request)
	require.NoError(w.t, err)
	require.Equal(w.t, engine, result.Engine)
	return result
}

// answered asks one of the engines again while the other answers in its place: on a busy machine the search engine may
// once be too slow, but what it cannot take it never answers.
func (w *world) answered(engine string, reader authz.Actor, request search.Request) (result search.Result, err error) {
	eventually(patience, func() bool {
		result, err = w.engines[engine].Search(w.t.Context(), reader, request)
		return err != nil || result.Engine == engine
	})
	return result, err
}

// find asks the search engine for a text and gives the titles.
func (w *world) find(handle, text string) []string {
	w.t.Helper()
	return titles(w.search(search.Meilisearch, handle, search.Request{Text: text}))
}

// within fails the test unless a text finds exactly this within the time in which a change must be found.
func (w *world) within(handle, text string, want ...string) {
	w.t.Helper()
	var found []string
	if !eventually(fed, func() bool {
		found = w.find(handle, text)
		return fmt.Sprint(found) == fmt.Sprint(want)
	}) {
		require.Equal(w.t, want, found, "%q, %s after the change", text, fed)
	}
}

func eventually(limit time.Duration, holds func() bool) bool {
	tick := time.NewTicker(poll)
	defer tick.Stop()
	for deadline := time.Now().Add(limit); ; <-tick.C {
		if holds() {
			return true
		}
		if time.Now().After(deadline) {
			return false
		}
	}
}

// space makes a space with these members.
func (w *world) space(visibility spaces.Visibility, slug string, members ...string) {
	w.t.Helper()
	made := spaces.NewSpace{Slug: slug, Name: "The " + slug, Visibility: visibility}
	if visibility == spaces.Members {
		made.Reason = "Personal data."
	}
	_, err := w.App.Spaces.Create(w.t.Context(), w.Actor("root"), made)
	require.NoError(w.t, err)
	for _, member := range members {
		require.NoError(w.t, w.App.Spaces.AddMember(w.t.Context(), w.Actor("root"), slug, w.UserID(member)))
	}
}

// ask has a person ask in a space.
func (w *world) ask(handle, space, title, body string, tags ...string) testkit.Asked {
	w.t.Helper()
	var asked testkit.Asked
	w.As(handle).Post("/questions", map[string]any{"title": title, "body": body, "tags": tags, "space": space}).
		Want(http.StatusCreated).JSON(&asked)
	return asked
}

// each runs a test once for each engine.
func (w *world) each(t *testing.T, test func(t *testing.T, find func(handle, text string) search.Result)) {
	t.Helper()
	for engine := range w.engines {
		t.Run(engine, func(t *testing.T) {
			test(t, func(handle, text string) search.Result {
				t.Helper()
				return w.search(engine, handle, search.Request{Text: text})
			})
		})
	}
}

func titles(result search.Result) []string {
	found := []string{}
	for _, hit := range result.Items {
		found = append(found, hit.Kind+": "+hit.Title)
	}
	return found
}

func counts(values []search.FacetValue) map[string]int {
	counted := map[string]int{}
	for _, value := range values {
		counted[value.Value] = value.Count
	}
	return counted
}
