package posts

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/db"
)

// Batches travel as one JSON document: one argument and one statement whatever their size, which Postgres takes in
// faster than many rows of placeholders.

type postRow struct {
	ID         id.Post    `json:"id"`
	Kind       Kind       `json:"kind"`
	Question   id.Post    `json:"question_id"`
	Space      id.Space   `json:"space_id"`
	Author     id.User    `json:"author_id"`
	AuthorName string     `json:"author_name"`
	Title      string     `json:"title"`
	Body       string     `json:"body"`
	HTML       string     `json:"html"`
	Excerpt    string     `json:"excerpt"`
	Version    int        `json:"renderer_version"`
	Tags       []string   `json:"tags"`
	Views      int        `json:"imported_views"`
	CreatedAt  time.Time  `json:"created_at"`
	EditedAt   *time.Time `json:"edited_at"`
	Editor     id.User    `json:"editor_id"`
	LockedAt   *time.Time `json:"locked_at"`
	Site       string     `json:"imported_site"`
	URL        string     `json:"imported_url"`
}

// number gives new posts their ids beforehand, because a statement returns rows in no promised order.
func (s store) number(ctx context.Context, rows []postRow) error {
	fresh := 0
	for _, r := range rows {
		if r.ID == 0 {
			fresh++
		}
	}
	var ids []id.Post
	err := s.db.Gorm(ctx).Raw(`
		SELECT nextval(pg_get_serial_sequence('posts', 'id')) FROM generate_series(1, ?)`, fresh).Scan(&ids).Error
	if err != nil {
		return fmt.Errorf("number imported posts: %w", err)
	}
	for i := range rows {
		if rows[i].ID == 0 {
			rows[i].ID, ids = ids[0], ids[1:]
		}
	}
	return nil
}

// changeMany runs a statement whose one argument is a batch.
func changeMany[T any](ctx context.Context, s store, doing, sql string, batch []T) error {
	if len(batch) == 0 {
		return nil
	}
	text, err := json.Marshal(batch)
	if err != nil {
		return fmt.Errorf("%s: encode: %w", doing, err)
	}
	return s.change(ctx, doing, sql, string(text))
}

func (s store) importPosts(ctx context.Context, rows []postRow) error {
	err := changeMany(ctx, s, "import posts", `
		INSERT INTO posts (id, kind, question_id, space_id, author_id, author_name, title, body, html, excerpt, renderer_version, tags,
			imported_views, created_at, edited_at, editor_id, locked_at, imported_site, imported_url,
			activity_kind, activity_at, activity_by, view_count)
		SELECT id, kind, nullif(question_id, 0), space_id, nullif(author_id, 0), author_name, title, body, html, excerpt, renderer_version, tags,
			imported_views, created_at, edited_at, nullif(editor_id, 0), locked_at, nullif(imported_site, ''), nullif(imported_url, ''),
			CASE kind WHEN 'question' THEN 'asked' ELSE 'answered' END, created_at, nullif(author_id, 0), imported_views
		FROM json_to_recordset(?::json) AS given (id bigint, kind text, question_id bigint, space_id bigint, author_id bigint, author_name text,
			title text, body text, html text, excerpt text, renderer_version integer, tags text[], imported_views integer,
			created_at timestamptz, edited_at timestamptz, editor_id bigint, locked_at timestamptz, imported_site text, imported_url text)
		ORDER BY kind DESC, id
		ON CONFLICT (id) DO UPDATE SET
			question_id = CASE WHEN EXISTS (SELECT 1 FROM posts q WHERE q.id = EXCLUDED.question_id AND q.merged_into IS NOT NULL)
				THEN posts.question_id ELSE EXCLUDED.question_id END, space_id = EXCLUDED.space_id, author_id = EXCLUDED.author_id,
			author_name = EXCLUDED.author_name, title = EXCLUDED.title, body = EXCLUDED.body, html = EXCLUDED.html, excerpt = EXCLUDED.excerpt,
			renderer_version = EXCLUDED.renderer_version, tags = EXCLUDED.tags,
			view_count = posts.view_count - posts.imported_views + EXCLUDED.imported_views, imported_views = EXCLUDED.imported_views,
			created_at = EXCLUDED.created_at, edited_at = EXCLUDED.edited_at, editor_id = EXCLUDED.editor_id,
			locked_at = CASE WHEN EXISTS (SELECT 1 FROM post_acts h WHERE h.post_id = posts.id AND h.kind IN ('locked', 'unlocked'))
				THEN posts.locked_at ELSE EXCLUDED.locked_at END,
			imported_site = EXCLUDED.imported_site, imported_url = EXCLUDED.imported_url,
			activity_kind = EXCLUDED.activity_kind, activity_at = EXCLUDED.activity_at, activity_by = EXCLUDED.activity_by,
			deleted_at = CASE WHEN posts.deleted_by IS NOT NULL THEN posts.deleted_at END,
			version = posts.version + (
				(posts.title, posts.body, posts.tags) IS DISTINCT FROM (EXCLUDED.title, EXCLUDED.body, EXCLUDED.tags))::integer`, rows)
	if err != nil {
		return err
	}
	return s.ensureRevisions(ctx, rows)
}

