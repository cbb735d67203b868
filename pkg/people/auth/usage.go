package auth

import (
	"context"
	"sync"
	"time"

	"wellspring/pkg/kernel/id"
)

// flushEvery is how often the noted uses are written, away from any request.
const flushEvery = 5 * time.Second

// usage gathers when sessions and people were last here, so that requests do not write.
type usage struct {
	mu       sync.Mutex
	sessions map[id.Session]time.Time
	people   map[id.User]time.Time
}

func newUsage() *usage {
	return &usage{sessions: map[id.Session]time.Time{}, people: map[id.User]time.Time{}}
}

func (u *usage) note(person id.User, session id.Session, at time.Time) {
	u.mu.Lock()
	defer u.mu.Unlock()
	u.sessions[session], u.people[person] = at, at
}

func (u *usage) take() (map[id.Session]time.Time, map[id.User]time.Time) {
	u.mu.Lock()
	defer u.mu.Unlock()
	sessions, people := u.sessions, u.people
	u.sessions, u.people = map[id.Session]time.Time{}, map[id.User]time.Time{}
	return sessions, people
}

// Run writes down now and then when sessions were used, until the context ends; then once more.
func (s *Service) Run(ctx context.Context) {
	tick := time.NewTicker(flushEvery)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
			s.flushAndLog(ctx)
		case <-ctx.Done():
			s.flushLast(ctx)
			return
		}
	}
}

// flushLast writes what is left although the context has ended.
func (s *Service) flushLast(ctx context.Context) {
	last, cancel := context.WithTimeout(context.WithoutCancel(ctx), flushEvery)
	defer cancel()
	s.flushAndLog(last)
}

func (s *Service) flushAndLog(ctx context.Context) {
	if err := s.Flush(ctx); err != nil && ctx.Err() == nil {
		s.Log.WarnContext(ctx, "the last use of sessions was not written", "error", err)
	}
}

// Flush writes down when sessions and people were last here. What cannot be written is dropped: the next request
// of the same person notes it again.
func (s *Service) Flush(ctx context.Context) error {
	sessions, people := s.used.take()
	if len(sessions) == 0 {
		return nil
	}
	if err := s.store.used(ctx, sessions); err != nil {
		return err
	}
	return s.Users.Seen(ctx, people)
}
