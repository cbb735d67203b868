package mails

import (
	"context"
	"errors"
	"slices"

	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/platform/mail"
)

const (
	// worrying is the number of attempts after which a mail counts as stuck, and hopeless that after which it is dropped,
	// more than two days after it was due.
	worrying = 5
	hopeless = 16
	// failuresInARow end a run: the server is probably away, and everything else stays due.
	failuresInARow = 3
)

// Send sends all that is due. Any number of processes may do it together. One mail that fails does not hold up the others.
func (s *Service) Send(ctx context.Context) error {
	var failures []error
	for s.Sending() != None && ctx.Err() == nil && len(failures) < failuresInARow {
		claimed, err := s.store.claim(ctx, s.Clock.Now())
		if err != nil {
			return errors.Join(append(failures, err)...)
		}
		if len(claimed) == 0 {
			break
		}
		if err := s.sendTo(ctx, claimed); err != nil {
			failures = append(failures, err)
		}
	}
	return errors.Join(failures...)
}

// sendTo sends one person what is due to them.
func (s *Service) sendTo(ctx context.Context, items []item) error {
	person := items[0].UserID
	p, err := s.store.preferences(ctx, person)
	if err != nil {
		return err
	}
	if until, quiet := p.quietUntil(s.Clock.Now()); quiet {
		return s.store.postpone(ctx, items, until)
	}
	letters, err := s.letters(ctx, p, items)
	if err != nil {
		return err
	}
	var failures []error
	worth := []item{}
	for _, letter := range letters {
		worth = append(worth, letter.items...)
		if err := s.deliver(ctx, letter); err != nil {
			failures = append(failures, err)
		}
	}
	// What nothing is said about was read meanwhile, or undone, or may no longer be read.
	unsaid := slices.DeleteFunc(slices.Clone(items), func(i item) bool {
		return slices.ContainsFunc(worth, func(w item) bool { return w.ID == i.ID })
	})
	return errors.Join(append(failures, s.store.settle(ctx, unsaid))...)
}

func (s *Service) letters(ctx context.Context, p Preferences, items []item) ([]letter, error) {
	person := items[0].UserID
	actor, err := s.Actor(ctx, person)
	if _, refused := fault.As(err); refused {
		return nil, nil // the account is not active any more
	}
	if err != nil {
		return nil, err
	}
	to, err := s.store.recipient(ctx, person)
	if err != nil || to.Email == "" {
		return nil, err
	}
	wanted := slices.DeleteFunc(slices.Clone(items), func(i item) bool { return *p.pace(i.Topic) == Off })
	letters := []letter{}
	for _, group := range groups(wanted) {
		threads, err := s.Notifications.Waiting(ctx, actor, keysOf(group.items))
		if err != nil {
			return nil, err
		}
		letters = append(letters, gathered(to, person, group, threads)...)
	}
	return letters, nil
}

func (s *Service) deliver(ctx context.Context, l letter) error {
	message, err := s.write(l)
	if err != nil {
		return err
	}
	if s.Sender == nil {
		return s.DB.InTx(ctx, func(ctx context.Context) error {
			if err := s.store.keep(ctx, l.person, message); err != nil {
				return err
			}
			return s.store.settle(ctx, l.items)
		})
	}
	if err := s.send(ctx, message, l.items[0].Attempts); err != nil {
		return err
	}
	// The server has it: that it is sent is noted even while the process ends.
	return s.store.settle(context.WithoutCancel(ctx), l.items)
}

// send gives a mail up that failed for days.
func (s *Service) send(ctx context.Context, message mail.Message, attempts int) error {
	err := s.Sender.Send(ctx, message)
	if err != nil && attempts >= hopeless {
		s.Log.ErrorContext(ctx, "a mail failed again and again and is given up", "id", message.ID, "error", err)
		return nil
	}
	return err
}
