package api

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/fault"
)

// Preview is a text as readers will see it.
type Preview struct {
	HTML string `json:"html"`
}

type previewInput struct {
	Body struct {
		Body string `json:"body" doc:"Markdown."`
	}
}

type previewOutput struct{ Body Preview }

func (s *Server) registerMarkdown(api huma.API) {
	huma.Register(api, operation("preview-markdown", http.MethodPost, "/markdown", "Markdown", "Render a text as it will be shown"), s.previewMarkdown)
}

func (s *Server) previewMarkdown(ctx context.Context, in *previewInput) (*previewOutput, error) {
	var v fault.Validation
	posts.CheckBody(&v, in.Body.Body, 0)
	if err := v.Err(); err != nil {
		return nil, s.problem(ctx, err)
	}
	shown, err := s.app.Uploads.Shown(ctx, actorOf(ctx), in.Body.Body)
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	return &previewOutput{Preview{s.app.Markdown.Picturing(shown.Pictures()).Render(in.Body.Body).HTML}}, nil
}
