package tags

import (
	"context"
	"fmt"
	"strings"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/kernel/page"
	"wellspring/pkg/people/users"
	"wellspring/pkg/platform/db"
)

const topAnswerers = 5

func orderOf(sort string) string {
	switch sort {
	case "name":
		return "t.name"
	case "newest":
		return "t.created_at DESC, t.id DESC"
	default:
		return "coalesce(c.questions, 0) DESC, t.name"
	}
}

// likePart makes a LIKE pattern that finds a part of a text, whatever signs it holds.
func likePart(part string) string {
	return "%" + strings.NewReplacer(`\`, `\\`, "%", `\%`, "_", `\_`).Replace(part) + "%"
}

func (s store) list(ctx context.Context, actor authz.Actor, filter Filter) (page.List[Summary], error) {
	var found []row
	err := s.db.Gorm(ctx).Raw(`
		SELECT t.id, t.name, t.description, coalesce(c.questions, 0) AS questions, w.user_id IS NOT NULL AS watched, count(*) OVER () AS total
		FROM tags t
		LEFT JOIN (
			SELECT tag_id, sum(question_count) AS questions FROM tag_space_counts WHERE space_id = ANY(?::bigint[]) GROUP BY tag_id
		) c ON c.tag_id = t.id
		LEFT JOIN watched_tags w ON w.tag_id = t.id AND w.user_id = ?
		WHERE (c.questions > 0 OR (t.question_count = 0 AND t.description <> '')) AND t.name LIKE ?
		ORDER BY `+orderOf(filter.Sort)+` LIMIT ? OFFSET ?`,
		db.Array[id.Space](actor.Spaces), actor.User, likePart(normalise(filter.Query)), filter.Page.Size, filter.Page.Offset()).Scan(&found).Error
	if err != nil {
		return page.List[Summary]{}, fmt.Errorf("list tags: %w", err)
	}
	list := page.List[Summary]{Items: make([]Summary, 0, len(found)), Request: filter.Page}
	for _, r := range found {
		list.Items = append(list.Items, r.summary())
		list.Total = r.Total
	}
	return list, nil
}

type answererRow struct {
	ID         id.User
	Handle     string
	Avatar     string
	Name       string
	Unit       string
	Role       authz.Role
	Reputation int
	Score      int
}

func (s store) topAnswerers(ctx context.Context, actor authz.Actor, name string) ([]Answerer, error) {
	var found []answererRow
	err := s.db.Gorm(ctx).Raw(`
		SELECT u.id, u.handle, u.avatar, u.name, coalesce(un.name, '') AS unit, u.role, coalesce(r.reputation, 0) AS reputation, top.score
		FROM (
			SELECT a.author_id, sum(a.score) AS score
			FROM posts q JOIN posts a ON a.question_id = q.id
			WHERE q.kind = 'question' AND q.deleted_at IS NULL AND q.tags @> ?::text[] AND q.space_id = ANY(?::bigint[])
				AND a.deleted_at IS NULL AND a.author_id IS NOT NULL
			GROUP BY a.author_id HAVING sum(a.score) > 0
			ORDER BY score DESC, a.author_id LIMIT ?
		) top
		JOIN users u ON u.id = top.author_id
		LEFT JOIN units un ON un.id = u.unit_id
		LEFT JOIN reputation_totals r ON r.user_id = u.id
		ORDER BY top.score DESC, u.id`,
		db.Array[string]{name}, db.Array[id.Space](actor.Spaces), topAnswerers).Scan(&found).Error
	if err != nil {
		return nil, fmt.Errorf("find who answers under tag %s: %w", name, err)
	}
	answerers := make([]Answerer, 0, len(found))
	for _, r := range found {
		answerers = append(answerers, Answerer{
			Ref:   users.Ref{ID: r.ID, Handle: r.Handle, Avatar: r.Avatar, Name: r.Name, Unit: r.Unit, Role: r.Role, Reputation: r.Reputation},
			Score: r.Score,
		})
	}
	return answerers, nil
}
