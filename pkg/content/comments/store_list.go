package comments

import (
	"context"
	"fmt"
	"time"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
)

type shownRow struct {
	ID         id.Comment
	PostID     id.Post
	ParentID   id.Comment
	Deleted    bool
	Body       string
	HTML       string `gorm:"column:html"`
	Score      int
	AuthorName string
	CreatedAt  time.Time
	EditedAt   *time.Time
	UserID     id.User
	Handle     string
	Avatar     string
	Name       string
	Unit       string
	Role       authz.Role
	Reputation int
	Mine       bool
}

func (r shownRow) shown() Shown {
	if r.Deleted {
		return Shown{Comment: posts.Comment{ID: r.ID, Post: r.PostID, Deleted: true, CreatedAt: r.CreatedAt}}
	}
	shown := Shown{Comment: posts.Comment{
		ID: r.ID, Post: r.PostID, Parent: r.ParentID, Body: r.Body, HTML: r.HTML, Score: r.Score, Author: r.UserID, AuthorName: r.AuthorName,
		CreatedAt: r.CreatedAt, EditedAt: r.EditedAt,
	}, Mine: r.Mine}
	if r.UserID != 0 {
		shown.Person = &posts.Person{ID: r.UserID, Handle: r.Handle, Avatar: r.Avatar, Name: r.Name, Unit: r.Unit, Role: r.Role, Reputation: r.Reputation}
	}
	return shown
}

func (s store) list(ctx context.Context, reader id.User, post id.Post) ([]Shown, error) {
	var rows []shownRow
	err := s.db.Gorm(ctx).Raw(`
		SELECT c.id, c.post_id, coalesce(c.parent_id, 0) AS parent_id, c.deleted_at IS NOT NULL AS deleted,
			c.body, c.html, c.score, c.author_name, c.created_at, c.edited_at,
			u.id AS user_id, u.handle, u.avatar, u.name, un.name AS unit, u.role, coalesce(r.reputation, 0) AS reputation, v.user_id IS NOT NULL AS mine
		FROM comments c
		LEFT JOIN users u ON u.id = c.author_id
		LEFT JOIN units un ON un.id = u.unit_id
		LEFT JOIN reputation_totals r ON r.user_id = u.id
		LEFT JOIN comment_votes v ON v.comment_id = c.id AND v.user_id = ?
		WHERE c.post_id = ? AND (c.deleted_at IS NULL
			OR EXISTS (SELECT 1 FROM comments reply WHERE reply.parent_id = c.id AND reply.deleted_at IS NULL))
		ORDER BY c.created_at, c.id`, reader, post).Scan(&rows).Error
	if err != nil {
		return nil, fmt.Errorf("list comments of post %d: %w", post, err)
	}
	comments := make([]Shown, 0, len(rows))
	for i := range rows {
		comments = append(comments, rows[i].shown())
	}
	return comments, nil
}
