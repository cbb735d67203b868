package api

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"hash/maphash"
	"net/http"
	"reflect"
	"strconv"

	"github.com/danielgtaylor/huma/v2"
	"github.com/maypok86/otter/v2"

	"wellspring/pkg/content/questions"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
)

// pagesBytes is what all kept bodies of question pages weigh.
const pagesBytes = 24 << 20

// pageKey names the page of one reader. Powers stands for everything that decides what the reader may do.
type pageKey struct {
	question id.Post
	order    string
	reader   id.User
	language string
	powers   uint64
}

// encodedPage is a page's body, as long as the document it was made of is the current one: a reader's own votes
// change the document too.
type encodedPage struct {
	serial uint64
	body   []byte
	etag   string
}

// pages keeps the bodies of question pages, so that a page that was read before costs neither a statement nor encoding.
type pages struct {
	seed  maphash.Seed
	cache *otter.Cache[pageKey, encodedPage]
}

func newPages() pages {
	return pages{
		seed: maphash.MakeSeed(),
		cache: otter.Must(&otter.Options[pageKey, encodedPage]{
			MaximumWeight: pagesBytes,
			Weigher:       func(_ pageKey, p encodedPage) uint32 { return uint32(len(p.body)) + 200 }, //nolint:gosec // a body is far smaller than 4 GB
		}),
	}
}

// powersOf sums up what the policies look at beside the document. It runs on every read, so it prints nothing.
func (p pages) powersOf(actor authz.Actor) uint64 {
	const prime = 1099511628211
	sum := maphash.String(p.seed, string(actor.Role)) ^ uint64(actor.Reputation)*prime //nolint:gosec // only told apart
	for privilege, threshold := range actor.Thresholds {
		// Added up, because a map comes in any order.
		sum += (maphash.String(p.seed, string(privilege)) ^ uint64(threshold)) * prime //nolint:gosec // only told apart
	}
	for _, space := range actor.Spaces {
		sum = (sum ^ uint64(space)) * prime //nolint:gosec // only told apart
	}
	return sum
}

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
	document, err := s.app.Questions.Document(ctx, actor, in.ID, questions.Order(in.Answers))
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	s.app.Questions.Viewed(actor, document)
	key := pageKey{question: in.ID, order: in.Answers, reader: actor.User, language: languageOf(ctx), powers: s.pages.powersOf(actor)}
	found, ok := s.pages.cache.GetIfPresent(key)
	if !ok || found.serial != document.Serial {
		if found, err = s.encodePage(ctx, document, in.Answers); err != nil {
			return nil, s.problem(ctx, err)
		}
		s.pages.cache.Set(key, found)
	}
	return &questionPageOutput{ContentType: "application/json", ETag: found.etag, Body: found.body}, nil
}

func (s *Server) encodePage(ctx context.Context, document *questions.Document, order string) (encodedPage, error) {
	actor := actorOf(ctx)
	viewer, err := s.app.Questions.Viewer(ctx, actor, document)
	if err != nil {
		return encodedPage{}, err
	}
	shown := onPage{ctx: ctx, actor: actor, document: document, viewer: viewer}
	var body bytes.Buffer
	encoder := json.NewEncoder(&body)
	// Bodies are half HTML, which escaping would make larger; the content type keeps browsers from reading it as a page.
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(QuestionPage{Question: shown.question(), Answers: shown.answers(), AnswerOrder: order}); err != nil {
		return encodedPage{}, fmt.Errorf("encode question page %d: %w", document.Question.ID, err)
	}
	sum := fnv.New64a()
	_, _ = sum.Write(body.Bytes()) // a hash never fails
	etag := `W/"` + strconv.FormatUint(sum.Sum64(), 36) + `"`
	return encodedPage{serial: document.Serial, body: body.Bytes(), etag: etag}, nil
}
