package api

import (
	"hash/maphash"

	"github.com/maypok86/otter/v2"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
)

const (
	// bodiesBytes is what all kept bodies of question pages weigh.
	bodiesBytes = 24 << 20
	// maxReadings bounds what is known of who read what; each weighs about 150 bytes.
	maxReadings = 50_000
)

// pageKey names the page of one reader. Powers stands for everything that decides what the reader may do.
type pageKey struct {
	question id.Post
	order    string
	reader   id.User
	language string
	powers   uint64
}

// reading is which body a reader got, as long as the document it was made of is the current one: a reader's own votes
// change the document too.
type reading struct {
	serial uint64
	body   uint64
}

// sharedKey names a body by its content: most readers of a page have done nothing on it and share one.
type sharedKey struct {
	question id.Post
	sum      uint64
}

type encodedPage struct {
	body []byte
	etag string
}

// pages keeps question pages as they are sent, so that one that was read before costs neither a statement nor encoding.
type pages struct {
	seed     maphash.Seed
	readings *otter.Cache[pageKey, reading]
	bodies   *otter.Cache[sharedKey, encodedPage]
}

func newPages() pages {
	return pages{
		seed:     maphash.MakeSeed(),
		readings: otter.Must(&otter.Options[pageKey, reading]{MaximumSize: maxReadings, Executor: atOnce}),
		bodies: otter.Must(&otter.Options[sharedKey, encodedPage]{
			MaximumWeight: bodiesBytes, Executor: atOnce,
			Weigher: func(_ sharedKey, p encodedPage) uint32 { return uint32(len(p.body)) + 200 }, //nolint:gosec // a body is far smaller than 4 GB
		}),
	}
}

// atOnce has a cache put itself in order where it is written to: that takes less than handing it to a goroutine.
func atOnce(work func()) { work() }

// find gives what the reader got before, if it was made of this load of the document.
func (p pages) find(key pageKey, serial uint64) (encodedPage, bool) {
	last, found := p.readings.GetIfPresent(key)
	if !found || last.serial != serial {
		return encodedPage{}, false
	}
	return p.bodies.GetIfPresent(sharedKey{key.question, last.body})
}

func (p pages) keep(key pageKey, serial uint64, body []byte) encodedPage {
	// The sum is seeded at random, so that nobody can write a post whose page takes the place of another.
	sum := maphash.Bytes(p.seed, body)
	p.readings.Set(key, reading{serial, sum})
	if shared, found := p.bodies.GetIfPresent(sharedKey{key.question, sum}); found {
		return shared
	}
	page := encodedPage{body: body, etag: etagOf(body)}
	p.bodies.Set(sharedKey{key.question, sum}, page)
	return page
}

// powersOf sums up what the policies look at beside the document. It runs on every read, so it prints nothing.
func (p pages) powersOf(actor authz.Actor) uint64 {
	const prime = 1099511628211
	sum := maphash.String(p.seed, string(actor.Role)) ^ uint64(actor.Reputation)*prime //nolint:gosec // only told apart
	for privilege, threshold := range actor.Thresholds {
		// Added up, because a map comes in any order.
		sum += (maphash.String(p.seed, string(privilege)) ^ uint64(threshold)) * prime //nolint:gosec // only told apart
	}
	for _, space := range actor.Spaces {
		sum = (sum ^ uint64(space)) * prime //nolint:gosec // only told apart
	}
	return sum
}
