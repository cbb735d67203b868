// Package search finds questions, answers, people and tags. Meilisearch answers as long as it is there; when it is
// not, Postgres does, and the result says so. What changed is noted in an outbox inside the writer's transaction and
// drained into Meilisearch by one relay in the cluster (relay.go), so nothing is lost while the engine is away.
// An engine gives no more than kinds, ids and snippets, limited to what the reader may read; everything else of a hit
// comes from the database, where the same limit is applied once more. Start at Search.
package search

import (
	"cmp"
	"context"
	"log/slog"
	"sync/atomic"
	"time"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/kernel/page"
	"wellspring/pkg/platform/clock"
	"wellspring/pkg/platform/db"
)

// Engines, as a result names them.
const (
	Meilisearch = "meilisearch"
	Database    = "database"
)

// Kinds of what can be found.
const (
	KindQuestion = "question"
	KindAnswer   = "answer"
	KindPerson   = "person"
	KindTag      = "tag"
)

// Facets, as results and requests name them.
const (
	FacetKind  = "kind"
	FacetSpace = "space"
	FacetTag   = "tag"
	FacetState = "state"
)

// Match is what an engine found. Snippet is plain text with MarkStart and MarkEnd around what matched.
type Match struct {
	Kind    string
	ID      int64
	Snippet string
}

// Findings are one page of matches of Total, and the facets of all of them; spaces are counted by id.
type Findings struct {
	Matches []Match
	Total   int
	Facets  Facets
}

// Finder is one of the two engines. It finds only what the actor may read.
type Finder interface {
	Find(ctx context.Context, actor authz.Actor, query Query) (Findings, error)
}

// Hit is one thing found, as it is in the database now. Snippet is escaped HTML in which only mark elements stand.
type Hit struct {
	Kind string
	ID   int64
	// Question is the question of a post; 0 for people and tags.
	Question id.Post
	// Title is that of the question, a person's name or a tag's.
	Title   string
	Snippet string
	// Score is a post's, a person's reputation, or how many questions have a tag.
	Score       int
	AnswerCount int
	// Accepted says that a question has an accepted answer, or that an answer is it.
	Accepted   bool
	Tags       []string
	Space      Space
	Author     id.User
	AuthorName string
	CreatedAt  time.Time
}

// Space is where a post lies; the zero Space for people and tags.
type Space struct {
	ID    id.Space
	Slug  string
	Name  string
	Color string
}

// FacetValue counts the results that have a value.
type FacetValue struct {
	Value string
	Label string
	Count int
}

// Facets counts results by kind, space, tag and state, most first. A facet by which the request is narrowed counts as
// if it were not, so that the other choices stay open.
type Facets map[string][]FacetValue

// Result is one page of hits, and who found them.
type Result struct {
	page.List[Hit]
	Facets Facets
	Engine string
	Took   time.Duration
}

// engineRest is how long an engine that failed is left alone, so that it costs the next searches no time.
const engineRest = 2 * time.Second

// Service searches and keeps the index fed.
type Service struct {
	store    store
	index    Index
	database Finder
	log      *slog.Logger
	poke     chan struct{}
	// away says that the engine failed when it was last asked; it is asked again after askAgain, in Unix nanoseconds.
	away     atomic.Bool
	askAgain atomic.Int64
}

// New makes the service; without an index the database answers everything.
func New(database *db.DB, index Index, fallback Finder, log *slog.Logger) *Service {
	return &Service{store: store{database}, index: index, database: fallback, log: log, poke: make(chan struct{}, 1)}
}

// EngineAvailable tells whether Meilisearch is there, as far as the last attempt showed.
func (s *Service) EngineAvailable() bool { return s.index != nil && !s.away.Load() }

// Search finds what the actor may read.
func (s *Service) Search(ctx context.Context, actor authz.Actor, request Request) (Result, error) {
	// The reader waits by the machine's clock, whatever a test makes of the product's.
	start := clock.System{}.Now()
	query := Parse(request)
	result := Result{Engine: s.engineName(), List: page.List[Hit]{Request: query.Request}, Facets: Facets{}}
	spaces, err := s.store.spaces(ctx, actor)
	if err != nil {
		return Result{}, err
	}
	possible, err := s.resolve(ctx, actor, spaces, &query)
	if err != nil || !possible {
		return result, err
	}
	found, engine, err := s.find(ctx, actor, query)
	if err != nil {
		return Result{}, err
	}
	if result.Items, err = s.store.hits(ctx, actor, spaces, found.Matches); err != nil {
		return Result{}, err
	}
	result.Total, result.Facets, result.Engine = found.Total, labelled(found.Facets, spaces), engine
	result.Took = clock.System{}.Now().Sub(start)
	return result, nil
}

// resolve turns the names of a space and an author into ids; false means that nothing can be found under them.
func (s *Service) resolve(ctx context.Context, actor authz.Actor, spaces map[id.Space]Space, query *Query) (bool, error) {
	for _, space := range spaces {
		if space.Slug == query.Space {
			query.SpaceID = space.ID
		}
	}
	if query.Space != "" && query.SpaceID == 0 {
		return false, nil
	}
	if query.Author == "" {
		return true, nil
	}
	var err error
	if query.AuthorID = actor.User; query.Author != "me" {
		query.AuthorID, err = s.store.author(ctx, query.Author)
	}
	return query.AuthorID != 0, err
}

func (s *Service) find(ctx context.Context, actor authz.Actor, query Query) (Findings, string, error) {
	if s.mayAsk() {
		found, err := s.index.Find(ctx, actor, query)
		if err == nil {
			s.away.Store(false)
			return found, Meilisearch, nil
		}
		if ctx.Err() != nil {
			return Findings{}, "", ctx.Err()
		}
		s.rest(err)
	}
	found, err := s.database.Find(ctx, actor, query)
	return found, Database, err
}

func (s *Service) mayAsk() bool {
	return s.index != nil && (!s.away.Load() || clock.System{}.Now().UnixNano() >= s.askAgain.Load())
}

func (s *Service) rest(err error) {
	s.askAgain.Store(clock.System{}.Now().Add(engineRest).UnixNano())
	s.away.Store(true)
	s.log.Warn("the search engine is away, Postgres answers", "error", err)
}

func (s *Service) engineName() string {
	if s.EngineAvailable() {
		return Meilisearch
	}
	return Database
}

// MoreFirst orders facet values by count, then by name.
func MoreFirst(a, b FacetValue) int {
	return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Value, b.Value))
}
