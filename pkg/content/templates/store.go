package templates

import (
	"context"
	"fmt"
	"time"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/people/spaces"
	"wellspring/pkg/platform/db"
)

type store struct{ db *db.DB }

type row struct {
	ID        id.Template
	Name      string
	Space     string
	SpaceName string
	Tag       string
	Body      string
	Version   int
	EditedAt  time.Time
}

// selectVisible shows the templates of spaces that the actor reads, and of tags that are in use there or nowhere yet.
const selectVisible = `
	SELECT q.id, q.name, coalesce(s.slug, '') AS space, coalesce(s.name, '') AS space_name, coalesce(t.name, '') AS tag, q.body, q.version, q.edited_at
	FROM question_templates q
	LEFT JOIN spaces s ON s.id = q.space_id
	LEFT JOIN tags t ON t.id = q.tag_id
	WHERE (q.space_id = ANY(?) OR t.question_count = 0 OR EXISTS (
		SELECT 1 FROM tag_space_counts c WHERE c.tag_id = q.tag_id AND c.question_count > 0 AND c.space_id = ANY(?)))`

func (s store) rows(ctx context.Context, actor authz.Actor, rest string, args ...any) ([]Template, error) {
	var found []row
	readable := spaces.Readable(actor)
	err := s.db.Gorm(ctx).Raw(selectVisible+rest, append([]any{readable, readable}, args...)...).Scan(&found).Error
	if err != nil {
		return nil, fmt.Errorf("read templates: %w", err)
	}
	templates := make([]Template, len(found))
	for i, one := range found {
		templates[i] = Template(one)
	}
	return templates, nil
}

func (s store) offered(ctx context.Context, actor authz.Actor, space string, tags []string) ([]Template, error) {
	names := db.Array[string](tags)
	return s.rows(ctx, actor, ` AND (s.slug = ? OR t.name = ANY(?::text[]))
		ORDER BY s.slug IS NULL, array_position(?::text[], t.name), q.id`, space, names, names)
}

func (s store) list(ctx context.Context, actor authz.Actor) ([]Template, error) {
	return s.rows(ctx, actor, ` ORDER BY t.name IS NOT NULL, s.name, t.name, q.id`)
}

func (s store) find(ctx context.Context, actor authz.Actor, template id.Template) (Template, error) {
	found, err := s.rows(ctx, actor, ` AND q.id = ?`, template)
	if err != nil {
		return Template{}, err
	}
	if len(found) == 0 {
		return Template{}, fault.NotFound("There is no such template.")
	}
	return found[0], nil
}

// place is where a template belongs: one of the two.
type place struct {
	space id.Space
	tag   id.Tag
}

func (s store) place(ctx context.Context, actor authz.Actor, text Text) (place, error) {
	var found struct {
		Space id.Space
		Tag   id.Tag
	}
	err := s.db.Gorm(ctx).Raw(`
		SELECT coalesce((SELECT id FROM spaces WHERE slug = ? AND id = ANY(?)), 0) AS space, coalesce((SELECT id FROM tags WHERE name = ?), 0) AS tag`,
		text.Space, spaces.Readable(actor), text.Tag).Scan(&found).Error
	switch {
	case err != nil:
		return place{}, fmt.Errorf("find where a template belongs: %w", err)
	case text.Space != "" && found.Space == 0:
		return place{}, fault.NotFound("There is no such space, or you are not a member of it.")
	case text.Tag != "" && found.Tag == 0:
		return place{}, fault.NotFound("There is no tag called %s.", text.Tag)
	}
	return place{space: found.Space, tag: found.Tag}, nil
}

// create gives 0 where the place has a template already.
func (s store) create(ctx context.Context, actor authz.Actor, text Text, at place, now time.Time) (id.Template, error) {
	var created id.Template
	err := s.db.Gorm(ctx).Raw(`
		INSERT INTO question_templates (name, space_id, tag_id, body, created_at, edited_at, editor_id)
		VALUES (?, nullif(?, 0::bigint), nullif(?, 0::bigint), ?, ?, ?, ?)
		ON CONFLICT DO NOTHING RETURNING id`, text.Name, at.space, at.tag, text.Body, now, now, actor.User).Scan(&created).Error
	if err != nil {
		return 0, fmt.Errorf("create a template: %w", err)
	}
	return created, nil
}

func (s store) change(ctx context.Context, actor authz.Actor, template id.Template, text Text, now time.Time) (bool, error) {
	result := s.db.Gorm(ctx).Exec(`
		UPDATE question_templates SET name = ?, body = ?, version = version + 1, edited_at = ?, editor_id = ? WHERE id = ? AND version = ?`,
		text.Name, text.Body, now, actor.User, template, text.Version)
	if result.Error != nil {
		return false, fmt.Errorf("change template %d: %w", template, result.Error)
	}
	return result.RowsAffected == 1, nil
}

func (s store) delete(ctx context.Context, template id.Template) error {
	if err := s.db.Gorm(ctx).Exec(`DELETE FROM question_templates WHERE id = ?`, template).Error; err != nil {
		return fmt.Errorf("delete template %d: %w", template, err)
	}
	return nil
}
