package reviews

import (
	"context"
	"fmt"
	"strings"
	"time"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/people/spaces"
	"wellspring/pkg/platform/db"
)

type store struct{ db *db.DB }

// holds is what must be true of an item i at post p of question q, beside that both are there, so that its cause is not
// gone although nobody told the queue yet.
func (q Queue) holds() string {
	switch q {
	case Flags:
		return `EXISTS (SELECT 1 FROM flags f WHERE f.post_id = i.post_id AND f.comment_id IS NOT DISTINCT FROM i.comment_id AND f.outcome IS NULL)`
	case CloseVotes:
		return `q.closed_at IS NULL AND EXISTS (SELECT 1 FROM close_votes v WHERE v.post_id = q.id AND v.reason <> '')
			AND NOT EXISTS (SELECT 1 FROM close_votes v WHERE v.post_id = q.id AND v.user_id = @me)`
	case Duplicates:
		return `q.closed_at IS NULL AND NOT EXISTS (SELECT 1 FROM close_votes v WHERE v.post_id = q.id AND v.user_id = @me)
			AND EXISTS (SELECT 1 FROM posts o WHERE o.id = i.other_id AND o.deleted_at IS NULL AND o.space_id = ANY(@readable))`
	case SuggestedEdits:
		return `EXISTS (SELECT 1 FROM suggestions s WHERE s.id = i.suggestion_id AND s.state = 'waiting')`
	default:
		return `true`
	}
}

// waiting is the condition on what the reader may be given next. OFFSET 0 has Postgres look at item after item until one
// fits, where its statistics might have it join all posts first.
func (q Queue) waiting() string {
	return `i.queue = '` + string(q) + `' AND i.ended_at IS NULL AND i.by_id IS DISTINCT FROM @me
		AND (i.claimed_until IS NULL OR i.claimed_until <= @now OR i.claimed_by = @me)
		AND NOT EXISTS (SELECT 1 FROM review_decisions d WHERE d.item_id = i.id AND d.user_id = @me OFFSET 0)
		AND EXISTS (
			SELECT 1 FROM posts p JOIN posts q ON q.id = coalesce(p.question_id, p.id)
			WHERE p.id = i.post_id AND p.deleted_at IS NULL AND q.deleted_at IS NULL AND p.author_id IS DISTINCT FROM @me
				AND q.space_id = ANY(@readable) AND ` + q.holds() + ` OFFSET 0)`
}

func reader(actor authz.Actor, now time.Time) map[string]any {
	return map[string]any{"me": actor.User, "now": now, "readable": spaces.Readable(actor)}
}

// claim gives 0 where nothing waits. Two who ask at once are given two items: each locks the one it takes, what is locked is
// passed over, and Postgres asks once more whether an item that was changed meanwhile still waits.
func (s store) claim(ctx context.Context, actor authz.Actor, queue Queue, after id.ReviewItem, now, until time.Time) (id.ReviewItem, error) {
	args, waiting := reader(actor, now), queue.waiting()
	args["after"], args["until"] = after, until
	var claimed id.ReviewItem
	err := s.db.Gorm(ctx).Raw(`
		WITH held AS (
			SELECT i.id FROM review_items i WHERE i.claimed_by = @me AND i.claimed_until > @now AND i.id <> @after AND `+waiting+`
			LIMIT 1 FOR UPDATE OF i SKIP LOCKED
		), ahead AS (
			SELECT i.id FROM review_items i WHERE NOT EXISTS (SELECT 1 FROM held) AND i.id > @after AND `+waiting+`
			ORDER BY i.id LIMIT 1 FOR UPDATE OF i SKIP LOCKED
		), around AS (
			SELECT i.id FROM review_items i
			WHERE NOT EXISTS (SELECT 1 FROM held) AND NOT EXISTS (SELECT 1 FROM ahead) AND i.id <= @after AND `+waiting+`
			ORDER BY i.id LIMIT 1 FOR UPDATE OF i SKIP LOCKED
		), next AS (
			SELECT coalesce((SELECT id FROM held), (SELECT id FROM ahead), (SELECT id FROM around)) AS id
		), left_alone AS (
			UPDATE review_items i SET claimed_by = NULL, claimed_until = NULL
			WHERE i.id = @after AND i.claimed_by = @me AND i.id IS DISTINCT FROM (SELECT id FROM next)
		)
		UPDATE review_items i SET claimed_by = @me, claimed_until = @until WHERE i.id = (SELECT id FROM next) RETURNING i.id`,
		args).Scan(&claimed).Error
	if err != nil {
		return 0, fmt.Errorf("claim the next of %s: %w", queue, err)
	}
	return claimed, nil
}

func (s store) release(ctx context.Context, user id.User, queue Queue) error {
	return s.change(ctx, "let an item go", `
		UPDATE review_items SET claimed_by = NULL, claimed_until = NULL WHERE claimed_by = ? AND queue = ?`, user, queue)
}

// counts ends at MaxCount in each queue.
func (s store) counts(ctx context.Context, actor authz.Actor, queues []Queue, now time.Time) (map[Queue]int, error) {
	counts := map[Queue]int{}
	if len(queues) == 0 {
		return counts, nil
	}
	args := reader(actor, now)
	args["most"] = MaxCount
	parts := make([]string, len(queues))
	for i, queue := range queues {
		parts[i] = `SELECT '` + string(queue) + `' AS queue, count(*) AS waiting FROM (
			SELECT 1 FROM review_items i WHERE ` + queue.waiting() + ` LIMIT @most) limited`
	}
	var rows []struct {
		Queue   Queue
		Waiting int
	}
	if err := s.db.Gorm(ctx).Raw(strings.Join(parts, ` UNION ALL `), args).Scan(&rows).Error; err != nil {
		return nil, fmt.Errorf("count what waits for review: %w", err)
	}
	for _, row := range rows {
		counts[row.Queue] = row.Waiting
	}
	return counts, nil
}

func (s store) change(ctx context.Context, doing, sql string, args ...any) error {
	if err := s.db.Gorm(ctx).Exec(sql, args...).Error; err != nil {
		return fmt.Errorf("%s: %w", doing, err)
	}
	return nil
}
