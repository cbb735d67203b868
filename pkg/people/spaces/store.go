package spaces

import (
	"context"
	"errors"
	"fmt"
	"time"

	"gorm.io/gorm"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/db"
)

type store struct{ db *db.DB }

type spaceRow struct {
	ID            id.Space
	Slug          string
	Name          string
	Description   string
	Visibility    Visibility
	Reason        *string
	Color         string
	Unit          *string
	IsDefault     bool
	CreatedAt     time.Time
	QuestionCount int
	MemberCount   int
	IsMember      bool
}

func (r spaceRow) space(actor authz.Actor) Space {
	return Space{
		ID: r.ID, Slug: r.Slug, Name: r.Name, Description: r.Description, Visibility: r.Visibility,
		Reason: orEmpty(r.Reason), Color: r.Color, Unit: orEmpty(r.Unit), IsDefault: r.IsDefault, CreatedAt: r.CreatedAt,
		QuestionCount: r.QuestionCount, MemberCount: r.MemberCount, IsMember: r.IsMember,
		CanAsk: canAsk(actor, r.Visibility, r.IsMember),
	}
}

func orEmpty(text *string) string {
	if text == nil {
		return ""
	}
	return *text
}

// list counts members of the default space as the people who can sign in, since everybody belongs to it.
func (s store) list(ctx context.Context, actor authz.Actor, slug string) ([]Space, error) {
	condition, readable := Visible(actor, "s.id")
	var rows []spaceRow
	err := s.db.Gorm(ctx).Raw(`
		SELECT s.id, s.slug, s.name, s.description, s.visibility, s.reason, s.color, s.is_default, s.created_at,
			u.name AS unit, coalesce(q.count, 0) AS question_count,
			CASE WHEN s.is_default THEN (SELECT count(*) FROM users WHERE state = 'active')
				ELSE (SELECT count(*) FROM space_members m WHERE m.space_id = s.id) END AS member_count,
			? AND (s.is_default OR s.id = ANY(?)) AS is_member
		FROM spaces s
		LEFT JOIN units u ON u.id = s.unit_id
		LEFT JOIN LATERAL (
			SELECT count(*) FROM posts p
			WHERE p.space_id = s.id AND p.kind = 'question' AND p.deleted_at IS NULL) q ON true
		WHERE `+condition+` AND (? = '' OR s.slug = ?)
		ORDER BY s.is_default DESC, lower(s.name), s.id`,
		actor.SignedIn(), IDs(actor.Memberships), readable, slug, slug).Scan(&rows).Error
	if err != nil {
		return nil, fmt.Errorf("list spaces: %w", err)
	}
	spaces := make([]Space, 0, len(rows))
	for _, row := range rows {
		spaces = append(spaces, row.space(actor))
	}
	return spaces, nil
}

// plain finds a space without its counts.
func (s store) plain(ctx context.Context, actor authz.Actor, slug string) (Space, error) {
	condition, readable := Visible(actor, "s.id")
	var row spaceRow
	err := s.db.Gorm(ctx).Raw(`
		SELECT s.id, s.slug, s.name, s.description, s.visibility, s.reason, s.color, s.is_default, s.created_at,
			u.name AS unit, ? AND (s.is_default OR s.id = ANY(?)) AS is_member
		FROM spaces s
		LEFT JOIN units u ON u.id = s.unit_id
		WHERE `+condition+` AND CASE WHEN ? = '' THEN s.is_default ELSE s.slug = ? END`,
		actor.SignedIn(), IDs(actor.Memberships), readable, slug, slug).Take(&row).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return Space{}, notFound()
	}
	if err != nil {
		return Space{}, fmt.Errorf("find space %q: %w", slug, err)
	}
	return row.space(actor), nil
}

func (s store) defaultSlug(ctx context.Context) (string, error) {
	var slug string
	err := s.db.Gorm(ctx).Raw(`SELECT slug FROM spaces WHERE is_default`).Scan(&slug).Error
	if err != nil {
		return "", fmt.Errorf("find the default space: %w", err)
	}
	return slug, nil
}
