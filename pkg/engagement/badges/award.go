package badges

import (
	"context"
	"slices"
	"time"

	"wellspring/pkg/kernel/event"
	"wellspring/pkg/kernel/id"
)

const (
	// together is how many notes of a person and an event one transaction takes.
	together = 500
	// news is how long ago a badge may have been earned to be told of: what a new rule finds in old posts is none.
	news = 7 * 24 * time.Hour
)

// award is a badge that somebody has just been given.
type award struct {
	UserID    id.User
	PostID    id.Post
	AwardedAt time.Time
}

// Award looks at everybody whom events touched since it last did, and awards what they have earned. Any number of processes
// may do it together.
func (s *Service) Award(ctx context.Context) error {
	for ctx.Err() == nil {
		taken := 0
		err := s.DB.InTx(ctx, func(ctx context.Context) error {
			notes, err := s.store.takeChecks(ctx, together)
			if err != nil {
				return err
			}
			taken = len(notes)
			return s.look(ctx, notes)
		})
		if err != nil || taken < together {
			return err
		}
	}
	return nil
}

// look goes through the rules in their order, so that two processes wait for each other's awards in one order.
func (s *Service) look(ctx context.Context, notes []note) error {
	if len(notes) == 0 {
		return nil
	}
	reached, people := touched{}, []id.User{}
	for _, n := range notes {
		reached[n.Event] = append(reached[n.Event], n.UserID)
		people = append(people, n.UserID)
	}
	slices.Sort(people)
	people = slices.Compact(people)
	holders, err := s.store.holders(ctx, people)
	if err != nil {
		return err
	}
	now := s.Clock.Now()
	for _, rule := range Rules() {
		some := slices.DeleteFunc(reached.by(rule.On), func(person id.User) bool {
			return !rule.Often() && slices.Contains(holders[rule.Key], person)
		})
		if len(some) == 0 {
			continue
		}
		awards, err := s.store.award(ctx, &rule, some, now, true)
		if err != nil {
			return err
		}
		if err := s.tell(ctx, &rule, awards); err != nil {
			return err
		}
	}
	return s.noticePrivileges(ctx, people)
}

// AwardOfTime awards what time alone brought: a year that is over, views.
func (s *Service) AwardOfTime(ctx context.Context) error {
	for _, rule := range Rules() {
		if len(rule.On) > 0 {
			continue
		}
		err := s.DB.InTx(ctx, func(ctx context.Context) error {
			awards, err := s.store.award(ctx, &rule, nil, s.Clock.Now(), false)
			if err != nil {
				return err
			}
			return s.tell(ctx, &rule, awards)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func (s *Service) tell(ctx context.Context, rule *Rule, awards []award) error {
	since := s.Clock.Now().Add(-news)
	for _, a := range awards {
		if a.AwardedAt.Before(since) {
			continue
		}
		if err := s.Bus.Publish(ctx, event.BadgeAwarded{User: a.UserID, Badge: rule.Key, Class: string(rule.Class), Post: a.PostID}); err != nil {
			return err
		}
	}
	return nil
}
