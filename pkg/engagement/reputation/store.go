package reputation

import (
	"context"
	"fmt"
	"time"

	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/db"
)

// store writes by plain pgx, since votes are the most frequent write.
type store struct{ db *db.DB }

// change is a statement that writes entries and moves the sums.
type change struct {
	sql  string
	args []any
}

// moving is what a change ends with: WITH ..., entries AS (INSERT ... RETURNING user_id, amount) comes before it.
const moving = `
	INSERT INTO reputation_totals (user_id, reputation) SELECT user_id, sum(amount) FROM entries GROUP BY user_id
	ON CONFLICT (user_id) DO UPDATE SET reputation = reputation_totals.reputation + excluded.reputation`

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
	// A bounty stays paid when the post goes: who offered it gets it back by the rules of bounties, or not at all.
	reverseLive     = `NOT undo AND reason NOT IN ('bounty-offered', 'bounty-earned')`
	reverseDeletion = `undo AND undo_cause = $2`
)

func grant(c cause, worth int, now time.Time) change {
	return change{
		`WITH entries AS (
			INSERT INTO reputation_entries (user_id, at, day, amount, reason, post_id, cause_user_id, rule_version)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING user_id, amount)` + moving,
		[]any{int64(c.user), now, now, worth, string(c.reason), int64(c.post), int64(c.by), RuleVersion},
	}
}

// grantEdit is grant while what a person's edits brought in all stays within MaxApprovedEdits.
func grantEdit(c cause, now time.Time) change {
	return change{
		`WITH entries AS (
			INSERT INTO reputation_entries (user_id, at, day, amount, reason, post_id, cause_user_id, rule_version)
			SELECT $1::bigint, $2::timestamptz, $3::date, $4::integer, $5::text, $6::bigint, $7::bigint, $8::integer
			WHERE (SELECT coalesce(sum(amount), 0) FROM reputation_entries WHERE user_id = $1 AND reason = $5) + $4 <= $9::integer
			RETURNING user_id, amount)` + moving,
		[]any{
			int64(c.user), now, now, amount(c.reason), string(c.reason), int64(c.post), int64(c.by), RuleVersion,
			MaxApprovedEdits * amount(EditApproved),
		},
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
			RETURNING *
		), entries AS (
			INSERT INTO reputation_entries (` + entryColumns + `) SELECT ` + opposite + ` FROM t RETURNING user_id, amount)` + moving,
		[]any{now, undoneByCause, int64(c.post), int64(c.user), string(c.reason), int64(c.by)},
	}
}

// reversal takes back all surviving entries of posts that meet a condition, in their order.
func reversal(posts []id.Post, which string, now time.Time) change {
	return change{
		`WITH t AS (
			UPDATE reputation_entries SET reversed = true WHERE post_id = ANY($3) AND NOT reversed AND ` + which + ` RETURNING *
		), entries AS (
			INSERT INTO reputation_entries (` + entryColumns + `) SELECT ` + opposite + ` FROM t ORDER BY t.id RETURNING user_id, amount)` + moving,
		[]any{now, undoneByDeletion, posts},
	}
}

// forgiveSpam takes back what a post cost its author as spam, whoever had decided that.
func forgiveSpam(post id.Post, now time.Time) change {
	return change{
		`WITH t AS (
			UPDATE reputation_entries SET reversed = true WHERE post_id = $3 AND reason = $4 AND NOT undo AND NOT reversed RETURNING *
		), entries AS (
			INSERT INTO reputation_entries (` + entryColumns + `) SELECT ` + opposite + ` FROM t RETURNING user_id, amount)` + moving,
		[]any{now, undoneByCause, int64(post), string(DeletedAsSpam)},
	}
}

const (
	lockSQL = `SELECT 1 FROM reputation_totals WHERE user_id = $1 FOR UPDATE`

	// capSQL compares what the cap has taken on each day that these posts gave something with what it must take.
	capSQL = `
		WITH entries AS (
			INSERT INTO reputation_entries (user_id, at, day, amount, reason, rule_version)
			SELECT user_id, $3, day, missing, $4, $5
			FROM (SELECT DISTINCT user_id, day FROM reputation_entries
				WHERE post_id = ANY($2) AND user_id = ANY($1) AND reason = ANY($6)) days
			CROSS JOIN LATERAL (
				SELECT -greatest(0, sum(amount) FILTER (WHERE reason = ANY($6)) - $7)
					- coalesce(sum(amount) FILTER (WHERE reason = $4), 0) AS missing
				FROM reputation_entries e WHERE e.user_id = days.user_id AND e.day = days.day) cap
			WHERE missing <> 0 RETURNING user_id, amount)` + moving
)

// write holds the people, who are in rising order, carries the changes out and settles the cap of the days they
// touched. Each statement sees what the ones before it wrote and what was committed while a lock was waited for.
// All are queued, so that they cost no round trip of their own.
func (s store) write(ctx context.Context, people []id.User, posts []id.Post, changes []change, now time.Time) error {
	// One person's sum is locked by the first change to it, which comes before the cap is settled; two are locked in one order.
	if len(people) > 1 || len(changes) == 0 {
		if err := s.lock(ctx, people); err != nil {
			return err
		}
	}
	settled := change{capSQL, []any{people, posts, now, string(DailyCap), RuleVersion, cappedReasons, dailyCap}}
	for _, c := range append(changes, settled) {
		if err := s.db.Queue(ctx, c.sql, c.args...); err != nil {
			return fmt.Errorf("write reputation: %w", err)
		}
	}
	return nil
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

// lock holds the sums of people, who are in rising order, until the transaction ends. One statement a person lets
// Postgres keep its plan.
func (s store) lock(ctx context.Context, people []id.User) error {
	for _, person := range people {
		if err := s.db.Queue(ctx, lockSQL, int64(person)); err != nil {
			return fmt.Errorf("lock reputation: %w", err)
		}
	}
	return nil
}
