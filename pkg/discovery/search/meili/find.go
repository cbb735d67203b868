package meili

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/meilisearch/meilisearch-go"

	"wellspring/pkg/discovery/search"
	"wellspring/pkg/kernel/authz"
)

const snippetWords = 30

// attributes are what the facets count.
var attributes = map[string]string{
	search.FacetKind: "kind", search.FacetSpace: "space", search.FacetTag: "tags", search.FacetState: "state",
}

type match struct {
	Kind      string `json:"kind"`
	ID        int64  `json:"id"`
	Formatted struct {
		Body string `json:"body"`
	} `json:"_formatted"`
}

// Find searches the live index; the actor's spaces are part of each filter.
func (e *Engine) Find(ctx context.Context, actor authz.Actor, query search.Query) (search.Findings, error) {
	main := e.request(actor, query)
	for facet := range attributes {
		main.Facets = append(main.Facets, attributes[facet])
	}
	queries, facets := []*meilisearch.SearchRequest{main}, []string{""}
	for facet, wide := range query.Widened() {
		counts := e.request(actor, wide)
		counts.Facets, counts.HitsPerPage = []string{attributes[facet]}, new(int64)
		counts.AttributesToCrop, counts.AttributesToHighlight = nil, nil
		queries, facets = append(queries, counts), append(facets, facet)
	}
	response, err := e.searcher.MultiSearchWithContext(ctx, &meilisearch.MultiSearchRequest{Queries: queries})
	if err != nil {
		return search.Findings{}, fmt.Errorf("ask the search engine: %w", err)
	}
	if len(response.Results) != len(queries) {
		return search.Findings{}, fmt.Errorf("the search engine answered %d of %d queries", len(response.Results), len(queries))
	}
	found, err := findings(&response.Results[0])
	for i := 1; i < len(queries) && err == nil; i++ {
		var wide search.Facets
		wide, err = counted(response.Results[i].FacetDistribution)
		found.Facets[facets[i]] = wide[facets[i]]
	}
	return found, err
}

func (e *Engine) request(actor authz.Actor, query search.Query) *meilisearch.SearchRequest {
	perPage := int64(query.Size)
	request := &meilisearch.SearchRequest{
		IndexUID: e.live, Query: query.Words(), Filter: filter(actor, &query), HitsPerPage: &perPage, Page: int64(query.Number),
		AttributesToRetrieve: []string{"kind", "id"},
		AttributesToCrop:     []string{"body"}, CropLength: snippetWords, CropMarker: "…",
		AttributesToHighlight: []string{"body"}, HighlightPreTag: search.MarkStart, HighlightPostTag: search.MarkEnd,
		MatchingStrategy: meilisearch.Last,
	}
	if query.In != "" {
		request.AttributesToSearchOn = []string{query.In}
	}
	switch query.Sort {
	case search.ByNewest:
		// In an order that ignores how well something fits, only what fits completely belongs.
		request.Sort, request.MatchingStrategy = []string{"created:desc"}, meilisearch.All
	case search.ByVotes:
		request.Sort, request.MatchingStrategy = []string{"score:desc"}, meilisearch.All
	case search.ByRelevance:
	}
	return request
}

func findings(response *meilisearch.SearchResponse) (search.Findings, error) {
	var matches []match
	if err := response.Hits.DecodeInto(&matches); err != nil {
		return search.Findings{}, fmt.Errorf("read the search engine's hits: %w", err)
	}
	found := search.Findings{Total: int(response.TotalHits)}
	for _, m := range matches {
		found.Matches = append(found.Matches, search.Match{Kind: m.Kind, ID: m.ID, Snippet: m.Formatted.Body})
	}
	var err error
	found.Facets, err = counted(response.FacetDistribution)
	return found, err
}

func counted(raw json.RawMessage) (search.Facets, error) {
	var counts map[string]map[string]int
	if err := json.Unmarshal(raw, &counts); err != nil {
		return nil, fmt.Errorf("read the search engine's facets: %w", err)
	}
	facets := search.Facets{}
	for facet, attribute := range attributes {
		for value, count := range counts[attribute] {
			if count > 0 {
				facets[facet] = append(facets[facet], search.FacetValue{Value: value, Count: count})
			}
		}
		slices.SortFunc(facets[facet], search.MoreFirst)
	}
	return facets, nil
}
