package meili

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/meilisearch/meilisearch-go"

	"wellspring/pkg/discovery/search"
)

const (
	cutoffMs     = 300
	maxFound     = 10_000
	maxPerFacet  = 50
	oneTypo      = 5
	twoTypos     = 9
	maxIndexes   = 1_000
	primaryKey   = "key"
	sendAtOnce   = 8 << 20
	documentRest = 500
)

func settings() *meilisearch.Settings {
	return &meilisearch.Settings{
		SearchableAttributes: []string{"title", "tags", "body", "context"},
		DisplayedAttributes:  []string{"kind", "id", "body"},
		FilterableAttributes: []string{
			"kind", "readers", "space", "tags", "author", "state", "score", "answers", "accepted", "hasCode", "created",
		},
		SortableAttributes: []string{"score", "created"},
		// An order that the reader chose goes before everything; without one that rule does nothing.
		RankingRules: []string{"sort", "words", "typo", "proximity", "attribute", "exactness", "accepted:desc", "score:desc"},
		TypoTolerance: &meilisearch.TypoTolerance{
			Enabled: true, MinWordSizeForTypos: meilisearch.MinWordSizeForTypos{OneTypo: oneTypo, TwoTypos: twoTypos},
			DisableOnAttributes: []string{"tags"}, DisableOnWords: []string{}, DisableOnNumbers: true,
		},
		SearchCutoffMs: cutoffMs,
		Pagination:     &meilisearch.Pagination{MaxTotalHits: maxFound},
		Faceting: &meilisearch.Faceting{
			MaxValuesPerFacet: maxPerFacet, SortFacetValuesBy: map[string]meilisearch.SortFacetType{"*": meilisearch.SortFacetTypeCount},
		},
	}
}

// Condition looks which indexes there are.
func (e *Engine) Condition(ctx context.Context) (search.Condition, error) {
	names, err := e.indexes(ctx)
	return search.Condition{Live: names[e.live], Building: names[e.next]}, err
}

func (e *Engine) indexes(ctx context.Context) (map[string]bool, error) {
	list, err := e.writer.ListIndexesWithContext(ctx, &meilisearch.IndexesQuery{Limit: maxIndexes})
	if err != nil {
		return nil, fmt.Errorf("list the search indexes: %w", err)
	}
	names := map[string]bool{}
	for _, index := range list.Results {
		names[index.UID] = true
	}
	return names, nil
}

// Count is the number of documents in the live index.
func (e *Engine) Count(ctx context.Context) (int, error) {
	stats, err := e.writer.Index(e.live).GetStatsWithContext(ctx, &meilisearch.StatsParams{})
	if err != nil {
		return 0, fmt.Errorf("count the search index: %w", err)
	}
	return int(stats.NumberOfDocuments), nil
}

// Apply writes and removes documents, in the live index and in one that is being built.
func (e *Engine) Apply(ctx context.Context, to search.Condition, put []search.Document, remove []string) error {
	indexes := []string{e.live}
	if to.Building {
		indexes = append(indexes, e.next)
	}
	var sent tasks
	for _, index := range indexes {
		if err := e.put(ctx, &sent, index, put); err != nil {
			return err
		}
		if len(remove) > 0 {
			task, err := e.writer.Index(index).DeleteDocumentsWithContext(ctx, remove, nil)
			if err := sent.add(task, err); err != nil {
				return err
			}
		}
	}
	return e.settle(ctx, &sent)
}

// put sends documents in parts that the engine takes in one request.
func (e *Engine) put(ctx context.Context, sent *tasks, index string, documents []search.Document) error {
	key := primaryKey
	for len(documents) > 0 {
		count, size := 0, 0
		for count < len(documents) && (count == 0 || size < sendAtOnce) {
			size += len(documents[count].Body) + documentRest
			count++
		}
		task, err := e.writer.Index(index).AddDocumentsWithContext(ctx, documents[:count], &meilisearch.DocumentOptions{PrimaryKey: &key})
		if err := sent.add(task, err); err != nil {
			return err
		}
		documents = documents[count:]
	}
	return nil
}

// Discard throws away an index that was never finished.
func (e *Engine) Discard(ctx context.Context) error {
	names, err := e.indexes(ctx)
	if err != nil || !names[e.next] {
		return err
	}
	return e.drop(ctx, e.next)
}

func (e *Engine) drop(ctx context.Context, index string) error {
	return e.finished(ctx)(e.writer.DeleteIndexWithContext(ctx, index))
}

// Rebuild begins a fresh index; what an interrupted rebuild left is thrown away.
func (e *Engine) Rebuild(ctx context.Context) (search.Build, error) {
	if err := e.Discard(ctx); err != nil {
		return nil, err
	}
	err := e.finished(ctx)(e.writer.CreateIndexWithContext(ctx, &meilisearch.IndexConfig{Uid: e.next, PrimaryKey: primaryKey}))
	if err != nil {
		return nil, err
	}
	return &build{engine: e}, e.finished(ctx)(e.writer.Index(e.next).UpdateSettingsWithContext(ctx, settings()))
}

type build struct {
	engine *Engine
	sent   tasks
}

// Add sends a batch to the index that is being built; the engine carries out what it is sent in that order.
func (b *build) Add(ctx context.Context, documents []search.Document) error {
	return b.engine.put(ctx, &b.sent, b.engine.next, documents)
}

// Settle waits for the engine.
func (b *build) Settle(ctx context.Context) error { return b.engine.settle(ctx, &b.sent) }

// Finish makes the new index the live one in one step, and drops what it replaces.
func (b *build) Finish(ctx context.Context) error {
	e := b.engine
	if err := b.Settle(ctx); err != nil {
		return err
	}
	names, err := e.indexes(ctx)
	if err != nil {
		return err
	}
	swap := &meilisearch.SwapIndexesParams{Indexes: []string{e.next, e.live}, Rename: !names[e.live]}
	if err := e.finished(ctx)(e.writer.SwapIndexesWithContext(ctx, []*meilisearch.SwapIndexesParams{swap})); err != nil {
		return err
	}
	if names[e.live] {
		if err := e.drop(ctx, e.next); err != nil {
			return err
		}
	}
	return e.dropOlder(ctx, names)
}

func (e *Engine) dropOlder(ctx context.Context, names map[string]bool) error {
	for name := range names {
		number, _, _ := strings.Cut(strings.TrimPrefix(name, e.family), "_")
		older, err := strconv.Atoi(number)
		if err != nil || !strings.HasPrefix(name, e.family) || older >= version {
			continue
		}
		if err := e.drop(ctx, name); err != nil {
			return err
		}
	}
	return nil
}
