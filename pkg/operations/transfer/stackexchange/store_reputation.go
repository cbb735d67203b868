package stackexchange

import (
	"context"

	"wellspring/pkg/engagement/reputation"
)

const (
	personRefs = `SELECT external_id AS id, local_id FROM import_refs WHERE source = @site AND kind = 'person' AND content_hash IS NOT NULL`
	postRefs   = `SELECT external_id AS id, local_id FROM import_refs WHERE source = @site AND kind = 'post' AND content_hash IS NOT NULL`
)

// gainStatements follow the published rules over the staged votes; the last one finds the base that fits what the others bring.
var gainStatements = []string{
	// Votes, by post and day.
	`INSERT INTO staging.gains (user_id, day, at, post_id, reason, amount)
		SELECT u.local_id, v.day, v.day, pr.local_id,
			CASE WHEN v.type = 3 THEN @downReason WHEN p.kind = 'answer' THEN @upAnswer ELSE @upQuestion END,
			v.votes * CASE WHEN v.type = 3 THEN CAST(@down AS integer) ELSE CAST(@up AS integer) END
		FROM staging.votes v JOIN staging.posts p ON p.id = v.post_id
		JOIN (` + postRefs + `) pr ON pr.id = p.id JOIN (` + personRefs + `) u ON u.id = p.owner_id
		WHERE v.type IN (2, 3)`,
	// Accepted answers: the answerer and the asker, unless they are one.
	`INSERT INTO staging.gains (user_id, day, at, post_id, cause_id, reason, amount)
		SELECT due.user_id, v.day, v.day, pr.local_id, coalesce(asker.local_id, 0), due.reason, due.amount
		FROM staging.votes v JOIN staging.posts a ON a.id = v.post_id AND a.kind = 'answer' JOIN staging.posts q ON q.id = a.parent_id
		JOIN (` + postRefs + `) pr ON pr.id = a.id
		LEFT JOIN (` + personRefs + `) answerer ON answerer.id = a.owner_id
		LEFT JOIN (` + personRefs + `) asker ON asker.id = q.owner_id
		CROSS JOIN LATERAL (VALUES (answerer.local_id, @acceptedReason, CAST(@accepted AS integer)), (asker.local_id, @acceptingReason, CAST(@accepting AS integer)))
			AS due (user_id, reason, amount)
		WHERE v.type = 1 AND due.user_id IS NOT NULL AND answerer.local_id IS DISTINCT FROM asker.local_id`,
	// Bounties, in full.
	`INSERT INTO staging.gains (user_id, day, at, post_id, reason, amount)
		SELECT u.local_id, v.day, v.day, pr.local_id, CASE v.type WHEN 8 THEN @offered ELSE @earned END, CASE v.type WHEN 8 THEN -v.amount ELSE v.amount END
		FROM staging.votes v JOIN staging.posts p ON p.id = v.post_id
		JOIN (` + postRefs + `) pr ON pr.id = p.id
		JOIN (` + personRefs + `) u ON u.id = CASE v.type WHEN 8 THEN v.user_id ELSE p.owner_id END
		WHERE v.type IN (8, 9) AND v.amount <> 0`,
	// Approved suggestions of edits, which the history names as: Proposed by 20 approved by 2 edit id of 1.
	`INSERT INTO staging.gains (user_id, day, at, post_id, reason, amount)
		SELECT user_id, at::date, at, post_id, @editReason, CAST(@edit AS integer) FROM (
			SELECT u.local_id AS user_id, h.created_at AS at, coalesce(pr.local_id, 0) AS post_id,
				row_number() OVER (PARTITION BY u.local_id ORDER BY h.created_at, h.id) AS number
			FROM staging.history h
			JOIN (` + personRefs + `) u ON u.id = CAST(substring(h.comment FROM 'Proposed by ([0-9]{1,18}) ') AS bigint)
			LEFT JOIN (` + postRefs + `) pr ON pr.id = h.post_id
			WHERE h.type = 24) edits
		WHERE number <= @maxEdits`,
	// Everybody's base, and what the network gives those who are known from another site: where it explains the sum better.
	`WITH earned AS (
			SELECT user_id, sum(other + least(CAST(@cap AS integer), up)) AS amount FROM (
				SELECT user_id, day, coalesce(sum(amount) FILTER (WHERE reason IN (@upQuestion, @upAnswer)), 0) AS up,
					coalesce(sum(amount) FILTER (WHERE reason NOT IN (@upQuestion, @upAnswer)), 0) AS other
				FROM staging.gains GROUP BY user_id, day) days
			GROUP BY user_id
		), wanted AS (
			SELECT u.local_id AS user_id, p.created_at, p.reputation - coalesce(e.amount, 0) AS base
			FROM staging.people p JOIN (` + personRefs + `) u ON u.id = p.id LEFT JOIN earned e ON e.user_id = u.local_id
		)
		INSERT INTO staging.gains (user_id, day, at, reason, amount)
		SELECT user_id, created_at::date, created_at, @baseReason, CAST(@base AS integer) FROM wanted
		UNION ALL
		SELECT user_id, created_at::date, created_at, @associationReason, CAST(@association AS integer) FROM wanted
		WHERE abs(base - @base - @association) < abs(base - @base)`,
}

