package reviews

import (
	"context"
	"fmt"
	"time"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/kernel/page"
	"wellspring/pkg/people/spaces"
)

type auditRow struct {
	ItemID     id.ReviewItem
	Queue      Queue
	Decision   Decision
	Note       string
	At         time.Time
	Final      bool
	PostID     id.Post
	IsAnswer   bool
	CommentID  id.Comment
	QuestionID id.Post
	Title      string
	UserID     id.User
	Handle     string
	Name       string
	Unit       string
	Role       authz.Role
	Reputation int
	Total      int
}

func (r *auditRow) audit() Audit {
	return Audit{
		Item: r.ItemID, Queue: r.Queue, Decision: r.Decision, Note: r.Note, At: r.At, Final: r.Final, Post: r.PostID, IsAnswer: r.IsAnswer,
		Comment: r.CommentID, Question: r.QuestionID, Title: r.Title,
		By: posts.Person{ID: r.UserID, Handle: r.Handle, Name: r.Name, Unit: r.Unit, Role: r.Role, Reputation: r.Reputation},
	}
}

func (s store) audits(ctx context.Context, actor authz.Actor, filter Filter) (page.List[Audit], error) {
	condition, readable := spaces.Visible(actor, "q.space_id")
	where, args := `d.decision <> 'skip' AND `+condition, []any{readable}
	if !actor.Moderates() {
		where += ` AND d.user_id = ? AND p.deleted_at IS NULL AND q.deleted_at IS NULL`
		args = append(args, actor.User)
	}
	if filter.Queue != "" {
		where += ` AND i.queue = ?`
		args = append(args, filter.Queue)
	}
	if filter.Person != "" {
		where += ` AND d.user_id = (SELECT id FROM users WHERE lower(handle) = lower(?))`
		args = append(args, filter.Person)
	}
	args = append(args, filter.Page.Size, filter.Page.Offset())
	var rows []auditRow
	err := s.db.Gorm(ctx).Raw(`
		SELECT d.item_id, i.queue, d.decision, d.note, d.at, coalesce(i.ended_by = d.user_id, false) AS final, p.id AS post_id,
			p.kind = 'answer' AS is_answer, coalesce(i.comment_id, 0) AS comment_id, q.id AS question_id, q.title, u.id AS user_id, u.handle,
			u.name, coalesce(un.name, '') AS unit, u.role, coalesce(r.reputation, 0) AS reputation, count(*) OVER () AS total
		FROM review_decisions d
		JOIN review_items i ON i.id = d.item_id
		JOIN posts p ON p.id = i.post_id
		JOIN posts q ON q.id = coalesce(p.question_id, p.id)
		JOIN users u ON u.id = d.user_id
		LEFT JOIN units un ON un.id = u.unit_id
		LEFT JOIN reputation_totals r ON r.user_id = u.id
		WHERE `+where+` ORDER BY d.at DESC, d.item_id DESC, d.user_id DESC LIMIT ? OFFSET ?`, args...).Scan(&rows).Error
	if err != nil {
		return page.List[Audit]{}, fmt.Errorf("list what was decided in reviews: %w", err)
	}
	list := page.List[Audit]{Items: make([]Audit, 0, len(rows)), Request: filter.Page}
	for i := range rows {
		list.Total = rows[i].Total
		list.Items = append(list.Items, rows[i].audit())
	}
	return list, nil
}
