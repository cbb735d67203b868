package mentions

import (
	"context"
	"fmt"
	"strings"
	"time"

	"wellspring/pkg/kernel/event"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/people/spaces"
	"wellspring/pkg/people/users"
	"wellspring/pkg/platform/db"
)

type store struct{ db *db.DB }

func (s store) find(ctx context.Context, space id.Space, handles []string) (People, error) {
	var rows []struct {
		ID     id.User
		Handle string
	}
	err := s.db.Gorm(ctx).Raw(`
		SELECT u.id, lower(u.handle) AS handle FROM users u
		WHERE lower(u.handle) = ANY(?::text[]) AND u.state <> 'disabled' AND `+spaces.ReadableBy("?", "u.id"),
		db.Array[string](handles), space).Scan(&rows).Error
	if err != nil {
		return nil, fmt.Errorf("find who is mentioned: %w", err)
	}
	people := make(People, len(rows))
	for _, row := range rows {
		people[row.Handle] = row.ID
	}
	return people, nil
}

// space is zero where there is none of this name, which nobody reads.
func (s store) space(ctx context.Context, slug string) (id.Space, error) {
	var space id.Space
	if err := s.db.Gorm(ctx).Raw(`SELECT id FROM spaces WHERE slug = ?`, slug).Scan(&space).Error; err != nil {
		return 0, fmt.Errorf("find space %q: %w", slug, err)
	}
	return space, nil
}

// add gives those who are new there, without the writer.
func (s store) add(ctx context.Context, said event.PeopleMentioned, at time.Time) ([]id.User, error) {
	var fresh []id.User
	err := s.db.Gorm(ctx).Raw(`
		INSERT INTO mentions (post_id, comment_id, user_id, created_at)
		SELECT ?, nullif(?, 0::bigint), called, ? FROM unnest(?::bigint[]) called WHERE called <> ? ORDER BY called
		ON CONFLICT DO NOTHING RETURNING user_id`,
		said.Post, said.Comment, at, db.Array[id.User](said.Mentioned), said.By).Scan(&fresh).Error
	if err != nil {
		return nil, fmt.Errorf("remember who is mentioned in post %d: %w", said.Post, err)
	}
	return fresh, nil
}

const suggested = 8

var likeEscape = strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`)

// suggest lets each of the two indexes offer its own before they are sorted together.
func (s store) suggest(ctx context.Context, space id.Space, beginning string) ([]users.Ref, error) {
	beginning = likeEscape.Replace(strings.ToLower(beginning))
	readable := `u.state <> 'disabled' AND ` + spaces.ReadableBy("?", "u.id")
	var people []users.Ref
	err := s.db.Gorm(ctx).Raw(`
		WITH matching AS MATERIALIZED (
			(SELECT u.id FROM users u WHERE lower(u.handle) LIKE ? AND `+readable+` LIMIT 50)
			UNION
			(SELECT u.id FROM users u WHERE (lower(u.name) LIKE ? OR lower(u.name) LIKE ?) AND `+readable+` LIMIT 50)
		)
		SELECT u.id, u.handle, u.avatar, u.name, coalesce(n.name, '') AS unit, coalesce(r.reputation, 0) AS reputation, u.role
		FROM matching m JOIN users u ON u.id = m.id
		LEFT JOIN units n ON n.id = u.unit_id
		LEFT JOIN reputation_totals r ON r.user_id = u.id
		ORDER BY lower(u.handle) LIKE ? DESC, coalesce(r.reputation, 0) DESC, u.id LIMIT ?`,
		beginning+"%", space, beginning+"%", "% "+beginning+"%", space, beginning+"%", suggested).Scan(&people).Error
	if err != nil {
		return nil, fmt.Errorf("suggest people to mention: %w", err)
	}
	return people, nil
}