// ensureRevisions gives posts without a history their only revision; ImportRevisions replaces it where there is one.
func (s store) ensureRevisions(ctx context.Context, rows []postRow) error {
	ids := make(db.Array[id.Post], 0, len(rows))
	for _, r := range rows {
		ids = append(ids, r.ID)
	}
	return s.change(ctx, "write first revisions", `
		INSERT INTO revisions (post_id, number, kind, author_id, author_name, created_at, title, body, tags)
		SELECT id, 1, 'initial', author_id, author_name, created_at,
			CASE kind WHEN 'question' THEN title END, body, CASE kind WHEN 'question' THEN tags END
		FROM posts p
		WHERE id = ANY(?::bigint[]) AND NOT EXISTS (SELECT 1 FROM revisions r WHERE r.post_id = p.id AND r.number > 1)
		ON CONFLICT (post_id, number) DO UPDATE SET author_id = EXCLUDED.author_id, author_name = EXCLUDED.author_name,
			created_at = EXCLUDED.created_at, title = EXCLUDED.title, body = EXCLUDED.body, tags = EXCLUDED.tags`, ids)
}

type revisionImport struct {
	Post       id.Post   `json:"post_id"`
	Number     int       `json:"number"`
	Kind       string    `json:"kind"`
	Author     id.User   `json:"author_id"`
	AuthorName string    `json:"author_name"`
	CreatedAt  time.Time `json:"created_at"`
	Summary    string    `json:"summary"`
	Title      string    `json:"title"`
	Body       string    `json:"body"`
	Tags       []string  `json:"tags"`
	Suggested  string    `json:"suggested"`
	AcceptedBy id.User   `json:"accepted_by"`
}

func (s store) importRevisions(ctx context.Context, revisions []ImportedRevision) error {
	rows, ids := make([]revisionImport, 0, len(revisions)), make(db.Array[id.Post], 0, len(revisions))
	for _, r := range revisions {
		row := revisionImport(r)
		row.AuthorName, row.Summary, row.Title, row.Body = storable(r.AuthorName), storable(r.Summary), storable(r.Title), storable(r.Body)
		if row.Tags == nil {
			row.Tags = []string{}
		}
		rows, ids = append(rows, row), append(ids, r.Post)
	}
	if err := s.change(ctx, "replace revisions", `DELETE FROM revisions WHERE post_id = ANY(?::bigint[])`, ids); err != nil {
		return err
	}
	err := changeMany(ctx, s, "import revisions", `
		INSERT INTO revisions (post_id, number, kind, author_id, author_name, created_at, summary, suggested, accepted_by, title, body, tags)
		SELECT post_id, number, given.kind, nullif(given.author_id, 0), given.author_name, given.created_at, given.summary,
			given.suggested, nullif(given.accepted_by, 0), CASE p.kind WHEN 'question' THEN given.title END, given.body, CASE p.kind WHEN 'question' THEN given.tags END
		FROM json_to_recordset(?::json) AS given (post_id bigint, number integer, kind text, author_id bigint, author_name text,
			created_at timestamptz, summary text, title text, body text, tags text[], suggested text, accepted_by bigint)
		JOIN posts p ON p.id = given.post_id`, rows)
	if err != nil {
		return err
	}
	return s.change(ctx, "count revisions", `
		UPDATE posts SET revision_count = counted.revisions
		FROM (SELECT post_id, count(*) AS revisions FROM revisions WHERE post_id = ANY(?::bigint[]) GROUP BY post_id) counted
		WHERE posts.id = counted.post_id`, ids)
}
