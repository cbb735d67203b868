package search_test

import (
	"context"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/discovery/search"
	"wellspring/pkg/kernel/fault"
)

// fill writes questions behind the product's back and has them indexed.
func (w *world) fill(count int) {
	w.t.Helper()
	w.Exec(`
		INSERT INTO posts (kind, space_id, title, body, html, renderer_version, created_at, activity_kind, activity_at)
		SELECT 'question', s.id, 'Filler number ' || n, 'x', '<p>of many</p>', 1, now(), 'asked', now()
		FROM spaces s, generate_series(1, $1) n`, count)
	require.NoError(w.t, w.App.Search.NoteEverything(w.t.Context()))
	w.settled()
}

func TestReindexHasNoEmptyMomentAndLosesNoChange(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.fill(4_000)
	// A stray document, which only a fresh index is rid of, shows that the index was replaced.
	w.Exec(`DELETE FROM posts WHERE title = 'Filler number 7'`)
	watched := w.watchWhile(func() {
		last, calls := 0, 0
		require.NoError(t, w.App.Search.Reindex(t.Context(), func(done, total int) {
			require.GreaterOrEqual(t, done, last)
			require.GreaterOrEqual(t, total, 3_999)
			last, calls = done, calls+1
		}))
		require.GreaterOrEqual(t, last, 3_999)
		require.Greater(t, calls, 4)
	})
	require.NotEmpty(t, watched)
	for _, title := range watched {
		w.within("noa", `title:"`+title+`"`, "question: "+title)
	}
	w.settled()
	require.Equal(t, 3_999, w.search(search.Meilisearch, "noa", search.Request{Text: "filler"}).Total)
}

// watchWhile reads and writes during the work: no search may find less than everything that was there before. It returns
// the titles that were asked meanwhile, of which there are few, since the engine takes each as a task of its own.
func (w *world) watchWhile(work func()) (asked []string) {
	w.t.Helper()
	var finished atomic.Bool
	var watchers sync.WaitGroup
	reader := w.Actor("noa")
	watchers.Go(func() {
		for !finished.Load() {
			result, err := w.App.Search.Search(w.t.Context(), reader, search.Request{Text: "filler"})
			if err != nil || result.Engine != search.Meilisearch || result.Total < 3_999 {
				w.t.Errorf("during the work: %d hits from %s, %v", result.Total, result.Engine, err)
				return
			}
		}
	})
	watchers.Go(func() {
		for n := 0; n < 40 && !finished.Load(); n++ {
			title := "Asked during the rebuild " + strconv.Itoa(n)
			w.Ask("ada", title, "rebuild")
			asked = append(asked, title)
		}
	})
	// Also when a promise breaks in the work itself, or the watchers would go on for ever.
	defer watchers.Wait()
	defer finished.Store(true)
	work()
	return asked
}

func TestInterruptedReindexLeavesTheIndexAsItWas(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.fill(2_500)
	ctx, interrupt := context.WithCancel(t.Context())
	err := w.App.Search.Reindex(ctx, func(done, _ int) {
		if done > 0 {
			interrupt()
		}
	})
	require.ErrorIs(t, err, context.Canceled)
	require.Equal(t, 2_500, w.search(search.Meilisearch, "noa", search.Request{Text: "filler"}).Total)
	w.Ask("ada", "Is the index fed after the interruption?", "after")
	w.within("noa", "interruption", "question: Is the index fed after the interruption?")
	require.NoError(t, w.App.Search.Reindex(t.Context(), func(int, int) {}), "a second attempt finds no remains")
	w.settled()
}

func TestSecondReindexAtTheSameTimeIsRefused(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.fill(1_500)
	var second error
	var once sync.Once
	require.NoError(t, w.App.Search.Reindex(t.Context(), func(int, int) {
		once.Do(func() { second = w.App.Search.Reindex(t.Context(), func(int, int) {}) })
	}))
	require.True(t, fault.Is(second, "reindexing"), "%v", second)
}

func TestReindexWithoutAnEngineSaysSo(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	err := w.engines[search.Database].Reindex(t.Context(), func(int, int) {})
	require.True(t, fault.Is(err, "unavailable"), "%v", err)
	health, err := w.engines[search.Database].Health(t.Context())
	require.NoError(t, err)
	require.False(t, health.Configured)
	ctx, cancel := context.WithTimeout(t.Context(), time.Second)
	defer cancel()
	w.engines[search.Database].Relay(ctx)
	require.NoError(t, ctx.Err(), "without an engine there is nothing to relay")
}
