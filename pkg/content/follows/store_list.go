package follows

import (
	"context"
	"fmt"
	"time"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/kernel/page"
	"wellspring/pkg/people/spaces"
	"wellspring/pkg/platform/db"
)

// followedRow holds the columns of all three lists; each fills its own.
type followedRow struct {
	FollowedAt  time.Time
	Total       int
	ID          id.Post
	Title       string
	Tags        db.Array[string]
	AnswerCount int
	Accepted    bool
	ActivityAt  time.Time
	SpaceID     id.Space
	SpaceSlug   string
	SpaceName   string
	SpaceColor  string
	UserID      id.User
	Handle      string
	Avatar      string
	Name        string
	Unit        string
	Role        authz.Role
	Reputation  int
}

func (r *followedRow) space() posts.SpaceRef {
	return posts.SpaceRef{ID: r.SpaceID, Slug: r.SpaceSlug, Name: r.SpaceName, Color: r.SpaceColor}
}

func (s store) questions(ctx context.Context, actor authz.Actor, request page.Request) (page.List[Followed], error) {
	condition, readable := spaces.Visible(actor, "q.space_id")
	const sql = `
		SELECT f.created_at AS followed_at, count(*) OVER () AS total, q.id, q.title, q.tags, q.answer_count,
			q.accepted_answer_id IS NOT NULL AS accepted, q.activity_at,
			sp.id AS space_id, sp.slug AS space_slug, sp.name AS space_name, sp.color AS space_color
		FROM follows f JOIN posts q ON q.id = f.question_id JOIN spaces sp ON sp.id = q.space_id
		WHERE f.user_id = ? AND q.deleted_at IS NULL AND `
	show := func(r *followedRow) Followed {
		return Followed{At: r.FollowedAt, Question: &Question{
			ID: r.ID, Title: r.Title, Tags: r.Tags, Space: r.space(), AnswerCount: r.AnswerCount, Accepted: r.Accepted, ActivityAt: r.ActivityAt,
		}}
	}
	return s.list(ctx, request, show, sql+condition+` ORDER BY f.created_at DESC, q.id DESC`, actor.User, readable)
}

func (s store) people(ctx context.Context, actor authz.Actor, request page.Request) (page.List[Followed], error) {
	const sql = `
		SELECT f.created_at AS followed_at, count(*) OVER () AS total, u.id AS user_id, u.handle, u.avatar, u.name,
			coalesce(un.name, '') AS unit, u.role, coalesce(r.reputation, 0) AS reputation
		FROM follows f JOIN users u ON u.id = f.person_id
		LEFT JOIN units un ON un.id = u.unit_id
		LEFT JOIN reputation_totals r ON r.user_id = u.id
		WHERE f.user_id = ? AND u.state <> 'disabled' ORDER BY f.created_at DESC, u.id DESC`
	show := func(r *followedRow) Followed {
		return Followed{At: r.FollowedAt, Person: &posts.Person{
			ID: r.UserID, Handle: r.Handle, Avatar: r.Avatar, Name: r.Name, Unit: r.Unit, Role: r.Role, Reputation: r.Reputation,
		}}
	}
	return s.list(ctx, request, show, sql, actor.User)
}

func (s store) spaces(ctx context.Context, actor authz.Actor, request page.Request) (page.List[Followed], error) {
	condition, readable := spaces.Visible(actor, "sp.id")
	const sql = `
		SELECT f.created_at AS followed_at, count(*) OVER () AS total,
			sp.id AS space_id, sp.slug AS space_slug, sp.name AS space_name, sp.color AS space_color
		FROM follows f JOIN spaces sp ON sp.id = f.space_id
		WHERE f.user_id = ? AND `
	show := func(r *followedRow) Followed {
		space := r.space()
		return Followed{At: r.FollowedAt, Space: &space}
	}
	return s.list(ctx, request, show, sql+condition+` ORDER BY f.created_at DESC, sp.id DESC`, actor.User, readable)
}

func (s store) list(
	ctx context.Context, request page.Request, show func(*followedRow) Followed, sql string, args ...any,
) (page.List[Followed], error) {
	var rows []followedRow
	if err := s.db.Gorm(ctx).Raw(sql+` LIMIT ? OFFSET ?`, append(args, request.Size, request.Offset())...).Scan(&rows).Error; err != nil {
		return page.List[Followed]{}, fmt.Errorf("list what is followed: %w", err)
	}
	list := page.List[Followed]{Items: make([]Followed, 0, len(rows)), Request: request}
	for i := range rows {
		list.Items = append(list.Items, show(&rows[i]))
		list.Total = rows[i].Total
	}
	return list, nil
}
