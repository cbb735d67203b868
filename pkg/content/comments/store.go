package comments

import (
	"context"
	"fmt"
	"time"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/db"
)

type store struct{ db *db.DB }

type row struct {
	ID       id.Comment
	AuthorID id.User
	// AuthorName came with an imported comment.
	AuthorName string
	Body       string
	Score      int
	// AnswerID is the answer that the comment was made of.
	AnswerID id.Post
	// CreatedAt says how long its author may still edit it.
	CreatedAt time.Time
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
		SELECT id, coalesce(author_id, 0) AS author_id, author_name, body, score, coalesce(answer_id, 0) AS answer_id, created_at FROM comments
		WHERE id = ? AND deleted_at IS NULL FOR NO KEY UPDATE`, comment).Scan(&locked)
	if result.Error != nil {
		return row{}, fmt.Errorf("lock comment %d: %w", comment, result.Error)
	}
	if result.RowsAffected == 0 {
		return row{}, notFound()
	}
	return locked, nil
}

// parent finds the comment under which a reply to one stands, and who wrote the one that is answered; no comment has none.
func (s store) parent(ctx context.Context, post id.Post, comment id.Comment) (parent id.Comment, answered id.User, err error) {
	if comment == 0 {
		return 0, 0, nil
	}
	var found struct {
		Parent   id.Comment
		Answered id.User
	}
	err = s.db.Gorm(ctx).Raw(`
		SELECT coalesce(parent_id, id) AS parent, coalesce(author_id, 0) AS answered FROM comments
		WHERE id = ? AND post_id = ? AND deleted_at IS NULL`, comment, post).Scan(&found).Error
	if err != nil {
		return 0, 0, fmt.Errorf("find comment %d, which is answered: %w", comment, err)
	}
	if found.Parent == 0 {
		return 0, 0, notFound()
	}
	return found.Parent, found.Answered, nil
}

type newRow struct {
	Post   id.Post
	Parent id.Comment
	Body   string
	HTML   string
	At     time.Time
}

func (s store) insert(ctx context.Context, actor authz.Actor, c newRow) (id.Comment, error) {
	var posted id.Comment
	err := s.db.Gorm(ctx).Raw(`
		INSERT INTO comments (post_id, parent_id, author_id, author_name, body, html, created_at)
		VALUES (?, nullif(?, 0::bigint), ?, ?, ?, ?, ?) RETURNING id`,
		c.Post, c.Parent, actor.User, actor.Name, c.Body, c.HTML, c.At).Scan(&posted).Error
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

func (s store) move(ctx context.Context, from, into id.Post) error {
	if err := s.db.Gorm(ctx).Exec(`UPDATE comments SET post_id = ? WHERE post_id = ?`, into, from).Error; err != nil {
		return fmt.Errorf("move the comments of question %d: %w", from, err)
	}
	return nil
}
