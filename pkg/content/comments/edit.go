package comments

import (
	"context"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/event"
	"wellspring/pkg/kernel/id"
)

// Edit changes a comment's text while CanEdit allows it, and keeps the one before.
func (s *Service) Edit(ctx context.Context, actor authz.Actor, comment id.Comment, body string) error {
	if err := validate(body); err != nil {
		return err
	}
	return s.db.InTx(ctx, func(ctx context.Context) error {
		c, err := s.lock(ctx, actor, comment)
		if err != nil {
			return err
		}
		if err := CanEdit(actor, c.thread.State(), c.AuthorID, s.clock.Now().Sub(c.CreatedAt)); err != nil {
			return err
		}
		if c.Body == body {
			return nil
		}
		text, err := s.render(ctx, actor, c.thread, body, c.Body)
		if err != nil {
			return err
		}
		if err := s.store.keep(ctx, comment); err != nil {
			return err
		}
		if err := s.store.edit(ctx, comment, body, text.html, s.clock.Now()); err != nil {
			return err
		}
		if err := s.uploads.InComment(ctx, comment, text.used, c.Body); err != nil {
			return err
		}
		said := event.PeopleMentioned{PostRef: c.thread.Ref(), Comment: comment, By: actor.User, Mentioned: text.mentioned}
		if err := s.mentions.Publish(ctx, said); err != nil {
			return err
		}
		s.posts.Changed(ctx, c.thread.Question.ID)
		return s.publishChange(ctx, actor, c)
	})
}

// Delete takes a comment away from everybody.
func (s *Service) Delete(ctx context.Context, actor authz.Actor, comment id.Comment) error {
	return s.db.InTx(ctx, func(ctx context.Context) error {
		c, err := s.lock(ctx, actor, comment)
		if err != nil {
			return err
		}
		if err := CanDelete(actor, c.thread.State(), c.AuthorID); err != nil {
			return err
		}
		if err := s.store.delete(ctx, comment, actor.User, s.clock.Now()); err != nil {
			return err
		}
		if err := s.posts.CommentDeleted(ctx, c.thread); err != nil {
			return err
		}
		return s.publishChange(ctx, actor, c)
	})
}
