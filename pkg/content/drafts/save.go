package drafts

import (
	"context"
	"reflect"
	"time"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/fault"
)

// Draft is what somebody has begun to write. Version rises with every change.
type Draft struct {
	Place
	Content
	Version   int
	CreatedAt time.Time
	SavedAt   time.Time
}

// Save keeps what is written at a place. version is the one the writer saw last, and 0 for none: where another window
// or device has saved since, nothing is written. To send the same text again is no conflict, whatever the version.
func (s *Service) Save(ctx context.Context, actor authz.Actor, place Place, content Content, version int) (Draft, error) {
	if err := actor.MustSignIn(); err != nil {
		return Draft{}, err
	}
	if err := content.Validate(); err != nil {
		return Draft{}, err
	}
	var saved Draft
	err := s.db.InTx(ctx, func(ctx context.Context) error {
		if place.Post != 0 {
			thread, err := s.posts.Find(ctx, actor, place.Post)
			if err != nil {
				return err
			}
			if place.Kind == Answer && thread.Post.Kind != posts.Question {
				return posts.NotFound()
			}
		}
		number, err := s.store.lock(ctx, actor.User)
		if err != nil {
			return err
		}
		present, err := s.store.find(ctx, actor.User, place)
		if err != nil {
			return err
		}
		if err := canSave(present, content, version, number); err != nil {
			return err
		}
		if present != nil && reflect.DeepEqual(present.Content, content) {
			saved = *present
			return nil
		}
		saved, err = s.store.save(ctx, actor.User, place, content, s.clock.Now())
		return err
	})
	return saved, err
}

// canSave says whether this text may take the place of what is there; present is nil where nothing is.
func canSave(present *Draft, content Content, version, number int) error {
	switch {
	case present == nil && version != 0:
		return fault.Conflict("draft-gone", "This draft was posted or discarded in another window.")
	case present == nil && number >= Most:
		return fault.Conflict("too-many-drafts", "You have %d drafts. Post or discard some, so that the next one can be kept.", number)
	case present != nil && present.Version != version && !reflect.DeepEqual(present.Content, content):
		return fault.Conflict("draft-conflict", "You have written something else here in another window or on another device.")
	}
	return nil
}

// Discard forgets what is written at a place; where nothing is, it changes nothing.
func (s *Service) Discard(ctx context.Context, actor authz.Actor, place Place) error {
	if err := actor.MustSignIn(); err != nil {
		return err
	}
	return s.store.discard(ctx, actor.User, place)
}

// Expire forgets what nobody has changed for as long as drafts are kept, and tells how many.
func (s *Service) Expire(ctx context.Context) (int64, error) {
	return s.store.expire(ctx, s.clock.Now().Add(-Kept))
}
