package reputation

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"

	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/db"
)

// store writes by plain pgx: votes are the most frequent write, and one batch is one round trip where GORM needs six.
type store struct{ db *db.DB }

// change is a statement that writes entries and returns user_id and amount of each.
type change struct {
	sql  string
	args []any
}

const entryColumns = `user_id, at, day, amount, reason, post_id, cause_user_id, rule_version, undo, undo_cause, reverses_id`

// opposite are the columns of an entry that takes the entry t back; it keeps the day of the first cause. The opposite
// of an undo is a grant again.
const opposite = `t.user_id, $1::timestamptz, t.day, -t.amount, t.reason, t.post_id, t.cause_user_id, t.rule_version, NOT t.undo,
	CASE WHEN t.undo THEN NULL ELSE $2 END, t.id`

// What an undoing entry was undone by.
const (
	undoneByCause    = "cause"
	undoneByDeletion = "deletion"
)

// Conditions on the entries that a deletion or its undoing reverses.
const (
	reverseLive     = `NOT undo`
	reverseDeletion = `undo AND undo_cause = $2`
)

func grant(c cause, now time.Time) change {
	return change{
		`INSERT INTO reputation_entries (user_id, at, day, amount, reason, post_id, cause_user_id, rule_version)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING user_id, amount`,
		[]any{int64(c.user), now, now, amount(c.reason), string(c.reason), int64(c.post), int64(c.by), RuleVersion},
	}
}

// takeBack reverses the surviving entry of a cause; none is no error, since a cause may have been worth nothing.
func takeBack(c cause, now time.Time) change {
	return change{
		`WITH t AS (
			UPDATE reputation_entries SET reversed = true WHERE id = (
				SELECT id FROM reputation_entries
				WHERE post_id = $3 AND user_id = $4 AND reason = $5 AND cause_user_id = $6 AND NOT undo AND NOT reversed
				ORDER BY id DESC LIMIT 1)
			RETURNING *)
		INSERT INTO reputation_entries (` + entryColumns + `) SELECT ` + opposite + ` FROM t RETURNING user_id, amount`,
		[]any{now, undoneByCause, int64(c.post), int64(c.user), string(c.reason), int64(c.by)},
	}
}

// reversal takes back all surviving entries of posts that meet a condition, in their order.
func reversal(posts []id.Post, which string, now time.Time) change {
	return change{
		`WITH t AS (
			UPDATE reputation_entries SET reversed = true WHERE post_id = ANY($3) AND NOT reversed AND ` + which + ` RETURNING *)
		INSERT INTO reputation_entries (` + entryColumns + `) SELECT ` + opposite + ` FROM t ORDER BY t.id RETURNING user_id, amount`,
		[]any{now, undoneByDeletion, posts},
	}
}

const (
	lockSQL = `SELECT user_id FROM reputation_totals WHERE user_id = ANY($1) ORDER BY user_id FOR UPDATE`

	// capSQL compares what the cap has taken on each day that these posts gave something with what it must take.
	capSQL = `
		INSERT INTO reputation_entries (user_id, at, day, amount, reason, rule_version)
		SELECT user_id, $3, day, missing, $4, $5 FROM (
			SELECT user_id, day, -greatest(0, sum(amount) FILTER (WHERE reason = ANY($6)) - $7)
				- coalesce(sum(amount) FILTER (WHERE reason = $4), 0) AS missing
			FROM reputation_entries
			WHERE user_id = ANY($1) AND (user_id, day) IN (
				SELECT user_id, day FROM reputation_entries WHERE post_id = ANY($2) AND user_id = ANY($1) AND reason = ANY($6))
			GROUP BY user_id, day) days
		WHERE missing <> 0 RETURNING user_id, amount`

	moveSQL = `
		INSERT INTO reputation_totals (user_id, reputation) VALUES ($1, $2)
		ON CONFLICT (user_id) DO UPDATE SET reputation = reputation_totals.reputation + excluded.reputation`
)

// write locks the people, who are in rising order, carries the changes out, settles the cap of the days they touched,
// and moves the sums. Each statement of a batch sees what the ones before it wrote and what was committed while the
// lock was waited for. It gives by how much each person's reputation moved.
func (s store) write(ctx context.Context, people []id.User, posts []id.Post, changes []change, now time.Time) (map[id.User]int, error) {
	batch := &pgx.Batch{}
	batch.Queue(lockSQL, people)
	for _, c := range changes {
		batch.Queue(c.sql, c.args...)
	}
	batch.Queue(capSQL, people, posts, now, string(DailyCap), RuleVersion, cappedReasons, dailyCap)
	moved, err := s.collect(ctx, batch, len(changes)+1)
	if err != nil {
		return nil, fmt.Errorf("write reputation: %w", err)
	}
	sums := &pgx.Batch{}
	for _, person := range slices.Sorted(maps.Keys(moved)) {
		sums.Queue(moveSQL, int64(person), moved[person])
	}
	if sums.Len() == 0 {
		return moved, nil
	}
	if err := s.db.Pgx(ctx).SendBatch(ctx, sums).Close(); err != nil {
		return nil, fmt.Errorf("move reputation: %w", err)
	}
	return moved, nil
}

// collect sends a batch whose first statement locks, and sums up what the others wrote.
func (s store) collect(ctx context.Context, batch *pgx.Batch, writing int) (moved map[id.User]int, err error) {
	results := s.db.Pgx(ctx).SendBatch(ctx, batch)
	defer func() { err = errors.Join(err, results.Close()) }()
	if _, err := results.Exec(); err != nil {
		return nil, fmt.Errorf("lock: %w", err)
	}
	moved = map[id.User]int{}
	for range writing {
		// The rows report a failed statement when they are read.
		rows, _ := results.Query()
		var person id.User
		var amount int
		if _, err := pgx.ForEachRow(rows, []any{&person, &amount}, func() error {
			moved[person] += amount
			return nil
		}); err != nil {
			return nil, fmt.Errorf("write entries: %w", err)
		}
	}
	return moved, nil
}

// earners are a post and its answers that are not deleted, and whoever has an entry for one of them, in rising order.
func (s store) earners(ctx context.Context, post id.Post) (posts []id.Post, people []id.User, err error) {
	err = s.db.Pgx(ctx).QueryRow(ctx, `
		WITH thread AS (SELECT id FROM posts WHERE id = $1 OR question_id = $1 AND deleted_at IS NULL)
		SELECT ARRAY(SELECT id FROM thread),
			ARRAY(SELECT DISTINCT e.user_id FROM reputation_entries e JOIN thread ON thread.id = e.post_id ORDER BY e.user_id)`,
		int64(post)).Scan(&posts, &people)
	if err != nil {
		return nil, nil, fmt.Errorf("find who earned by a post: %w", err)
	}
	return posts, people, nil
}

// lock holds the people's sums until the transaction ends.
func (s store) lock(ctx context.Context, people []id.User) error {
	if _, err := s.db.Pgx(ctx).Exec(ctx, lockSQL, people); err != nil {
		return fmt.Errorf("lock reputation: %w", err)
	}
	return nil
}
