package suggestions

import (
	"context"
	"slices"
	"strings"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/event"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
)

// open is a suggestion whose post is locked.
type open struct {
	ID      id.Suggestion
	Author  id.User
	State   State
	Base    int
	Summary string
	Text    posts.Text
	thread  posts.Thread
}

// Accept makes a suggestion a revision as it is, unless the post was edited since.
func (s *Service) Accept(ctx context.Context, actor authz.Actor, suggestion id.Suggestion) error {
	return s.decide(ctx, actor, suggestion, func(ctx context.Context, found open) error {
		if found.Base != found.thread.Post.RevisionCount {
			return fault.Conflict("suggestion-conflict",
				"The post was edited after this was suggested. Improve the suggestion on top of the newest version, or reject it.")
		}
		text := found.Text
		return s.adopt(ctx, actor, found, Edit{
			Title: text.Title, Body: text.Body, Tags: text.Tags, Summary: found.Summary, Version: found.thread.Post.Version,
		}, false)
	})
}

// Improve makes a revision of what the actor made of a suggestion, and credits both. Without a summary it keeps the
// suggester's.
func (s *Service) Improve(ctx context.Context, actor authz.Actor, suggestion id.Suggestion, edit Edit) error {
	return s.decide(ctx, actor, suggestion, func(ctx context.Context, found open) error {
		if edit.Version != found.thread.Post.Version {
			return posts.Overtaken()
		}
		if strings.TrimSpace(edit.Summary) == "" {
			edit.Summary = found.Summary
		}
		before, err := s.Posts.Text(ctx, found.thread.Post.ID)
		if err != nil {
			return err
		}
		if err := edit.check(found.thread.Post.Kind, before); err != nil {
			return err
		}
		return s.adopt(ctx, actor, found, edit, true)
	})
}

func (s *Service) adopt(ctx context.Context, actor authz.Actor, found open, edit Edit, improved bool) error {
	thread, credit := found.thread, &posts.Suggested{By: found.Author, Improved: improved}
	var err error
	if thread.Post.Kind == posts.Question {
		err = s.Questions.Adopt(ctx, actor, thread, edit.ofQuestion(), credit)
	} else {
		err = s.Answers.Adopt(ctx, actor, thread, edit.ofAnswer(), credit)
	}
	if err != nil {
		return err
	}
	err = s.store.decide(ctx, found.ID, decision{
		State: Accepted, By: actor.User, At: s.Clock.Now(), Revision: thread.Post.RevisionCount + 1,
	})
	if err != nil {
		return err
	}
	return s.Bus.Publish(ctx, event.SuggestionAccepted{
		PostRef: thread.Ref(), Suggestion: found.ID, Suggester: found.Author, By: actor.User, Improved: improved,
	})
}

// Rejection is why a suggestion is turned down.
type Rejection struct {
	Reason Reason
	Note   string
}

// Validate tells everything that is wrong with the input.
func (r *Rejection) Validate() error {
	var v fault.Validation
	r.Note = strings.TrimSpace(r.Note)
	known := []Reason{Unneeded, Wrong, Meaning, Incomplete, Spam, Other}
	v.Check(slices.Contains(known, r.Reason), "reason", "unknown", "Say why: unneeded, wrong, meaning, incomplete, spam or other.")
	v.Check(r.Reason != Other || r.Note != "", "note", "required", "Say in a few words why.")
	posts.CheckNote(&v, "note", r.Note)
	return v.Err()
}

// Reject turns a suggestion down.
func (s *Service) Reject(ctx context.Context, actor authz.Actor, suggestion id.Suggestion, rejection Rejection) error {
	if err := rejection.Validate(); err != nil {
		return err
	}
	return s.decide(ctx, actor, suggestion, func(ctx context.Context, found open) error {
		err := s.store.decide(ctx, suggestion, decision{
			State: Rejected, By: actor.User, At: s.Clock.Now(), Reason: rejection.Reason, Note: rejection.Note,
		})
		if err != nil {
			return err
		}
		s.Posts.Changed(ctx, found.thread.Question.ID)
		return s.Bus.Publish(ctx, event.SuggestionRejected{
			PostRef: found.thread.Ref(), Suggestion: suggestion, Suggester: found.Author, By: actor.User, Reason: string(rejection.Reason),
		})
	})
}

// decide carries a decision out on a suggestion that still waits, for those who may.
func (s *Service) decide(
	ctx context.Context, actor authz.Actor, suggestion id.Suggestion, carryOut func(context.Context, open) error,
) error {
	return s.DB.InTx(ctx, func(ctx context.Context) error {
		found, err := s.lock(ctx, actor, suggestion)
		if err != nil {
			return err
		}
		if err := CanDecide(actor, found.thread.State(), found.Author); err != nil {
			return err
		}
		if found.State != Waiting {
			return decided()
		}
		return carryOut(ctx, found)
	})
}

// lock gives a suggestion that the actor sees. It is read after its post is locked: what others decided meanwhile shows.
func (s *Service) lock(ctx context.Context, actor authz.Actor, suggestion id.Suggestion) (open, error) {
	post, err := s.store.postOf(ctx, suggestion)
	if err != nil {
		return open{}, err
	}
	thread, err := s.Posts.Lock(ctx, actor, post)
	if err != nil {
		return open{}, err
	}
	found, err := s.store.open(ctx, suggestion)
	if err != nil {
		return open{}, err
	}
	found.thread = thread
	if !sees(actor, thread.State(), found.Author, found.State) {
		return open{}, notFound()
	}
	return found, nil
}
