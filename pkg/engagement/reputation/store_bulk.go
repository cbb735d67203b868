package reputation

import (
	"context"
	"fmt"

	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/db"
)

func (s store) grantBase(ctx context.Context, people []id.User) error {
	err := s.db.Gorm(ctx).Exec(`
		WITH fresh AS (
			INSERT INTO reputation_entries (user_id, at, day, amount, reason, rule_version)
			SELECT id, created_at, created_at::date, @amount, @base, @version FROM users
			WHERE id = ANY(@people) AND NOT EXISTS (
				SELECT 1 FROM reputation_entries e WHERE e.user_id = users.id AND e.reason = @base)
			RETURNING user_id, amount)
		INSERT INTO reputation_totals (user_id, reputation) SELECT user_id, amount FROM fresh
		ON CONFLICT (user_id) DO UPDATE SET reputation = reputation_totals.reputation + excluded.reputation`,
		map[string]any{"amount": amount(Base), "base": Base, "version": RuleVersion, "people": db.Array[id.User](people)}).Error
	if err != nil {
		return fmt.Errorf("grant the base reputation: %w", err)
	}
	return nil
}

// entriesOfVotes follows voteCauses and acceptCauses, for all rows at once and in the order of time, since a
// history is read by id.
func (s store) entriesOfVotes(ctx context.Context) error {
	err := s.db.Gorm(ctx).Exec(`
		INSERT INTO reputation_entries (user_id, at, day, amount, reason, post_id, cause_user_id, rule_version)
		SELECT due.user_id, due.at, due.at::date, due.amount, due.reason, due.post_id, due.cause_user_id, @version FROM (
			SELECT p.author_id AS user_id, v.created_at AS at, p.id AS post_id, v.user_id AS cause_user_id,
				CASE WHEN v.value < 0 THEN CAST(@down AS integer) ELSE CAST(@up AS integer) END AS amount,
				CASE WHEN v.value < 0 THEN @downReason WHEN p.kind = 'answer' THEN @upAnswer ELSE @upQuestion END AS reason
			FROM votes v JOIN posts p ON p.id = v.post_id
			UNION ALL
			SELECT v.user_id, v.created_at, p.id, v.user_id, CAST(@cost AS integer), @costReason
			FROM votes v JOIN posts p ON p.id = v.post_id WHERE v.value < 0 AND p.kind = 'answer'
			UNION ALL
			SELECT a.author_id, q.accepted_at, a.id, q.author_id, CAST(@accepted AS integer), @acceptedReason
			FROM posts q JOIN posts a ON a.id = q.accepted_answer_id WHERE a.author_id <> q.author_id
			UNION ALL
			SELECT q.author_id, q.accepted_at, a.id, q.author_id, CAST(@accepting AS integer), @acceptingReason
			FROM posts q JOIN posts a ON a.id = q.accepted_answer_id WHERE a.author_id <> q.author_id
			UNION ALL
			SELECT b.offerer_id, b.offered_at, b.question_id, b.offerer_id, -b.amount, @offeredReason
			FROM bounties b WHERE b.source IS NULL AND b.outcome IS DISTINCT FROM 'returned'
			UNION ALL
			SELECT a.author_id, b.ended_at, a.id, b.offerer_id, b.paid, @earnedReason
			FROM bounties b JOIN posts a ON a.id = b.answer_id WHERE b.source IS NULL
		) due
		WHERE user_id IS NOT NULL AND NOT EXISTS (
			SELECT 1 FROM reputation_entries e WHERE e.post_id = due.post_id AND e.user_id = due.user_id
				AND e.reason = due.reason AND e.cause_user_id = due.cause_user_id AND NOT e.undo AND NOT e.reversed)
		ORDER BY due.at, due.post_id`, map[string]any{
		"version": RuleVersion, "up": amount(AnswerUpvoted), "down": amount(PostDownvoted), "cost": amount(DownvotedAnswer),
		"accepted": amount(AnswerAccepted), "accepting": amount(AcceptedAnAnswer), "upAnswer": AnswerUpvoted,
		"upQuestion": QuestionUpvoted, "downReason": PostDownvoted, "costReason": DownvotedAnswer,
		"acceptedReason": AnswerAccepted, "acceptingReason": AcceptedAnAnswer, "offeredReason": BountyOffered, "earnedReason": BountyEarned,
	}).Error
	if err != nil {
		return fmt.Errorf("write the entries of votes: %w", err)
	}
	return nil
}

