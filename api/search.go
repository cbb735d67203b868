package api

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/discovery/search"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/people/users"
)

// SearchHit is one thing found: a question, an answer, a person or a tag.
type SearchHit struct {
	Kind        string     `json:"kind" enum:"question,answer,person,tag"`
	ID          int64      `json:"id"`
	QuestionID  *id.Post   `json:"questionId" doc:"The question of a question or an answer; null for people and tags."`
	Title       string     `json:"title" doc:"Of the question; a person's name; a tag's name."`
	Slug        string     `json:"slug" doc:"The readable part of the question's address; a person's handle; a tag's name."`
	SnippetHTML string     `json:"snippetHtml" doc:"Escaped text, in which what matched stands in mark elements."`
	Score       int        `json:"score" doc:"A post's score, a person's reputation, or the number of a tag's questions."`
	AnswerCount int        `json:"answerCount"`
	Accepted    bool       `json:"accepted" doc:"The question has an accepted answer, or this answer is it."`
	Tags        []string   `json:"tags" nullable:"false"`
	Space       *SpaceRef  `json:"space" doc:"null for people and tags."`
	Author      *PersonRef `json:"author" doc:"Who wrote it, or the person found; null for tags, and for authors without an account."`
	AuthorName  string     `json:"authorName"`
	CreatedAt   time.Time  `json:"createdAt"`
}

// SearchFacets count the hits by what they have; a facet that is narrowed to one value still counts the others.
type SearchFacets struct {
	Kind  []FacetValue `json:"kind" nullable:"false"`
	Space []FacetValue `json:"space" nullable:"false"`
	Tag   []FacetValue `json:"tag" nullable:"false"`
	State []FacetValue `json:"state" nullable:"false"`
}

// FacetValue counts the hits that have a value.
type FacetValue struct {
	Value string `json:"value" doc:"Send it back to narrow the search."`
	Label string `json:"label" doc:"The value as people know it: a space's name."`
	Count int    `json:"count"`
}

// SearchResult is one page of hits.
type SearchResult struct {
	Numbered[SearchHit]
	Facets SearchFacets `json:"facets"`
	Engine string       `json:"engine" enum:"meilisearch,database" doc:"Who answered: the database does while the search engine is away."`
	TookMs float64      `json:"tookMs" doc:"How long it took on the server, in milliseconds."`
}

const searchHelp = `Words, and operators: [tag], -[tag], user:ada, "a phrase", -word, score:3 (at least), answers:0, isaccepted:yes, ` +
	`is:question, is:unanswered, title:, body:, created:2025.., in:space, has:code.`

type searchInput struct {
	Text   string   `query:"q" maxLength:"500"`
	Kind   string   `query:"kind" enum:"question,answer,person,tag"`
	Space  string   `query:"space" maxLength:"100" doc:"Only posts of the space with this slug."`
	Tags   []string `query:"tag,explode" maxItems:"5" doc:"Only posts with all of these tags."`
	Author string   `query:"author" maxLength:"100" doc:"Only posts of the person with this handle or id; me is oneself."`
	State  string   `query:"state" enum:"answered,unanswered,solved,closed" doc:"Only questions in this state."`
	From   string   `query:"from" format:"date" doc:"Written on this day or later, in UTC."`
	To     string   `query:"to" format:"date" doc:"Written on this day or earlier, in UTC."`
	Sort   string   `query:"sort" enum:"relevance,newest,votes" default:"relevance"`
	PageQuery
}

type searchOutput struct{ Body SearchResult }

func (s *Server) registerSearch(api huma.API) {
	op := operation("search", http.MethodGet, "/search", "Search", "Find questions, answers, people and tags")
	op.Description = searchHelp
	huma.Register(api, op, s.search)
}

func (s *Server) search(ctx context.Context, in *searchInput) (*searchOutput, error) {
	request, err := in.searchRequest()
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	found, err := s.app.Search.Search(ctx, actorOf(ctx), request)
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	people, err := s.app.Users.Refs(ctx, authorsOf(found.Items))
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	show := func(hit search.Hit) SearchHit { return searchHit(hit, people) }
	return &searchOutput{SearchResult{
		Numbered: numbered(found.List, show), Engine: found.Engine, TookMs: float64(found.Took.Microseconds()) / 1000,
		Facets: SearchFacets{
			Kind: facet(found.Facets[search.FacetKind]), Space: facet(found.Facets[search.FacetSpace]),
			Tag: facet(found.Facets[search.FacetTag]), State: facet(found.Facets[search.FacetState]),
		},
	}}, nil
}

func (in *searchInput) searchRequest() (search.Request, error) {
	var v fault.Validation
	request := search.Request{
		Text: in.Text, Kind: in.Kind, Space: in.Space, Tags: in.Tags, Author: in.Author, State: in.State, Sort: search.Sort(in.Sort),
		From: dayOf(&v, "from", in.From), To: dayOf(&v, "to", in.To), Request: in.request(),
	}
	if !request.To.IsZero() {
		request.To = request.To.AddDate(0, 0, 1)
	}
	return request, v.Err()
}

// dayOf is the first moment of a day, and the zero time where none is given.
func dayOf(v *fault.Validation, name, text string) time.Time {
	if text == "" {
		return time.Time{}
	}
	day, err := time.Parse(time.DateOnly, text)
	v.Check(err == nil, name, "bad-date", "Write the day as 2025-03-31.")
	return day
}

func authorsOf(hits []search.Hit) []id.User {
	var people []id.User
	for i := range hits {
		if hits[i].Author != 0 {
			people = append(people, hits[i].Author)
		}
	}
	return people
}

func searchHit(hit search.Hit, people map[id.User]users.Ref) SearchHit {
	shown := SearchHit{
		Kind: hit.Kind, ID: hit.ID, Title: hit.Title, Slug: posts.Slug(hit.Title), SnippetHTML: hit.Snippet, Score: hit.Score,
		AnswerCount: hit.AnswerCount, Accepted: hit.Accepted, Tags: hit.Tags, AuthorName: hit.AuthorName, CreatedAt: hit.CreatedAt,
	}
	if author, ok := people[hit.Author]; ok {
		ref := personRef(author)
		shown.Author, shown.AuthorName = &ref, author.Name
	}
	switch hit.Kind {
	case search.KindPerson:
		shown.Slug = people[hit.Author].Handle
	case search.KindTag:
		shown.Slug = hit.Title
	default:
		shown.QuestionID = &hit.Question
		shown.Space = &SpaceRef{Slug: hit.Space.Slug, Name: hit.Space.Name, Color: hit.Space.Color}
	}
	return shown
}

func facet(values []search.FacetValue) []FacetValue {
	return each(values, func(value search.FacetValue) FacetValue { return FacetValue(value) })
}
