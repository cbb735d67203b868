package posts

import (
	"context"

	"wellspring/pkg/kernel/event"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/markdown"
)

// rendered is what is kept beside a body, so that readers never wait for the renderer.
type rendered struct {
	HTML    string
	Excerpt string
	Version int
	// Mentioned are the people whom the text calls.
	Mentioned []id.User
}

func (s *Service) render(body string) rendered {
	result := s.markdown.Render(body)
	return rendered{HTML: result.HTML, Excerpt: result.Excerpt, Version: markdown.Version}
}

// renderCalling renders a body with its mentions of people who may read it.
func (s *Service) renderCalling(ctx context.Context, space id.Space, body string) (rendered, error) {
	people, err := s.mentions.Find(ctx, space, body)
	if err != nil {
		return rendered{}, err
	}
	result := s.markdown.Mentioning(people.Links()).Render(body)
	return rendered{
		HTML: result.HTML, Excerpt: result.Excerpt, Version: markdown.Version, Mentioned: people.Of(result.Mentioned),
	}, nil
}

func (s *Service) publishMentions(ctx context.Context, by id.User, post event.PostRef, text rendered) error {
	return s.mentions.Publish(ctx, event.PeopleMentioned{PostRef: post, By: by, Mentioned: text.Mentioned})
}
