package demo

import (
	"context"
	"fmt"
	"time"

	"wellspring/pkg/content/flags"
	"wellspring/pkg/content/moderation"
	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/event"
	"wellspring/pkg/kernel/id"
)

// waiting is what people have called others to look at.
type waiting struct {
	Flags      []raised
	CloseVotes []closeVote `yaml:"closeVotes"`
}

// raised is a flag at a question, or with Answer at its first answer.
type raised struct {
	Person, Question, Reason, Note string
	Answer                         bool
}

type closeVote struct{ Person, Question, Reason, Original, Note string }

// loadReviews has the queues fill as they do elsewhere: flags and votes by their events, the posts of the last days by
// their rules.
func (w *world) loadReviews(ctx context.Context) error {
	var all waiting
	if err := decode("data/reviews.yaml", &all); err != nil {
		return err
	}
	for _, f := range all.Flags {
		target := flags.Target{Post: w.questions[f.Question]}
		if f.Answer {
			target.Post = w.answers[f.Question]
		}
		if _, err := w.Flags.Flag(ctx, w.reader(f.Person), target, flags.Call{Reason: flags.Reason(f.Reason), Note: f.Note}); err != nil {
			return fmt.Errorf("load the flag at %s: %w", f.Question, err)
		}
	}
	for _, v := range all.CloseVotes {
		closure := moderation.Closure{Reason: posts.CloseReason(v.Reason), Note: v.Note, DuplicateOf: w.questions[v.Original]}
		if err := w.Moderation.Close(ctx, w.reader(v.Person), w.questions[v.Question], closure); err != nil {
			return fmt.Errorf("load the vote to close %s: %w", v.Question, err)
		}
	}
	if err := w.askAboutSuggestions(ctx); err != nil {
		return err
	}
	return w.lookAtNew(ctx)
}

func (w *world) askAboutSuggestions(ctx context.Context) error {
	var waiting []struct {
		ID        id.Suggestion
		CreatedAt time.Time
	}
	err := w.DB.Gorm(ctx).Raw(`SELECT id, created_at FROM suggestions WHERE state = 'waiting' ORDER BY id`).Scan(&waiting).Error
	if err != nil {
		return fmt.Errorf("list the suggestions: %w", err)
	}
	for _, s := range waiting {
		if err := w.Reviews.OnEditSuggested(ctx, s.CreatedAt, event.EditSuggested{Suggestion: s.ID}); err != nil {
			return err
		}
	}
	return nil
}

func (w *world) lookAtNew(ctx context.Context) error {
	var fresh []struct {
		ID        id.Post
		Kind      posts.Kind
		CreatedAt time.Time
	}
	err := w.DB.Gorm(ctx).Raw(`
		SELECT id, kind, created_at FROM posts WHERE deleted_at IS NULL AND created_at > ? ORDER BY id`, w.now.Add(-told)).Scan(&fresh).Error
	if err != nil {
		return fmt.Errorf("list the new posts: %w", err)
	}
	for _, post := range fresh {
		if err := w.Reviews.Look(ctx, post.ID, post.Kind, post.CreatedAt); err != nil {
			return err
		}
	}
	return nil
}
