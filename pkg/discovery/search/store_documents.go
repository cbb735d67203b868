package search

import (
	"context"
	"fmt"
	"time"

	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/db"
)

// maxHTML, in characters, keeps a single huge post from filling the index.
const maxHTML = 50_000

type documentRow struct {
	Kind        string
	ID          int64
	Title       string
	Tags        db.Array[string]
	HTML        string
	Context     string
	SpaceID     id.Space
	Readers     db.Array[id.Space]
	AuthorID    id.User
	Score       int
	AnswerCount int
	Accepted    bool
	Closed      bool
	HasCode     bool
	CreatedAt   time.Time
}

// loaders give the documents of a kind of outbox row; what nobody finds any more is left out.
var loaders = map[string]string{
	outboxPost: `
		SELECT p.kind, p.id, p.title, q.tags, left(p.html, @max) AS html,
			CASE WHEN p.kind = 'answer' THEN q.title ELSE '' END AS context, p.space_id, ARRAY[p.space_id] AS readers,
			coalesce(p.author_id, 0) AS author_id, p.score, p.answer_count,
			CASE WHEN p.kind = 'question' THEN p.accepted_answer_id IS NOT NULL ELSE coalesce(p.id = q.accepted_answer_id, false) END AS accepted,
			p.closed_at IS NOT NULL AS closed, p.html LIKE '%<pre%' AS has_code, p.created_at
		FROM posts p JOIN posts q ON q.id = coalesce(p.question_id, p.id)
		WHERE p.deleted_at IS NULL AND q.deleted_at IS NULL`,
	outboxUser: `
		SELECT 'person' AS kind, p.id, p.name AS title, '{}'::text[] AS tags,
			left(p.title || ' <p>' || p.location || '<p>' || p.about_html, @max) AS html, p.handle AS context,
			ARRAY[0::bigint] AS readers, coalesce(t.reputation, 0) AS score, p.created_at
		FROM users p LEFT JOIN reputation_totals t ON t.user_id = p.id
		WHERE p.state <> 'disabled'`,
	// A tag is known to those who read a space where it is used; one that waits for its first question, to everybody.
	outboxTag: `
		SELECT 'tag' AS kind, p.id, p.name AS title, '{}'::text[] AS tags, left(p.description || ' <p>' || p.wiki_html, @max) AS html,
			CASE WHEN p.question_count = 0 THEN ARRAY[0::bigint] ELSE ARRAY(
				SELECT c.space_id FROM tag_space_counts c WHERE c.tag_id = p.id AND c.question_count > 0 ORDER BY c.space_id) END AS readers,
			p.question_count AS score, p.created_at
		FROM tags p
		WHERE (p.question_count > 0 OR p.description <> '')`,
}

// documents loads those of the ids that can be found.
func (s store) documents(ctx context.Context, kind string, ids []int64) ([]Document, error) {
	return s.load(ctx, loaders[kind]+` AND p.id = ANY(@ids)`, map[string]any{"ids": db.Array[int64](ids), "max": maxHTML})
}

// after loads the next documents by id, for building a whole index.
func (s store) after(ctx context.Context, kind string, last int64, limit int) ([]Document, error) {
	return s.load(ctx, loaders[kind]+` AND p.id > @last ORDER BY p.id LIMIT @limit`,
		map[string]any{"last": last, "limit": limit, "max": maxHTML})
}

func (s store) load(ctx context.Context, query string, args map[string]any) ([]Document, error) {
	var rows []documentRow
	if err := s.db.Gorm(ctx).Raw(query, args).Scan(&rows).Error; err != nil {
		return nil, fmt.Errorf("load documents for search: %w", err)
	}
	documents := make([]Document, len(rows))
	for i := range rows {
		documents[i] = rows[i].document()
	}
	return documents, nil
}

func (r *documentRow) document() Document {
	d := Document{
		Key: key(outboxKind(r.Kind), r.ID), Kind: r.Kind, ID: r.ID, Title: oneLine(r.Title), Tags: r.Tags, Body: Plain(r.HTML),
		Context: oneLine(r.Context), Space: r.SpaceID, Readers: r.Readers, Author: r.AuthorID, State: []string{}, Score: r.Score,
		Answers: r.AnswerCount, HasCode: r.HasCode, Created: r.CreatedAt.Unix(),
	}
	if r.Accepted {
		d.Accepted = 1
	}
	if r.Kind == KindQuestion {
		d.State = StatesOf(r.AnswerCount, r.Accepted, r.Closed)
	}
	return d
}

// countDocuments is the number of documents a whole index has.
func (s store) countDocuments(ctx context.Context) (int, error) {
	var count int
	err := s.db.Gorm(ctx).Raw(`
		SELECT (SELECT count(*) FROM posts p JOIN posts q ON q.id = coalesce(p.question_id, p.id) WHERE p.deleted_at IS NULL AND q.deleted_at IS NULL)
			+ (SELECT count(*) FROM users WHERE state <> 'disabled')
			+ (SELECT count(*) FROM tags WHERE question_count > 0 OR description <> '')`).
		Scan(&count).Error
	if err != nil {
		return 0, fmt.Errorf("count what can be found: %w", err)
	}
	return count, nil
}
