package posts

import (
	"context"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"time"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/kernel/page"
)

// people begins the subquery of people as JSON, of which a condition on u and a parenthesis end it.
const people = `(SELECT json_agg(json_build_object('id', u.id, 'handle', u.handle, 'avatar', u.avatar, 'name', u.name, 'unit', coalesce(un.name, ''),
		'role', u.role, 'reputation', coalesce(r.reputation, 0)))
	FROM users u LEFT JOIN units un ON un.id = u.unit_id LEFT JOIN reputation_totals r ON r.user_id = u.id WHERE `

// Each of these gives the latest of one kind of deed, before a place in the timeline: a moment, and at one moment the rank
// of the kind and the number of the row. Each reads no more than a page by an index of the post, so that a long history
// costs what a short one does. PAGE is the size; @post and $1 are the post, $2 and $3 the place.
const deeds = `
	(SELECT v.created_at AS at, 2000000000000000 + v.number AS place,
		CASE WHEN v.number > 1 THEN 'edited' WHEN $4 THEN 'asked' ELSE 'answered' END AS kind,
		v.author_id AS by_id, v.author_name AS by_name, NULL::bigint[] AS with_ids, v.accepted_by, v.number AS revision, v.summary, '' AS reason, '' AS note,
		0 AS up, 0 AS down, NULL::bigint AS answer_id, NULL::bigint AS comment_id, NULL::bigint AS suggestion_id, NULL::bigint AS other_id, 0 AS amount
	FROM revisions v WHERE v.post_id = $1 AND (v.created_at, 2000000000000000 + v.number) < ($2, $3)
	ORDER BY v.number DESC LIMIT PAGE)
	UNION ALL
	(SELECT a.created_at, 3000000000000000 + a.id, 'answered', a.author_id, a.author_name, NULL, NULL, 0, '', '', '', 0, 0, a.id, NULL, NULL, NULL, 0
	FROM posts a WHERE a.question_id = $1 AND a.deleted_at IS NULL AND (a.created_at, 3000000000000000 + a.id) < ($2, $3)
	ORDER BY a.created_at DESC, a.id DESC LIMIT PAGE)
	UNION ALL
	(SELECT q.accepted_at, 6000000000000000, 'accepted', q.author_id, q.author_name, NULL, NULL, 0, '', '', '', 0, 0, q.accepted_answer_id, NULL, NULL, NULL, 0
	FROM posts q WHERE (q.id = $1 AND q.kind = 'question' OR q.id = $5 AND q.accepted_answer_id = $1) AND q.accepted_at IS NOT NULL
		AND q.accepted_answer_id IS NOT NULL AND (q.accepted_at, 6000000000000000) < ($2, $3))
	UNION ALL
	(SELECT c.created_at, 4000000000000000 + c.id, 'commented', c.author_id, c.author_name, NULL, NULL, 0, '', '', '', 0, 0, NULL, c.id, NULL, NULL, 0
	FROM comments c WHERE c.post_id = $1 AND c.deleted_at IS NULL AND (c.created_at, 4000000000000000 + c.id) < ($2, $3)
	ORDER BY c.created_at DESC, c.id DESC LIMIT PAGE)
	UNION ALL
	(SELECT d.at, 1000000000000000, 'voted', NULL, '', NULL, NULL, 0, '', '', '', d.up, d.down, NULL, NULL, NULL, NULL, 0
	FROM (
		SELECT (given.day + 1)::timestamp AT TIME ZONE 'UTC' - interval '1 microsecond' AS at, sum(up)::integer AS up, sum(down)::integer AS down
		FROM (
			SELECT (created_at AT TIME ZONE 'UTC')::date AS day, (value = 1)::integer AS up, (value = -1)::integer AS down FROM votes WHERE post_id = $1
			UNION ALL SELECT day, up_count, down_count FROM imported_votes WHERE post_id = $1
		) given GROUP BY given.day
	) d WHERE (d.at, 1000000000000000) < ($2, $3) ORDER BY d.at DESC LIMIT PAGE)
	UNION ALL
	(SELECT h.at, 5000000000000000 + h.id, h.kind, h.by_id, '', h.with_ids, NULL, 0, '', h.reason, h.note, 0, 0, NULL, NULL, NULL, h.other_id, 0
	FROM post_acts h WHERE h.post_id = $1 AND (h.at, 5000000000000000 + h.id) < ($2, $3)
	ORDER BY h.at DESC, h.id DESC LIMIT PAGE)
	UNION ALL
	(SELECT g.created_at, 7000000000000000 + g.id, 'suggested', g.author_id, g.author_name, NULL, NULL, 0, g.summary, '', '', 0, 0, NULL, NULL, g.id, NULL, 0
	FROM suggestions g WHERE g.post_id = $1 AND NOT g.imported AND (g.state = 'accepted' OR $6 OR g.author_id = $7)
		AND (g.created_at, 7000000000000000 + g.id) < ($2, $3)
	ORDER BY g.created_at DESC, g.id DESC LIMIT PAGE)
	UNION ALL
	(SELECT g.decided_at, 8000000000000000 + g.id, 'rejected', g.decided_by, '', NULL, NULL, 0, '', g.reason, g.note, 0, 0, NULL, NULL, g.id, NULL, 0
	FROM suggestions g WHERE g.post_id = $1 AND g.state = 'rejected' AND ($6 OR g.author_id = $7)
		AND (g.decided_at, 8000000000000000 + g.id) < ($2, $3)
	ORDER BY g.decided_at DESC, g.id DESC LIMIT PAGE)
	UNION ALL
	(SELECT b.at, 9000000000000000 + b.id, b.kind, b.by_id, '', b.with_ids, NULL, 0, '', '', b.note, 0, 0, NULL, NULL, NULL, NULL, b.amount
	FROM (` + bountyActs + `) b (id, kind, by_id, with_ids, at, reason, note, other_id, amount)
	WHERE (b.at, 9000000000000000 + b.id) < ($2, $3) ORDER BY b.at DESC, b.id DESC LIMIT PAGE)`

