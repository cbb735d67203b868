package search

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"time"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
	peoplespaces "wellspring/pkg/people/spaces"
	"wellspring/pkg/platform/db"
)

// spaces gives those the actor may read.
func (s store) spaces(ctx context.Context, actor authz.Actor) (map[id.Space]Space, error) {
	condition, readable := peoplespaces.Visible(actor, "s.id")
	var rows []Space
	err := s.db.Gorm(ctx).Raw(`SELECT s.id, s.slug, s.name, s.color FROM spaces s WHERE `+condition, readable).Scan(&rows).Error
	if err != nil {
		return nil, fmt.Errorf("load the spaces of a search: %w", err)
	}
	found := make(map[id.Space]Space, len(rows))
	for _, space := range rows {
		found[space.ID] = space
	}
	return found, nil
}

// author finds a person by handle, id or whole name, in this order; 0 for nobody.
func (s store) author(ctx context.Context, named string) (id.User, error) {
	number, err := strconv.ParseInt(named, 10, 64)
	if err != nil {
		number = 0
	}
	var found id.User
	err = s.db.Gorm(ctx).Raw(`
		SELECT id FROM users WHERE lower(handle) = lower(@named) OR id = @number OR lower(name) = lower(@named)
		ORDER BY lower(handle) = lower(@named) DESC, id = @number DESC, id LIMIT 1`,
		map[string]any{"named": named, "number": number}).Scan(&found).Error
	if err != nil {
		return 0, fmt.Errorf("find the author %q: %w", named, err)
	}
	return found, nil
}

type hitRow struct {
	Kind        string
	ID          int64
	QuestionID  id.Post
	Title       string
	Score       int
	AnswerCount int
	Accepted    bool
	Tags        db.Array[string]
	SpaceID     id.Space
	AuthorID    id.User
	AuthorName  string
	CreatedAt   time.Time
}

// hits gives the matches as they are now, in their order, without those that are gone or that the actor may not read:
// an engine can be a moment behind.
func (s store) hits(ctx context.Context, actor authz.Actor, spaces map[id.Space]Space, matches []Match) ([]Hit, error) {
	ids := map[string][]int64{}
	for _, match := range matches {
		kind := outboxKind(match.Kind)
		ids[kind] = append(ids[kind], match.ID)
	}
	found := map[string]hitRow{}
	for kind, wanted := range ids {
		rows, err := s.hitRows(ctx, actor, kind, wanted)
		if err != nil {
			return nil, err
		}
		for _, row := range rows {
			found[key(kind, row.ID)] = row
		}
	}
	hits := make([]Hit, 0, len(matches))
	for _, match := range matches {
		if row, ok := found[key(outboxKind(match.Kind), match.ID)]; ok {
			hits = append(hits, row.hit(spaces[row.SpaceID], match.Snippet))
		}
	}
	return hits, nil
}

func (s store) hitRows(ctx context.Context, actor authz.Actor, kind string, ids []int64) ([]hitRow, error) {
	if kind == outboxUser && !actor.SignedIn() {
		return nil, nil
	}
	query := `
		SELECT p.kind, p.id, q.id AS question_id, q.title, p.score, p.answer_count, q.tags, q.space_id, coalesce(p.author_id, 0) AS author_id,
			p.author_name, p.created_at,
			CASE WHEN p.kind = 'question' THEN p.accepted_answer_id IS NOT NULL ELSE coalesce(p.id = q.accepted_answer_id, false) END AS accepted
		FROM posts p JOIN posts q ON q.id = coalesce(p.question_id, p.id)
		WHERE p.id = ANY(@ids) AND p.deleted_at IS NULL AND q.deleted_at IS NULL AND q.space_id = ANY(@readable)`
	switch kind {
	case outboxUser:
		query = `
			SELECT 'person' AS kind, u.id, u.name AS title, coalesce(t.reputation, 0) AS score, u.id AS author_id, u.name AS author_name, u.created_at
			FROM users u LEFT JOIN reputation_totals t ON t.user_id = u.id
			WHERE u.id = ANY(@ids) AND u.state <> 'disabled'`
	case outboxTag:
		query = `
			SELECT 'tag' AS kind, t.id, t.name AS title, t.created_at, coalesce(sum(c.question_count), 0) AS score
			FROM tags t LEFT JOIN tag_space_counts c ON c.tag_id = t.id AND c.space_id = ANY(@readable)
			WHERE t.id = ANY(@ids)
			GROUP BY t.id HAVING sum(c.question_count) > 0 OR (t.question_count = 0 AND t.description <> '')`
	}
	var rows []hitRow
	args := map[string]any{"ids": db.Array[int64](ids), "readable": peoplespaces.Readable(actor)}
	if err := s.db.Gorm(ctx).Raw(query, args).Scan(&rows).Error; err != nil {
		return nil, fmt.Errorf("load what was found: %w", err)
	}
	return rows, nil
}

func (r *hitRow) hit(space Space, snippet string) Hit {
	hit := Hit{
		Kind: r.Kind, ID: r.ID, Question: r.QuestionID, Title: r.Title, Snippet: Snippet(snippet), Score: r.Score, AnswerCount: r.AnswerCount,
		Accepted: r.Accepted, Tags: r.Tags, Space: space, Author: r.AuthorID, AuthorName: r.AuthorName, CreatedAt: r.CreatedAt,
	}
	if hit.Tags == nil {
		hit.Tags = []string{}
	}
	return hit
}

// labelled names the spaces of a facet, which engines count by id; the other values are their own names.
func labelled(facets Facets, spaces map[id.Space]Space) Facets {
	named := Facets{}
	for facet, values := range facets {
		for _, value := range values {
			value.Label = value.Value
			if facet == FacetSpace {
				number, err := strconv.ParseInt(value.Value, 10, 64)
				space, ok := spaces[id.Space(number)]
				if err != nil || !ok {
					continue
				}
				value.Value, value.Label = space.Slug, space.Name
			}
			named[facet] = append(named[facet], value)
		}
		slices.SortStableFunc(named[facet], MoreFirst)
	}
	return named
}
