package badges

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/people/spaces"
	"wellspring/pkg/platform/db"
)

type store struct{ db *db.DB }

// listOf names a tag only to those who may read a question that has it.
func (s store) listOf(ctx context.Context, actor authz.Actor, person id.User) ([]Held, error) {
	held := []Held{}
	readable, argument := spaces.Visible(actor, "n.space_id")
	err := s.db.Gorm(ctx).Raw(`
		SELECT b.id AS badge, coalesce(b.rule, '') AS rule, b.name, b.class, b.tag_based OR t.id IS NOT NULL AS tag_based,
			coalesce(t.name, '') AS tag, count(*) AS count, max(a.awarded_at) AS awarded_at
		FROM badge_awards a JOIN badges b ON b.id = a.badge_id
		LEFT JOIN tags t ON t.id = a.tag_id AND EXISTS (
			SELECT 1 FROM tag_space_counts n WHERE n.tag_id = t.id AND n.question_count > 0 AND `+readable+`)
		WHERE a.user_id = ?
		GROUP BY b.id, t.id
		ORDER BY array_position(ARRAY['gold', 'silver', 'bronze'], b.class), max(a.awarded_at) DESC, b.name, t.name`, argument, person).Scan(&held).Error
	if err != nil {
		return nil, fmt.Errorf("list the badges of person %d: %w", person, err)
	}
	return held, nil
}

func (s store) countsOf(ctx context.Context, person id.User) (Counts, error) {
	var counts Counts
	err := s.db.Gorm(ctx).Raw(`
		SELECT count(*) FILTER (WHERE b.class = 'gold') AS gold, count(*) FILTER (WHERE b.class = 'silver') AS silver,
			count(*) FILTER (WHERE b.class = 'bronze') AS bronze
		FROM badge_awards a JOIN badges b ON b.id = a.badge_id WHERE a.user_id = ?`, person).Scan(&counts).Error
	if err != nil {
		return Counts{}, fmt.Errorf("count the badges of person %d: %w", person, err)
	}
	return counts, nil
}

type awardRow struct {
	ID       int64     `json:"id"`
	Person   id.User   `json:"user_id"`
	Name     string    `json:"name"`
	Class    Class     `json:"class"`
	TagBased bool      `json:"tag_based"`
	At       time.Time `json:"awarded_at"`
}

// importAwards numbers awards beforehand, because a statement returns rows in no promised order.
func (s store) importAwards(ctx context.Context, awards []ImportedAward) ([]int64, error) {
	var ids []int64
	err := s.db.Gorm(ctx).Raw(`
		SELECT nextval(pg_get_serial_sequence('badge_awards', 'id')) FROM generate_series(1, ?)`, len(awards)).Scan(&ids).Error
	if err != nil {
		return nil, fmt.Errorf("number awards: %w", err)
	}
	rows := make([]awardRow, len(awards))
	for i, a := range awards {
		rows[i] = awardRow{ID: ids[i], Person: a.Person, Name: a.Name, Class: a.Class, TagBased: a.TagBased, At: a.At}
	}
	text, err := json.Marshal(rows)
	if err != nil {
		return nil, fmt.Errorf("encode awards: %w", err)
	}
	err = s.db.Gorm(ctx).Exec(`
		INSERT INTO badges (name, class, tag_based)
		SELECT DISTINCT ON (name, class) name, class, tag_based
		FROM json_to_recordset(?::json) AS given (name text, class text, tag_based boolean) ORDER BY name, class
		ON CONFLICT (name, class) WHERE rule IS NULL DO NOTHING`, string(text)).Error
	if err != nil {
		return nil, fmt.Errorf("import badges: %w", err)
	}
	err = s.db.Gorm(ctx).Exec(`
		INSERT INTO badge_awards (id, badge_id, user_id, awarded_at)
		SELECT given.id, b.id, given.user_id, given.awarded_at
		FROM json_to_recordset(?::json) AS given (id bigint, user_id bigint, name text, class text, awarded_at timestamptz)
		JOIN badges b ON b.name = given.name AND b.class = given.class AND b.rule IS NULL`, string(text)).Error
	if err != nil {
		return nil, fmt.Errorf("import awards: %w", err)
	}
	return ids, nil
}

func (s store) withdraw(ctx context.Context, awards []int64) error {
	if err := s.db.Gorm(ctx).Exec(`DELETE FROM badge_awards WHERE id = ANY(?::bigint[])`, db.Array[int64](awards)).Error; err != nil {
		return fmt.Errorf("withdraw awards: %w", err)
	}
	return nil
}
