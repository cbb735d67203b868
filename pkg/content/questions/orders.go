package questions

import (
	"context"
	"fmt"
	"sync/atomic"
	"time"

	"github.com/maypok86/otter/v2"

	"wellspring/pkg/kernel/id"
	"wellspring/pkg/kernel/page"
)

const (
	// directRows is how far into a list the index is walked; beyond it, skipping costs more than cutting ids out.
	directRows = 300
	// orderAge is how old the order behind a deep page, and the number of rows, may be.
	orderAge = 5 * time.Second
	// orderBytes is what all kept orders weigh: 30 of 100,000 questions.
	orderBytes  = 24 << 20
	orderLoad   = 20 * time.Second
	bytesOfID   = 8
	maxCounts   = 10_000
	maxOrderIDs = 1_000_000
)

// orders keeps whole orders of lists, and how many rows they have.
type orders struct {
	ids    *otter.Cache[string, []id.Post]
	counts *otter.Cache[string, int]
	// generation stands in every key, so that what was kept before a change is no longer found.
	generation atomic.Uint64
}

func newOrders() *orders {
	return &orders{
		ids: otter.Must(&otter.Options[string, []id.Post]{
			MaximumWeight:    orderBytes,
			Weigher:          func(_ string, ids []id.Post) uint32 { return uint32(bytesOfID * (len(ids) + 16)) }, //nolint:gosec // at most maxOrderIDs
			ExpiryCalculator: otter.ExpiryWriting[string, []id.Post](orderAge),
		}),
		counts: otter.Must(&otter.Options[string, int]{
			MaximumSize:      maxCounts,
			ExpiryCalculator: otter.ExpiryWriting[string, int](orderAge),
		}),
	}
}

// forget is called when a question enters or leaves the lists, so that totals are right at once where it happened.
func (o *orders) forget() { o.generation.Add(1) }

func (o *orders) keyOf(c choice) string { return fmt.Sprint(o.generation.Load(), c.key()) }

// kept gives what the cache holds, and loads it once for all who ask meanwhile. The load serves others too, so it
// outlives the request that happened to come first.
func kept[V any](ctx context.Context, cache *otter.Cache[string, V], key string, load func(context.Context) (V, error)) (V, error) {
	value, err := cache.Get(ctx, key, otter.LoaderFunc[string, V](func(ctx context.Context, _ string) (V, error) {
		ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), orderLoad)
		defer cancel()
		return load(ctx)
	}))
	if err != nil {
		return value, fmt.Errorf("load a list: %w", err)
	}
	return value, nil
}

// cut gives the ids of one page and the number of all rows.
func (o *orders) cut(
	ctx context.Context, c choice, request page.Request, load func(context.Context, choice) ([]id.Post, error),
) (ids []id.Post, total int, err error) {
	ids, err = kept(ctx, o.ids, o.keyOf(c), func(ctx context.Context) ([]id.Post, error) { return load(ctx, c) })
	if err != nil {
		return nil, 0, err
	}
	total = len(ids)
	from := min(request.Offset(), total)
	return ids[from:min(from+request.Size, total)], total, nil
}

func (o *orders) count(ctx context.Context, c choice, load func(context.Context, choice) (int, error)) (int, error) {
	return kept(ctx, o.counts, o.keyOf(c), func(ctx context.Context) (int, error) { return load(ctx, c) })
}
