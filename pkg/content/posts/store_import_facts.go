package posts

import (
	"context"
	"fmt"
	"time"

	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/db"
)

type votesRow struct {
	Post id.Post `json:"post_id"`
	Day  string  `json:"day"`
	Up   int     `json:"up_count"`
	Down int     `json:"down_count"`
}

func (s store) importVotes(ctx context.Context, votes []ImportedVotes) error {
	rows := make([]votesRow, 0, len(votes))
	for _, v := range votes {
		rows = append(rows, votesRow{Post: v.Post, Day: v.Day.UTC().Format(time.DateOnly), Up: v.Up, Down: v.Down})
	}
	return changeMany(ctx, s, "import votes", `
		INSERT INTO imported_votes (post_id, day, up_count, down_count)
		SELECT post_id, day, sum(up_count), sum(down_count)
		FROM json_to_recordset(?::json) AS given (post_id bigint, day date, up_count integer, down_count integer)
		GROUP BY post_id, day
		ON CONFLICT (post_id, day) DO UPDATE SET up_count = imported_votes.up_count + EXCLUDED.up_count,
			down_count = imported_votes.down_count + EXCLUDED.down_count`, rows)
}

func (s store) forgetImported(ctx context.Context, site string) error {
	err := s.change(ctx, "forget imported votes", `
		DELETE FROM imported_votes WHERE post_id IN (SELECT id FROM posts WHERE imported_site = ?)`, site)
	if err != nil {
		return err
	}
	return s.change(ctx, "forget imported links", `
		DELETE FROM post_links WHERE post_id IN (SELECT id FROM posts WHERE imported_site = ?)`, site)
}

type linkRow struct {
	Post      id.Post   `json:"post_id"`
	Target    id.Post   `json:"target_id"`
	Kind      string    `json:"kind"`
	CreatedAt time.Time `json:"created_at"`
}

func (s store) importLinks(ctx context.Context, links []ImportedLink) error {
	rows := make([]linkRow, 0, len(links))
	for _, link := range links {
		row := linkRow{Post: link.Post, Target: link.Target, Kind: "linked", CreatedAt: link.CreatedAt}
		if link.Duplicate {
			row.Kind = "duplicate"
		}
		rows = append(rows, row)
	}
	return changeMany(ctx, s, "import links", `
		INSERT INTO post_links (post_id, target_id, kind, created_at)
		SELECT DISTINCT ON (post_id, target_id, kind) post_id, target_id, kind, created_at
		FROM json_to_recordset(?::json) AS given (post_id bigint, target_id bigint, kind text, created_at timestamptz)
		ORDER BY post_id, target_id, kind, created_at
		ON CONFLICT DO NOTHING`, rows)
}

type acceptanceRow struct {
	Question id.Post   `json:"question_id"`
	Answer   id.Post   `json:"answer_id"`
	At       time.Time `json:"at"`
}

func (s store) importAcceptances(ctx context.Context, acceptances []ImportedAcceptance) error {
	rows := make([]acceptanceRow, 0, len(acceptances))
	for _, acceptance := range acceptances {
		rows = append(rows, acceptanceRow(acceptance))
	}
	return changeMany(ctx, s, "import acceptances", `
		UPDATE posts SET accepted_answer_id = a.id, accepted_at = CASE WHEN a.id IS NOT NULL THEN given.at END
		FROM json_to_recordset(?::json) AS given (question_id bigint, answer_id bigint, at timestamptz)
		LEFT JOIN posts a ON a.id = given.answer_id AND a.question_id = given.question_id AND a.deleted_at IS NULL
		WHERE posts.id = given.question_id AND posts.kind = 'question'`, rows)
}

type closureRow struct {
	Question    id.Post   `json:"question_id"`
	Reason      string    `json:"reason"`
	At          time.Time `json:"at"`
	By          id.User   `json:"by"`
	DuplicateOf id.Post   `json:"duplicate_of"`
	Note        string    `json:"note"`
}

func (s store) importClosures(ctx context.Context, closures []ImportedClosure) error {
	rows := make([]closureRow, 0, len(closures))
	for _, closure := range closures {
		rows = append(rows, closureRow(closure))
	}
	err := changeMany(ctx, s, "import closures", `
		UPDATE posts SET closed_reason = nullif(given.reason, ''), closed_at = CASE WHEN given.reason <> '' THEN given.at END,
			closed_by = CASE WHEN given.reason <> '' THEN nullif(given.by, 0) END,
			duplicate_of = CASE given.reason WHEN 'duplicate' THEN nullif(given.duplicate_of, 0) END
		FROM json_to_recordset(?::json) AS given (question_id bigint, reason text, at timestamptz, by bigint, duplicate_of bigint)
		WHERE posts.id = given.question_id AND posts.kind = 'question'`, rows)
	if err != nil {
		return err
	}
	err = changeMany(ctx, s, "forget what was imported of closures before", `
		DELETE FROM post_acts USING json_to_recordset(?::json) AS given (question_id bigint)
		WHERE post_id = given.question_id AND kind = 'closed' AND imported`, rows)
	if err != nil {
		return err
	}
	return changeMany(ctx, s, "keep who closed what", `
		INSERT INTO post_acts (post_id, kind, by_id, at, reason, note, other_id, imported)
		SELECT q.id, 'closed', q.closed_by, q.closed_at, q.closed_reason, given.note, q.duplicate_of, true
		FROM json_to_recordset(?::json) AS given (question_id bigint, note text)
		JOIN posts q ON q.id = given.question_id AND q.closed_at IS NOT NULL`, rows)
}

// softDelete also takes back the acceptance of what goes.
func (s store) softDelete(ctx context.Context, missing []id.Post, at time.Time) (int, error) {
	result := s.db.Gorm(ctx).Exec(`
		UPDATE posts SET deleted_at = ? WHERE id = ANY(?::bigint[]) AND deleted_at IS NULL`, at, db.Array[id.Post](missing))
	if result.Error != nil {
		return 0, fmt.Errorf("delete posts that are missing: %w", result.Error)
	}
	err := s.change(ctx, "take back acceptances", `
		UPDATE posts SET accepted_answer_id = NULL, accepted_at = NULL WHERE accepted_answer_id = ANY(?::bigint[])`, db.Array[id.Post](missing))
	return int(result.RowsAffected), err
}

func (s store) questionsOf(ctx context.Context, site string, after id.Post, limit int) ([]id.Post, error) {
	var found []id.Post
	err := s.db.Gorm(ctx).Raw(`
		SELECT id FROM posts WHERE kind = 'question' AND coalesce(imported_site, '') = ? AND id > ? ORDER BY id LIMIT ?`,
		site, after, limit).Scan(&found).Error
	if err != nil {
		return nil, fmt.Errorf("list questions of %s: %w", site, err)
	}
	return found, nil
}
