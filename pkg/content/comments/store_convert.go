package comments

import (
	"context"
	"fmt"
	"time"

	"wellspring/pkg/kernel/id"
)

func (s store) hasAnswered(ctx context.Context, question id.Post, author id.User) (bool, error) {
	var answered bool
	err := s.db.Gorm(ctx).Raw(`
		SELECT EXISTS (SELECT 1 FROM posts WHERE question_id = ? AND author_id = ? AND deleted_at IS NULL)`, question, author).Scan(&answered).Error
	if err != nil {
		return false, fmt.Errorf("look for an answer to question %d by person %d: %w", question, author, err)
	}
	return answered, nil
}

func (s store) becameAnswer(ctx context.Context, comment id.Comment, answer id.Post, by id.User, at time.Time) error {
	_, err := s.change(ctx, "make an answer of a comment", `
		UPDATE comments SET deleted_at = ?, deleted_by = ?, answer_id = ? WHERE id = ?`, at, by, answer, comment)
	return err
}

// moveReplies has the replies to a comment stand on a post, as replies to none.
func (s store) moveReplies(ctx context.Context, comment id.Comment, post id.Post) error {
	_, err := s.change(ctx, "move replies", `UPDATE comments SET post_id = ?, parent_id = NULL WHERE parent_id = ?`, post, comment)
	return err
}

// becameComment brings the comment back that an answer was made of, or writes one by the author of the answer at its time.
func (s store) becameComment(ctx context.Context, answer, on id.Post, body, html string) (id.Comment, error) {
	var comment id.Comment
	err := s.db.Gorm(ctx).Raw(`
		WITH back AS (
			UPDATE comments c SET post_id = @on, body = @body, html = @html, deleted_at = NULL, deleted_by = NULL, parent_id = (
				SELECT p.id FROM comments p WHERE p.id = c.parent_id AND p.post_id = @on AND p.parent_id IS NULL AND p.deleted_at IS NULL)
			WHERE c.answer_id = @answer RETURNING c.id
		), made AS (
			INSERT INTO comments (post_id, author_id, author_name, body, html, created_at, edited_at, answer_id)
			SELECT @on, a.author_id, a.author_name, @body, @html, a.created_at, a.edited_at, a.id FROM posts a
			WHERE a.id = @answer AND NOT EXISTS (SELECT 1 FROM back) RETURNING id
		)
		SELECT id FROM back UNION ALL SELECT id FROM made`,
		map[string]any{"on": on, "body": body, "html": html, "answer": answer}).Scan(&comment).Error
	if err != nil {
		return 0, fmt.Errorf("make a comment of answer %d: %w", answer, err)
	}
	return comment, nil
}

// moveBelow has the comments on an answer reply to a comment, or beside it where that is a reply itself.
func (s store) moveBelow(ctx context.Context, answer id.Post, comment id.Comment) error {
	_, err := s.change(ctx, "move comments", `
		UPDATE comments SET post_id = c.post_id, parent_id = coalesce(c.parent_id, c.id)
		FROM (SELECT id, post_id, parent_id FROM comments WHERE id = ?) c WHERE comments.post_id = ? AND comments.id <> c.id`, comment, answer)
	return err
}

// madeOf gives the comment that an answer is, and where it stands; zero where there is none.
func (s store) madeOf(ctx context.Context, answer id.Post) (comment id.Comment, on id.Post, err error) {
	var found struct {
		ID     id.Comment
		PostID id.Post
	}
	err = s.db.Gorm(ctx).Raw(`SELECT id, post_id FROM comments WHERE answer_id = ? AND deleted_at IS NULL`, answer).Scan(&found).Error
	if err != nil {
		return 0, 0, fmt.Errorf("find the comment made of answer %d: %w", answer, err)
	}
	return found.ID, found.PostID, nil
}
