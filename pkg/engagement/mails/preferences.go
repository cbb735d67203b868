package mails

import (
	"context"
	"fmt"
	"time"
	_ "time/tzdata" // an image without the machine's own time zones must know those of its people

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
)

// Topic is what people choose a pace for.
type Topic string

// The topics. All stands for every one of them in a link that unsubscribes.
const (
	Answers  Topic = "answers"
	Comments Topic = "comments"
	Accepts  Topic = "accepts"
	Edits    Topic = "edits"
	Votes    Topic = "votes"
	Followed Topic = "followed"
	Closing  Topic = "closing"
	// Recognition is badges and privileges.
	Recognition Topic = "recognition"
	All         Topic = "all"
)

// Pace is how soon, and with how much else, something is told.
type Pace string

// The paces. What is daily or weekly comes in the morning, the latter on Mondays.
const (
	AtOnce Pace = "at-once"
	Hourly Pace = "hourly"
	Daily  Pace = "daily"
	Weekly Pace = "weekly"
	Off    Pace = "off"
)

// Preferences are how a person wants to hear of each topic. In Quiet hours, from QuietFrom to QuietTo in minutes after
// midnight of TimeZone, nothing is sent.
type Preferences struct {
	Answers  Pace
	Comments Pace
	Accepts  Pace
	Edits    Pace
	Votes    Pace
	Followed Pace
	Closing  Pace
	// Recognition is of badges and privileges.
	Recognition Pace
	Quiet       bool
	QuietFrom   int
	QuietTo     int
	// TimeZone is empty, which counts as UTC, until the person's browser told.
	TimeZone string
}

// defaults tell at once where somebody waits for the person, and gather the rest.
func defaults() Preferences {
	return Preferences{
		Answers: AtOnce, Comments: AtOnce, Accepts: AtOnce, Edits: Off, Votes: Daily, Followed: Daily, Closing: AtOnce, Recognition: Daily,
		QuietFrom: 22 * 60, QuietTo: 7 * 60,
	}
}

// Change is what somebody changes of their preferences; nil leaves as it is. Times are written as 22:00.
type Change struct {
	Answers     *Pace
	Comments    *Pace
	Accepts     *Pace
	Edits       *Pace
	Votes       *Pace
	Followed    *Pace
	Closing     *Pace
	Recognition *Pace
	Quiet       *bool
	QuietFrom   *string
	QuietTo     *string
	TimeZone    *string
}

// Preferences gives how the actor wants to hear.
func (s *Service) Preferences(ctx context.Context, actor authz.Actor) (Preferences, error) {
	if err := actor.MustSignIn(); err != nil {
		return Preferences{}, err
	}
	return s.store.preferences(ctx, actor.User)
}

// Prefer changes how the actor wants to hear, and has what is turned off and still waits not be sent.
func (s *Service) Prefer(ctx context.Context, actor authz.Actor, change Change) (Preferences, error) {
	if err := actor.MustSignIn(); err != nil {
		return Preferences{}, err
	}
	return s.prefer(ctx, actor.User, change.apply)
}

func (s *Service) prefer(ctx context.Context, person id.User, apply func(*Preferences) error) (Preferences, error) {
	var p Preferences
	err := s.DB.InTx(ctx, func(ctx context.Context) (err error) {
		if err := s.store.lock(ctx, person); err != nil {
			return err
		}
		if p, err = s.store.preferences(ctx, person); err != nil {
			return err
		}
		if err := apply(&p); err != nil {
			return err
		}
		if err := s.store.prefer(ctx, person, p); err != nil {
			return err
		}
		return s.store.forget(ctx, person, p.off())
	})
	return p, err
}

func (c Change) apply(p *Preferences) error {
	var v fault.Validation
	given := map[Topic]*Pace{
		Answers: c.Answers, Comments: c.Comments, Accepts: c.Accepts, Edits: c.Edits, Votes: c.Votes, Followed: c.Followed, Closing: c.Closing,
		Recognition: c.Recognition,
	}
	for topic, pace := range given {
		if pace != nil {
			*p.pace(topic) = *pace
		}
	}
	if c.Quiet != nil {
		p.Quiet = *c.Quiet
	}
	readTime(&v, "quietFrom", c.QuietFrom, &p.QuietFrom)
	readTime(&v, "quietTo", c.QuietTo, &p.QuietTo)
	v.Check(!p.Quiet || p.QuietFrom != p.QuietTo, "quietTo", "no-hours", "Let the quiet hours end at another time than they begin.")
	if c.TimeZone != nil {
		_, err := time.LoadLocation(*c.TimeZone)
		v.Check(err == nil && *c.TimeZone != "" && *c.TimeZone != "Local", "timeZone", "no-time-zone", "This is not the name of a time zone, such as Europe/Berlin.")
		p.TimeZone = *c.TimeZone
	}
	return v.Err()
}

func readTime(v *fault.Validation, field string, text *string, minutes *int) {
	if text == nil {
		return
	}
	at, err := time.Parse("15:04", *text)
	v.Check(err == nil, field, "bad-time", "Write a time of the day, such as 22:00.")
	*minutes = at.Hour()*60 + at.Minute()
}

// Clock writes minutes after midnight as 22:00.
func Clock(minutes int) string { return fmt.Sprintf("%02d:%02d", minutes/60, minutes%60) }

// topics are those that people choose, in the order of the settings.
func topics() []Topic {
	return []Topic{Answers, Comments, Accepts, Edits, Votes, Followed, Closing, Recognition}
}

func (p *Preferences) pace(topic Topic) *Pace {
	switch topic {
	case Answers:
		return &p.Answers
	case Comments:
		return &p.Comments
	case Accepts:
		return &p.Accepts
	case Edits:
		return &p.Edits
	case Votes:
		return &p.Votes
	case Followed:
		return &p.Followed
	case Recognition:
		return &p.Recognition
	default:
		return &p.Closing
	}
}

func (p *Preferences) off() []Topic {
	var off []Topic
	for _, topic := range topics() {
		if *p.pace(topic) == Off {
			off = append(off, topic)
		}
	}
	return off
}
