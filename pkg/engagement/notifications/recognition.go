package notifications

import (
	"context"
	"time"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/event"
	"wellspring/pkg/kernel/id"
)

// Recognition is a badge or privilege that somebody is told of: the same badge Count times since they last looked. What it
// was last earned with is zero where there is nothing that they may read.
type Recognition struct {
	Kind     Kind
	Name     string
	Count    int
	At       time.Time
	Unseen   bool
	Post     id.Post
	Answer   bool
	Question id.Post
	Title    string
}

// OnBadgeAwarded tells whoever earned it.
func (s *Service) OnBadgeAwarded(ctx context.Context, at time.Time, e event.BadgeAwarded) error {
	return s.recognise(ctx, Key{Kind: Badge, Name: e.Badge}, e.User, e.Post, at)
}

// OnPrivilegeEarned tells whoever earned it.
func (s *Service) OnPrivilegeEarned(ctx context.Context, at time.Time, e event.PrivilegeEarned) error {
	return s.recognise(ctx, Key{Kind: Privilege, Name: e.Privilege}, e.User, 0, at)
}

func (s *Service) recognise(ctx context.Context, about Key, person id.User, post id.Post, at time.Time) error {
	told, err := s.store.recognise(ctx, about, person, post, at)
	if err != nil || !told {
		return err
	}
	people := []int64{int64(person)}
	if err := s.hear(ctx, Told{Key: about, At: at, Concerned: []id.User{person}, People: people}); err != nil {
		return err
	}
	s.tell(ctx, people)
	return nil
}

// Recognition gives what the actor was last told of badges and privileges, the latest first.
func (s *Service) Recognition(ctx context.Context, actor authz.Actor) ([]Recognition, error) {
	if err := actor.MustSignIn(); err != nil {
		return nil, err
	}
	return s.store.recognition(ctx, actor, false)
}

// MarkRecognitionSeen marks what came up to a moment as seen; the zero time stands for now.
func (s *Service) MarkRecognitionSeen(ctx context.Context, actor authz.Actor, through time.Time) error {
	if err := actor.MustSignIn(); err != nil {
		return err
	}
	if through.IsZero() {
		through = s.clock.Now()
	}
	changed, err := s.store.markRecognitionSeen(ctx, actor.User, through)
	if err == nil && changed {
		s.tell(ctx, []int64{int64(actor.User)})
	}
	return err
}
