package questions

import (
	"context"
	"fmt"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/kernel/page"
)

const summaryColumns = `
	p.id, p.title, p.excerpt, s.id, s.slug, s.name, s.color, p.tags, p.score, p.answer_count, p.view_count,
	p.accepted_answer_id IS NOT NULL, p.closed_at IS NOT NULL, coalesce(p.closed_reason, ''), p.pinned_at IS NOT NULL, p.locked_at IS NOT NULL,
	coalesce((SELECT y.amount FROM bounties y WHERE y.question_id = p.id AND y.ended_at IS NULL), 0),
	p.author_name, p.created_at, p.activity_kind, p.activity_at,
	coalesce(a.id, 0), coalesce(a.handle, ''), coalesce(a.avatar, ''), coalesce(a.name, ''),
	coalesce(au.name, ''), coalesce(a.role, ''), coalesce(ar.reputation, 0),
	coalesce(b.id, 0), coalesce(b.handle, ''), coalesce(b.avatar, ''), coalesce(b.name, ''),
	coalesce(bu.name, ''), coalesce(b.role, ''), coalesce(br.reputation, 0)`

const summaryJoins = `
	JOIN posts p ON p.id = chosen.id
	JOIN spaces s ON s.id = p.space_id
	LEFT JOIN users a ON a.id = p.author_id
	LEFT JOIN units au ON au.id = a.unit_id
	LEFT JOIN reputation_totals ar ON ar.user_id = a.id
	LEFT JOIN users b ON b.id = p.activity_by
	LEFT JOIN units bu ON bu.id = b.unit_id
	LEFT JOIN reputation_totals br ON br.user_id = b.id
	ORDER BY chosen.place`

// pageSQL finds the ids of a page by the index alone before it fetches their rows. Size and offset are part of the text:
// as arguments they would make Postgres plan each time anew, which takes longer than reading the page.
func pageSQL(c choice, request page.Request) string {
	return fmt.Sprintf(`SELECT %s FROM (
		SELECT p.id, row_number() OVER (ORDER BY %s) AS place FROM %s ORDER BY %s LIMIT %d OFFSET %d
	) chosen %s`, summaryColumns, c.order, rowsSQL(c, request), c.order, request.Size, request.Offset(), summaryJoins)
}

// rowsSQL is what a page is cut from. With pins before the others no index has the whole order: each of the two kinds
// then comes by its own.
func rowsSQL(c choice, request page.Request) string {
	if !c.pinned {
		return `posts p WHERE ` + c.where
	}
	return fmt.Sprintf(`(
		(SELECT p.id, p.pinned_at, p.created_at FROM posts p WHERE %[1]s AND p.pinned_at IS NOT NULL ORDER BY %[2]s LIMIT %[3]d)
		UNION ALL
		(SELECT p.id, p.pinned_at, p.created_at FROM posts p WHERE %[1]s AND p.pinned_at IS NULL ORDER BY %[2]s LIMIT %[3]d)
	) p`, c.where, orderOf(ByAge), request.Offset()+request.Size)
}

// byIDsSQL shows a page of a kept order, less what the reader may no longer see.
const byIDsSQL = `SELECT ` + summaryColumns + `
	FROM (
		SELECT given.id, given.place FROM unnest($1::bigint[]) WITH ORDINALITY AS given (id, place)
		JOIN posts p ON p.id = given.id WHERE p.deleted_at IS NULL AND p.space_id = ANY($2)
	) chosen` + summaryJoins

func (s store) page(ctx context.Context, c choice, request page.Request) ([]Summary, error) {
	return s.summaries(ctx, pageSQL(c, request), c.args...)
}

func (s store) byIDs(ctx context.Context, actor authz.Actor, ids []id.Post) ([]Summary, error) {
	numbers := make([]int64, len(ids))
	for i, post := range ids {
		numbers[i] = int64(post)
	}
	return s.summaries(ctx, byIDsSQL, numbers, readable(actor))
}

func (s store) summaries(ctx context.Context, statement string, args ...any) ([]Summary, error) {
	rows, err := s.db.Pgx(ctx).Query(ctx, statement, args...)
	if err != nil {
		return nil, fmt.Errorf("list questions: %w", err)
	}
	defer rows.Close()
	list := []Summary{}
	for rows.Next() {
		var q Summary
		var author, last posts.Person
		err := rows.Scan(&q.ID, &q.Title, &q.Excerpt, &q.Space.ID, &q.Space.Slug, &q.Space.Name, &q.Space.Color, &q.Tags, &q.Score,
			&q.AnswerCount, &q.ViewCount, &q.Accepted, &q.Closed, &q.ClosedReason, &q.Pinned, &q.Locked, &q.Bounty, &q.AuthorName, &q.CreatedAt,
			&q.Activity, &q.ActivityAt,
			&author.ID, &author.Handle, &author.Avatar, &author.Name, &author.Unit, &author.Role, &author.Reputation,
			&last.ID, &last.Handle, &last.Avatar, &last.Name, &last.Unit, &last.Role, &last.Reputation)
		if err != nil {
			return nil, fmt.Errorf("read a listed question: %w", err)
		}
		if author.ID != 0 {
			q.Author, q.AuthorName = &author, author.Name
		}
		if last.ID != 0 {
			q.ActivityBy = &last
		}
		list = append(list, q)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("list questions: %w", err)
	}
	return list, nil
}

func countSQL(c choice) string { return `SELECT count(*) FROM posts p WHERE ` + c.where }

func (s store) count(ctx context.Context, c choice) (int, error) {
	var total int
	if err := s.db.Pgx(ctx).QueryRow(ctx, countSQL(c), c.args...).Scan(&total); err != nil {
		return 0, fmt.Errorf("count questions: %w", err)
	}
	return total, nil
}

func orderSQL(c choice) string {
	return fmt.Sprintf(`SELECT p.id FROM posts p WHERE %s ORDER BY %s LIMIT %d`, c.where, c.order, maxOrderIDs)
}

func (s store) order(ctx context.Context, c choice) ([]id.Post, error) {
	rows, err := s.db.Pgx(ctx).Query(ctx, orderSQL(c), c.args...)
	if err != nil {
		return nil, fmt.Errorf("order questions: %w", err)
	}
	defer rows.Close()
	ids := []id.Post{}
	for rows.Next() {
		var next int64
		if err := rows.Scan(&next); err != nil {
			return nil, fmt.Errorf("read the order of questions: %w", err)
		}
		ids = append(ids, id.Post(next))
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("order questions: %w", err)
	}
	return ids, nil
}

// mustRead refuses a space that is not there or that the reader may not read.
func (s store) mustRead(ctx context.Context, actor authz.Actor, slug string) error {
	var space int64
	err := s.db.Pgx(ctx).QueryRow(ctx, `SELECT coalesce((SELECT id FROM spaces WHERE slug = $1), 0)`, slug).Scan(&space)
	if err != nil {
		return fmt.Errorf("find space %s: %w", slug, err)
	}
	if !actor.Reads(id.Space(space)) {
		return fault.NotFound("There is no such space, or you are not a member of it.")
	}
	return nil
}
