package posts

import (
	"context"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
)

const (
	viewsInterval = 5 * time.Second
	viewsTimeout  = 10 * time.Second
	// maxViews bounds what is remembered of a day; beyond it views are written again and the database ignores them.
	maxViews = 200_000
)

type view struct {
	Question id.Post
	Viewer   id.User
	Day      day
}

// day is a date as a number, such as 20260131: it is compared at every reading of a page, and a text takes longer.
type day int

func dayOf(at time.Time) day {
	year, month, date := at.Date()
	return day((year*100+int(month))*100 + date)
}

func (d day) String() string { return fmt.Sprintf("%04d-%02d-%02d", d/10_000, d/100%100, d%100) }

// views gathers who looked at what in this process, so that reading a page costs no write.
type views struct {
	mu      sync.Mutex
	day     day
	pending []view
	known   map[view]struct{}
}

func newViews() *views { return &views{known: map[view]struct{}{}} }

func (v *views) add(one view) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.day != one.Day || len(v.known) >= maxViews {
		v.day = one.Day
		clear(v.known)
	}
	if _, known := v.known[one]; known {
		return
	}
	v.known[one] = struct{}{}
	v.pending = append(v.pending, one)
}

func (v *views) take() []view {
	v.mu.Lock()
	defer v.mu.Unlock()
	taken := v.pending
	v.pending = nil
	return taken
}

func (v *views) giveBack(taken []view) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if len(v.pending)+len(taken) <= maxViews {
		v.pending = append(v.pending, taken...)
	}
}

// Viewed notes that a person looked at a question: once a day, and not for its author. It is written a few seconds later.
func (s *Service) Viewed(actor authz.Actor, question id.Post, author id.User) {
	if !actor.SignedIn() || actor.User == author {
		return
	}
	s.views.add(view{Question: question, Viewer: actor.User, Day: dayOf(s.clock.Now())})
}

// FlushViews writes the views noted so far.
func (s *Service) FlushViews(ctx context.Context) error {
	taken := s.views.take()
	if len(taken) == 0 {
		return nil
	}
	err := s.db.InTx(ctx, func(ctx context.Context) error { return s.store.addViews(ctx, taken) })
	if err != nil {
		s.views.giveBack(taken)
	}
	return err
}

// Run writes views every few seconds until the context ends, and then the last ones.
func (s *Service) Run(ctx context.Context, log *slog.Logger) {
	ticker := time.NewTicker(viewsInterval)
	defer ticker.Stop()
	for {
		select {
		case <-ticker.C:
			if err := s.FlushViews(ctx); err != nil && ctx.Err() == nil {
				log.WarnContext(ctx, "views are not written yet, trying again", "error", err)
			}
		case <-ctx.Done():
			s.flushLast(context.WithoutCancel(ctx), log)
			return
		}
	}
}

func (s *Service) flushLast(ctx context.Context, log *slog.Logger) {
	ctx, cancel := context.WithTimeout(ctx, viewsTimeout)
	defer cancel()
	if err := s.FlushViews(ctx); err != nil {
		log.WarnContext(ctx, "the last views are lost", "error", err)
	}
}
