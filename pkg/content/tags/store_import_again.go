package tags

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/db"
)

type revisionRow struct {
	Tag         string    `json:"name"`
	Number      int       `json:"number"`
	Author      id.User   `json:"author_id"`
	CreatedAt   time.Time `json:"created_at"`
	Description string    `json:"description"`
	Wiki        string    `json:"wiki"`
}

const givenRevisions = `
	json_to_recordset(?::json) AS given (name text, number integer, author_id bigint, created_at timestamptz, description text, wiki text)`

// importRevisions keeps the tag's version at the number of its last revision, since the next edit counts up from it.
func (s store) importRevisions(ctx context.Context, revisions []ImportedRevision) error {
	rows := make([]revisionRow, 0, len(revisions))
	for _, r := range revisions {
		row := revisionRow(r)
		row.Tag = normalise(r.Tag)
		rows = append(rows, row)
	}
	text, err := json.Marshal(rows)
	if err != nil {
		return fmt.Errorf("encode revisions of tags: %w", err)
	}
	for _, statement := range []string{`
		DELETE FROM tag_revisions v USING tags t,` + givenRevisions + ` WHERE v.tag_id = t.id AND t.name = given.name`, `
		INSERT INTO tag_revisions (tag_id, number, author_id, created_at, description, wiki)
		SELECT t.id, given.number, nullif(given.author_id, 0), given.created_at, given.description, given.wiki
		FROM tags t JOIN` + givenRevisions + ` ON t.name = given.name`, `
		UPDATE tags SET version = last.number, edited_at = last.created_at, editor_id = nullif(last.author_id, 0)
		FROM (SELECT DISTINCT ON (name) * FROM` + givenRevisions + ` ORDER BY name, number DESC) last
		WHERE tags.name = last.name`,
	} {
		if err := s.db.Gorm(ctx).Exec(statement, string(text)).Error; err != nil {
			return fmt.Errorf("import revisions of tags: %w", err)
		}
	}
	return nil
}

const forgettable = `
	SELECT id FROM tags t WHERE name = ANY(?::text[]) AND question_count = 0
		AND NOT EXISTS (SELECT 1 FROM tag_space_counts c WHERE c.tag_id = t.id)
		AND NOT EXISTS (SELECT 1 FROM watched_tags w WHERE w.tag_id = t.id)
		AND NOT EXISTS (SELECT 1 FROM question_templates q WHERE q.tag_id = t.id)
		AND NOT EXISTS (SELECT 1 FROM tag_revisions v WHERE v.tag_id = t.id AND v.created_at > ?)
	FOR UPDATE`

func (s store) forget(ctx context.Context, names []string, since time.Time) (int, error) {
	var ids []id.Tag
	if err := s.db.Gorm(ctx).Raw(forgettable, db.Array[string](names), since).Scan(&ids).Error; err != nil {
		return 0, fmt.Errorf("find tags to forget: %w", err)
	}
	for _, statement := range []string{`DELETE FROM tag_revisions WHERE tag_id = ANY(?::bigint[])`, `DELETE FROM tags WHERE id = ANY(?::bigint[])`} {
		if err := s.db.Gorm(ctx).Exec(statement, db.Array[id.Tag](ids)).Error; err != nil {
			return 0, fmt.Errorf("forget tags: %w", err)
		}
	}
	return len(ids), nil
}
