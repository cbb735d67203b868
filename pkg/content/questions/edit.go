package questions

import (
	"context"
	"slices"
	"strings"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
)

// Edit is a new text for a question; Version is the one its editor started from.
type Edit struct {
	Title   string
	Body    string
	Tags    []string
	Summary string
	Version int
}

// Validate tells everything that is wrong with the input. What stays as it was is not held against the editor:
// imported questions may be older than our limits.
func (e *Edit) Validate(before posts.Text) error {
	var v fault.Validation
	e.Title = strings.TrimSpace(e.Title)
	if e.Title != before.Title {
		posts.CheckTitle(&v, e.Title)
	}
	if e.Body != before.Body {
		posts.CheckBody(&v, e.Body, 0)
	}
	if e.Tags == nil {
		e.Tags = []string{}
	}
	// A quick question that is given details is given a tag with them.
	if !slices.Equal(e.Tags, before.Tags) || e.Body != before.Body && len(e.Tags) == 0 {
		e.Tags = checkTags(&v, e.Tags, e.Body)
	}
	posts.CheckSummary(&v, e.Summary)
	return v.Err()
}

// Edit writes a new revision of a question.
func (s *Service) Edit(ctx context.Context, actor authz.Actor, question id.Post, edit Edit) error {
	return s.db.InTx(ctx, func(ctx context.Context) error {
		post, err := s.posts.LockQuestion(ctx, actor, question)
		if err != nil {
			return err
		}
		thread := posts.Thread{Question: post, Post: post}
		if err := posts.CanEdit(actor, thread.State()); err != nil {
			return err
		}
		return s.Adopt(ctx, actor, thread, edit, nil)
	})
}

// Adopt writes a new revision, which names who suggested it where somebody did. The caller has locked the question and
// asked the policy.
func (s *Service) Adopt(ctx context.Context, actor authz.Actor, thread posts.Thread, edit Edit, suggested *posts.Suggested) error {
	before, err := s.posts.Text(ctx, thread.Post.ID)
	if err != nil {
		return err
	}
	if err := edit.Validate(before); err != nil {
		return err
	}
	change := posts.Change{
		Text:    posts.Text{Title: edit.Title, Body: edit.Body, Tags: edit.Tags},
		Summary: strings.TrimSpace(edit.Summary), Version: edit.Version, Suggested: suggested,
	}
	if err := s.posts.Revise(ctx, actor, thread, before, change); err != nil {
		return err
	}
	return s.retag(ctx, thread.Post.SpaceID, before.Tags, edit.Tags)
}

// retag counts the question under its new tags and no longer under those it lost.
func (s *Service) retag(ctx context.Context, space id.Space, before, after []string) error {
	added, lost := without(after, before), without(before, after)
	if len(added) > 0 {
		if err := s.tags.Ensure(ctx, added); err != nil {
			return err
		}
	}
	if err := s.tags.Count(ctx, space, added, 1); err != nil {
		return err
	}
	return s.tags.Count(ctx, space, lost, -1)
}

func without(names, others []string) []string {
	var left []string
	for _, name := range names {
		if !slices.Contains(others, name) {
			left = append(left, name)
		}
	}
	return left
}
