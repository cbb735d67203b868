package questions

import (
	"context"
	"strings"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/content/tags"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/event"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
)

// Question is what someone asks; an empty Space is the organisation's. A quick question is only a title: without a body
// it needs no tag either.
type Question struct {
	Title string
	Body  string
	Tags  []string
	Space string
}

// Validate tells everything that is wrong with the input and writes title and tags the way they are kept.
func (q *Question) Validate() error {
	var v fault.Validation
	q.Check(&v)
	return v.Err()
}

// Check is Validate for those who have more to check.
func (q *Question) Check(v *fault.Validation) {
	q.Title = strings.TrimSpace(q.Title)
	posts.CheckTitle(v, q.Title)
	posts.CheckBody(v, q.Body, 0)
	q.Tags = checkTags(v, q.Tags, q.Body)
}

// checkTags asks for a tag only where there is more than a title.
func checkTags(v *fault.Validation, names []string, body string) []string {
	if len(tags.Normalise(names)) == 0 && strings.TrimSpace(body) == "" {
		return []string{}
	}
	return tags.Check(v, names)
}

// Ask writes a question and gives its id.
func (s *Service) Ask(ctx context.Context, actor authz.Actor, question Question) (id.Post, error) {
	if err := CanAsk(actor); err != nil {
		return 0, err
	}
	if err := question.Validate(); err != nil {
		return 0, err
	}
	space, err := s.spaces.FindForAsking(ctx, actor, question.Space)
	if err != nil {
		return 0, err
	}
	var asked id.Post
	err = s.db.InTx(ctx, func(ctx context.Context) error {
		asked, err = s.posts.Create(ctx, actor, posts.Draft{
			Kind: posts.Question, Space: space.ID,
			Text: posts.Text{Title: question.Title, Body: question.Body, Tags: question.Tags},
		})
		if err != nil {
			return err
		}
		if err := s.tags.Ensure(ctx, question.Tags); err != nil {
			return err
		}
		if err := s.tags.Count(ctx, space.ID, question.Tags, 1); err != nil {
			return err
		}
		return s.bus.Publish(ctx, event.QuestionAsked{Question: asked, Author: actor.User, Space: space.ID, Tags: question.Tags})
	})
	return asked, err
}
