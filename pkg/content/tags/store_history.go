package tags

import (
	"context"
	"fmt"
	"time"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/kernel/page"
	"wellspring/pkg/people/users"
)

type historyRow struct {
	Number      int
	CreatedAt   time.Time
	Description string
	Wiki        string
	UserID      id.User
	Handle      string
	Name        string
	Unit        string
	Role        authz.Role
	Reputation  int
	Total       int
}

func (r *historyRow) revision() Revision {
	shown := Revision{Number: r.Number, CreatedAt: r.CreatedAt, Description: r.Description, Wiki: r.Wiki}
	if r.UserID != 0 {
		shown.Author = &users.Ref{ID: r.UserID, Handle: r.Handle, Name: r.Name, Unit: r.Unit, Role: r.Role, Reputation: r.Reputation}
	}
	return shown
}

func (s store) history(ctx context.Context, tag id.Tag, request page.Request) (History, error) {
	var rows []historyRow
	err := s.db.Gorm(ctx).Raw(`
		SELECT v.number, v.created_at, v.description, v.wiki, coalesce(u.id, 0) AS user_id, coalesce(u.handle, '') AS handle,
			coalesce(u.name, '') AS name, coalesce(un.name, '') AS unit, coalesce(u.role, '') AS role,
			coalesce(r.reputation, 0) AS reputation, count(*) OVER () AS total
		FROM tag_revisions v
		LEFT JOIN users u ON u.id = v.author_id
		LEFT JOIN units un ON un.id = u.unit_id
		LEFT JOIN reputation_totals r ON r.user_id = u.id
		WHERE v.tag_id = ? ORDER BY v.number DESC LIMIT ? OFFSET ?`, tag, request.Size+1, request.Offset()).Scan(&rows).Error
	if err != nil {
		return History{}, fmt.Errorf("list the revisions of tag %d: %w", tag, err)
	}
	history := History{List: page.List[Revision]{Items: []Revision{}, Request: request}}
	for i := range rows {
		shown := rows[i].revision()
		history.Total = rows[i].Total
		if i == request.Size {
			history.Older = &shown
			break
		}
		history.Items = append(history.Items, shown)
	}
	return history, nil
}
