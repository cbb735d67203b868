package comments

import (
	"context"
	"fmt"
	"time"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/db"
)

type store struct{ db *db.DB }

type row struct {
	ID       id.Comment
	AuthorID id.User
	Body     string
	Score    int
}

func notFound() error {
	return fault.NotFound("This comment does not exist, or you may not read it.")
}

func (s store) change(ctx context.Context, doing, sql string, args ...any) (int, error) {
	result := s.db.Gorm(ctx).Exec(sql, args...)
	if result.Error != nil {
		return 0, fmt.Errorf("%s: %w", doing, result.Error)
	}
	return int(result.RowsAffected), nil
}

func (s store) postOf(ctx context.Context, comment id.Comment) (id.Post, error) {
	var post id.Post
	err := s.db.Gorm(ctx).Raw(`SELECT post_id FROM comments WHERE id = ? AND deleted_at IS NULL`, comment).Scan(&post).Error
	if err != nil {
		return 0, fmt.Errorf("find comment %d: %w", comment, err)
	}
	if post == 0 {
		return 0, notFound()
	}
	return post, nil
}

func (s store) lock(ctx context.Context, comment id.Comment) (row, error) {
	var locked row
	result := s.db.Gorm(ctx).Raw(`
		SELECT id, coalesce(author_id, 0) AS author_id, body, score FROM comments
		WHERE id = ? AND deleted_at IS NULL FOR NO KEY UPDATE`, comment).Scan(&locked)
	if result.Error != nil {
		return row{}, fmt.Errorf("lock comment %d: %w", comment, result.Error)
	}
	if result.RowsAffected == 0 {
		return row{}, notFound()
	}
	return locked, nil
}

func (s store) insert(ctx context.Context, actor authz.Actor, post id.Post, body, html string, at time.Time) (id.Comment, error) {
	var posted id.Comment
	err := s.db.Gorm(ctx).Raw(`
		INSERT INTO comments (post_id, author_id, author_name, body, html, created_at) VALUES (?, ?, ?, ?, ?, ?) RETURNING id`,
		post, actor.User, actor.Name, body, html, at).Scan(&posted).Error
	if err != nil {
		return 0, fmt.Errorf("write a comment: %w", err)
	}
	return posted, nil
}

func (s store) edit(ctx context.Context, comment id.Comment, body, html string, at time.Time) error {
	_, err := s.change(ctx, "edit a comment", `UPDATE comments SET body = ?, html = ?, edited_at = ? WHERE id = ?`, body, html, at, comment)
	return err
}

func (s store) delete(ctx context.Context, comment id.Comment, by id.User, at time.Time) error {
	_, err := s.change(ctx, "delete a comment", `UPDATE comments SET deleted_at = ?, deleted_by = ? WHERE id = ?`, at, by, comment)
	return err
}

func (s store) vote(ctx context.Context, comment id.Comment, voter id.User, at time.Time) (int, error) {
	return s.change(ctx, "vote on a comment", `
		INSERT INTO comment_votes (comment_id, user_id, created_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING`, comment, voter, at)
}

func (s store) unvote(ctx context.Context, comment id.Comment, voter id.User) (int, error) {
	gone, err := s.change(ctx, "take back a vote on a comment", `DELETE FROM comment_votes WHERE comment_id = ? AND user_id = ?`, comment, voter)
	return -gone, err
}

func (s store) addScore(ctx context.Context, comment id.Comment, by int) error {
	_, err := s.change(ctx, "count votes on a comment", `UPDATE comments SET score = score + ? WHERE id = ?`, by, comment)
	return err
}

type shownRow struct {
	ID         id.Comment
	PostID     id.Post
	Body       string
	HTML       string `gorm:"column:html"`
	Score      int
	AuthorName string
	CreatedAt  time.Time
	EditedAt   *time.Time
	UserID     id.User
	Handle     string
	Name       string
	Unit       string
	Role       authz.Role
	Reputation int
	Mine       bool
}

func (r shownRow) shown() Shown {
	shown := Shown{Comment: posts.Comment{
		ID: r.ID, Post: r.PostID, Body: r.Body, HTML: r.HTML, Score: r.Score, Author: r.UserID, AuthorName: r.AuthorName,
		CreatedAt: r.CreatedAt, EditedAt: r.EditedAt,
	}, Mine: r.Mine}
	if r.UserID != 0 {
		shown.Person = &posts.Person{ID: r.UserID, Handle: r.Handle, Name: r.Name, Unit: r.Unit, Role: r.Role, Reputation: r.Reputation}
	}
	return shown
}

func (s store) list(ctx context.Context, reader id.User, post id.Post) ([]Shown, error) {
	var rows []shownRow
	err := s.db.Gorm(ctx).Raw(`
		SELECT c.id, c.post_id, c.body, c.html, c.score, c.author_name, c.created_at, c.edited_at,
			u.id AS user_id, u.handle, u.name, un.name AS unit, u.role, coalesce(r.reputation, 0) AS reputation, v.user_id IS NOT NULL AS mine
		FROM comments c
		LEFT JOIN users u ON u.id = c.author_id
		LEFT JOIN units un ON un.id = u.unit_id
		LEFT JOIN reputation_totals r ON r.user_id = u.id
		LEFT JOIN comment_votes v ON v.comment_id = c.id AND v.user_id = ?
		WHERE c.post_id = ? AND c.deleted_at IS NULL
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

func (s store) move(ctx context.Context, from, into id.Post) error {
	if err := s.db.Gorm(ctx).Exec(`UPDATE comments SET post_id = ? WHERE post_id = ?`, into, from).Error; err != nil {
		return fmt.Errorf("move the comments of question %d: %w", from, err)
	}
	return nil
}
