// Package postgres is the search of the database, which answers while the search engine is away. It gathers at most
// some thousand candidates by full-text search, in English and German, and by names, and orders, counts and pages them
// in the program; where nothing is found it tries again by similarity, for the sake of typing errors. It needs no
// feeding: triggers of the schema keep post_words. Start at Find.
package postgres

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"
	"time"

	"github.com/jackc/pgx/v5"

	"wellspring/pkg/discovery/search"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/db"
)

// Limits of what is ordered and counted.
const (
	maxByWords = 1_000
	maxByTitle = 200
	maxNamed   = 50
	maxAlike   = 200
)

// Finder searches the database.
type Finder struct{ db *db.DB }

// New makes a finder.
func New(database *db.DB) *Finder { return &Finder{database} }

// candidate is something that matches, with what it is ordered and counted by.
type candidate struct {
	Kind     string
	ID       int64
	SpaceID  id.Space
	Tags     []string
	Answers  int
	Accepted bool
	Closed   bool
	Score    int
	Created  time.Time
	// Exact says that the title, or the name, is what was searched for.
	Exact bool
	Rank  float64
}

// Find gathers candidates, orders them and gives one page; the actor's spaces limit every statement.
func (f *Finder) Find(ctx context.Context, actor authz.Actor, query search.Query) (search.Findings, error) {
	all, gather, err := f.gather(ctx, actor, &query)
	if err != nil {
		return search.Findings{}, err
	}
	found := search.Findings{Total: len(all), Facets: count(all)}
	for facet, wide := range query.Widened() {
		others, err := gather(ctx, actor, &wide)
		if err != nil {
			return search.Findings{}, err
		}
		found.Facets[facet] = count(others)[facet]
	}
	slices.SortFunc(all, order(query.Sort))
	all = all[min(query.Offset(), len(all)):]
	all = all[:min(query.Size, len(all))]
	found.Matches, err = f.matches(ctx, &query, all)
	return found, err
}

type gatherer func(context.Context, authz.Actor, *search.Query) ([]candidate, error)

// gather gives the candidates and how they were found: by their words, or else by similarity.
func (f *Finder) gather(ctx context.Context, actor authz.Actor, query *search.Query) ([]candidate, gatherer, error) {
	found, err := f.byWords(ctx, actor, query)
	// Who puts a phrase in quotes has spelt it as they want it.
	exact := slices.ContainsFunc(query.Terms, func(term search.Term) bool { return term.Phrase })
	if err != nil || len(found) > 0 || exact || len(query.Wanted()) == 0 {
		return found, f.byWords, err
	}
	found, err = f.alike(ctx, actor, query)
	return found, f.alike, err
}

// order is by what the reader chose; among equals, and by relevance, what helped others goes first.
func order(sort search.Sort) func(a, b candidate) int {
	return func(a, b candidate) int {
		switch sort {
		case search.ByNewest:
			return cmp.Or(b.Created.Compare(a.Created), cmp.Compare(b.ID, a.ID))
		case search.ByVotes:
			return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(b.ID, a.ID))
		case search.ByRelevance:
		}
		return cmp.Or(compareBool(b.Exact, a.Exact), cmp.Compare(b.Rank, a.Rank), compareBool(b.Accepted, a.Accepted),
			cmp.Compare(b.Score, a.Score), cmp.Compare(b.ID, a.ID), cmp.Compare(a.Kind, b.Kind))
	}
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	default:
		return -1
	}
}

// count gives the facets of the candidates; spaces by id.
func count(all []candidate) search.Facets {
	counts := map[string]map[string]int{search.FacetKind: {}, search.FacetSpace: {}, search.FacetTag: {}, search.FacetState: {}}
	for i := range all {
		c := &all[i]
		counts[search.FacetKind][c.Kind]++
		if c.SpaceID != 0 {
			counts[search.FacetSpace][strconv.FormatInt(int64(c.SpaceID), 10)]++
		}
		for _, tag := range c.Tags {
			counts[search.FacetTag][tag]++
		}
		if c.Kind == search.KindQuestion {
			for _, state := range search.StatesOf(c.Answers, c.Accepted, c.Closed) {
				counts[search.FacetState][state]++
			}
		}
	}
	facets := search.Facets{}
	for facet, values := range counts {
		for value, n := range values {
			facets[facet] = append(facets[facet], search.FacetValue{Value: value, Count: n})
		}
		slices.SortFunc(facets[facet], search.MoreFirst)
		facets[facet] = facets[facet][:min(maxNamed, len(facets[facet]))]
	}
	return facets
}

// read runs a statement that is planned for its arguments each time, since how common the words are decides how to go.
func read(ctx context.Context, from db.Querier, doing, sql string, args pgx.NamedArgs) ([]candidate, error) {
	rows, err := from.Query(ctx, sql, pgx.QueryExecModeCacheDescribe, args)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", doing, err)
	}
	found, err := pgx.CollectRows(rows, pgx.RowToStructByNameLax[candidate])
	if err != nil {
		return nil, fmt.Errorf("%s: %w", doing, err)
	}
	return found, nil
}
