package postgres

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/jackc/pgx/v5"

	"wellspring/pkg/discovery/search"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/people/spaces"
	"wellspring/pkg/platform/db"
)

const (
	// alikeFrom is the similarity, from 0 to 1, from which two texts may be the same but for a typing error: two letters
	// changed over in a word of nine leave 0.43.
	alikeFrom = "0.35"
	// nearly keeps to those that are nearly as similar as the most similar one.
	nearly = 0.75
)

func (f *Finder) byWords(ctx context.Context, actor authz.Actor, query *search.Query) ([]candidate, error) {
	from := f.db.Pgx(ctx)
	var found []candidate
	if query.Kind != search.KindPerson && query.Kind != search.KindTag {
		statement := postsByWords
		if len(query.Terms) == 0 {
			statement = postsByOperators
		}
		sql, args := ofQuery(statement, actor, query)
		posts, err := read(ctx, from, "search posts", sql, args)
		if err != nil {
			return nil, err
		}
		found = posts
	}
	named, err := f.named(ctx, from, actor, query, `LIKE ALL(@parts)`)
	return append(found, named...), err
}

func (f *Finder) alike(ctx context.Context, actor authz.Actor, query *search.Query) ([]candidate, error) {
	var found []candidate
	err := f.db.InTx(ctx, func(ctx context.Context) error {
		from := f.db.Pgx(ctx)
		// The operator <% reads its threshold here, and only the operator uses an index.
		if _, err := from.Exec(ctx, `SELECT set_config('pg_trgm.word_similarity_threshold', $1, true)`, alikeFrom); err != nil {
			return fmt.Errorf("set the similarity of a search: %w", err)
		}
		found = nil
		if query.Kind != search.KindPerson && query.Kind != search.KindTag {
			sql, args := ofQuery(postsAlike, actor, query)
			posts, err := read(ctx, from, "search posts with typing errors", sql, args)
			if err != nil {
				return err
			}
			found = posts
		}
		named, err := f.named(ctx, from, actor, query, `%> lower(@text)`)
		found = append(found, named...)
		return err
	})
	best := 0.0
	for i := range found {
		best = max(best, found[i].Rank)
	}
	return slices.DeleteFunc(found, func(c candidate) bool { return c.Rank < nearly*best }), err
}

const people = `
	SELECT 'person' AS kind, u.id, coalesce(t.reputation, 0) AS score, u.created_at AS created,
		lower(u.name) = lower(@text) OR lower(u.handle) = lower(@text) AS exact, word_similarity(lower(@text), lower(u.name)) AS rank
	FROM users u LEFT JOIN reputation_totals t ON t.user_id = u.id
	WHERE u.state <> 'disabled' AND (lower(u.name) {condition} OR lower(u.handle) = lower(@text))
	ORDER BY exact DESC, rank DESC, u.id LIMIT @maxNamed`

// tags are known to those who read a question that has them, and to everybody while they wait for one.
const tags = `
	SELECT 'tag' AS kind, t.id, coalesce(c.questions, 0) AS score, t.created_at AS created,
		t.name = lower(@text) AS exact, word_similarity(lower(@text), t.name) AS rank
	FROM tags t
	CROSS JOIN LATERAL (
		SELECT sum(question_count)::int AS questions FROM tag_space_counts WHERE tag_id = t.id AND space_id = ANY(@readable)) c
	WHERE t.name {condition} AND (c.questions > 0 OR (@signedIn AND t.question_count = 0 AND t.description <> ''))
	ORDER BY exact DESC, rank DESC, t.id LIMIT @maxNamed`

// named gives people and tags by their names, on a condition about a name.
func (*Finder) named(ctx context.Context, from db.Querier, actor authz.Actor, q *search.Query, condition string) ([]candidate, error) {
	if len(q.Wanted()) == 0 || q.PostsOnly() {
		return nil, nil
	}
	var parts []string
	for _, part := range q.Wanted() {
		parts = append(parts, containing(strings.ToLower(part)))
	}
	args := pgx.NamedArgs{
		"text": strings.Join(q.Wanted(), " "), "parts": parts, "readable": spaces.Readable(actor), "signedIn": actor.SignedIn(), "maxNamed": maxNamed,
	}
	var found []candidate
	for kind, sql := range map[string]string{search.KindPerson: people, search.KindTag: tags} {
		if q.Kind != "" && q.Kind != kind || kind == search.KindPerson && !actor.SignedIn() {
			continue
		}
		named, err := read(ctx, from, "search by name", strings.ReplaceAll(sql, `{condition}`, condition), args)
		if err != nil {
			return nil, err
		}
		found = append(found, named...)
	}
	return found, nil
}
