package notifications

import (
	"context"
	"fmt"
	"strconv"
	"time"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/people/spaces"
)

// shownRecognition is how much of it is listed: the profile has all badges.
const shownRecognition = 20

// recognise tells whether the person can be told. What was seen begins to count anew; a privilege is told once.
func (s store) recognise(ctx context.Context, about Key, person id.User, post id.Post, at time.Time) (told bool, err error) {
	result := s.db.Gorm(ctx).Exec(`
		INSERT INTO recognitions (user_id, kind, name, post_id, at)
		SELECT id, ?, ?, nullif(?, 0::bigint), ? FROM users WHERE id = ? AND state = 'active'
		ON CONFLICT (user_id, kind, name) DO UPDATE SET
			count = CASE WHEN recognitions.seen THEN 1 ELSE recognitions.count + 1 END, seen = false,
			post_id = EXCLUDED.post_id, at = greatest(recognitions.at, EXCLUDED.at)
		WHERE recognitions.kind = 'badge'`, about.Kind, about.Name, post, at, person)
	if result.Error != nil {
		return false, fmt.Errorf("tell person %d of the %s %s: %w", person, about.Kind, about.Name, result.Error)
	}
	return result.RowsAffected > 0, nil
}

func (s store) recognition(ctx context.Context, actor authz.Actor, unseen bool) ([]Recognition, error) {
	condition, readable := spaces.Visible(actor, "q.space_id")
	limit := ` LIMIT ` + strconv.Itoa(shownRecognition)
	if unseen {
		limit = ``
	}
	found := []Recognition{}
	err := s.db.Gorm(ctx).Raw(`
		SELECT r.kind, r.name, r.count, r.at, NOT r.seen AS unseen, CASE WHEN q.id IS NULL THEN 0 ELSE p.id END AS post,
			q.id IS NOT NULL AND p.kind = 'answer' AS answer, coalesce(q.id, 0) AS question, coalesce(q.title, '') AS title
		FROM recognitions r
		LEFT JOIN posts p ON p.id = r.post_id AND p.deleted_at IS NULL
		LEFT JOIN posts q ON q.id = coalesce(p.question_id, p.id) AND q.deleted_at IS NULL AND `+condition+`
		WHERE r.user_id = ? AND (NOT r.seen OR NOT ?)
		ORDER BY r.at DESC, r.kind, r.name`+limit, readable, actor.User, unseen).Scan(&found).Error
	if err != nil {
		return nil, fmt.Errorf("list the recognition of person %d: %w", actor.User, err)
	}
	return found, nil
}

func (s store) markRecognitionSeen(ctx context.Context, person id.User, through time.Time) (bool, error) {
	result := s.db.Gorm(ctx).Exec(`UPDATE recognitions SET seen = true WHERE user_id = ? AND NOT seen AND at <= ?`, person, through)
	if result.Error != nil {
		return false, fmt.Errorf("mark the recognition of person %d as seen: %w", person, result.Error)
	}
	return result.RowsAffected > 0, nil
}
