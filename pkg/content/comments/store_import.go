package comments

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/db"
)

type importRow struct {
	ID         id.Comment `json:"id"`
	Post       id.Post    `json:"post_id"`
	Parent     id.Comment `json:"parent_id"`
	Author     id.User    `json:"author_id"`
	AuthorName string     `json:"author_name"`
	Body       string     `json:"body"`
	HTML       string     `json:"html"`
	Score      int        `json:"imported_score"`
	CreatedAt  time.Time  `json:"created_at"`
}

// number gives new comments their ids beforehand, because a statement returns rows in no promised order.
func (s store) number(ctx context.Context, rows []importRow) error {
	fresh := 0
	for i := range rows {
		if rows[i].ID == 0 {
			fresh++
		}
	}
	var ids []id.Comment
	err := s.db.Gorm(ctx).Raw(`
		SELECT nextval(pg_get_serial_sequence('comments', 'id')) FROM generate_series(1, ?)`, fresh).Scan(&ids).Error
	if err != nil {
		return fmt.Errorf("number imported comments: %w", err)
	}
	for i := range rows {
		if rows[i].ID == 0 {
			rows[i].ID, ids = ids[0], ids[1:]
		}
	}
	return nil
}

func (s store) importComments(ctx context.Context, rows []importRow) error {
	text, err := json.Marshal(rows)
	if err != nil {
		return fmt.Errorf("encode comments: %w", err)
	}
	_, err = s.change(ctx, "import comments", `
		INSERT INTO comments (id, post_id, parent_id, author_id, author_name, body, html, imported_score, created_at, score)
		SELECT id, post_id, nullif(parent_id, 0), nullif(author_id, 0), author_name, body, html, imported_score, created_at, imported_score
		FROM json_to_recordset(?::json) AS given (id bigint, post_id bigint, parent_id bigint, author_id bigint, author_name text, body text, html text,
			imported_score integer, created_at timestamptz)
		ON CONFLICT (id) DO UPDATE SET post_id = EXCLUDED.post_id, parent_id = EXCLUDED.parent_id, author_id = EXCLUDED.author_id, author_name = EXCLUDED.author_name,
			body = EXCLUDED.body, html = EXCLUDED.html, created_at = EXCLUDED.created_at,
			score = comments.score - comments.imported_score + EXCLUDED.imported_score, imported_score = EXCLUDED.imported_score,
			deleted_at = CASE WHEN comments.deleted_by IS NOT NULL THEN comments.deleted_at END`, string(text))
	return err
}

func (s store) softDelete(ctx context.Context, missing []id.Comment, at time.Time) (int, error) {
	return s.change(ctx, "delete comments that are missing", `
		UPDATE comments SET deleted_at = ? WHERE id = ANY(?::bigint[]) AND deleted_at IS NULL`, at, db.Array[id.Comment](missing))
}

func (s store) drift(ctx context.Context) ([]posts.Drift, error) {
	var found []posts.Drift
	err := s.db.Gorm(ctx).Raw(`
		SELECT 'comments.score' AS counter, c.id, c.score AS have, c.imported_score + coalesce(v.votes, 0) AS want
		FROM comments c LEFT JOIN (SELECT comment_id, count(*) AS votes FROM comment_votes GROUP BY comment_id) v ON v.comment_id = c.id
		WHERE c.score <> c.imported_score + coalesce(v.votes, 0) ORDER BY c.id`).Scan(&found).Error
	if err != nil {
		return nil, fmt.Errorf("compare the scores of comments: %w", err)
	}
	return found, nil
}

func (s store) recount(ctx context.Context) error {
	// Nobody may vote between the counting and the writing.
	if _, err := s.change(ctx, "lock votes on comments", `LOCK TABLE comments IN SHARE ROW EXCLUSIVE MODE`); err != nil {
		return err
	}
	_, err := s.change(ctx, "recount comments", `
		UPDATE comments SET score = t.score
		FROM (
			SELECT c.id, c.imported_score + count(v.user_id) AS score
			FROM comments c LEFT JOIN comment_votes v ON v.comment_id = c.id GROUP BY c.id
		) t
		WHERE comments.id = t.id AND comments.score <> t.score`)
	return err
}
