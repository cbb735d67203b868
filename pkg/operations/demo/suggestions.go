package demo

import (
	"context"
	"fmt"
	"strings"
	"time"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/content/suggestions"
	"wellspring/pkg/kernel/event"
)

// suggested is an edit of a question, or of its first Answer, that waits, or was rejected if it names a Reason. What the
// text has for Find becomes Replace; Title and Tags replace the question's where they are given.
type suggested struct {
	Question, By, Summary string
	Answer                bool
	HoursAgo              float64 `yaml:"hoursAgo"`
	Title, Find, Replace  string
	Tags                  []string
	DecidedBy             string `yaml:"decidedBy"`
	Reason, Note          string
}

// loadSuggestions also tells the authors of posts and of rejected suggestions.
func (w *world) loadSuggestions(ctx context.Context) error {
	var all []suggested
	if err := decode("data/suggestions.yaml", &all); err != nil {
		return err
	}
	for i := range all {
		if err := w.suggest(ctx, &all[i]); err != nil {
			return fmt.Errorf("load the suggestion %q: %w", all[i].Summary, err)
		}
	}
	return nil
}

func (w *world) suggest(ctx context.Context, g *suggested) error {
	post := w.questions[g.Question]
	if g.Answer {
		post = w.answers[g.Question]
	}
	reader := w.reader(g.By)
	thread, err := w.Posts.Find(ctx, reader, post)
	if err != nil {
		return err
	}
	text, err := w.suggestedText(ctx, thread, g)
	if err != nil {
		return err
	}
	at := w.now.Add(-hours(g.HoursAgo))
	made := suggestions.Imported{
		Post: post, Author: reader.User, At: at, Summary: g.Summary, Text: text, State: suggestions.Waiting,
	}
	if g.Reason == "" {
		if err := w.Suggestions.Import(ctx, []suggestions.Imported{made}); err != nil {
			return err
		}
		return w.Notifications.OnEditSuggested(ctx, at, event.EditSuggested{PostRef: thread.Ref(), Suggester: reader.User})
	}
	decided := at.Add(2 * time.Hour)
	made.State, made.DecidedAt, made.DecidedBy = suggestions.Rejected, &decided, w.people[g.DecidedBy]
	made.Reason, made.Note = suggestions.Reason(g.Reason), g.Note
	if err := w.Suggestions.Import(ctx, []suggestions.Imported{made}); err != nil {
		return err
	}
	return w.Notifications.OnSuggestionRejected(ctx, decided, event.SuggestionRejected{
		PostRef: thread.Ref(), Suggester: reader.User, By: made.DecidedBy, Reason: g.Reason,
	})
}

func (w *world) suggestedText(ctx context.Context, thread posts.Thread, g *suggested) (posts.Text, error) {
	text, err := w.Posts.Text(ctx, thread.Post.ID)
	if err != nil {
		return text, err
	}
	if !strings.Contains(text.Body, g.Find) {
		return text, fmt.Errorf("the text does not say %q", g.Find)
	}
	if g.Find != "" {
		text.Body = strings.Replace(text.Body, g.Find, g.Replace, 1)
	}
	if g.Title != "" {
		text.Title = g.Title
	}
	if g.Tags != nil {
		text.Tags = g.Tags
	}
	return text, nil
}
