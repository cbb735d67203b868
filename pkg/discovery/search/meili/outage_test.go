package meili_test

import (
	"context"
	"fmt"
	"log/slog"
	"slices"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/meilisearch/meilisearch-go"
	"github.com/stretchr/testify/require"

	"wellspring/pkg/discovery/search"
	"wellspring/pkg/discovery/search/meili"
	"wellspring/pkg/discovery/search/postgres"
)

func TestNothingIsLostWhileTheEngineIsAway(t *testing.T) {
	t.Parallel()
	i := install(t, true)
	i.ask("Why does the first pump stop?")
	i.answered(search.Meilisearch, 1)

	const asked = 40
	var writing sync.WaitGroup
	halfWay := make(chan struct{})
	writing.Go(func() {
		for n := range asked {
			i.ask(fmt.Sprintf("Why does pump %d stop?", n))
			if n == asked/2 {
				close(halfWay)
			}
		}
	})
	require.NoError(t, i.stack.StopSearch(t.Context()))
	<-halfWay
	require.Equal(t, search.Database, i.search("pump").Engine)
	require.False(t, i.Search.EngineAvailable())
	writing.Wait()
	away := i.search("pump is:question")
	require.Equal(t, search.Database, away.Engine)
	require.Equal(t, asked+1, away.Total, "what was asked meanwhile is found")
	require.NotZero(t, i.backlog())

	require.NoError(t, i.stack.StartSearch(t.Context()))
	t.Logf("caught up %s after the return", i.answered(search.Meilisearch, asked+1))
	require.Eventually(t, func() bool { return i.backlog() == 0 }, back, poll)
	require.True(t, i.Search.EngineAvailable())
}

func (i *installation) backlog() int {
	i.t.Helper()
	waiting, err := i.Search.Backlog(i.t.Context())
	require.NoError(i.t, err)
	return waiting
}

func TestALostIndexIsBuiltAnewWithoutAnEmptyMoment(t *testing.T) {
	t.Parallel()
	i := install(t, true)
	for n := range 5 {
		i.ask(fmt.Sprintf("Why does pump %d stop?", n))
	}
	i.answered(search.Meilisearch, 5)
	i.carriedOut(i.engine.DeleteIndex(live))
	engines := map[string]int{}
	require.Eventually(t, func() bool {
		result := i.search("pump is:question")
		require.Equal(t, 5, result.Total, result.Engine)
		engines[result.Engine]++
		return engines[search.Database] > 0 && result.Engine == search.Meilisearch
	}, back, poll)
	require.Equal(t, []string{live}, i.indexes())
}

func TestRemainsOfADeadRebuildAndOfOlderProgramsAreThrownAway(t *testing.T) {
	t.Parallel()
	i := install(t, true)
	i.ask("Why does the pump stop?")
	i.answered(search.Meilisearch, 1)
	for _, name := range []string{live + "_next", prefix + "content_v0", prefix + "content_v0_next", prefix + "content_v99", "others_content_v0"} {
		i.carriedOut(i.engine.CreateIndex(&meilisearch.IndexConfig{Uid: name}))
	}
	require.Eventually(t, func() bool { return !slices.Contains(i.indexes(), live+"_next") }, back, poll, "the relay sees that nobody builds it")
	i.answered(search.Meilisearch, 1)
	require.NoError(t, i.Search.Reindex(t.Context(), func(int, int) {}))
	require.ElementsMatch(t, []string{live, prefix + "content_v99", "others_content_v0"}, i.indexes())
}

// watched counts who writes to the index it stands before.
type watched struct {
	search.Index
	writing atomic.Int32
	most    atomic.Int32
	writes  atomic.Int32
}

// Apply hands on, and notes how many do so at the same time.
func (w *watched) Apply(ctx context.Context, to search.Condition, put []search.Document, remove []string) error {
	defer w.writing.Add(-1)
	w.most.Store(max(w.most.Load(), w.writing.Add(1)))
	w.writes.Add(1)
	return w.Index.Apply(ctx, to, put, remove)
}

func TestOfManyRelaysOneWritesAtATime(t *testing.T) {
	t.Parallel()
	i := install(t, false)
	index := &watched{Index: meili.New(i.stack.SearchURL(), i.stack.SearchKey(), prefix)}
	ctx, stop := context.WithCancel(t.Context())
	var relays sync.WaitGroup
	services := make([]*search.Service, 3)
	for n := range services {
		services[n] = search.New(i.DB, index, postgres.New(i.DB), slog.New(slog.DiscardHandler))
		relays.Go(func() { services[n].Relay(ctx) })
	}
	for n := range 20 {
		i.ask(fmt.Sprintf("Why does pump %d stop?", n))
		require.NoError(t, services[n%len(services)].NoteEverything(t.Context()))
	}
	i.answered(search.Meilisearch, 20)
	require.Eventually(t, func() bool { return i.backlog() == 0 }, back, poll)
	stop()
	relays.Wait()
	require.NotZero(t, index.writes.Load())
	require.EqualValues(t, 1, index.most.Load())
}