const timelineStatement = `
	SELECT t.at, t.place, t.kind, t.by_name, t.revision, t.summary, t.reason, t.note, t.up, t.down, t.amount, coalesce(t.answer_id, 0),
		coalesce(t.comment_id, 0), coalesce(t.suggestion_id, 0),
		` + people + `u.id = t.by_id), ` + people + `u.id = t.accepted_by), ` + people + `u.id = ANY(t.with_ids)),
		coalesce(o.id, 0), coalesce(o.title, ''), coalesce(o.space_id, 0)
	FROM (SELECT * FROM (` + deeds + `) every ORDER BY at DESC, place DESC LIMIT PAGE) t
	LEFT JOIN posts o ON o.id = t.other_id AND o.deleted_at IS NULL
	ORDER BY t.at DESC, t.place DESC`

type deedRow struct {
	Deed
	place         int64
	by            []Person
	acceptedBy    []Person
	originalID    id.Post
	originalTitle string
	originalSpace id.Space
}

func (r *deedRow) cursor() page.Cursor { return page.Cursor{Key: r.At.UnixMicro(), ID: r.place} }

// deed keeps an original from those who may not read it.
func (r *deedRow) deed(reader authz.Actor) Deed {
	shown := r.Deed
	if len(r.by) > 0 {
		shown.By, shown.ByName = &r.by[0], r.by[0].Name
	}
	if len(r.acceptedBy) > 0 {
		shown.AcceptedBy = &r.acceptedBy[0]
	}
	if r.originalID != 0 && reader.Reads(r.originalSpace) {
		shown.Original = &Original{ID: r.originalID, Title: r.originalTitle}
	}
	return shown
}

// timeline reads by plain pgx: the statement is long, and its numbered placeholders stand in it many times.
func (s store) timeline(ctx context.Context, reader authz.Actor, thread Thread, after page.Cursor, size int) ([]deedRow, error) {
	at, place := time.Date(9999, 1, 1, 0, 0, 0, 0, time.UTC), int64(0)
	if after.ID != 0 {
		at, place = time.UnixMicro(after.Key).UTC(), after.ID
	}
	decides := Owns(reader, thread.Post.AuthorID) || reader.Has(authz.Edit)
	statement := strings.NewReplacer("PAGE", strconv.Itoa(size), "@post", "$1").Replace(timelineStatement)
	rows, err := s.db.Pgx(ctx).Query(ctx, statement,
		int64(thread.Post.ID), at, place, thread.Post.Kind == Question, int64(thread.Question.ID), decides, int64(reader.User))
	if err != nil {
		return nil, fmt.Errorf("read the timeline of post %d: %w", thread.Post.ID, err)
	}
	defer rows.Close()
	var found []deedRow
	for rows.Next() {
		var r deedRow
		var by, acceptedBy, with []byte
		err := rows.Scan(&r.At, &r.place, &r.Kind, &r.ByName, &r.Revision, &r.Summary, &r.Reason, &r.Note, &r.Up, &r.Down, &r.Amount,
			&r.Answer, &r.Comment, &r.Suggestion, &by, &acceptedBy, &with, &r.originalID, &r.originalTitle, &r.originalSpace)
		if err != nil {
			return nil, fmt.Errorf("read a deed of post %d: %w", thread.Post.ID, err)
		}
		for _, some := range []struct {
			text []byte
			into *[]Person
		}{{by, &r.by}, {acceptedBy, &r.acceptedBy}, {with, &r.With}} {
			if len(some.text) == 0 {
				continue
			}
			if err := json.Unmarshal(some.text, some.into); err != nil {
				return nil, fmt.Errorf("decode who did it: %w", err)
			}
		}
		found = append(found, r)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("read the timeline of post %d: %w", thread.Post.ID, err)
	}
	return found, nil
}
