package bounties

import (
	"context"
	"encoding/json"
	"fmt"

	"wellspring/pkg/content/posts"
)

const given = `
	json_to_recordset(?::json) AS w (question_id bigint, offerer_id bigint, amount integer, note text, offered_at timestamptz, ends_at timestamptz,
		ended_at timestamptz, outcome text, answer_id bigint, paid integer, chosen boolean)`

// same compares a bounty with a given one.
const same = `
	b.question_id = w.question_id AND b.offerer_id IS NOT DISTINCT FROM nullif(w.offerer_id, 0) AND b.amount = w.amount AND b.offered_at = w.offered_at
	AND b.outcome IS NOT DISTINCT FROM nullif(w.outcome, '') AND b.answer_id IS NOT DISTINCT FROM nullif(w.answer_id, 0) AND b.paid = w.paid`

func encode(bounties []Imported) (string, error) {
	if len(bounties) == 0 {
		return "[]", nil
	}
	text, err := json.Marshal(bounties)
	if err != nil {
		return "", fmt.Errorf("encode bounties: %w", err)
	}
	return string(text), nil
}

func (s store) dropStale(ctx context.Context, site string, bounties []Imported) (int, error) {
	wanted, err := encode(bounties)
	if err != nil {
		return 0, err
	}
	done := s.db.Gorm(ctx).Exec(`
		DELETE FROM bounties b WHERE b.source = ? AND NOT EXISTS (SELECT 1 FROM`+given+` WHERE`+same+`)`, site, wanted)
	if done.Error != nil {
		return 0, fmt.Errorf("drop bounties that are gone: %w", done.Error)
	}
	return int(done.RowsAffected), nil
}

func (s store) addMissing(ctx context.Context, site string, bounties []Imported) (int, error) {
	wanted, err := encode(bounties)
	if err != nil {
		return 0, err
	}
	done := s.db.Gorm(ctx).Exec(`
		INSERT INTO bounties (question_id, offerer_id, amount, note, offered_at, ends_at, ended_at, outcome, answer_id, paid, chosen, source)
		SELECT w.question_id, nullif(w.offerer_id, 0), w.amount, w.note, w.offered_at, w.ends_at, w.ended_at, nullif(w.outcome, ''), nullif(w.answer_id, 0),
			w.paid, w.chosen, nullif(?, '')
		FROM`+given+`
		WHERE NOT EXISTS (SELECT 1 FROM bounties b WHERE b.source IS NOT DISTINCT FROM nullif(?, '') AND`+same+`)
		ORDER BY w.offered_at, w.question_id`, site, wanted, site)
	if done.Error != nil {
		return 0, fmt.Errorf("import bounties: %w", done.Error)
	}
	return int(done.RowsAffected), nil
}

// drift sums by person, since a merged question's bounties move and the entries stay. Entries of an import name no cause.
func (s store) drift(ctx context.Context) ([]posts.Drift, error) {
	var found []posts.Drift
	err := s.db.Gorm(ctx).Raw(`
		WITH due AS (
			SELECT user_id, reason, sum(amount) AS amount FROM (
				SELECT offerer_id AS user_id, 'bounty-offered' AS reason, -amount AS amount FROM bounties
				WHERE source IS NULL AND outcome IS DISTINCT FROM 'returned'
				UNION ALL
				SELECT a.author_id, 'bounty-earned', b.paid FROM bounties b JOIN posts a ON a.id = b.answer_id WHERE b.source IS NULL
			) bounties GROUP BY user_id, reason
		), kept AS (
			SELECT user_id, reason, sum(amount) AS amount FROM reputation_entries
			WHERE reason IN ('bounty-offered', 'bounty-earned') AND cause_user_id IS NOT NULL GROUP BY user_id, reason
		)
		SELECT 'ledger of ' || reason AS counter, user_id AS id, coalesce(kept.amount, 0) AS have, coalesce(due.amount, 0) AS want
		FROM due FULL JOIN kept USING (user_id, reason)
		WHERE coalesce(kept.amount, 0) <> coalesce(due.amount, 0) ORDER BY user_id, reason`).Scan(&found).Error
	if err != nil {
		return nil, fmt.Errorf("compare bounties with the ledger: %w", err)
	}
	return found, nil
}
