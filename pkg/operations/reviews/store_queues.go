package reviews

import (
	"context"
	"fmt"
	"time"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/db"
)

// provenFrom is the reputation from which somebody's first question or answer is looked at like any other: they have
// shown elsewhere that they know how things are done.
const provenFrom = 100

// Who puts an item asks once more whether its cause holds, since events may be delivered late.
const oncePerQueue = ` ON CONFLICT (post_id, queue, comment_id, suggestion_id) WHERE ended_at IS NULL`

type writtenRow struct {
	Kind  posts.Kind
	Title string
	Body  string
	Score int
	Gone  bool
}

func (s store) written(ctx context.Context, post id.Post) (writtenRow, error) {
	var row writtenRow
	err := s.db.Gorm(ctx).Raw(`SELECT kind, title, body, score, deleted_at IS NOT NULL AS gone FROM posts WHERE id = ?`, post).Scan(&row).Error
	if err != nil {
		return row, fmt.Errorf("read post %d: %w", post, err)
	}
	return row, nil
}

func (s store) putFirst(ctx context.Context, post id.Post, why string, at time.Time) error {
	return s.change(ctx, "queue a first post", `
		INSERT INTO review_items (queue, post_id, why, since)
		SELECT 'first-posts', p.id, ?, ? FROM posts p JOIN users u ON u.id = p.author_id LEFT JOIN reputation_totals r ON r.user_id = u.id
		WHERE p.id = ? AND p.deleted_at IS NULL AND u.role NOT IN ('moderator', 'admin') AND coalesce(r.reputation, 0) < ?
			AND NOT EXISTS (SELECT 1 FROM posts before WHERE before.author_id = p.author_id AND before.kind = p.kind AND before.id < p.id)`+
		oncePerQueue+` DO NOTHING`, why, at, post, provenFrom)
}

// putPoor leaves out what a reviewer has approved for the same reason.
func (s store) putPoor(ctx context.Context, post id.Post, why string, at time.Time) error {
	return s.change(ctx, "queue a post of low quality", `
		INSERT INTO review_items (queue, post_id, why, since)
		SELECT 'low-quality', p.id, ?, ? FROM posts p
		WHERE p.id = ? AND p.deleted_at IS NULL AND NOT EXISTS (
			SELECT 1 FROM review_items old WHERE old.post_id = p.id AND old.queue = 'low-quality' AND old.why = ? AND old.ended_by IS NOT NULL)`+
		oncePerQueue+` DO UPDATE SET why = EXCLUDED.why`, why, at, post, why)
}

func (s store) putFlagged(ctx context.Context, post id.Post, comment id.Comment, at time.Time) error {
	return s.change(ctx, "queue a flag", `
		INSERT INTO review_items (queue, post_id, comment_id, by_id, since)
		SELECT 'flags', p.id, c.id, c.author_id, ? FROM posts p LEFT JOIN comments c ON c.id = nullif(?, 0::bigint)
		WHERE p.id = ? AND EXISTS (
			SELECT 1 FROM flags f WHERE f.post_id = p.id AND f.comment_id IS NOT DISTINCT FROM c.id AND f.outcome IS NULL)`+
		oncePerQueue+` DO NOTHING`, at, comment, post)
}

func (s store) putVoted(ctx context.Context, question id.Post, at time.Time) error {
	return s.change(ctx, "queue a vote to close", `
		INSERT INTO review_items (queue, post_id, why, since)
		SELECT 'close-votes', q.id, 'votes', ? FROM posts q
		WHERE q.id = ? AND q.deleted_at IS NULL AND q.closed_at IS NULL
			AND EXISTS (SELECT 1 FROM close_votes v WHERE v.post_id = q.id AND v.reason NOT IN ('', 'duplicate'))`+
		oncePerQueue+` DO NOTHING`, at, question)
}

