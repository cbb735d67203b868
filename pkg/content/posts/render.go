package posts

import (
	"context"

	"wellspring/pkg/content/uploads"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/event"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/markdown"
)

// rendered is what is kept beside a body, so that readers never wait for the renderer.
type rendered struct {
	HTML    string
	Excerpt string
	Version int
	// Used are the uploads that stand in the text; they are held until the transaction ends.
	Used uploads.Used
	// Mentioned are the people whom the text calls.
	Mentioned []id.User
}

func (s *Service) render(body string, used uploads.Used) rendered {
	result := s.markdown.Picturing(used.Pictures()).Render(body)
	return rendered{HTML: result.HTML, Excerpt: result.Excerpt, Version: markdown.Version}
}

// renderWritten renders a body that somebody writes, with its mentions of people who may read it and the uploads that its
// writer may use; before is what the post said until now.
func (s *Service) renderWritten(ctx context.Context, actor authz.Actor, space id.Space, body, before string) (rendered, error) {
	people, err := s.mentions.Find(ctx, space, body)
	if err != nil {
		return rendered{}, err
	}
	used, err := s.uploads.Hold(ctx, actor, body, before)
	if err != nil {
		return rendered{}, err
	}
	result := s.markdown.Mentioning(people.Links()).Picturing(used.Pictures()).Render(body)
	return rendered{
		HTML: result.HTML, Excerpt: result.Excerpt, Version: markdown.Version, Mentioned: people.Of(result.Mentioned), Used: used,
	}, nil
}

func (s *Service) publishMentions(ctx context.Context, by id.User, post event.PostRef, text rendered) error {
	return s.mentions.Publish(ctx, event.PeopleMentioned{PostRef: post, By: by, Mentioned: text.Mentioned})
}
