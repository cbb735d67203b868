package postgres

import (
	"context"
	"fmt"
	"html"
	"strings"

	"github.com/jackc/pgx/v5"

	"wellspring/pkg/discovery/search"
)

const (
	// maxText, in characters, is how far into a text its snippet is looked for.
	maxText = 20_000
	// headline asks for some thirty words around what matched.
	headline = `MaxFragments=1, MaxWords=32, MinWords=24, ShortWord=2, StartSel="` + search.MarkStart + `", StopSel="` + search.MarkEnd + `"`
)

const texts = `
	SELECT 'question' AS kind, id, left(html, @max) AS html FROM posts WHERE id = ANY(@posts)
	UNION ALL SELECT 'person', id, left(title || ' <p>' || location || '<p>' || about_html, @max) FROM users WHERE id = ANY(@people)
	UNION ALL SELECT 'tag', id, left(description || ' <p>' || wiki_html, @max) FROM tags WHERE id = ANY(@tags)`

// matches gives the page's candidates with their snippets.
func (f *Finder) matches(ctx context.Context, query *search.Query, page []candidate) ([]search.Match, error) {
	if len(page) == 0 {
		return nil, nil
	}
	plain, err := f.plain(ctx, page)
	if err != nil {
		return nil, err
	}
	// Postgres leaves out what looks like a tag, so the text goes there and comes back escaped.
	escaped := make([]string, len(plain))
	for i := range plain {
		escaped[i] = html.EscapeString(plain[i])
	}
	rows, err := f.db.Pgx(ctx).Query(ctx, `
		SELECT ts_headline('english', given.text, w.words, @headline)
		FROM (SELECT to_tsquery('english', @words) || to_tsquery('german', @words) AS words) w,
			unnest(@texts::text[]) WITH ORDINALITY AS given (text, n) ORDER BY given.n`,
		pgx.QueryExecModeCacheDescribe, pgx.NamedArgs{"words": words(query), "texts": escaped, "headline": headline})
	if err != nil {
		return nil, fmt.Errorf("cut snippets: %w", err)
	}
	cut, err := pgx.CollectRows(rows, pgx.RowTo[string])
	if err != nil {
		return nil, fmt.Errorf("cut snippets: %w", err)
	}
	matches := make([]search.Match, len(page))
	for i := range page {
		matches[i] = search.Match{Kind: page[i].Kind, ID: page[i].ID, Snippet: dotted(html.UnescapeString(cut[i]), plain[i])}
	}
	return matches, nil
}

// plain gives the texts of the page's candidates, in their order.
func (f *Finder) plain(ctx context.Context, page []candidate) ([]string, error) {
	ids := map[string][]int64{}
	for i := range page {
		ids[textKind(page[i].Kind)] = append(ids[textKind(page[i].Kind)], page[i].ID)
	}
	rows, err := f.db.Pgx(ctx).Query(ctx, texts, pgx.NamedArgs{
		"posts": ids[search.KindQuestion], "people": ids[search.KindPerson], "tags": ids[search.KindTag], "max": maxText,
	})
	if err != nil {
		return nil, fmt.Errorf("load texts for snippets: %w", err)
	}
	type key struct {
		kind string
		id   int64
	}
	byKey := map[key]string{}
	var kind, source string
	var number int64
	_, err = pgx.ForEachRow(rows, []any{&kind, &number, &source}, func() error {
		byKey[key{kind, number}] = search.Plain(source)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("load texts for snippets: %w", err)
	}
	plain := make([]string, len(page))
	for i := range page {
		plain[i] = byKey[key{textKind(page[i].Kind), page[i].ID}]
	}
	return plain, nil
}

// textKind is where the text of a kind lies: questions and answers are both posts.
func textKind(kind string) string {
	if kind == search.KindAnswer {
		return search.KindQuestion
	}
	return kind
}

// dotted shows where a snippet was cut out of its text.
func dotted(snippet, text string) string {
	bare := strings.NewReplacer(search.MarkStart, "", search.MarkEnd, "").Replace(snippet)
	if !strings.HasPrefix(text, bare) {
		snippet = "…" + snippet
	}
	if !strings.HasSuffix(text, bare) {
		snippet += "…"
	}
	return snippet
}
