package tags

import (
	"context"
	"encoding/json"
	"fmt"
	"time"
)

type importRow struct {
	Name        string    `json:"name"`
	Description string    `json:"description"`
	Wiki        string    `json:"wiki"`
	WikiHTML    string    `json:"wiki_html"`
	CreatedAt   time.Time `json:"created_at"`
}

func (s store) importTags(ctx context.Context, rows []importRow) error {
	text, err := json.Marshal(rows)
	if err != nil {
		return fmt.Errorf("encode tags: %w", err)
	}
	err = s.db.Gorm(ctx).Exec(`
		INSERT INTO tags (name, description, wiki, wiki_html, created_at)
		SELECT DISTINCT ON (name) name, description, wiki, wiki_html, created_at
		FROM json_to_recordset(?::json) AS given (name text, description text, wiki text, wiki_html text, created_at timestamptz)
		WHERE name <> ''
		ORDER BY name
		ON CONFLICT (name) DO UPDATE SET
			description = CASE WHEN EXCLUDED.description = '' THEN tags.description ELSE EXCLUDED.description END,
			wiki = CASE WHEN EXCLUDED.wiki = '' THEN tags.wiki ELSE EXCLUDED.wiki END,
			wiki_html = CASE WHEN EXCLUDED.wiki = '' THEN tags.wiki_html ELSE EXCLUDED.wiki_html END`, string(text)).Error
	if err != nil {
		return fmt.Errorf("import tags: %w", err)
	}
	return nil
}

// trueCounts is what the counters must say: live questions by tag and space.
const trueCounts = `
	SELECT t.id AS tag_id, q.space_id, count(*) AS questions
	FROM posts q CROSS JOIN LATERAL unnest(q.tags) AS used (name) JOIN tags t ON t.name = used.name
	WHERE q.kind = 'question' AND q.deleted_at IS NULL
	GROUP BY t.id, q.space_id`

func (s store) drift(ctx context.Context) ([]Drift, error) {
	var found []Drift
	err := s.db.Gorm(ctx).Raw(`
		WITH wanted AS (` + trueCounts + `)
		SELECT 'tags.question_count' AS counter, t.id, t.question_count AS have, coalesce(w.questions, 0) AS want
		FROM tags t LEFT JOIN (SELECT tag_id, sum(questions) AS questions FROM wanted GROUP BY tag_id) w ON w.tag_id = t.id
		WHERE t.question_count <> coalesce(w.questions, 0)
		UNION ALL
		SELECT 'tag_space_counts.question_count', coalesce(c.tag_id, w.tag_id), coalesce(c.question_count, 0), coalesce(w.questions, 0)
		FROM tag_space_counts c FULL JOIN wanted w ON w.tag_id = c.tag_id AND w.space_id = c.space_id
		WHERE coalesce(c.question_count, 0) <> coalesce(w.questions, 0)
		ORDER BY 1, 2`).Scan(&found).Error
	if err != nil {
		return nil, fmt.Errorf("compare the counters of tags: %w", err)
	}
	return found, nil
}

func (s store) recount(ctx context.Context) error {
	// Nobody may ask or edit between the counting and the writing.
	err := s.db.Gorm(ctx).Exec(`LOCK TABLE tags, tag_space_counts IN SHARE ROW EXCLUSIVE MODE`).Error
	if err != nil {
		return fmt.Errorf("lock the counters of tags: %w", err)
	}
	err = s.db.Gorm(ctx).Exec(`
		WITH wanted AS (` + trueCounts + `), gone AS (
			DELETE FROM tag_space_counts c WHERE NOT EXISTS (SELECT 1 FROM wanted w WHERE w.tag_id = c.tag_id AND w.space_id = c.space_id)
		), total AS (
			UPDATE tags SET question_count = coalesce(w.questions, 0)
			FROM tags t LEFT JOIN (SELECT tag_id, sum(questions) AS questions FROM wanted GROUP BY tag_id) w ON w.tag_id = t.id
			WHERE tags.id = t.id AND t.question_count <> coalesce(w.questions, 0)
		)
		INSERT INTO tag_space_counts (tag_id, space_id, question_count)
		SELECT tag_id, space_id, questions FROM wanted
		ON CONFLICT (tag_id, space_id) DO UPDATE SET question_count = EXCLUDED.question_count
		WHERE tag_space_counts.question_count <> EXCLUDED.question_count`).Error
	if err != nil {
		return fmt.Errorf("recount tags: %w", err)
	}
	return nil
}
