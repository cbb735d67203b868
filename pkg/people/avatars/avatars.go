// Package avatars holds the pictures that people show of themselves: square, in the sizes that pages need. Everybody who has
// the address of one may see it, since names are seen as well, and nobody can guess it. A picture that was replaced is kept
// for a day, for pages that still show it. Start at Wear.
package avatars

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"strconv"
	"time"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/people/users"
	"wellspring/pkg/platform/blob"
	"wellspring/pkg/platform/clock"
	"wellspring/pkg/platform/db"
	"wellspring/pkg/platform/picture"
)

// Replaced is how long a picture is kept that nobody wears.
const Replaced = 24 * time.Hour

// The sides of the squares in pixels, for sharp screens: that of a profile, and those of a name beside a text.
var sides = []int{288, 144, 72}

// Deps are what the service works with. Store is nil where the installation keeps no uploads.
type Deps struct {
	DB     *db.DB
	Clock  clock.Clock
	Log    *slog.Logger
	Users  *users.Service
	Store  blob.Store
	Studio *picture.Studio
}

// Service carries out the use cases of avatars.
type Service struct {
	Deps
	store store
}

// New makes the service.
func New(deps Deps) *Service { return &Service{Deps: deps, store: store{deps.DB}} }

// Wear makes the middle of a picture the actor's face.
func (s *Service) Wear(ctx context.Context, actor authz.Actor, content []byte) error {
	if err := actor.MustSignIn(); err != nil {
		return err
	}
	if s.Store == nil {
		return fault.Forbidden("Uploads are switched off here. Ask the administrator to say where they are kept.")
	}
	face, err := s.Studio.Square(ctx, content, sides)
	if err != nil {
		return refusal(err)
	}
	key := rand.Text()
	if err := s.store.announce(ctx, actor.User, key, s.Clock.Now()); err != nil {
		return err
	}
	for _, version := range face.Versions {
		if err := s.Store.Put(ctx, blobName(key, version.Width), face.MediaType, version.Content); err != nil {
			s.Log.ErrorContext(ctx, "an avatar could not be kept", "error", err)
			return fault.Down("The file could not be kept. Send it again in a moment.")
		}
	}
	return s.DB.InTx(ctx, func(ctx context.Context) error { return s.Users.Wear(ctx, actor.User, key) })
}

func refusal(err error) error {
	var v fault.Validation
	switch {
	case errors.Is(err, picture.ErrTooLarge):
		v.Add("file", "too-many-pixels", "The picture has too many pixels. Make it smaller and send it again.")
	case errors.Is(err, picture.ErrUnknown), errors.Is(err, picture.ErrDamaged):
		v.Add("file", "damaged", "The picture is damaged, or of a kind that cannot be read. Save it as PNG or JPEG and send it again.")
	default:
		return err
	}
	return v.Err()
}

// TakeOff has the actor's initials shown again.
func (s *Service) TakeOff(ctx context.Context, actor authz.Actor) error {
	if err := actor.MustSignIn(); err != nil {
		return err
	}
	return s.DB.InTx(ctx, func(ctx context.Context) error { return s.Users.Wear(ctx, actor.User, "") })
}

// Open gives the smallest version of a picture whose side has at least so many pixels, else the largest; 0 asks for that.
func (s *Service) Open(ctx context.Context, key string, side int) (io.ReadSeekCloser, error) {
	known, err := s.store.known(ctx, key)
	if err != nil {
		return nil, err
	}
	if !known || s.Store == nil {
		return nil, fault.NotFound("This file does not exist, or you may not read it.")
	}
	chosen := sides[0]
	for _, have := range sides {
		if side > 0 && have >= side {
			chosen = have
		}
	}
	opened, err := s.Store.Open(ctx, blobName(key, chosen))
	if errors.Is(err, blob.ErrMissing) {
		return nil, fault.NotFound("This file does not exist, or you may not read it.")
	}
	return opened, err
}

// Sweep removes the pictures that nobody has worn for a day, and tells how many.
func (s *Service) Sweep(ctx context.Context) (int, error) {
	if s.Store == nil {
		return 0, nil
	}
	unworn, err := s.store.unworn(ctx, s.Clock.Now().Add(-Replaced))
	if err != nil {
		return 0, err
	}
	for i, key := range unworn {
		for _, side := range sides {
			if err := s.Store.Remove(ctx, blobName(key, side)); err != nil {
				return i, fmt.Errorf("remove avatar %s: %w", key, err)
			}
		}
		if err := s.store.forget(ctx, key); err != nil {
			return i, err
		}
	}
	return len(unworn), nil
}

func blobName(key string, side int) string { return "avatars/" + key + "/" + strconv.Itoa(side) }
