package posts

import (
	"context"
	"fmt"

	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/db"
)

type store struct{ db *db.DB }

const selectThread = `
	SELECT p.id, p.kind, coalesce(p.question_id, p.id), p.space_id, coalesce(p.author_id, 0), p.author_name, p.title, p.tags,
		p.score, p.up_count, p.down_count, p.answer_count, p.comment_count, coalesce(p.accepted_answer_id, 0), p.created_at,
		p.closed_at, coalesce(p.duplicate_of, 0), p.locked_at, p.pinned_at, p.protected_at, p.deleted_at,
		coalesce(p.deleted_by, 0), coalesce(p.merged_into, 0), p.revision_count, p.version
	FROM posts p
	WHERE p.id = ANY(ARRAY[$1::bigint, (SELECT question_id FROM posts WHERE id = $1)])
	ORDER BY p.kind DESC`

func (s store) find(ctx context.Context, post id.Post) (Thread, error) {
	return s.thread(ctx, selectThread, post)
}

// lock takes the question before the answer: Postgres sorts before it locks, and kinds never change. NO KEY lets others
// write rows that merely refer to the post.
func (s store) lock(ctx context.Context, post id.Post) (Thread, error) {
	return s.thread(ctx, selectThread+` FOR NO KEY UPDATE`, post)
}

// thread reads by plain pgx, since every write of content begins with it: that takes a third of the time GORM needs.
func (s store) thread(ctx context.Context, statement string, post id.Post) (Thread, error) {
	rows, err := s.db.Pgx(ctx).Query(ctx, statement, int64(post))
	if err != nil {
		return Thread{}, fmt.Errorf("find post %d: %w", post, err)
	}
	defer rows.Close()
	var found []Post
	for rows.Next() {
		var p Post
		err := rows.Scan(&p.ID, &p.Kind, &p.QuestionID, &p.SpaceID, &p.AuthorID, &p.AuthorName, &p.Title, &p.Tags,
			&p.Score, &p.UpCount, &p.DownCount, &p.AnswerCount, &p.CommentCount, &p.AcceptedAnswer, &p.CreatedAt,
			&p.ClosedAt, &p.DuplicateOf, &p.LockedAt, &p.PinnedAt, &p.ProtectedAt, &p.DeletedAt, &p.DeletedBy, &p.MergedInto, &p.RevisionCount, &p.Version)
		if err != nil {
			return Thread{}, fmt.Errorf("read post %d: %w", post, err)
		}
		found = append(found, p)
	}
	if err := rows.Err(); err != nil {
		return Thread{}, fmt.Errorf("find post %d: %w", post, err)
	}
	if len(found) == 0 {
		return Thread{}, NotFound()
	}
	return Thread{Question: found[0], Post: found[len(found)-1]}, nil
}

func (s store) text(ctx context.Context, post id.Post) (Text, error) {
	var found struct {
		Title string
		Body  string
		Tags  db.Array[string]
	}
	err := s.db.Gorm(ctx).Raw(`SELECT title, body, tags FROM posts WHERE id = ?`, post).Scan(&found).Error
	if err != nil {
		return Text{}, fmt.Errorf("read post %d: %w", post, err)
	}
	return Text{Title: found.Title, Body: found.Body, Tags: found.Tags}, nil
}

func (s store) othersHelped(ctx context.Context, question id.Post) (bool, error) {
	var helped bool
	err := s.db.Gorm(ctx).Raw(`
		SELECT EXISTS (
			SELECT 1 FROM posts a JOIN posts q ON q.id = a.question_id
			WHERE a.question_id = ? AND a.deleted_at IS NULL AND a.author_id IS DISTINCT FROM q.author_id
				AND (a.up_count > 0 OR a.id = q.accepted_answer_id))`, question).Scan(&helped).Error
	if err != nil {
		return false, fmt.Errorf("look for help on question %d: %w", question, err)
	}
	return helped, nil
}
