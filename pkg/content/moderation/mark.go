package moderation

import (
	"context"
	"strings"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
)

// Mark locks, pins or protects a question, or takes that back; to do it again changes nothing.
func (s *Service) Mark(ctx context.Context, actor authz.Actor, question id.Post, mark posts.Mark, on bool, note string) error {
	note = strings.TrimSpace(note)
	if err := posts.ValidateNote(note); err != nil {
		return err
	}
	return s.db.InTx(ctx, func(ctx context.Context) error {
		asked, err := s.posts.LockQuestion(ctx, actor, question)
		if err != nil {
			return err
		}
		if err := CanMark(actor, posts.Thread{Question: asked, Post: asked}.State()); err != nil {
			return err
		}
		if asked.Marked(mark) == on {
			return nil
		}
		return s.posts.Mark(ctx, actor, asked, mark, on, note)
	})
}
