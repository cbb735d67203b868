package tags

import (
	"context"
	"fmt"
	"time"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/db"
)

type store struct{ db *db.DB }

func (s store) ensure(ctx context.Context, names []string, at time.Time) error {
	// In alphabetical order, so that two questions with the same new tags wait for each other instead of deadlocking.
	err := s.db.Gorm(ctx).Exec(`
		INSERT INTO tags (name, created_at)
		SELECT name, ? FROM unnest(?::text[]) AS wanted (name)
		WHERE NOT EXISTS (SELECT 1 FROM tags WHERE tags.name = wanted.name)
		ORDER BY name
		ON CONFLICT (name) DO NOTHING`, at, db.Array[string](names)).Error
	if err != nil {
		return fmt.Errorf("create tags: %w", err)
	}
	return nil
}

func (s store) count(ctx context.Context, space id.Space, names []string, by int) error {
	// The rows are locked in alphabetical order for the same reason as in ensure.
	err := s.db.Gorm(ctx).Exec(`
		WITH named AS (
			SELECT id FROM tags WHERE name = ANY(?::text[]) ORDER BY name FOR NO KEY UPDATE
		), total AS (
			UPDATE tags SET question_count = question_count + ? FROM named WHERE tags.id = named.id
		)
		INSERT INTO tag_space_counts (tag_id, space_id, question_count)
		SELECT id, ?, ? FROM named
		ON CONFLICT (tag_id, space_id) DO UPDATE SET question_count = tag_space_counts.question_count + EXCLUDED.question_count`,
		db.Array[string](names), by, space, by).Error
	if err != nil {
		return fmt.Errorf("count questions by tag: %w", err)
	}
	return nil
}

type row struct {
	ID          id.Tag
	Name        string
	Description string
	Wiki        string
	WikiHTML    string `gorm:"column:wiki_html"`
	Questions   int
	Watched     bool
	CreatedAt   time.Time
	EditedAt    *time.Time
	Version     int
	Total       int
}

func (r row) summary() Summary {
	return Summary{ID: r.ID, Name: r.Name, Description: r.Description, Questions: r.Questions, Watched: r.Watched}
}

func (r row) tag() Tag {
	return Tag{Summary: r.summary(), Wiki: r.Wiki, WikiHTML: r.WikiHTML, CreatedAt: r.CreatedAt, EditedAt: r.EditedAt, Version: r.Version}
}

func (s store) find(ctx context.Context, actor authz.Actor, name string) (Tag, error) {
	var found row
	result := s.db.Gorm(ctx).Raw(`
		SELECT t.*, coalesce(c.questions, 0) AS questions,
			EXISTS (SELECT 1 FROM watched_tags w WHERE w.tag_id = t.id AND w.user_id = ?) AS watched
		FROM tags t
		CROSS JOIN LATERAL (
			SELECT sum(question_count) AS questions FROM tag_space_counts WHERE tag_id = t.id AND space_id = ANY(?::bigint[])
		) c
		WHERE t.name = ? AND (t.question_count = 0 OR c.questions > 0)`,
		actor.User, db.Array[id.Space](actor.Spaces), name).Scan(&found)
	switch {
	case result.Error != nil:
		return Tag{}, fmt.Errorf("find tag %s: %w", name, result.Error)
	case result.RowsAffected == 0:
		return Tag{}, fault.NotFound("There is no tag called %s.", name)
	}
	return found.tag(), nil
}

// lock finds a tag and keeps others from editing it until the transaction ends.
func (s store) lock(ctx context.Context, actor authz.Actor, name string) (Tag, error) {
	if err := s.db.Gorm(ctx).Exec(`SELECT 1 FROM tags WHERE name = ? FOR NO KEY UPDATE`, name).Error; err != nil {
		return Tag{}, fmt.Errorf("lock tag %s: %w", name, err)
	}
	return s.find(ctx, actor, name)
}

func (s store) revise(ctx context.Context, actor authz.Actor, tag Tag, edit Edit, html string, at time.Time) error {
	err := s.db.Gorm(ctx).Exec(`
		WITH edited AS (
			UPDATE tags SET description = ?, wiki = ?, wiki_html = ?, edited_at = ?, editor_id = ?, version = version + 1
			WHERE id = ?
			RETURNING id, version, description, wiki
		)
		INSERT INTO tag_revisions (tag_id, number, author_id, created_at, description, wiki)
		SELECT id, version, ?, ?, description, wiki FROM edited`,
		edit.Description, edit.Wiki, html, at, actor.User, tag.ID, actor.User, at).Error
	if err != nil {
		return fmt.Errorf("edit tag %s: %w", tag.Name, err)
	}
	return nil
}

func (s store) watch(ctx context.Context, user id.User, tag id.Tag, at time.Time) error {
	err := s.db.Gorm(ctx).Exec(`
		INSERT INTO watched_tags (user_id, tag_id, created_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING`, user, tag, at).Error
	if err != nil {
		return fmt.Errorf("watch tag %d: %w", tag, err)
	}
	return nil
}

func (s store) unwatch(ctx context.Context, user id.User, name string) error {
	err := s.db.Gorm(ctx).Exec(`
		DELETE FROM watched_tags WHERE user_id = ? AND tag_id = (SELECT id FROM tags WHERE name = ?)`, user, name).Error
	if err != nil {
		return fmt.Errorf("stop watching tag %s: %w", name, err)
	}
	return nil
}

func (s store) watched(ctx context.Context, user id.User) ([]string, error) {
	names := []string{}
	err := s.db.Gorm(ctx).Raw(`
		SELECT t.name FROM watched_tags w JOIN tags t ON t.id = w.tag_id WHERE w.user_id = ? ORDER BY t.name`, user).Scan(&names).Error
	if err != nil {
		return nil, fmt.Errorf("list watched tags: %w", err)
	}
	return names, nil
}
