package reputation

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/db"
)

type gainRow struct {
	Place  int       `json:"place"`
	Person id.User   `json:"user_id"`
	Post   id.Post   `json:"post_id"`
	Cause  id.User   `json:"cause_user_id"`
	Reason Reason    `json:"reason"`
	At     time.Time `json:"at"`
	Amount int       `json:"amount"`
}

func encodeGains(gains []ImportedGain) (string, error) {
	rows := make([]gainRow, len(gains))
	for i, gain := range gains {
		rows[i] = gainRow{
			Place: i, Person: gain.Person, Post: gain.Post, Cause: gain.Cause, Reason: gain.Reason, At: gain.At, Amount: gain.Amount,
		}
	}
	text, err := json.Marshal(rows)
	if err != nil {
		return "", fmt.Errorf("encode imported reputation: %w", err)
	}
	return string(text), nil
}

const wantedGains = `
	json_to_recordset(?::json) AS w (place integer, user_id bigint, post_id bigint, cause_user_id bigint, reason text, at timestamptz, amount integer)`

// sameEntry compares an entry with a wanted gain.
const sameEntry = `
	e.user_id = w.user_id AND coalesce(e.post_id, 0) = w.post_id AND coalesce(e.cause_user_id, 0) = w.cause_user_id
	AND e.reason = w.reason AND e.at = w.at AND e.amount = w.amount`

const inStretch = `
	e.source = ? AND (e.user_id, e.day) > (?, ?::date) AND (e.user_id, e.day) <= (?, ?::date)`

func (s Stretch) args(source string) []any {
	return []any{source, s.From.Person, s.From.Day, s.To.Person, s.To.Day}
}

// dropStale deletes entries that the source no longer gives, with all that was undone of them, and gives whose they were.
func (s store) dropStale(ctx context.Context, source string, stretch Stretch, gains []ImportedGain) ([]id.User, error) {
	wanted, err := encodeGains(gains)
	if err != nil {
		return nil, err
	}
	var people []id.User
	err = s.db.Gorm(ctx).Raw(`
		WITH RECURSIVE stale AS (
			SELECT e.id FROM reputation_entries e
			WHERE`+inStretch+` AND e.reason <> ? AND e.reverses_id IS NULL
				AND NOT EXISTS (SELECT 1 FROM`+wantedGains+` WHERE`+sameEntry+`)
			UNION ALL
			SELECT e.id FROM reputation_entries e JOIN stale ON e.reverses_id = stale.id
		)
		DELETE FROM reputation_entries e USING stale WHERE e.id = stale.id RETURNING e.user_id`,
		append(stretch.args(source), DailyCap, wanted)...).Scan(&people).Error
	if err != nil {
		return nil, fmt.Errorf("drop imported reputation: %w", err)
	}
	return people, nil
}

// addMissing writes the gains that are not there yet, in the order given.
func (s store) addMissing(ctx context.Context, source string, gains []ImportedGain) ([]id.User, error) {
	if len(gains) == 0 {
		return nil, nil
	}
	wanted, err := encodeGains(gains)
	if err != nil {
		return nil, err
	}
	var people []id.User
	err = s.db.Gorm(ctx).Raw(`
		INSERT INTO reputation_entries (user_id, at, day, amount, reason, post_id, cause_user_id, rule_version, source)
		SELECT w.user_id, w.at, w.at::date, w.amount, w.reason, nullif(w.post_id, 0), nullif(w.cause_user_id, 0), ?, ?
		FROM`+wantedGains+`
		WHERE w.amount <> 0 AND NOT EXISTS (SELECT 1 FROM reputation_entries e WHERE e.source = ? AND`+sameEntry+`)
		ORDER BY w.place
		RETURNING user_id`, RuleVersion, source, wanted, source).Scan(&people).Error
	if err != nil {
		return nil, fmt.Errorf("add imported reputation: %w", err)
	}
	return people, nil
}

// capImported makes the caps of the stretch's days right: a day whose cap is not what its gains ask for gets a new one.
func (s store) capImported(ctx context.Context, source string, stretch Stretch) ([]id.User, error) {
	const wrongDays = `
		SELECT e.user_id, e.day, least(0, ? - sum(e.amount) FILTER (WHERE e.reason IN (?, ?))) AS wanted
		FROM reputation_entries e
		WHERE (e.user_id, e.day) IN (
			SELECT e.user_id, e.day FROM reputation_entries e WHERE` + inStretch + ` AND e.reason IN (?, ?, ?))
		GROUP BY e.user_id, e.day
		HAVING coalesce(least(0, ? - sum(e.amount) FILTER (WHERE e.reason IN (?, ?))), 0)
			<> coalesce(sum(e.amount) FILTER (WHERE e.reason = ?), 0)`
	args := []any{dailyCap, QuestionUpvoted, AnswerUpvoted}
	args = append(args, stretch.args(source)...)
	args = append(args, QuestionUpvoted, AnswerUpvoted, DailyCap, dailyCap, QuestionUpvoted, AnswerUpvoted, DailyCap)
	var days []struct {
		UserID id.User
		Day    time.Time
		Wanted int
	}
	if err := s.db.Gorm(ctx).Raw(wrongDays, args...).Scan(&days).Error; err != nil {
		return nil, fmt.Errorf("compare caps of imported reputation: %w", err)
	}
	var people []id.User
	for _, day := range days {
		err := s.db.Gorm(ctx).Exec(`DELETE FROM reputation_entries WHERE user_id = ? AND day = ?::date AND reason = ?`,
			day.UserID, day.Day, DailyCap).Error
		if err != nil {
			return nil, fmt.Errorf("drop a cap: %w", err)
		}
		people = append(people, day.UserID)
		if day.Wanted == 0 {
			continue
		}
		err = s.db.Gorm(ctx).Exec(`
			INSERT INTO reputation_entries (user_id, at, day, amount, reason, rule_version, source) VALUES (?, ?, ?::date, ?, ?, ?, ?)`,
			day.UserID, day.Day, day.Day, day.Wanted, DailyCap, RuleVersion, source).Error
		if err != nil {
			return nil, fmt.Errorf("write a cap: %w", err)
		}
	}
	return people, nil
}

// sumUpOf sets the sums of people from their entries, in rising order of people as everywhere.
func (s store) sumUpOf(ctx context.Context, people []id.User) error {
	if len(people) == 0 {
		return nil
	}
	slices.Sort(people)
	people = slices.Compact(people)
	err := s.db.Gorm(ctx).Exec(`SELECT 1 FROM reputation_totals WHERE user_id = ANY(?::bigint[]) ORDER BY user_id FOR UPDATE`,
		db.Array[id.User](people)).Error
	if err != nil {
		return fmt.Errorf("lock reputation: %w", err)
	}
	err = s.db.Gorm(ctx).Exec(`
		INSERT INTO reputation_totals (user_id, reputation)
		SELECT u.id, coalesce(sum(e.amount), 0) FROM users u LEFT JOIN reputation_entries e ON e.user_id = u.id
		WHERE u.id = ANY(?::bigint[]) GROUP BY u.id ORDER BY u.id
		ON CONFLICT (user_id) DO UPDATE SET reputation = EXCLUDED.reputation`, db.Array[id.User](people)).Error
	if err != nil {
		return fmt.Errorf("sum up imported reputation: %w", err)
	}
	return nil
}
