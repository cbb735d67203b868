package posts

import (
	"context"
	"fmt"

	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/db"
)

// trueCounters is what every counter must say, from the rows it counts; a condition on p follows it.
const trueCounters = `
	SELECT p.id, p.kind, coalesce(p.question_id, p.id) AS question_id,
		coalesce(v.up, 0) + coalesce(i.up, 0) AS up_count,
		coalesce(v.down, 0) + coalesce(i.down, 0) AS down_count,
		coalesce(a.answers, 0) AS answer_count,
		coalesce(c.comments, 0) AS comment_count,
		coalesce(r.revisions, 0) AS revision_count,
		p.imported_views + coalesce(w.views, 0) AS view_count
	FROM posts p
	LEFT JOIN (
		SELECT post_id, count(*) FILTER (WHERE value = 1) AS up, count(*) FILTER (WHERE value = -1) AS down FROM votes GROUP BY post_id
	) v ON v.post_id = p.id
	LEFT JOIN (SELECT post_id, sum(up_count) AS up, sum(down_count) AS down FROM imported_votes GROUP BY post_id) i ON i.post_id = p.id
	LEFT JOIN (
		SELECT question_id, count(*) AS answers FROM posts WHERE question_id IS NOT NULL AND deleted_at IS NULL GROUP BY question_id
	) a ON a.question_id = p.id
	LEFT JOIN (SELECT post_id, count(*) AS comments FROM comments WHERE deleted_at IS NULL GROUP BY post_id) c ON c.post_id = p.id
	LEFT JOIN (SELECT post_id, count(*) AS revisions FROM revisions GROUP BY post_id) r ON r.post_id = p.id
	LEFT JOIN (SELECT post_id, count(*) AS views FROM views GROUP BY post_id) w ON w.post_id = p.id`

// differs compares a post with its true counters.
const differs = `
	(p.up_count, p.down_count, p.score, p.answer_count, p.comment_count, p.revision_count, p.view_count) IS DISTINCT FROM
	(t.up_count, t.down_count, t.up_count - t.down_count, t.answer_count, t.comment_count, t.revision_count, t.view_count)`

func (s store) drift(ctx context.Context) ([]Drift, error) {
	var found []Drift
	err := s.db.Gorm(ctx).Raw(`
		SELECT 'posts.' || counter.name AS counter, p.id, counter.have, counter.want
		FROM posts p JOIN (` + trueCounters + `) t ON t.id = p.id
		CROSS JOIN LATERAL (VALUES
			('up_count', p.up_count, t.up_count), ('down_count', p.down_count, t.down_count), ('score', p.score, t.up_count - t.down_count),
			('answer_count', p.answer_count, t.answer_count), ('comment_count', p.comment_count, t.comment_count),
			('revision_count', p.revision_count, t.revision_count), ('view_count', p.view_count, t.view_count)
		) AS counter (name, have, want)
		WHERE ` + differs + ` AND counter.have <> counter.want
		UNION ALL
		SELECT 'posts.accepted_answer_id', q.id, q.accepted_answer_id, 0
		FROM posts q JOIN posts a ON a.id = q.accepted_answer_id
		WHERE a.question_id IS DISTINCT FROM q.id OR a.deleted_at IS NOT NULL
		ORDER BY 1, 2`).Scan(&found).Error
	if err != nil {
		return nil, fmt.Errorf("compare the counters of posts: %w", err)
	}
	return found, nil
}

const setCounters = `
	up_count = t.up_count, down_count = t.down_count, score = t.up_count - t.down_count, answer_count = t.answer_count,
	comment_count = t.comment_count, revision_count = t.revision_count, view_count = t.view_count`

// recount keeps every other writer of posts away meanwhile, so that nothing is counted between reading and writing.
func (s store) recount(ctx context.Context) error {
	if err := s.change(ctx, "lock posts", `LOCK TABLE posts IN SHARE ROW EXCLUSIVE MODE`); err != nil {
		return err
	}
	err := s.change(ctx, "recount posts", `
		UPDATE posts SET`+setCounters+` FROM posts p JOIN (`+trueCounters+`) t ON t.id = p.id
		WHERE posts.id = t.id AND `+differs)
	if err != nil {
		return err
	}
	return s.change(ctx, "mend acceptances", `
		UPDATE posts SET accepted_answer_id = NULL, accepted_at = NULL
		FROM posts a WHERE a.id = posts.accepted_answer_id AND (a.question_id IS DISTINCT FROM posts.id OR a.deleted_at IS NOT NULL)`)
}

// recountSome recounts a few posts under their locks and gives the questions they belong to.
func (s store) recountSome(ctx context.Context, posts []id.Post) ([]id.Post, error) {
	err := s.change(ctx, "lock posts", `
		SELECT 1 FROM posts WHERE id IN (
			SELECT coalesce(question_id, id) FROM posts WHERE id = ANY(?::bigint[]) UNION SELECT unnest(?::bigint[]))
		ORDER BY kind DESC, id FOR NO KEY UPDATE`, db.Array[id.Post](posts), db.Array[id.Post](posts))
	if err != nil {
		return nil, err
	}
	var questions []id.Post
	err = s.db.Gorm(ctx).Raw(`
		UPDATE posts SET`+setCounters+`
		FROM posts p CROSS JOIN LATERAL (
			SELECT p.id,
				(SELECT count(*) FROM votes WHERE post_id = p.id AND value = 1)
					+ (SELECT coalesce(sum(up_count), 0) FROM imported_votes WHERE post_id = p.id) AS up_count,
				(SELECT count(*) FROM votes WHERE post_id = p.id AND value = -1)
					+ (SELECT coalesce(sum(down_count), 0) FROM imported_votes WHERE post_id = p.id) AS down_count,
				(SELECT count(*) FROM posts a WHERE a.question_id = p.id AND a.deleted_at IS NULL) AS answer_count,
				(SELECT count(*) FROM comments WHERE post_id = p.id AND deleted_at IS NULL) AS comment_count,
				(SELECT count(*) FROM revisions WHERE post_id = p.id) AS revision_count,
				p.imported_views + (SELECT count(*) FROM views WHERE post_id = p.id) AS view_count
		) t
		WHERE posts.id = t.id AND p.id = ANY(?::bigint[])
		RETURNING coalesce(posts.question_id, posts.id)`, db.Array[id.Post](posts)).Scan(&questions).Error
	if err != nil {
		return nil, fmt.Errorf("recount some posts: %w", err)
	}
	return questions, nil
}
