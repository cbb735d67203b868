package questions

import (
	"context"
	"fmt"
	"sync/atomic"
	"time"

	"github.com/maypok86/otter/v2"
	"golang.org/x/sync/singleflight"

	"wellspring/pkg/kernel/id"
)

const (
	// documentBytes is roughly what all kept documents weigh.
	documentBytes = 40 << 20
	documentAge   = time.Minute
	documentLoad  = 10 * time.Second
	// slots of generations; two questions that share one only forget each other's pages too.
	slots = 1 << 14
)

type documentKey struct {
	question id.Post
	order    Order
}

// documents keeps question pages. An entry counts only while its question's generation is the one it was loaded under.
type documents struct {
	cache  *otter.Cache[documentKey, *Document]
	flight singleflight.Group
	serial atomic.Uint64
	all    atomic.Uint64
	slots  [slots]atomic.Uint64
}

func newDocuments() *documents {
	return &documents{cache: otter.Must(&otter.Options[documentKey, *Document]{
		MaximumWeight: documentBytes,
		// The cache puts itself in order where it is written to: that takes less than handing it to a goroutine.
		Executor:         func(work func()) { work() },
		Weigher:          func(_ documentKey, d *Document) uint32 { return uint32(d.size) }, //nolint:gosec // a page is far smaller than 4 GB
		ExpiryCalculator: otter.ExpiryWriting[documentKey, *Document](documentAge),
	})}
}

// generation only ever rises, because both of its parts do.
func (c *documents) generation(question id.Post) uint64 {
	return c.slots[uint64(question)%slots].Load() + c.all.Load() //nolint:gosec // ids are positive
}

func (c *documents) forget(questions []int64) {
	for _, question := range questions {
		c.slots[uint64(question)%slots].Add(1) //nolint:gosec // ids are positive
	}
}

func (c *documents) forgetAll() { c.all.Add(1) }

// get gives a document no older than its question's last change. Readers who come while it is being loaded share
// that load, unless the question changed since it began.
func (c *documents) get(ctx context.Context, key documentKey, load func(context.Context) (*Document, error)) (*Document, error) {
	generation := c.generation(key.question)
	if found, ok := c.cache.GetIfPresent(key); ok && found.generation == generation {
		return found, nil
	}
	shared := fmt.Sprint(key.question, key.order, generation)
	loaded, err, _ := c.flight.Do(shared, func() (any, error) {
		// The load serves others too, so it outlives the request that happened to come first.
		ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), documentLoad)
		defer cancel()
		document, err := load(ctx)
		if err != nil {
			return nil, err
		}
		document.generation, document.Serial = generation, c.serial.Add(1)
		c.cache.Set(key, document)
		return document, nil
	})
	if err != nil {
		return nil, err //nolint:wrapcheck // it is what load gave
	}
	document, ok := loaded.(*Document)
	if !ok {
		return nil, fmt.Errorf("question %d was loaded as %T", key.question, loaded)
	}
	return document, nil
}
