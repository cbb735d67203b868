package flags

import (
	"context"
	"fmt"
	"time"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/event"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/kernel/page"
	"wellspring/pkg/people/spaces"
	"wellspring/pkg/platform/db"
)

type store struct{ db *db.DB }

// flagRow is a flag with what names its post in events.
type flagRow struct {
	ID         id.Flag
	PostID     id.Post
	CommentID  id.Comment
	UserID     id.User
	Reason     Reason
	Note       string
	CreatedAt  time.Time
	Outcome    Outcome
	DecidedAt  *time.Time
	Answer     string
	Kind       string
	QuestionID id.Post
	AuthorID   id.User
	// Fresh is read by write alone, what follows by mine.
	Fresh   bool
	Title   string
	Excerpt string
	Total   int
}

func (r *flagRow) flag() Flag {
	return Flag{
		ID: r.ID, Target: Target{Post: r.PostID, Comment: r.CommentID}, Reason: r.Reason, Note: r.Note, At: r.CreatedAt,
		Outcome: r.Outcome, Ended: r.DecidedAt, Answer: r.Answer,
	}
}

func (r *flagRow) ref() event.PostRef {
	return event.PostRef{Post: r.PostID, Kind: r.Kind, Question: r.QuestionID, Author: r.AuthorID}
}

// columns are those of a flag f; those of its post p follow where an event is made of it.
const (
	columns = `f.id, f.post_id, coalesce(f.comment_id, 0) AS comment_id, f.user_id, f.reason, f.note, f.created_at,
		coalesce(f.outcome, '') AS outcome, f.decided_at, f.answer`
	refColumns = `, p.kind, coalesce(p.question_id, p.id) AS question_id, coalesce(p.author_id, 0) AS author_id`
	atTarget   = `f.post_id = ? AND f.comment_id IS NOT DISTINCT FROM nullif(?, 0::bigint) AND f.outcome IS NULL`
)

// comment gives the post a comment stands on, and who wrote it.
func (s store) comment(ctx context.Context, comment id.Comment) (on id.Post, author id.User, err error) {
	var found struct {
		PostID   id.Post
		AuthorID id.User
	}
	err = s.db.Gorm(ctx).Raw(`
		SELECT post_id, coalesce(author_id, 0) AS author_id FROM comments WHERE id = ? AND deleted_at IS NULL`, comment).Scan(&found).Error
	if err != nil {
		return 0, 0, fmt.Errorf("find comment %d: %w", comment, err)
	}
	if found.PostID == 0 {
		return 0, 0, fault.NotFound("This comment does not exist, or you may not read it.")
	}
	return found.PostID, found.AuthorID, nil
}

func (s store) countOpen(ctx context.Context, user id.User) (int, error) {
	var count int
	err := s.db.Gorm(ctx).Raw(`SELECT count(*) FROM flags WHERE user_id = ? AND outcome IS NULL`, user).Scan(&count).Error
	if err != nil {
		return 0, fmt.Errorf("count the open flags of person %d: %w", user, err)
	}
	return count, nil
}

// write tells whether the flag is new; an open one is changed.
func (s store) write(ctx context.Context, user id.User, at Target, call Call, now time.Time) (written Flag, fresh bool, err error) {
	var row flagRow
	err = s.db.Gorm(ctx).Raw(`
		INSERT INTO flags AS f (post_id, comment_id, user_id, reason, note, created_at) VALUES (?, nullif(?, 0::bigint), ?, ?, ?, ?)
		ON CONFLICT (user_id, post_id, comment_id) WHERE outcome IS NULL DO UPDATE SET reason = EXCLUDED.reason, note = EXCLUDED.note
		RETURNING `+columns+`, f.xmax = 0 AS fresh`, at.Post, at.Comment, user, call.Reason, call.Note, now).Scan(&row).Error
	if err != nil {
		return Flag{}, false, fmt.Errorf("flag post %d: %w", at.Post, err)
	}
	return row.flag(), row.Fresh, nil
}