// putDuplicate prefers what people voted for to what search found.
func (s store) putDuplicate(ctx context.Context, question, original id.Post, why string, at time.Time) error {
	return s.change(ctx, "queue a possible duplicate", `
		INSERT INTO review_items AS i (queue, post_id, other_id, why, since)
		SELECT 'duplicates', q.id, ?, ?, ? FROM posts q WHERE q.id = ? AND q.deleted_at IS NULL AND q.closed_at IS NULL`+
		oncePerQueue+` DO UPDATE SET other_id = EXCLUDED.other_id, why = EXCLUDED.why WHERE EXCLUDED.why = 'votes'`,
		original, why, at, question)
}

func (s store) putSuggested(ctx context.Context, suggestion id.Suggestion, at time.Time) error {
	return s.change(ctx, "queue a suggested edit", `
		INSERT INTO review_items (queue, post_id, suggestion_id, by_id, since)
		SELECT 'suggested-edits', s.post_id, s.id, s.author_id, ? FROM suggestions s WHERE s.id = ? AND s.state = 'waiting'`+
		oncePerQueue+` DO NOTHING`, at, suggestion)
}

// mostAlike gives 0 where no candidate is alike enough to have been asked before.
func (s store) mostAlike(ctx context.Context, question id.Post, title string, among []id.Post) (id.Post, error) {
	if len(among) == 0 {
		return 0, nil
	}
	var found id.Post
	err := s.db.Gorm(ctx).Raw(`
		SELECT id FROM posts WHERE id = ANY(?) AND id < ? AND deleted_at IS NULL AND duplicate_of IS NULL
			AND similarity(title, ?) >= ?::real
		ORDER BY similarity(title, ?) DESC, id LIMIT 1`, db.Array[id.Post](among), question, title, alikeFrom, title).Scan(&found).Error
	if err != nil {
		return 0, fmt.Errorf("look for what is like question %d: %w", question, err)
	}
	return found, nil
}

const ending = `UPDATE review_items i SET claimed_by = NULL, claimed_until = NULL, ended_at = ? WHERE i.ended_at IS NULL AND `

// drop ends what waits about a post and its comments in queues; nobody decided that.
func (s store) drop(ctx context.Context, at time.Time, post id.Post, queues ...Queue) error {
	return s.change(ctx, "end what is settled", ending+`i.post_id = ? AND i.queue = ANY(?)`, at, post, db.Array[Queue](queues))
}

func (s store) dropUnflagged(ctx context.Context, post id.Post, comment id.Comment, at time.Time) error {
	return s.change(ctx, "end what is no longer flagged", ending+`
		i.queue = 'flags' AND i.post_id = ? AND i.comment_id IS NOT DISTINCT FROM nullif(?, 0::bigint) AND NOT EXISTS (
			SELECT 1 FROM flags f WHERE f.post_id = i.post_id AND f.comment_id IS NOT DISTINCT FROM i.comment_id AND f.outcome IS NULL)`,
		at, post, comment)
}

func (s store) dropUnvoted(ctx context.Context, question id.Post, at time.Time) error {
	return s.change(ctx, "end what nobody votes for", ending+`
		i.post_id = ? AND (
			i.queue = 'close-votes' AND NOT EXISTS (SELECT 1 FROM close_votes v WHERE v.post_id = i.post_id AND v.reason NOT IN ('', 'duplicate'))
			OR i.queue = 'duplicates' AND i.why = 'votes'
				AND NOT EXISTS (SELECT 1 FROM close_votes v WHERE v.post_id = i.post_id AND v.reason = 'duplicate'))`, at, question)
}

func (s store) dropSuggested(ctx context.Context, suggestion id.Suggestion, at time.Time) error {
	return s.change(ctx, "end what was decided elsewhere", ending+`i.suggestion_id = ?`, at, suggestion)
}

func (s store) move(ctx context.Context, from, into id.Post) error {
	if err := s.change(ctx, "move flagged comments", `
		UPDATE review_items SET post_id = ? WHERE post_id = ? AND comment_id IS NOT NULL`, into, from); err != nil {
		return err
	}
	return s.change(ctx, "move possible originals", `UPDATE review_items SET other_id = ? WHERE other_id = ? AND post_id <> ?`, into, from, into)
}
