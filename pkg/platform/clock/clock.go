// Package clock is the only place that reads the time, so that tests can set it.
package clock

import (
	"sync"
	"time"
)

// Clock tells the time in UTC, cut to the microsecond that Postgres keeps.
type Clock interface{ Now() time.Time }

// System is the machine's clock.
type System struct{}

// Now reads the machine's clock.
func (System) Now() time.Time { return time.Now().UTC().Truncate(time.Microsecond) }

// Fixed is a clock that stands still until it is moved.
type Fixed struct {
	mu  sync.Mutex
	now time.Time
}

// NewFixed gives a clock that stands at now.
func NewFixed(now time.Time) *Fixed { return &Fixed{now: now.UTC().Truncate(time.Microsecond)} }

// Now gives the time the clock was set to.
func (f *Fixed) Now() time.Time {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.now
}

// Advance moves the clock forward.
func (f *Fixed) Advance(d time.Duration) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.now = f.now.Add(d)
}