func (s store) withdraw(ctx context.Context, user id.User, at Target, now time.Time) (flagRow, error) {
	where, key := `f.post_id = ? AND f.comment_id IS NULL`, any(at.Post)
	if at.Comment != 0 {
		where, key = `f.comment_id = ?`, at.Comment
	}
	var row flagRow
	result := s.db.Gorm(ctx).Raw(`
		UPDATE flags f SET outcome = 'withdrawn', decided_at = ? FROM posts p
		WHERE f.user_id = ? AND `+where+` AND f.outcome IS NULL AND p.id = f.post_id
		RETURNING `+columns+refColumns, now, user, key).Scan(&row)
	if result.Error != nil {
		return row, fmt.Errorf("withdraw a flag: %w", result.Error)
	}
	if row.ID == 0 {
		return row, noFlag()
	}
	return row, nil
}

func (s store) decide(ctx context.Context, at Target, verdict Verdict, by id.User, now time.Time) ([]flagRow, error) {
	outcome := Declined
	if verdict.Helpful {
		outcome = Helpful
	}
	var decided []flagRow
	err := s.db.Gorm(ctx).Raw(`
		UPDATE flags f SET outcome = ?, decided_by = ?, decided_at = ?, answer = ? FROM posts p
		WHERE `+atTarget+` AND p.id = f.post_id
		RETURNING `+columns+refColumns, outcome, by, now, verdict.Note, at.Post, at.Comment).Scan(&decided).Error
	if err != nil {
		return nil, fmt.Errorf("decide the flags at post %d: %w", at.Post, err)
	}
	return decided, nil
}

func (s store) move(ctx context.Context, from, into id.Post) error {
	err := s.db.Gorm(ctx).Exec(`UPDATE flags SET post_id = ? WHERE post_id = ? AND comment_id IS NOT NULL`, into, from).Error
	if err != nil {
		return fmt.Errorf("move the flags at comments on question %d: %w", from, err)
	}
	return nil
}

func (s store) open(ctx context.Context, user id.User, at Target) (Flag, error) {
	var row flagRow
	err := s.db.Gorm(ctx).Raw(`
		SELECT `+columns+` FROM flags f WHERE f.user_id = ? AND `+atTarget, user, at.Post, at.Comment).Scan(&row).Error
	if err != nil {
		return Flag{}, fmt.Errorf("find the flag at post %d: %w", at.Post, err)
	}
	return row.flag(), nil
}

// mine shows what was flagged only as long as its flagger may read it.
func (s store) mine(ctx context.Context, actor authz.Actor, request page.Request) (page.List[Flagged], error) {
	condition, readable := spaces.Visible(actor, "q.space_id")
	var rows []flagRow
	err := s.db.Gorm(ctx).Raw(`
		SELECT `+columns+`, coalesce(p.kind, '') AS kind, coalesce(p.question_id, p.id, 0) AS question_id,
			coalesce(q.title, '') AS title, coalesce(left(c.body, 200), p.excerpt, '') AS excerpt, count(*) OVER () AS total
		FROM flags f
		LEFT JOIN (posts p JOIN posts q ON q.id = coalesce(p.question_id, p.id) AND q.deleted_at IS NULL AND `+condition+`)
			ON p.id = f.post_id AND p.deleted_at IS NULL
			AND NOT EXISTS (SELECT 1 FROM comments gone WHERE gone.id = f.comment_id AND gone.deleted_at IS NOT NULL)
		LEFT JOIN comments c ON c.id = f.comment_id AND p.id IS NOT NULL
		WHERE f.user_id = ? ORDER BY f.created_at DESC, f.id DESC LIMIT ? OFFSET ?`,
		readable, actor.User, request.Size, request.Offset()).Scan(&rows).Error
	if err != nil {
		return page.List[Flagged]{}, fmt.Errorf("list the flags of person %d: %w", actor.User, err)
	}
	list := page.List[Flagged]{Items: make([]Flagged, 0, len(rows)), Request: request}
	for i := range rows {
		r := &rows[i]
		list.Total = r.Total
		list.Items = append(list.Items, Flagged{
			Flag: r.flag(), IsAnswer: r.Kind == "answer", Question: r.QuestionID, Title: r.Title, Excerpt: r.Excerpt,
		})
	}
	return list, nil
}
