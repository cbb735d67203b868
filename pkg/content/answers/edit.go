package answers

import (
	"context"
	"strings"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
)

// Edit is a new text for an answer; Version is the one its editor started from.
type Edit struct {
	Body    string
	Summary string
	Version int
}

// Validate tells everything that is wrong with the input; a body that stays as it was may be older than our limits.
func (e Edit) Validate(before posts.Text) error {
	var v fault.Validation
	if e.Body != before.Body {
		posts.CheckBody(&v, e.Body, minBody)
	}
	posts.CheckSummary(&v, e.Summary)
	return v.Err()
}

// Edit writes a new revision of an answer.
func (s *Service) Edit(ctx context.Context, actor authz.Actor, answer id.Post, edit Edit) error {
	return s.db.InTx(ctx, func(ctx context.Context) error {
		thread, err := s.posts.LockAnswer(ctx, actor, answer)
		if err != nil {
			return err
		}
		if err := posts.CanEdit(actor, thread.State()); err != nil {
			return err
		}
		return s.Adopt(ctx, actor, thread, edit, nil)
	})
}

// Adopt writes a new revision, which names who suggested it where somebody did. The caller has locked the answer and
// asked the policy.
func (s *Service) Adopt(ctx context.Context, actor authz.Actor, thread posts.Thread, edit Edit, suggested *posts.Suggested) error {
	before, err := s.posts.Text(ctx, thread.Post.ID)
	if err != nil {
		return err
	}
	if err := edit.Validate(before); err != nil {
		return err
	}
	return s.posts.Revise(ctx, actor, thread, before, posts.Change{
		Text: posts.Text{Body: edit.Body}, Summary: strings.TrimSpace(edit.Summary), Version: edit.Version, Suggested: suggested,
	})
}
