package templates

import (
	"context"
	"strings"
	"time"
	"unicode/utf8"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/clock"
	"wellspring/pkg/platform/db"
)

const (
	maxName = 80
	maxTags = 20
)

// Template is the text that a question in its space, or with its tag, may begin with; the other of the two is empty.
type Template struct {
	ID        id.Template
	Name      string
	Space     string
	SpaceName string
	Tag       string
	Body      string
	Version   int
	EditedAt  time.Time
}

// Service carries out the use cases of templates.
type Service struct {
	db    *db.DB
	clock clock.Clock
	store store
}

// New makes the service.
func New(database *db.DB, now clock.Clock) *Service {
	return &Service{db: database, clock: now, store: store{database}}
}

// CanWrite says whether the actor may write templates; they put words into everybody's questions.
func CanWrite(actor authz.Actor) error {
	if err := actor.MustSignIn(); err != nil {
		return err
	}
	if !actor.Moderates() {
		return fault.Forbidden("Only moderators and administrators write templates.")
	}
	return nil
}

// Offered gives the templates for a question in a space and with tags: that of the space first, then those of the tags
// in their order.
func (s *Service) Offered(ctx context.Context, actor authz.Actor, space string, tags []string) ([]Template, error) {
	return s.store.offered(ctx, actor, space, tags[:min(len(tags), maxTags)])
}

// List gives all templates that the actor may see, by space and then by tag.
func (s *Service) List(ctx context.Context, actor authz.Actor) ([]Template, error) {
	return s.store.list(ctx, actor)
}

// Text is what a moderator writes. Space and Tag say where a new template belongs, one of them; a later change
// of the text leaves that as it is. Version is the one the change started from.
type Text struct {
	Name    string
	Space   string
	Tag     string
	Body    string
	Version int
}

// Validate tidies the texts and collects what is wrong.
func (t *Text) Validate() error {
	var v fault.Validation
	t.Name, t.Tag, t.Space = strings.TrimSpace(t.Name), strings.ToLower(strings.TrimSpace(t.Tag)), strings.TrimSpace(t.Space)
	v.Check(t.Name != "" && utf8.RuneCountInString(t.Name) <= maxName, "name", "bad-length", "Write a name of %d to %d characters.", 1, maxName)
	posts.CheckText(&v, "name", t.Name)
	posts.CheckBody(&v, t.Body, 1)
	return v.Err()
}

func (t *Text) validateNew() error {
	if err := t.Validate(); err != nil {
		return err
	}
	var v fault.Validation
	v.Check((t.Space == "") != (t.Tag == ""), "space", "one-of", "A template belongs to a space or to a tag.")
	return v.Err()
}

// Create writes the template of a space or a tag that has none.
func (s *Service) Create(ctx context.Context, actor authz.Actor, text Text) (Template, error) {
	if err := CanWrite(actor); err != nil {
		return Template{}, err
	}
	if err := text.validateNew(); err != nil {
		return Template{}, err
	}
	var created Template
	err := s.db.InTx(ctx, func(ctx context.Context) error {
		place, err := s.store.place(ctx, actor, text)
		if err != nil {
			return err
		}
		template, err := s.store.create(ctx, actor, text, place, s.clock.Now())
		if err != nil {
			return err
		}
		if template == 0 {
			return fault.Conflict("has-template", "There is a template here already. Change that one.")
		}
		created, err = s.store.find(ctx, actor, template)
		return err
	})
	return created, err
}

// Change writes another text for a template.
func (s *Service) Change(ctx context.Context, actor authz.Actor, template id.Template, text Text) (Template, error) {
	if err := CanWrite(actor); err != nil {
		return Template{}, err
	}
	if err := text.Validate(); err != nil {
		return Template{}, err
	}
	var changed Template
	err := s.db.InTx(ctx, func(ctx context.Context) error {
		if _, err := s.store.find(ctx, actor, template); err != nil {
			return err
		}
		written, err := s.store.change(ctx, actor, template, text, s.clock.Now())
		if err != nil {
			return err
		}
		if !written {
			return fault.Conflict("edit-conflict", "Someone else has edited this meanwhile. Look at the new version and edit again.")
		}
		changed, err = s.store.find(ctx, actor, template)
		return err
	})
	return changed, err
}

// Delete takes a template away; questions that began with it keep their text.
func (s *Service) Delete(ctx context.Context, actor authz.Actor, template id.Template) error {
	if err := CanWrite(actor); err != nil {
		return err
	}
	return s.db.InTx(ctx, func(ctx context.Context) error {
		if _, err := s.store.find(ctx, actor, template); err != nil {
			return err
		}
		return s.store.delete(ctx, template)
	})
}
