package posts

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5"

	"wellspring/pkg/kernel/id"
)

const (
	selectPost = `
	SELECT p.id, p.kind, coalesce(p.question_id, p.id), p.space_id, coalesce(p.author_id, 0), p.author_name, p.title, p.tags,
		p.score, p.up_count, p.down_count, p.answer_count, p.comment_count, coalesce(p.accepted_answer_id, 0), p.created_at,
		p.closed_at, coalesce(p.duplicate_of, 0), p.locked_at, p.pinned_at, p.protected_at, p.deleted_at,
		coalesce(p.deleted_by, 0), coalesce(p.merged_into, 0), p.revision_count, p.version
	FROM posts p`

	selectThread = selectPost + `
	WHERE p.id = ANY(ARRAY[$1::bigint, (SELECT question_id FROM posts WHERE id = $1)])
	ORDER BY p.kind DESC`
)

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
	found, err := readPosts(rows)
	if err != nil {
		return Thread{}, err
	}
	return threadOf(found)
}

// lockForVote takes the question, which may be held for many votes at once and for nothing else, and then the post alone.
// The vote is read behind the lock, so that none is missed that was waited for. It is one round trip.
func (s store) lockForVote(ctx context.Context, post id.Post, voter id.User) (thread Thread, vote int, err error) {
	batch := &pgx.Batch{}
	batch.Queue(selectPost+` WHERE p.id = (SELECT question_id FROM posts WHERE id = $1) FOR SHARE`, int64(post))
	batch.Queue(selectPost+` WHERE p.id = $1 FOR NO KEY UPDATE`, int64(post))
	batch.Queue(`SELECT coalesce((SELECT value FROM votes WHERE post_id = $1 AND user_id = $2), 0)`, int64(post), int64(voter))
	results := s.db.Pgx(ctx).SendBatch(ctx, batch)
	defer func() {
		if closing := results.Close(); err == nil && closing != nil {
			err = fmt.Errorf("lock post %d for a vote: %w", post, closing)
		}
	}()
	var found []Post
	for range 2 {
		rows, err := results.Query()
		if err != nil {
			return Thread{}, 0, fmt.Errorf("lock post %d for a vote: %w", post, err)
		}
		locked, err := readPosts(rows)
		if err != nil {
			return Thread{}, 0, err
		}
		found = append(found, locked...)
	}
	if err := results.QueryRow().Scan(&vote); err != nil {
		return Thread{}, 0, fmt.Errorf("read the vote of person %d on post %d: %w", voter, post, err)
	}
	thread, err = threadOf(found)
	return thread, vote, err
}

func readPosts(rows pgx.Rows) ([]Post, error) {
	defer rows.Close()
	var found []Post
	for rows.Next() {
		var p Post
		err := rows.Scan(&p.ID, &p.Kind, &p.QuestionID, &p.SpaceID, &p.AuthorID, &p.AuthorName, &p.Title, &p.Tags,
			&p.Score, &p.UpCount, &p.DownCount, &p.AnswerCount, &p.CommentCount, &p.AcceptedAnswer, &p.CreatedAt,
			&p.ClosedAt, &p.DuplicateOf, &p.LockedAt, &p.PinnedAt, &p.ProtectedAt, &p.DeletedAt, &p.DeletedBy, &p.MergedInto, &p.RevisionCount, &p.Version)
		if err != nil {
			return nil, fmt.Errorf("read a post: %w", err)
		}
		found = append(found, p)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("read posts: %w", err)
	}
	return found, nil
}

// threadOf takes the question before the post; a question is both.
func threadOf(found []Post) (Thread, error) {
	if len(found) == 0 {
		return Thread{}, NotFound()
	}
	return Thread{Question: found[0], Post: found[len(found)-1]}, nil
}
