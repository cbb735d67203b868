package comments

import (
	"context"
	"fmt"
	"time"

	"wellspring/pkg/kernel/id"
)

// maxTexts is how many texts of a comment are shown: more are not made in the minutes in which it can be edited.
const maxTexts = 100

// keep stores what a comment says as one of its earlier texts, before it changes.
func (s store) keep(ctx context.Context, comment id.Comment) error {
	_, err := s.change(ctx, "keep the earlier text of a comment", `
		INSERT INTO comment_revisions (comment_id, body, created_at)
		SELECT id, body, coalesce(edited_at, created_at) FROM comments WHERE id = ?`, comment)
	return err
}

func (s store) texts(ctx context.Context, comment id.Comment) (id.User, []Text, error) {
	var rows []struct {
		AuthorID id.User
		Body     string
		At       time.Time
	}
	err := s.db.Gorm(ctx).Raw(`
		SELECT c.author_id, said.body, said.at
		FROM comments c CROSS JOIN LATERAL (
			SELECT c.body, coalesce(c.edited_at, c.created_at) AS at, 9223372036854775807 AS place
			UNION ALL
			(SELECT v.body, v.created_at, v.id FROM comment_revisions v WHERE v.comment_id = c.id ORDER BY v.id DESC LIMIT ?)
		) said
		WHERE c.id = ? ORDER BY said.place DESC`, maxTexts, comment).Scan(&rows).Error
	if err != nil {
		return 0, nil, fmt.Errorf("list the texts of comment %d: %w", comment, err)
	}
	texts := make([]Text, len(rows))
	var author id.User
	for i, row := range rows {
		author, texts[i] = row.AuthorID, Text{Body: row.Body, At: row.At}
	}
	return author, texts, nil
}
