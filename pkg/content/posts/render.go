package posts

import "wellspring/pkg/platform/markdown"

// rendered is what is kept beside a body, so that readers never wait for the renderer.
type rendered struct {
	HTML    string
	Excerpt string
	Version int
}

func (s *Service) render(body string) rendered {
	result := s.markdown.Render(body)
	return rendered{HTML: result.HTML, Excerpt: result.Excerpt, Version: markdown.Version}
}
