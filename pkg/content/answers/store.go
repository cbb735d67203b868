package answers

import (
	"context"
	"fmt"
	"time"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/kernel/page"
	"wellspring/pkg/people/spaces"
	"wellspring/pkg/platform/db"
)

type store struct{ db *db.DB }

func (s store) hasAnswered(ctx context.Context, question id.Post, author id.User) (bool, error) {
	var answered bool
	err := s.db.Gorm(ctx).Raw(`
		SELECT EXISTS (SELECT 1 FROM posts WHERE question_id = ? AND author_id = ? AND deleted_at IS NULL)`, question, author).Scan(&answered).Error
	if err != nil {
		return false, fmt.Errorf("look for an answer to question %d by person %d: %w", question, author, err)
	}
	return answered, nil
}

func (s store) author(ctx context.Context, answer id.Post) (id.User, error) {
	var author id.User
	err := s.db.Gorm(ctx).Raw(`SELECT coalesce(author_id, 0) FROM posts WHERE id = ?`, answer).Scan(&author).Error
	if err != nil {
		return 0, fmt.Errorf("find the author of answer %d: %w", answer, err)
	}
	return author, nil
}

type summaryRow struct {
	ID            id.Post
	QuestionID    id.Post
	QuestionTitle string
	Excerpt       string
	Score         int
	Accepted      bool
	AuthorName    string
	CreatedAt     time.Time
	UserID        id.User
	Handle        string
	Avatar        string
	Name          string
	Unit          string
	Role          authz.Role
	Reputation    int
	Total         int
}

func (r summaryRow) summary() Summary {
	return Summary{
		ID: r.ID, Question: r.QuestionID, QuestionTitle: r.QuestionTitle, Excerpt: r.Excerpt, Score: r.Score, Accepted: r.Accepted,
		Author:     &posts.Person{ID: r.UserID, Handle: r.Handle, Avatar: r.Avatar, Name: r.Name, Unit: r.Unit, Role: r.Role, Reputation: r.Reputation},
		AuthorName: r.Name, CreatedAt: r.CreatedAt,
	}
}

func (s store) listByAuthor(ctx context.Context, actor authz.Actor, author id.User, sort string, request page.Request) (page.List[Summary], error) {
	order := "a.created_at DESC, a.id DESC"
	if sort == "votes" {
		order = "a.score DESC, a.id DESC"
	}
	condition, readable := spaces.Visible(actor, "a.space_id")
	var found []summaryRow
	err := s.db.Gorm(ctx).Raw(`
		SELECT a.id, a.question_id, q.title AS question_title, a.excerpt, a.score, coalesce(q.accepted_answer_id = a.id, false) AS accepted,
			a.created_at, u.id AS user_id, u.handle, u.avatar, u.name, un.name AS unit, u.role, coalesce(r.reputation, 0) AS reputation,
			count(*) OVER () AS total
		FROM posts a
		JOIN posts q ON q.id = a.question_id AND q.deleted_at IS NULL
		JOIN users u ON u.id = a.author_id
		LEFT JOIN units un ON un.id = u.unit_id
		LEFT JOIN reputation_totals r ON r.user_id = u.id
		WHERE a.author_id = ? AND a.kind = 'answer' AND a.deleted_at IS NULL AND `+condition+`
		ORDER BY `+order+` LIMIT ? OFFSET ?`, author, readable, request.Size, request.Offset()).Scan(&found).Error
	if err != nil {
		return page.List[Summary]{}, fmt.Errorf("list answers of person %d: %w", author, err)
	}
	list := page.List[Summary]{Items: make([]Summary, 0, len(found)), Request: request}
	for i := range found {
		list.Items = append(list.Items, found[i].summary())
		list.Total = found[i].Total
	}
	return list, nil
}
