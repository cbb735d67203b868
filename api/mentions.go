package api

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
)

// MentionSuggestions are people whom one can mention.
type MentionSuggestions struct {
	Items []PersonRef `json:"items" nullable:"false"`
}

type mentionsInput struct {
	Space string `query:"space" required:"true" maxLength:"100" doc:"The slug of the post's space; only people who may read it are offered."`
	Q     string `query:"q" maxLength:"60" doc:"The beginning of a handle or of a part of a name."`
}

type mentionsOutput struct{ Body MentionSuggestions }

func (s *Server) registerMentions(api huma.API) {
	huma.Register(api, signedIn("suggest-mentions", http.MethodGet, "/mentions", "People", "People to mention, by handle or name"), s.suggestMentions)
}

func (s *Server) suggestMentions(ctx context.Context, in *mentionsInput) (*mentionsOutput, error) {
	people, err := s.app.Mentions.Suggest(ctx, actorOf(ctx), in.Space, in.Q)
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	return &mentionsOutput{MentionSuggestions{each(people, personRef)}}, nil
}
