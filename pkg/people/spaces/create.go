package spaces

import (
	"context"
	"regexp"
	"strings"
	"time"
	"unicode/utf8"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/event"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/signal"
)

const (
	maxSlug        = 40
	maxName        = 80
	maxDescription = 500
	defaultColor   = "#2b4acb"
)

var (
	slugShape  = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	colorShape = regexp.MustCompile(`^#[0-9a-f]{6}$`)
)

// NewSpace is what makes a space.
type NewSpace struct {
	Slug        string
	Name        string
	Description string
	// Visibility is the organisation's when empty.
	Visibility Visibility
	// Reason must say why a members-only space is closed to others.
	Reason string
	// Color is #rrggbb; empty gives the product's own.
	Color string
	// Unit is 0 for a space that belongs to none.
	Unit id.Unit
}

// Validate fills in the defaults and collects what is wrong.
func (n *NewSpace) Validate() error {
	n.Name, n.Description, n.Reason = strings.TrimSpace(n.Name), strings.TrimSpace(n.Description), strings.TrimSpace(n.Reason)
	n.Color = strings.ToLower(n.Color)
	if n.Visibility == "" {
		n.Visibility = Organisation
	}
	if n.Color == "" {
		n.Color = defaultColor
	}
	var v fault.Validation
	v.Check(slugShape.MatchString(n.Slug) && len(n.Slug) <= maxSlug, "slug", "bad-slug",
		"A space's short name has at most %d lower-case letters, figures and hyphens.", maxSlug)
	v.Check(n.Name != "" && utf8.RuneCountInString(n.Name) <= maxName, "name", "bad-length", "Give the space a name of at most %d characters.", maxName)
	v.Check(utf8.RuneCountInString(n.Description) <= maxDescription, "description", "too-long", "Use at most %d characters.", maxDescription)
	v.Check(n.Visibility == Public || n.Visibility == Organisation || n.Visibility == Members, "visibility", "unknown",
		"A space is public, open to the organisation, or for members.")
	v.Check(n.Visibility != Members || n.Reason != "", "reason", "required", "Say why only members may read this space.")
	v.Check(colorShape.MatchString(n.Color), "color", "bad-color", "A colour is written like #2b4acb.")
	return v.Err()
}

// Create makes a space; whoever makes a members-only one is its first member.
func (s *Service) Create(ctx context.Context, actor authz.Actor, input NewSpace) (id.Space, error) {
	if err := mustAdminister(actor); err != nil {
		return 0, err
	}
	if err := input.Validate(); err != nil {
		return 0, err
	}
	var made id.Space
	err := s.db.InTx(ctx, func(ctx context.Context) error {
		var err error
		if made, err = s.store.insert(ctx, input, s.clock.Now()); err != nil {
			return err
		}
		if made == 0 {
			return fault.Conflict("space-exists", "There is already a space with the short name %s.", input.Slug)
		}
		// What everybody may read has changed.
		s.signals.Send(ctx, signal.Everything)
		if input.Visibility != Members || !actor.SignedIn() {
			return nil
		}
		return s.join(ctx, made, actor.User, s.clock.Now())
	})
	return made, err
}

// AddMember lets a person read and write in a space.
func (s *Service) AddMember(ctx context.Context, actor authz.Actor, slug string, person id.User) error {
	if err := mustAdminister(actor); err != nil {
		return err
	}
	return s.db.InTx(ctx, func(ctx context.Context) error {
		space, err := s.store.bySlug(ctx, slug)
		if err != nil {
			return err
		}
		exists, err := s.store.personExists(ctx, person)
		if err != nil {
			return err
		}
		if !exists {
			return fault.NotFound("There is no such person.")
		}
		return s.join(ctx, space, person, s.clock.Now())
	})
}

// RemoveMember takes a person out of a space; it is no error when they were not in it.
func (s *Service) RemoveMember(ctx context.Context, actor authz.Actor, slug string, person id.User) error {
	if err := mustAdminister(actor); err != nil {
		return err
	}
	return s.db.InTx(ctx, func(ctx context.Context) error {
		space, err := s.store.bySlug(ctx, slug)
		if err != nil {
			return err
		}
		if err := s.store.deleteMember(ctx, space, person); err != nil {
			return err
		}
		return s.changed(ctx, person)
	})
}

func (s *Service) join(ctx context.Context, space id.Space, person id.User, at time.Time) error {
	if err := s.store.insertMembers(ctx, space, []id.User{person}, at); err != nil {
		return err
	}
	return s.changed(ctx, person)
}

// changed sends the signal itself, because who leaves a space must not read it for another moment.
func (s *Service) changed(ctx context.Context, person id.User) error {
	s.signals.Send(ctx, signal.Person, int64(person))
	return s.bus.Publish(ctx, event.ProfileEdited{User: person})
}

func mustAdminister(actor authz.Actor) error {
	if !actor.Administers() {
		return fault.Forbidden("Only an administrator sets up spaces.")
	}
	return nil
}
