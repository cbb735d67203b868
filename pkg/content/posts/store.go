package posts

import (
	"context"
	"fmt"

	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/db"
)

type store struct{ db *db.DB }

func (s store) text(ctx context.Context, post id.Post) (Text, error) {
	var found struct {
		Title string
		Body  string
		Tags  db.Array[string]
	}
	err := s.db.Gorm(ctx).Raw(`SELECT title, body, tags FROM posts WHERE id = ?`, post).Scan(&found).Error
	if err != nil {
		return Text{}, fmt.Errorf("read post %d: %w", post, err)
	}
	return Text{Title: found.Title, Body: found.Body, Tags: found.Tags}, nil
}

func (s store) othersHelped(ctx context.Context, question id.Post) (bool, error) {
	var helped bool
	err := s.db.Gorm(ctx).Raw(`
		SELECT EXISTS (
			SELECT 1 FROM posts a JOIN posts q ON q.id = a.question_id
			WHERE a.question_id = ? AND a.deleted_at IS NULL AND a.author_id IS DISTINCT FROM q.author_id
				AND (a.up_count > 0 OR a.id = q.accepted_answer_id))`, question).Scan(&helped).Error
	if err != nil {
		return false, fmt.Errorf("look for help on question %d: %w", question, err)
	}
	return helped, nil
}
