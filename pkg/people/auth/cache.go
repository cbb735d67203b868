package auth

import (
	"sync"
	"sync/atomic"
	"time"

	"github.com/maypok86/otter/v2"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/signal"
)

const (
	// maxAge bounds how long a lost signal can do harm.
	maxAge     = 30 * time.Second
	maxEntries = 50_000
	// noteEvery is how often the use of a session is written down.
	noteEvery   = time.Minute
	stripeCount = 256
)

// liveSession is a session that has not ended.
type liveSession struct {
	expiresAt time.Time
	noted     atomic.Int64
}

func newLiveSession(expiresAt, lastUsedAt time.Time) *liveSession {
	live := &liveSession{expiresAt: expiresAt}
	live.noted.Store(lastUsedAt.UnixMicro())
	return live
}

// dueForNote tells one of those who ask at the same time that the session's use should be written down.
func (l *liveSession) dueForNote(now time.Time) bool {
	noted := l.noted.Load()
	return now.UnixMicro()-noted >= noteEvery.Microseconds() && l.noted.CompareAndSwap(noted, now.UnixMicro())
}

// actorCache keeps people and sessions apart, since signals name one or the other. The visitor is the person 0.
type actorCache struct {
	people   *otter.Cache[id.User, authz.Actor]
	sessions *otter.Cache[id.Session, *liveSession]

	// A signal may come while the row it speaks of is being loaded. What was loaded is then stale and must not be
	// kept: each signal raises the count of the stripe that the id falls into, and keep compares.
	mu     sync.Mutex
	raised [stripeCount]uint64
	all    uint64
}

// ticket remembers the state of the counts at the beginning of a load.
type ticket struct {
	person  id.User
	session id.Session
	seen    uint64
}

func newActorCache(signals *signal.Hub) *actorCache {
	c := &actorCache{
		people: otter.Must(&otter.Options[id.User, authz.Actor]{
			MaximumSize: maxEntries, ExpiryCalculator: otter.ExpiryWriting[id.User, authz.Actor](maxAge),
		}),
		sessions: otter.Must(&otter.Options[id.Session, *liveSession]{
			MaximumSize: maxEntries, ExpiryCalculator: otter.ExpiryWriting[id.Session, *liveSession](maxAge),
		}),
	}
	signals.On(signal.Person, c.dropPeople)
	signals.On(signal.Session, c.dropSessions)
	signals.On(signal.Everything, func([]int64) { c.dropAll() })
	return c
}

func (c *actorCache) find(person id.User, session id.Session) (authz.Actor, *liveSession, bool) {
	actor, known := c.people.GetIfPresent(person)
	live, stands := c.sessions.GetIfPresent(session)
	return actor, live, known && stands
}

func (c *actorCache) findVisitor() (authz.Actor, bool) { return c.people.GetIfPresent(0) }

func (c *actorCache) begin(person id.User, session id.Session) ticket {
	c.mu.Lock()
	defer c.mu.Unlock()
	return ticket{person: person, session: session, seen: c.countOf(person, session)}
}

// keep stores what was loaded, unless a signal came meanwhile.
func (c *actorCache) keep(t ticket, actor authz.Actor, live *liveSession) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.countOf(t.person, t.session) != t.seen {
		return
	}
	c.people.Set(t.person, actor)
	if live != nil {
		c.sessions.Set(t.session, live)
	}
}

// countOf only ever grows, so equal sums mean that nothing was raised.
func (c *actorCache) countOf(person id.User, session id.Session) uint64 {
	return c.raised[stripe(int64(person))] + c.raised[stripe(int64(session))] + c.all
}

func stripe(number int64) int64 { return number & (stripeCount - 1) }

func (c *actorCache) dropPeople(ids []int64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, number := range ids {
		c.raised[stripe(number)]++
		c.people.Invalidate(id.User(number))
	}
}

func (c *actorCache) dropSessions(ids []int64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, number := range ids {
		c.raised[stripe(number)]++
		c.sessions.Invalidate(id.Session(number))
	}
}

func (c *actorCache) dropAll() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.all++
	c.people.InvalidateAll()
	c.sessions.InvalidateAll()
}
