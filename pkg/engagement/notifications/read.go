package notifications

import (
	"context"
	"time"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
)

// maxSnooze bounds how long something can be put off.
const maxSnooze = 366 * 24 * time.Hour

// MarkRead marks a thread as read up to a number, so that what came since the actor looked stays unread; 0 stands for all.
func (s *Service) MarkRead(ctx context.Context, actor authz.Actor, question id.Post, through int) error {
	return s.change(ctx, actor, func() (bool, error) { return s.store.markRead(ctx, actor, question, through) })
}

// MarkUnread has a thread be as if it had just come.
func (s *Service) MarkUnread(ctx context.Context, actor authz.Actor, question id.Post) error {
	return s.change(ctx, actor, func() (bool, error) { return s.store.markUnread(ctx, actor, question) })
}

// MarkAllRead marks everything in the inbox as read that came up to a moment; the zero time stands for now.
func (s *Service) MarkAllRead(ctx context.Context, actor authz.Actor, through time.Time) error {
	now := s.clock.Now()
	if through.IsZero() {
		through = now
	}
	return s.change(ctx, actor, func() (bool, error) { return true, s.store.markAllRead(ctx, actor.User, through, now) })
}

// Snooze puts a thread off until a time, when it is back in its place of that time and unread.
func (s *Service) Snooze(ctx context.Context, actor authz.Actor, question id.Post, until time.Time) error {
	now := s.clock.Now()
	if !until.After(now) || until.After(now.Add(maxSnooze)) {
		var v fault.Validation
		v.Add("until", "bad-time", "Choose a time that is still to come, within a year.")
		return v.Err()
	}
	return s.change(ctx, actor, func() (bool, error) { return s.store.snooze(ctx, actor, question, until) })
}

// Unsnooze brings a thread back at once.
func (s *Service) Unsnooze(ctx context.Context, actor authz.Actor, question id.Post) error {
	return s.change(ctx, actor, func() (bool, error) { return s.store.unsnooze(ctx, actor, question, s.clock.Now()) })
}

// Wake brings back what was snoozed until now, so that open pages hear of it.
func (s *Service) Wake(ctx context.Context) error {
	people, err := s.store.wake(ctx, s.clock.Now())
	if err != nil {
		return err
	}
	s.tell(ctx, people)
	return nil
}

// change carries a change of the actor's inbox out and tells their other pages; one that finds nothing is refused.
func (s *Service) change(ctx context.Context, actor authz.Actor, carryOut func() (bool, error)) error {
	if err := actor.MustSignIn(); err != nil {
		return err
	}
	found, err := carryOut()
	if err != nil {
		return err
	}
	if !found {
		return noThread()
	}
	s.tell(ctx, []int64{int64(actor.User)})
	return nil
}
