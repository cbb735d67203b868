// Package ratelimit keeps token buckets by key in memory: each key may spend a burst at once and earns it back
// evenly over a period. Every process counts for itself, so n processes allow up to n times as much; what must be
// exact across processes, such as sign-in attempts, is counted in the database instead. Start at New and Take.
package ratelimit

import (
	"hash/maphash"
	"net/netip"
	"sync"
	"time"

	"wellspring/pkg/platform/clock"
)

const (
	shardCount = 32
	// sweepEvery bounds the memory: after this many new keys a shard drops those whose bucket is full again.
	sweepEvery = 1024
	// ipv6Network is the size of what one IPv6 customer gets at least.
	ipv6Network = 64
)

// Verdict says whether a request may pass, in the terms of the X-RateLimit headers.
type Verdict struct {
	Allowed   bool
	Limit     int
	Remaining int
	// Reset is how long it takes until the bucket is full again.
	Reset time.Duration
	// RetryAfter is how long to wait for the next token; 0 when allowed.
	RetryAfter time.Duration
}

// Limiter holds one bucket per key; it is safe for concurrent use.
type Limiter struct {
	clock    clock.Clock
	burst    int
	interval time.Duration
	seed     maphash.Seed
	shards   [shardCount]shard
}

// shard keeps for each key when its bucket will be full again, which is all a token bucket needs to remember.
type shard struct {
	mu     sync.Mutex
	fullAt map[string]time.Time
	fresh  int
}

// New allows burst requests at once and burst requests per period in the long run.
func New(now clock.Clock, burst int, period time.Duration) *Limiter {
	l := &Limiter{clock: now, burst: burst, interval: period / time.Duration(burst), seed: maphash.MakeSeed()}
	for i := range l.shards {
		l.shards[i].fullAt = map[string]time.Time{}
	}
	return l
}

// Take spends one token of the key, or none when there is none left.
func (l *Limiter) Take(key string) Verdict {
	now := l.clock.Now()
	s := &l.shards[maphash.String(l.seed, key)%shardCount]
	s.mu.Lock()
	defer s.mu.Unlock()
	fullAt, known := s.fullAt[key]
	if fullAt.Before(now) {
		fullAt = now
	}
	next := fullAt.Add(l.interval)
	capacity := time.Duration(l.burst) * l.interval
	if wait := next.Sub(now) - capacity; wait > 0 {
		return Verdict{Limit: l.burst, Reset: fullAt.Sub(now), RetryAfter: wait}
	}
	s.fullAt[key] = next
	if !known {
		s.sweep(now)
	}
	remaining := int((capacity - next.Sub(now)) / l.interval)
	return Verdict{Allowed: true, Limit: l.burst, Remaining: remaining, Reset: next.Sub(now)}
}

// Keys is the number of buckets that are remembered.
func (l *Limiter) Keys() int {
	total := 0
	for i := range l.shards {
		s := &l.shards[i]
		s.mu.Lock()
		total += len(s.fullAt)
		s.mu.Unlock()
	}
	return total
}

func (s *shard) sweep(now time.Time) {
	if s.fresh++; s.fresh < sweepEvery {
		return
	}
	s.fresh = 0
	for key, fullAt := range s.fullAt {
		if fullAt.Before(now) {
			delete(s.fullAt, key)
		}
	}
}

// Address gives the key for a client's address: itself for IPv4, its /64 network for IPv6, where one
// customer has that many addresses. What is no address is its own key.
func Address(text string) string {
	addr, err := netip.ParseAddr(text)
	if err != nil {
		return text
	}
	addr = addr.Unmap().WithZone("")
	if addr.Is4() {
		return addr.String()
	}
	network, err := addr.Prefix(ipv6Network)
	if err != nil {
		return addr.String()
	}
	return network.String()
}
