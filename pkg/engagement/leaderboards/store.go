package leaderboards

import (
	"context"
	"fmt"
	"time"

	"wellspring/pkg/kernel/id"
	"wellspring/pkg/kernel/page"
	"wellspring/pkg/platform/db"
)

type store struct{ db *db.DB }

// ranking is a query of the columns rank, user and value, with its arguments.
type ranking struct {
	sql  string
	args []any
}

// ranking counts what people did since a day. What everybody starts with is no contribution, so it is left out.
func (store) ranking(by Measure, from time.Time, spaces []id.Space) ranking {
	counted, args := `
		SELECT user_id, sum(amount) AS value FROM reputation_entries
		WHERE day >= ?::date AND reason NOT IN ('base', 'association') GROUP BY user_id`, []any{from}
	switch by {
	case Answers:
		counted = `
		SELECT a.author_id AS user_id, count(*) AS value
		FROM posts a JOIN posts q ON q.id = a.question_id
		WHERE a.kind = 'answer' AND a.created_at >= ? AND a.deleted_at IS NULL AND q.deleted_at IS NULL AND a.space_id = ANY(?)
		GROUP BY a.author_id`
		args = append(args, db.Array[id.Space](spaces))
	case AcceptedAnswers:
		counted = `
		SELECT a.author_id AS user_id, count(*) AS value
		FROM posts q JOIN posts a ON a.id = q.accepted_answer_id
		WHERE q.accepted_at >= ? AND a.deleted_at IS NULL AND q.deleted_at IS NULL AND q.space_id = ANY(?)
		GROUP BY a.author_id`
		args = append(args, db.Array[id.Space](spaces))
	case Reputation:
	}
	return ranking{sql: `
		SELECT rank() OVER (ORDER BY value DESC) AS rank, user_id AS "user", value,
			row_number() OVER (ORDER BY value DESC, user_id) AS line
		FROM (` + counted + `) counted JOIN users ON users.id = user_id AND users.state <> 'disabled' WHERE value > 0`, args: args}
}

func (s store) places(ctx context.Context, r ranking, request page.Request) ([]Place, int, error) {
	var rows []struct {
		Place
		Total int
	}
	args := append(append([]any{}, r.args...), request.Size, request.Offset())
	err := s.db.Gorm(ctx).Raw(`
		SELECT rank, "user", value, count(*) OVER () AS total FROM (`+r.sql+`) ranked ORDER BY line LIMIT ? OFFSET ?`,
		args...).Scan(&rows).Error
	if err != nil {
		return nil, 0, fmt.Errorf("read leaderboard: %w", err)
	}
	places, total := make([]Place, len(rows)), 0
	for i := range rows {
		places[i], total = rows[i].Place, rows[i].Total
	}
	return places, total, nil
}

// standing is nil for somebody who has contributed nothing in the period.
func (s store) standing(ctx context.Context, r ranking, user id.User) (*Standing, error) {
	var around []Place
	args := append(append([]any{}, r.args...), user, neighbours)
	err := s.db.Gorm(ctx).Raw(`
		WITH ranked AS (`+r.sql+`)
		SELECT rank, "user", value FROM ranked, (SELECT line AS mine FROM ranked WHERE "user" = ?) own
		WHERE abs(line - mine) <= ? ORDER BY line`, args...).Scan(&around).Error
	if err != nil {
		return nil, fmt.Errorf("read own rank: %w", err)
	}
	var standing *Standing
	for _, place := range around {
		if place.User == user {
			standing = &Standing{Place: place, Neighbours: around}
		}
	}
	return standing, nil
}
