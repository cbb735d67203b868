package stackexchange

import (
	"context"
	"encoding/json"
	"fmt"
)

// stageStatements take one batch of a file as one JSON argument.
var stageStatements = map[string]string{
	usersFile: `
		INSERT INTO staging.people (id, name, location, website, about, reputation, created_at, seen_at)
		SELECT * FROM json_to_recordset(?::json) AS given (id bigint, name text, location text, website text, about text,
			reputation integer, created_at timestamptz, seen_at timestamptz)
		ON CONFLICT DO NOTHING`,
	tagsFile: `
		INSERT INTO staging.tags (id, name, excerpt_id, wiki_id)
		SELECT * FROM json_to_recordset(?::json) AS given (id bigint, name text, excerpt_id bigint, wiki_id bigint)
		ON CONFLICT DO NOTHING`,
	postsFile: `
		INSERT INTO staging.posts (id, kind, parent_id, owner_id, owner_name, accepted_id, title, tags, html, views, created_at,
			edited_at, editor_id, closed_at)
		SELECT * FROM json_to_recordset(?::json) AS given (id bigint, kind text, parent_id bigint, owner_id bigint, owner_name text,
			accepted_id bigint, title text, tags text[], html text, views integer, created_at timestamptz, edited_at timestamptz,
			editor_id bigint, closed_at timestamptz)
		ON CONFLICT DO NOTHING`,
	historyFile: `
		INSERT INTO staging.history (post_id, id, type, revision, created_at, user_id, user_name, comment, body)
		SELECT * FROM json_to_recordset(?::json) AS given (post_id bigint, id bigint, type smallint, revision text,
			created_at timestamptz, user_id bigint, user_name text, comment text, body text)
		ON CONFLICT DO NOTHING`,
	votesFile: `
		INSERT INTO staging.votes (post_id, day, type, user_id, votes, amount)
		SELECT post_id, day, type, user_id, count(*), sum(amount)
		FROM json_to_recordset(?::json) AS given (post_id bigint, day date, type smallint, user_id bigint, amount integer)
		GROUP BY post_id, day, type, user_id
		ON CONFLICT (post_id, day, type, user_id) DO UPDATE SET votes = votes.votes + EXCLUDED.votes, amount = votes.amount + EXCLUDED.amount`,
	commentsFile: `
		INSERT INTO staging.comments (id, post_id, user_id, user_name, body, score, created_at)
		SELECT * FROM json_to_recordset(?::json) AS given (id bigint, post_id bigint, user_id bigint, user_name text, body text,
			score integer, created_at timestamptz)
		ON CONFLICT DO NOTHING`,
	linksFile: `
		INSERT INTO staging.links (post_id, target_id, duplicate, created_at)
		SELECT * FROM json_to_recordset(?::json) AS given (post_id bigint, target_id bigint, duplicate boolean, created_at timestamptz)
		ON CONFLICT DO NOTHING`,
	badgesFile: `
		INSERT INTO staging.badges (id, user_id, name, class, tag_based, awarded_at)
		SELECT * FROM json_to_recordset(?::json) AS given (id bigint, user_id bigint, name text, class text, tag_based boolean,
			awarded_at timestamptz)
		ON CONFLICT DO NOTHING`,
}

// stage adds a batch of a file and tells how many of its rows were there already.
func (s store) stage(ctx context.Context, file string, rows []any) (twice int, err error) {
	if len(rows) == 0 {
		return 0, nil
	}
	text, err := json.Marshal(rows)
	if err != nil {
		return 0, fmt.Errorf("encode rows of %s: %w", file, err)
	}
	result := s.db.Gorm(ctx).Exec(stageStatements[file], string(text))
	if result.Error != nil {
		return 0, fmt.Errorf("stage rows of %s: %w", file, result.Error)
	}
	if file == votesFile {
		return 0, nil // votes are added up, and two of a day are no mistake
	}
	return len(rows) - int(result.RowsAffected), nil
}
