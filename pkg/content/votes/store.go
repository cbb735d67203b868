package votes

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/db"
)

type store struct{ db *db.DB }

const (
	castSQL = `
		INSERT INTO votes (post_id, user_id, value, created_at) VALUES ($1, $2, $3, $4)
		ON CONFLICT (post_id, user_id) DO UPDATE SET value = EXCLUDED.value, created_at = EXCLUDED.created_at`
	withdrawSQL = `DELETE FROM votes WHERE post_id = $1 AND user_id = $2`
)

// set writes a person's vote on a locked post. It is queued: votes are the most frequent write, and nothing waits for it.
func (s store) set(ctx context.Context, post id.Post, voter id.User, value int, at time.Time) error {
	var err error
	if value == None {
		err = s.db.Queue(ctx, withdrawSQL, int64(post), int64(voter))
	} else {
		err = s.db.Queue(ctx, castSQL, int64(post), int64(voter), value, at)
	}
	if err != nil {
		return fmt.Errorf("write the vote of person %d on post %d: %w", voter, post, err)
	}
	return nil
}

type importRow struct {
	Post  id.Post   `json:"post_id"`
	Voter id.User   `json:"user_id"`
	Value int       `json:"value"`
	At    time.Time `json:"created_at"`
}

func (s store) importVotes(ctx context.Context, votes []ImportedVote) error {
	rows := make([]importRow, 0, len(votes))
	for _, vote := range votes {
		rows = append(rows, importRow(vote))
	}
	text, err := json.Marshal(rows)
	if err != nil {
		return fmt.Errorf("encode votes: %w", err)
	}
	err = s.db.Gorm(ctx).Exec(`
		INSERT INTO votes (post_id, user_id, value, created_at)
		SELECT DISTINCT ON (post_id, user_id) post_id, user_id, value, given.created_at
		FROM json_to_recordset(?::json) AS given (post_id bigint, user_id bigint, value smallint, created_at timestamptz)
		JOIN posts p ON p.id = given.post_id AND p.author_id IS DISTINCT FROM given.user_id
		ORDER BY post_id, user_id, given.created_at DESC
		ON CONFLICT (post_id, user_id) DO UPDATE SET value = EXCLUDED.value, created_at = EXCLUDED.created_at`, string(text)).Error
	if err != nil {
		return fmt.Errorf("import votes: %w", err)
	}
	return nil
}
