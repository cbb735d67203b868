package questions

import (
	"context"
	"strings"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
)

// Merge moves the answers and comments of a question to another one of its space, where it leads from now on.
func (s *Service) Merge(ctx context.Context, actor authz.Actor, question, into id.Post, note string) error {
	note = strings.TrimSpace(note)
	if err := posts.ValidateNote(note); err != nil {
		return err
	}
	return s.db.InTx(ctx, func(ctx context.Context) error {
		from, err := s.posts.LockQuestion(ctx, actor, question)
		if err != nil {
			return err
		}
		if err := CanMerge(actor, posts.Thread{Question: from, Post: from}.State()); err != nil {
			return err
		}
		// Two that are merged into each other at once lock in opposite orders: Postgres has one of them begin anew, which
		// then finds its question gone.
		target, err := s.posts.LockQuestion(ctx, actor, into)
		if _, refused := fault.As(err); err != nil && !refused {
			return err
		}
		if err := checkTarget(from, target); err != nil {
			return err
		}
		if err := s.posts.Merge(ctx, actor, from, target, note); err != nil {
			return err
		}
		return s.tags.Count(ctx, from.SpaceID, from.Tags, -1)
	})
}

// checkTarget refuses another space, since who reads the answers would change with it. A target that is not there, or
// may not be read, is the zero Post.
func checkTarget(from, target posts.Post) error {
	var v fault.Validation
	switch {
	case target.ID == 0 || target.DeletedAt != nil:
		v.Add("into", "not-found", "There is no such question, or you may not read it.")
	case target.ID == from.ID || target.DuplicateOf != 0:
		v.Add("into", "unusable", "Choose another question: this one cannot be merged into itself or into a duplicate.")
	case target.SpaceID != from.SpaceID:
		v.Add("into", "other-space", "Both questions must lie in the same space, so that the same people read the answers.")
	}
	return v.Err()
}