// entriesOfReturned writes both entries of bounties that came in bulk and had been returned.
func (s store) entriesOfReturned(ctx context.Context) error {
	err := s.db.Gorm(ctx).Exec(`
		WITH offered AS (
			INSERT INTO reputation_entries (user_id, at, day, amount, reason, post_id, cause_user_id, rule_version, reversed)
			SELECT b.offerer_id, b.offered_at, b.offered_at::date, -b.amount, @reason, b.question_id, b.offerer_id, @version, true
			FROM bounties b WHERE b.source IS NULL AND b.outcome = 'returned' AND NOT EXISTS (
				SELECT 1 FROM reputation_entries e WHERE e.post_id = b.question_id AND e.user_id = b.offerer_id AND e.reason = @reason AND e.at = b.offered_at)
			ORDER BY b.offered_at, b.id RETURNING *)
		INSERT INTO reputation_entries (user_id, at, day, amount, reason, post_id, cause_user_id, rule_version, undo, undo_cause, reverses_id)
		SELECT o.user_id, b.ended_at, o.day, -o.amount, o.reason, o.post_id, o.cause_user_id, o.rule_version, true, @cause, o.id
		FROM offered o JOIN bounties b ON b.question_id = o.post_id AND b.offered_at = o.at
		ORDER BY b.ended_at, b.id`, map[string]any{"version": RuleVersion, "reason": BountyOffered, "cause": undoneByCause}).Error
	if err != nil {
		return fmt.Errorf("write the entries of returned bounties: %w", err)
	}
	return nil
}

func (s store) settleCaps(ctx context.Context) error {
	err := s.db.Gorm(ctx).Exec(`
		INSERT INTO reputation_entries (user_id, at, day, amount, reason, rule_version)
		SELECT user_id, last, day, missing, @capReason, @version FROM (
			SELECT user_id, day, max(at) AS last,
				-greatest(0, coalesce(sum(amount) FILTER (WHERE reason IN (@upQuestion, @upAnswer)), 0) - @cap)
					- coalesce(sum(amount) FILTER (WHERE reason = @capReason), 0) AS missing
			FROM reputation_entries GROUP BY user_id, day) days
		WHERE missing <> 0`, map[string]any{
		"cap": dailyCap, "capReason": DailyCap, "version": RuleVersion, "upQuestion": QuestionUpvoted, "upAnswer": AnswerUpvoted,
	}).Error
	if err != nil {
		return fmt.Errorf("settle the daily caps: %w", err)
	}
	return nil
}

func (s store) sumUpAll(ctx context.Context) error {
	err := s.db.Gorm(ctx).Exec(`
		INSERT INTO reputation_totals (user_id, reputation)
		SELECT user_id, sum(amount) FROM reputation_entries GROUP BY user_id ORDER BY user_id
		ON CONFLICT (user_id) DO UPDATE SET reputation = excluded.reputation
		WHERE reputation_totals.reputation <> excluded.reputation`).Error
	if err != nil {
		return fmt.Errorf("sum up reputation: %w", err)
	}
	return nil
}

func (s store) drift(ctx context.Context) ([]Drift, error) {
	var drifts []Drift
	err := s.db.Gorm(ctx).Raw(`
		SELECT user_id AS "user", have, count FROM (
			SELECT coalesce(t.user_id, e.user_id) AS user_id, coalesce(t.reputation, 0) AS have, coalesce(e.total, 0) AS count
			FROM reputation_totals t
			FULL JOIN (SELECT user_id, sum(amount) AS total FROM reputation_entries GROUP BY user_id) e USING (user_id)) both_sides
		WHERE have <> count ORDER BY user_id`).Scan(&drifts).Error
	if err != nil {
		return nil, fmt.Errorf("compare reputation with the ledger: %w", err)
	}
	return drifts, nil
}
