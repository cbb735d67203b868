package posts

import (
	"context"
	"fmt"
	"time"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/db"
)

type revisionRow struct {
	Number     int
	Kind       string
	AuthorName string
	CreatedAt  time.Time
	Summary    string
	Title      *string
	Body       string
	Tags       db.Array[string]
	UserID     id.User
	Handle     string
	Avatar     string
	Name       string
	Unit       string
	Role       authz.Role
	Reputation int
}

func (r revisionRow) revision() Revision {
	revision := Revision{
		Number: r.Number, Kind: r.Kind, AuthorName: r.AuthorName, CreatedAt: r.CreatedAt,
		Summary: r.Summary, Title: r.Title, Body: r.Body,
	}
	if r.Tags != nil {
		tags := []string(r.Tags)
		revision.Tags = &tags
	}
	if r.UserID != 0 {
		revision.Author = &Person{ID: r.UserID, Handle: r.Handle, Avatar: r.Avatar, Name: r.Name, Unit: r.Unit, Role: r.Role, Reputation: r.Reputation}
		revision.AuthorName = r.Name
	}
	return revision
}

// revisions lists a post's revisions, oldest first.
func (s store) revisions(ctx context.Context, post id.Post) ([]Revision, error) {
	var found []revisionRow
	err := s.db.Gorm(ctx).Raw(`
		SELECT v.number, v.kind, v.author_name, v.created_at, v.summary, v.title, v.body, v.tags,
			u.id AS user_id, u.handle, u.avatar, u.name, un.name AS unit, u.role, coalesce(r.reputation, 0) AS reputation
		FROM revisions v
		LEFT JOIN users u ON u.id = v.author_id
		LEFT JOIN units un ON un.id = u.unit_id
		LEFT JOIN reputation_totals r ON r.user_id = u.id
		WHERE v.post_id = ? ORDER BY v.number`, post).Scan(&found).Error
	if err != nil {
		return nil, fmt.Errorf("list revisions of post %d: %w", post, err)
	}
	revisions := make([]Revision, 0, len(found))
	for _, r := range found {
		revisions = append(revisions, r.revision())
	}
	return revisions, nil
}
