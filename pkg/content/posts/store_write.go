package posts

import (
	"context"
	"fmt"
	"time"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/db"
)

// change runs a statement that changes rows and says what it was doing when it fails.
func (s store) change(ctx context.Context, doing, sql string, args ...any) error {
	if err := s.db.Gorm(ctx).Exec(sql, args...).Error; err != nil {
		return fmt.Errorf("%s: %w", doing, err)
	}
	return nil
}

func (s store) insert(ctx context.Context, actor authz.Actor, post Draft, text rendered, at time.Time) (id.Post, error) {
	activity := Asked
	if post.Kind == Answer {
		activity = Answered
	}
	var created id.Post
	err := s.db.Gorm(ctx).Raw(`
		INSERT INTO posts (kind, question_id, space_id, author_id, author_name, title, body, html, excerpt, renderer_version, tags,
			created_at, activity_kind, activity_at, activity_by)
		VALUES (?, nullif(?, 0::bigint), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		RETURNING id`,
		post.Kind, post.Question, post.Space, actor.User, actor.Name, post.Text.Title, post.Text.Body, text.HTML, text.Excerpt, text.Version,
		db.Array[string](post.Text.Tags), at, activity, at, actor.User).Scan(&created).Error
	if err != nil {
		return 0, fmt.Errorf("write a %s: %w", post.Kind, err)
	}
	return created, nil
}

type revision struct {
	Number  int
	Kind    string
	Author  id.User
	At      time.Time
	Summary string
	Text    Text
	// Suggested is empty, or how the Author's suggestion was accepted.
	Suggested  string
	AcceptedBy id.User
}

func (s store) addRevision(ctx context.Context, post id.Post, r revision) error {
	return s.change(ctx, "add a revision", `
		INSERT INTO revisions (post_id, number, kind, author_id, author_name, created_at, summary, suggested, accepted_by, title, body, tags)
		SELECT p.id, ?, ?, ?, u.name, ?, ?, ?, nullif(?, 0::bigint), CASE p.kind WHEN 'question' THEN ?::text END, ?, CASE p.kind WHEN 'question' THEN ?::text[] END
		FROM posts p, users u WHERE p.id = ? AND u.id = ?`,
		r.Number, r.Kind, r.Author, r.At, r.Summary, r.Suggested, r.AcceptedBy, r.Text.Title, r.Text.Body, db.Array[string](r.Text.Tags), post, r.Author)
}

// hasRevision tells whether the post has said exactly this before.
func (s store) hasRevision(ctx context.Context, post Post, text Text) (bool, error) {
	var found bool
	err := s.db.Gorm(ctx).Raw(`
		SELECT EXISTS (
			SELECT 1 FROM revisions WHERE post_id = ? AND body = ?
				AND (? = 'answer' OR (title = ? AND tags = ?::text[])))`,
		post.ID, text.Body, post.Kind, text.Title, db.Array[string](text.Tags)).Scan(&found).Error
	if err != nil {
		return false, fmt.Errorf("compare with the revisions of post %d: %w", post.ID, err)
	}
	return found, nil
}

func (s store) update(ctx context.Context, editor id.User, post id.Post, text Text, shown rendered, at time.Time) error {
	return s.change(ctx, "edit a post", `
		UPDATE posts SET title = ?, body = ?, html = ?, excerpt = ?, renderer_version = ?, tags = ?,
			edited_at = ?, editor_id = ?, revision_count = revision_count + 1, version = version + 1
		WHERE id = ?`,
		text.Title, text.Body, shown.HTML, shown.Excerpt, shown.Version, db.Array[string](text.Tags), at, editor, post)
}

// touch notes what last happened to a question.
func (s store) touch(ctx context.Context, question id.Post, what Activity, by id.User, at time.Time) error {
	return s.change(ctx, "note the activity of a question", `
		UPDATE posts SET activity_kind = ?, activity_at = ?, activity_by = ? WHERE id = ?`, what, at, by, question)
}

func (s store) countAnswer(ctx context.Context, question id.Post, by int) error {
	return s.change(ctx, "count answers", `UPDATE posts SET answer_count = answer_count + ? WHERE id = ?`, by, question)
}

func (s store) countComment(ctx context.Context, post id.Post, by int) error {
	return s.change(ctx, "count comments", `UPDATE posts SET comment_count = comment_count + ? WHERE id = ?`, by, post)
}

// addVotes is queued: votes are the most frequent write, and a locked post tells its new counters without asking.
func (s store) addVotes(ctx context.Context, post id.Post, up, down int) error {
	err := s.db.Queue(ctx, `
		UPDATE posts SET up_count = up_count + $2, down_count = down_count + $3, score = score + $2 - $3 WHERE id = $1`,
		int64(post), up, down)
	if err != nil {
		return fmt.Errorf("count votes on post %d: %w", post, err)
	}
	return nil
}

func (s store) accept(ctx context.Context, question, answer id.Post, at time.Time) error {
	return s.change(ctx, "accept an answer", `
		UPDATE posts SET accepted_answer_id = nullif(?, 0::bigint), accepted_at = CASE WHEN ? <> 0::bigint THEN ?::timestamptz END WHERE id = ?`,
		answer, answer, at, question)
}

func (s store) setDeleted(ctx context.Context, post id.Post, by id.User, at time.Time) error {
	return s.change(ctx, "delete a post", `UPDATE posts SET deleted_at = ?, deleted_by = ? WHERE id = ?`, at, by, post)
}

func (s store) clearDeleted(ctx context.Context, post id.Post) error {
	return s.change(ctx, "bring a post back", `UPDATE posts SET deleted_at = NULL, deleted_by = NULL WHERE id = ?`, post)
}

// deriveActivity finds out again what last happened, after something that happened is gone or was imported.
func (s store) deriveActivity(ctx context.Context, questions []id.Post) error {
	return s.change(ctx, "derive the activity of questions", `
		UPDATE posts SET activity_kind = last.kind, activity_at = last.at, activity_by = last.by
		FROM posts q CROSS JOIN LATERAL (
			SELECT * FROM (
				SELECT 'asked' AS kind, q.created_at AS at, q.author_id AS by, 1 AS rank
				UNION ALL SELECT 'edited', q.edited_at, q.editor_id, 3 WHERE q.edited_at IS NOT NULL
				UNION ALL SELECT 'closed', q.closed_at, q.closed_by, 5 WHERE q.closed_at IS NOT NULL
				UNION ALL SELECT 'accepted', q.accepted_at, q.author_id, 6 WHERE q.accepted_at IS NOT NULL
				UNION ALL SELECT 'answered', a.created_at, a.author_id, 2 FROM posts a WHERE a.question_id = q.id AND a.deleted_at IS NULL
				UNION ALL SELECT 'edited', a.edited_at, a.editor_id, 3 FROM posts a
					WHERE a.question_id = q.id AND a.deleted_at IS NULL AND a.edited_at IS NOT NULL
				UNION ALL SELECT 'commented', c.created_at, c.author_id, 4 FROM comments c JOIN posts p ON p.id = c.post_id
					WHERE (p.id = q.id OR p.question_id = q.id) AND p.deleted_at IS NULL AND c.deleted_at IS NULL
			) happened ORDER BY at DESC, rank DESC LIMIT 1
		) last
		WHERE posts.id = q.id AND q.kind = 'question' AND q.id = ANY(?::bigint[])`, db.Array[id.Post](questions))
}
