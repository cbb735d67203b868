package posts

import (
	"context"
	"encoding/json"
	"fmt"

	"wellspring/pkg/kernel/id"
)

// PreparedPost is an imported post with its text rendered, which takes longer than all the rest: an import of many
// posts prepares them one after the other, keeps them as JSON, and writes them later in one short transaction.
type PreparedPost struct{ row postRow }

// Prepare renders a post. Its identifiers may still be unknown, and are set with Settle.
func (s *Service) Prepare(post ImportedPost) PreparedPost { return PreparedPost{s.rowOf(post)} }

// Settlement are the identifiers of a prepared post, as ImportedPost explains them.
type Settlement struct {
	ID       id.Post
	Question id.Post
	Space    id.Space
	Author   id.User
	Editor   id.User
}

// Settle sets the identifiers.
func (p *PreparedPost) Settle(ids Settlement) {
	p.row.ID, p.row.Question, p.row.Space, p.row.Author, p.row.Editor = ids.ID, ids.Question, ids.Space, ids.Author, ids.Editor
}

// MarshalJSON writes the post for keeping.
func (p PreparedPost) MarshalJSON() ([]byte, error) {
	text, err := json.Marshal(p.row)
	if err != nil {
		return nil, fmt.Errorf("encode a prepared post: %w", err)
	}
	return text, nil
}

// UnmarshalJSON reads what MarshalJSON wrote.
func (p *PreparedPost) UnmarshalJSON(text []byte) error {
	if err := json.Unmarshal(text, &p.row); err != nil {
		return fmt.Errorf("decode a prepared post: %w", err)
	}
	return nil
}

// ImportPrepared is Import for posts that are prepared and settled.
func (s *Service) ImportPrepared(ctx context.Context, prepared []PreparedPost) ([]id.Post, error) {
	rows := make([]postRow, len(prepared))
	for i := range prepared {
		rows[i] = prepared[i].row
	}
	ids := make([]id.Post, len(rows))
	err := s.db.InTx(ctx, func(ctx context.Context) error {
		if err := s.store.number(ctx, rows); err != nil {
			return err
		}
		for i := range rows {
			ids[i] = rows[i].ID
		}
		return s.store.importPosts(ctx, rows)
	})
	return ids, err
}

// ForgetVotes takes away the imported votes of posts, which are then imported anew.
func (s *Service) ForgetVotes(ctx context.Context, posts []id.Post) error {
	return s.store.forgetVotes(ctx, posts)
}

// ForgetLinks takes links away that the source of an import no longer holds.
func (s *Service) ForgetLinks(ctx context.Context, links []ImportedLink) error {
	return s.store.forgetLinks(ctx, links)
}
