package comments

import (
	"context"
	"strings"
	"time"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/id"
)

// ImportedComment is a comment of another system or of the demonstration; Score counts votes that name no voter.
type ImportedComment struct {
	// ID is zero for a comment that is new here.
	ID   id.Comment
	Post id.Post
	// Parent is the comment that this one answers, which is in already; zero for none.
	Parent     id.Comment
	Author     id.User
	AuthorName string
	Body       string
	Score      int
	CreatedAt  time.Time
}

// Import writes a batch of comments and gives their ids in the same order. Nothing is published and no post counts
// them: an import ends with a recount of posts.
func (s *Service) Import(ctx context.Context, comments []ImportedComment) ([]id.Comment, error) {
	rows := make([]importRow, 0, len(comments))
	for _, c := range comments {
		body := strings.ReplaceAll(strings.ToValidUTF8(c.Body, "\uFFFD"), "\x00", "")
		rows = append(rows, importRow{
			ID: c.ID, Post: c.Post, Parent: c.Parent, Author: c.Author, AuthorName: c.AuthorName, Body: body,
			HTML: s.markdown.RenderInline(body).HTML, Score: c.Score, CreatedAt: c.CreatedAt,
		})
	}
	ids := make([]id.Comment, len(comments))
	err := s.db.InTx(ctx, func(ctx context.Context) error {
		if err := s.store.number(ctx, rows); err != nil {
			return err
		}
		for i := range rows {
			ids[i] = rows[i].ID
		}
		return s.store.importComments(ctx, rows)
	})
	return ids, err
}

// SoftDeleteMissing deletes comments that the source of an import no longer holds.
func (s *Service) SoftDeleteMissing(ctx context.Context, missing []id.Comment) (int, error) {
	return s.store.softDelete(ctx, missing, s.clock.Now())
}

// Drift finds comments whose score is not what their votes say.
func (s *Service) Drift(ctx context.Context) ([]posts.Drift, error) { return s.store.drift(ctx) }

// Recount sets the score of every comment from its votes.
func (s *Service) Recount(ctx context.Context) error {
	return s.db.InTx(ctx, func(ctx context.Context) error { return s.store.recount(ctx) })
}
