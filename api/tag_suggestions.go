package api

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"wellspring/pkg/discovery/search"
)

// TagSuggestion is a tag that a question may want.
type TagSuggestion struct {
	Name          string `json:"name"`
	QuestionCount int    `json:"questionCount" doc:"Those the reader may read."`
	Reason        string `json:"reason" enum:"title,text,similar" doc:"Where it comes from: named in the title or the text, or on similar questions."`
}

// TagSuggestions are likely tags, the likeliest first.
type TagSuggestions struct {
	Items []TagSuggestion `json:"items" nullable:"false"`
}

type suggestTagsInput struct {
	Body struct {
		Title string `json:"title" maxLength:"300"`
		Body  string `json:"body" maxLength:"40000"`
	}
}

type tagSuggestionsOutput struct{ Body TagSuggestions }

func (s *Server) registerTagSuggestions(api huma.API) {
	op := signedIn("suggest-tags", http.MethodPost, "/tag-suggestions", "Tags", "Likely tags of a question that is being written")
	op.Description = "A tag named in the title counts four points, one named in the text two, and each of the ten most similar questions " +
		"that carries it one. From two points on it is suggested; at most six are."
	huma.Register(api, op, s.suggestTags)
}

func (s *Server) suggestTags(ctx context.Context, in *suggestTagsInput) (*tagSuggestionsOutput, error) {
	found, err := s.app.Search.SuggestTags(ctx, actorOf(ctx), in.Body.Title, in.Body.Body)
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	return &tagSuggestionsOutput{TagSuggestions{each(found, func(t search.TagSuggestion) TagSuggestion {
		return TagSuggestion{Name: t.Name, QuestionCount: t.Questions, Reason: t.Reason}
	})}}, nil
}