func (s store) computeGains(ctx context.Context, site string) error {
	args := map[string]any{
		"site": site, "cap": reputation.CapPerDay, "maxEdits": reputation.MaxApprovedEdits,
		"up": reputation.Worth(reputation.AnswerUpvoted), "upAnswer": reputation.AnswerUpvoted, "upQuestion": reputation.QuestionUpvoted,
		"down": reputation.Worth(reputation.PostDownvoted), "downReason": reputation.PostDownvoted,
		"accepted": reputation.Worth(reputation.AnswerAccepted), "acceptedReason": reputation.AnswerAccepted,
		"accepting": reputation.Worth(reputation.AcceptedAnAnswer), "acceptingReason": reputation.AcceptedAnAnswer,
		"offered": reputation.BountyOffered, "earned": reputation.BountyEarned,
		"edit": reputation.Worth(reputation.EditApproved), "editReason": reputation.EditApproved,
		"base": reputation.Worth(reputation.Base), "baseReason": reputation.Base,
		"association": reputation.Worth(reputation.Association), "associationReason": reputation.Association,
	}
	if err := s.change(ctx, "begin to compute reputation", `TRUNCATE staging.gains`); err != nil {
		return err
	}
	for _, statement := range gainStatements {
		if err := s.change(ctx, "compute reputation", statement, args); err != nil {
			return err
		}
	}
	return s.change(ctx, "analyse reputation", `ANALYZE staging.gains`)
}

func (s store) gainsAfter(ctx context.Context, after reputation.Key, limit int) ([]reputation.ImportedGain, error) {
	var gains []reputation.ImportedGain
	err := s.scan(ctx, "read reputation", &gains, `
		SELECT user_id AS person, post_id AS post, cause_id AS cause, reason, at, amount FROM staging.gains
		WHERE (user_id, day) > (?, ?::date)
		ORDER BY user_id, day, at, reason = ? DESC, reason, post_id LIMIT ?`, after.Person, after.Day, reputation.Base, limit)
	return gains, err
}

// compareReputation counts the people of the dump, and those whose ledger comes to the sum the dump gives.
func (s store) compareReputation(ctx context.Context, site string) (people, equal int, err error) {
	var counts struct{ People, Equal int }
	err = s.scan(ctx, "compare reputation", &counts, `
		SELECT count(*) AS people, count(*) FILTER (WHERE t.reputation = p.reputation) AS equal
		FROM staging.people p JOIN import_refs r ON r.source = ? AND r.kind = 'person' AND r.external_id = p.id
		LEFT JOIN reputation_totals t ON t.user_id = r.local_id
		WHERE p.reputation > 0`, site)
	return counts.People, counts.Equal, err
}
