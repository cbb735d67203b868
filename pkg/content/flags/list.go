package flags

import (
	"context"
	"time"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/kernel/page"
)

// Outcome is what became of a flag; empty while it is open.
type Outcome string

// The outcomes.
const (
	Open      Outcome = ""
	Helpful   Outcome = "helpful"
	Declined  Outcome = "declined"
	Withdrawn Outcome = "withdrawn"
)

// Flag is somebody's flag. Answer is what the moderators said to it.
type Flag struct {
	ID      id.Flag
	Target  Target
	Reason  Reason
	Note    string
	At      time.Time
	Outcome Outcome
	Ended   *time.Time
	Answer  string
}

// Flagged is a flag with what it stands at. Question is 0 and the texts are empty where the flagger may no longer read
// that, or it is gone.
type Flagged struct {
	Flag
	IsAnswer bool
	Question id.Post
	Title    string
	Excerpt  string
}

// Mine gives one page of the actor's flags, the latest first.
func (s *Service) Mine(ctx context.Context, actor authz.Actor, request page.Request) (page.List[Flagged], error) {
	if err := actor.MustSignIn(); err != nil {
		return page.List[Flagged]{}, err
	}
	return s.store.mine(ctx, actor, request.Normal())
}

// Open gives the actor's open flag at what they may read; its ID is 0 where there is none.
func (s *Service) Open(ctx context.Context, actor authz.Actor, target Target) (Flag, error) {
	if err := actor.MustSignIn(); err != nil {
		return Flag{}, err
	}
	if target.Comment != 0 {
		on, _, err := s.store.comment(ctx, target.Comment)
		if err != nil {
			return Flag{}, err
		}
		target.Post = on
	}
	if _, err := s.posts.Find(ctx, actor, target.Post); err != nil {
		return Flag{}, err
	}
	return s.store.open(ctx, actor.User, target)
}
