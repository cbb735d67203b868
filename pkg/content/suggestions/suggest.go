package suggestions

import (
	"context"
	"slices"
	"strings"

	"wellspring/pkg/content/answers"
	"wellspring/pkg/content/posts"
	"wellspring/pkg/content/questions"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/event"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
)

// Edit is a new text for a post; Version is the one it started from. Answers have neither title nor tags.
type Edit struct {
	Title   string
	Body    string
	Tags    []string
	Summary string
	Version int
}

func (e *Edit) text() posts.Text { return posts.Text{Title: e.Title, Body: e.Body, Tags: e.Tags} }

func (e *Edit) ofQuestion() questions.Edit {
	return questions.Edit{Title: e.Title, Body: e.Body, Tags: e.Tags, Summary: e.Summary, Version: e.Version}
}

func (e *Edit) ofAnswer() answers.Edit {
	return answers.Edit{Body: e.Body, Summary: e.Summary, Version: e.Version}
}

// check tells everything that is wrong with an edit, and brings it into the form in which it would be written.
func (e *Edit) check(kind posts.Kind, before posts.Text) error {
	e.Summary = strings.TrimSpace(e.Summary)
	var v fault.Validation
	v.Check(e.Summary != "", "summary", "required", "Say in a few words what you changed and why.")
	if kind == posts.Question {
		edit := e.ofQuestion()
		err := edit.Validate(before)
		e.Title, e.Tags = edit.Title, edit.Tags
		if err := v.With(err); err != nil {
			return err
		}
	} else {
		e.Title, e.Tags = "", before.Tags
		if err := v.With(e.ofAnswer().Validate(before)); err != nil {
			return err
		}
	}
	same := e.Title == before.Title && e.Body == before.Body && slices.Equal(e.Tags, before.Tags)
	v.Check(!same, "body", "unchanged", "This is what the post says already. Change something first.")
	return v.Err()
}

// Suggest proposes a new text for a post to those who may edit it.
func (s *Service) Suggest(ctx context.Context, actor authz.Actor, post id.Post, edit Edit) (id.Suggestion, error) {
	var made id.Suggestion
	err := s.DB.InTx(ctx, func(ctx context.Context) error {
		thread, err := s.Posts.Lock(ctx, actor, post)
		if err != nil {
			return err
		}
		waiting, err := s.store.waits(ctx, post)
		if err != nil {
			return err
		}
		if err := CanSuggest(actor, thread.State(), waiting); err != nil {
			return err
		}
		if edit.Version != thread.Post.Version {
			return posts.Overtaken()
		}
		before, err := s.Posts.Text(ctx, post)
		if err != nil {
			return err
		}
		if err := edit.check(thread.Post.Kind, before); err != nil {
			return err
		}
		made, err = s.store.insert(ctx, actor, thread.Post, edit, s.Clock.Now())
		if err != nil {
			return err
		}
		s.Posts.Changed(ctx, thread.Question.ID)
		return s.Bus.Publish(ctx, event.EditSuggested{PostRef: thread.Ref(), Suggestion: made, Suggester: actor.User})
	})
	return made, err
}

// Withdraw takes the actor's own suggestion back while it waits.
func (s *Service) Withdraw(ctx context.Context, actor authz.Actor, suggestion id.Suggestion) error {
	return s.DB.InTx(ctx, func(ctx context.Context) error {
		found, err := s.lock(ctx, actor, suggestion)
		if err != nil {
			return err
		}
		if err := CanWithdraw(actor, found.Author); err != nil {
			return err
		}
		if found.State != Waiting {
			return decided()
		}
		s.Posts.Changed(ctx, found.thread.Question.ID)
		return s.store.decide(ctx, suggestion, decision{State: Withdrawn, By: actor.User, At: s.Clock.Now()})
	})
}
