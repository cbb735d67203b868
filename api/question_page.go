package api

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"reflect"

	"github.com/danielgtaylor/huma/v2"

	"wellspring/pkg/content/questions"
)

type questionPageInput struct {
	QuestionPath
	Answers string `query:"answers" enum:"best,newest,oldest,votes,accepted" default:"best" doc:"The order of the answers."`
}

type questionPageOutput struct {
	ContentType string `header:"Content-Type"`
	ETag        string `header:"ETag"` //nolint:tagliatelle // spelled as HTTP does
	Body        []byte
}

// questionPageOperation describes the body, which the handler sends as bytes.
func (*Server) questionPageOperation(api huma.API) huma.Operation {
	op := operation("read-question", http.MethodGet, "/questions/{id}", "Questions", "A question with its first answers")
	schema := huma.SchemaFromType(api.OpenAPI().Components.Schemas, reflect.TypeFor[QuestionPage]())
	op.Responses = map[string]*huma.Response{"200": {
		Description: "OK", Content: map[string]*huma.MediaType{"application/json": {Schema: schema}},
	}}
	return op
}

func (s *Server) readQuestion(ctx context.Context, in *questionPageInput) (*questionPageOutput, error) {
	actor := actorOf(ctx)
	document, viewer, err := s.app.Questions.Page(ctx, actor, in.ID, questions.Order(in.Answers))
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	s.app.Questions.Viewed(actor, document)
	key := pageKey{question: in.ID, order: in.Answers, reader: actor.User, language: languageOf(ctx), powers: s.pages.powersOf(actor)}
	page, kept := s.pages.find(key, document.Serial)
	if !kept {
		if viewer == nil {
			read, err := s.app.Questions.Viewer(ctx, actor, document)
			if err != nil {
				return nil, s.problem(ctx, err)
			}
			viewer = &read
		}
		body, err := encodePage(onPage{ctx: ctx, actor: actor, document: document, viewer: *viewer, now: s.app.Clock.Now()}, in.Answers)
		if err != nil {
			return nil, s.problem(ctx, err)
		}
		page = s.pages.keep(key, document.Serial, body)
	}
	return &questionPageOutput{ContentType: "application/json", ETag: page.etag, Body: page.body}, nil
}

func encodePage(shown onPage, order string) ([]byte, error) {
	var body bytes.Buffer
	body.Grow(shown.document.Size())
	encoder := json.NewEncoder(&body)
	// Bodies are half HTML, which escaping would make larger; the content type keeps browsers from reading it as a page.
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(QuestionPage{Question: shown.question(), Answers: shown.answers(), AnswerOrder: order}); err != nil {
		return nil, fmt.Errorf("encode question page %d: %w", shown.document.Question.ID, err)
	}
	return body.Bytes(), nil
}
