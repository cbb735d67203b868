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

	Suggested          string
	SuggestionID       id.Suggestion
	AccepterID         id.User
	AccepterHandle     string
	AccepterAvatar     string
	AccepterName       string
	AccepterUnit       string
	AccepterRole       authz.Role
	AccepterReputation int
}

func (r revisionRow) revision() Revision {
	revision := Revision{
		Number: r.Number, Kind: r.Kind, AuthorName: r.AuthorName, CreatedAt: r.CreatedAt,
		Summary: r.Summary, Title: r.Title, Body: r.Body,
		Suggested: r.Suggested, Suggestion: r.SuggestionID,
	}
	if r.Tags != nil {
		tags := []string(r.Tags)
		revision.Tags = &tags
	}
	if r.UserID != 0 {
		revision.Author = &Person{ID: r.UserID, Handle: r.Handle, Avatar: r.Avatar, Name: r.Name, Unit: r.Unit, Role: r.Role, Reputation: r.Reputation}
		revision.AuthorName = r.Name
	}
	if r.AccepterID != 0 {
		revision.AcceptedBy = &Person{
			ID: r.AccepterID, Handle: r.AccepterHandle, Avatar: r.AccepterAvatar, Name: r.AccepterName, Unit: r.AccepterUnit, Role: r.AccepterRole,
			Reputation: r.AccepterReputation,
		}
	}
	return revision
}

// revisions lists a post's revisions from the newest on, or from that before a number.
func (s store) revisions(ctx context.Context, post id.Post, before, size int) ([]Revision, error) {
	var found []revisionRow
	err := s.db.Gorm(ctx).Raw(`
		SELECT v.number, v.kind, v.author_name, v.created_at, v.summary, v.title, v.body, v.tags, v.suggested,
			coalesce(g.id, 0) AS suggestion_id, coalesce(w.id, 0) AS accepter_id, coalesce(w.handle, '') AS accepter_handle,
			coalesce(w.avatar, '') AS accepter_avatar,
			coalesce(w.name, '') AS accepter_name, coalesce(wn.name, '') AS accepter_unit, coalesce(w.role, '') AS accepter_role,
			coalesce(wr.reputation, 0) AS accepter_reputation,
			u.id AS user_id, u.handle, u.avatar, u.name, un.name AS unit, u.role, coalesce(r.reputation, 0) AS reputation
		FROM revisions v
		LEFT JOIN users u ON u.id = v.author_id
		LEFT JOIN units un ON un.id = u.unit_id
		LEFT JOIN reputation_totals r ON r.user_id = u.id
		LEFT JOIN users w ON w.id = v.accepted_by
		LEFT JOIN units wn ON wn.id = w.unit_id
		LEFT JOIN reputation_totals wr ON wr.user_id = w.id
		LEFT JOIN suggestions g ON g.post_id = v.post_id AND g.revision = v.number AND v.suggested <> ''
		WHERE v.post_id = ? AND v.number < coalesce(nullif(?, 0), 2147483647)
		ORDER BY v.number DESC LIMIT ?`, post, before, size).Scan(&found).Error
	if err != nil {
		return nil, fmt.Errorf("list revisions of post %d: %w", post, err)
	}
	revisions := make([]Revision, 0, len(found))
	for _, r := range found {
		revisions = append(revisions, r.revision())
	}
	return revisions, nil
}
