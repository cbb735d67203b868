package tags

import (
	"context"
	"strings"
	"unicode/utf8"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/event"
	"wellspring/pkg/kernel/fault"
)

// Edit is what someone wants a tag to say; Version is the one they started from.
type Edit struct {
	Description string
	Wiki        string
	Version     int
}

// Validate tells everything that is wrong with the input.
func (e Edit) Validate() error {
	var v fault.Validation
	v.Check(utf8.RuneCountInString(e.Description) <= MaxDescription, "description", "too-long",
		"The description is longer than %d characters. Say the rest in the wiki.", MaxDescription)
	v.Check(!strings.ContainsAny(e.Description, "\n\r"), "description", "one-line", "The description is a single line. Say the rest in the wiki.")
	v.Check(utf8.RuneCountInString(e.Wiki) <= MaxWiki, "wiki", "too-long", "The wiki is longer than %d characters.", MaxWiki)
	return v.Err()
}

// Edit writes a tag's description and wiki and keeps both as a revision.
func (s *Service) Edit(ctx context.Context, actor authz.Actor, name string, edit Edit) error {
	if err := CanEdit(actor); err != nil {
		return err
	}
	if err := edit.Validate(); err != nil {
		return err
	}
	return s.db.InTx(ctx, func(ctx context.Context) error {
		tag, err := s.store.lock(ctx, actor, normalise(name))
		if err != nil {
			return err
		}
		if tag.Version != edit.Version {
			return fault.Conflict("edit-conflict", "Someone else has edited this meanwhile. Look at the new version and edit again.")
		}
		if tag.Description == edit.Description && tag.Wiki == edit.Wiki {
			return nil
		}
		rendered := s.markdown.Render(edit.Wiki)
		if err := s.store.revise(ctx, actor, tag, edit, rendered.HTML, s.clock.Now()); err != nil {
			return err
		}
		return s.bus.Publish(ctx, event.TagEdited{Tag: tag.ID, Name: tag.Name})
	})
}
