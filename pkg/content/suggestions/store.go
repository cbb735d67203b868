package suggestions

import (
	"context"
	"fmt"
	"time"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/db"
)

type store struct{ db *db.DB }

func (s store) change(ctx context.Context, doing, sql string, args ...any) error {
	if err := s.db.Gorm(ctx).Exec(sql, args...).Error; err != nil {
		return fmt.Errorf("%s: %w", doing, err)
	}
	return nil
}

func (s store) waits(ctx context.Context, post id.Post) (bool, error) {
	var waiting bool
	err := s.db.Gorm(ctx).Raw(`SELECT EXISTS (SELECT 1 FROM suggestions WHERE post_id = ? AND state = 'waiting')`, post).Scan(&waiting).Error
	if err != nil {
		return false, fmt.Errorf("look for a suggestion at post %d: %w", post, err)
	}
	return waiting, nil
}

func (s store) insert(ctx context.Context, actor authz.Actor, post posts.Post, edit Edit, at time.Time) (id.Suggestion, error) {
	var made id.Suggestion
	err := s.db.Gorm(ctx).Raw(`
		INSERT INTO suggestions (post_id, author_id, author_name, created_at, summary, title, body, tags, base)
		SELECT given.post, ?, ?, ?, ?, CASE given.kind WHEN 'question' THEN ?::text END, ?, CASE given.kind WHEN 'question' THEN ?::text[] END, ?
		FROM (SELECT ?::bigint AS post, ?::text AS kind) given
		RETURNING id`,
		actor.User, actor.Name, at, edit.Summary, edit.Title, edit.Body, db.Array[string](edit.Tags), post.RevisionCount, post.ID, post.Kind).
		Scan(&made).Error
	if err != nil {
		return 0, fmt.Errorf("suggest an edit of post %d: %w", post.ID, err)
	}
	return made, nil
}

func (s store) postOf(ctx context.Context, suggestion id.Suggestion) (id.Post, error) {
	var found []id.Post
	err := s.db.Gorm(ctx).Raw(`SELECT post_id FROM suggestions WHERE id = ?`, suggestion).Scan(&found).Error
	if err != nil {
		return 0, fmt.Errorf("find the post of suggestion %d: %w", suggestion, err)
	}
	if len(found) == 0 {
		return 0, notFound()
	}
	return found[0], nil
}

func (s store) open(ctx context.Context, suggestion id.Suggestion) (open, error) {
	var found struct {
		ID       id.Suggestion
		AuthorID id.User
		State    State
		Base     int
		Summary  string
		Title    string
		Body     string
		Tags     db.Array[string]
	}
	err := s.db.Gorm(ctx).Raw(`
		SELECT id, coalesce(author_id, 0) AS author_id, state, base, summary, coalesce(title, '') AS title, body, coalesce(tags, '{}') AS tags
		FROM suggestions WHERE id = ?`, suggestion).Scan(&found).Error
	if err != nil {
		return open{}, fmt.Errorf("read suggestion %d: %w", suggestion, err)
	}
	return open{
		ID: found.ID, Author: found.AuthorID, State: found.State, Base: found.Base, Summary: found.Summary,
		Text: posts.Text{Title: found.Title, Body: found.Body, Tags: found.Tags},
	}, nil
}

// decision is how a suggestion ends.
type decision struct {
	State    State
	By       id.User
	At       time.Time
	Reason   Reason
	Note     string
	Revision int
}

func (s store) decide(ctx context.Context, suggestion id.Suggestion, d decision) error {
	return s.change(ctx, "decide about a suggestion", `
		UPDATE suggestions SET state = ?, decided_by = ?, decided_at = ?, reason = ?, note = ?, revision = nullif(?, 0)
		WHERE id = ? AND state = 'waiting'`, d.State, d.By, d.At, d.Reason, d.Note, d.Revision, suggestion)
}

func (s store) importOne(ctx context.Context, i *Imported) error {
	return s.change(ctx, "import a suggestion", `
		INSERT INTO suggestions (post_id, author_id, author_name, created_at, summary, title, body, tags, base, state, decided_by, decided_at,
			reason, note, imported)
		SELECT p.id, u.id, u.name, ?, ?, CASE p.kind WHEN 'question' THEN ?::text END, ?, CASE p.kind WHEN 'question' THEN ?::text[] END,
			p.revision_count, ?, nullif(?, 0::bigint), ?, ?, ?, true
		FROM posts p, users u WHERE p.id = ? AND u.id = ?`,
		i.At, i.Summary, i.Text.Title, i.Text.Body, db.Array[string](i.Text.Tags), i.State, i.DecidedBy, i.DecidedAt, i.Reason, i.Note,
		i.Post, i.Author)
}

func (s store) fromRevisions(ctx context.Context, of []id.Post) error {
	ids := db.Array[id.Post](of)
	err := s.change(ctx, "forget imported suggestions", `
		DELETE FROM suggestions WHERE imported AND state = 'accepted' AND post_id = ANY(?::bigint[])`, ids)
	if err != nil {
		return err
	}
	return s.change(ctx, "import accepted suggestions", `
		INSERT INTO suggestions (post_id, author_id, author_name, created_at, summary, title, body, tags, base, state, decided_by, decided_at,
			revision, imported)
		SELECT post_id, author_id, author_name, created_at, summary, title, body, tags, greatest(number - 1, 1), 'accepted', accepted_by,
			created_at, number, true
		FROM revisions WHERE suggested <> '' AND post_id = ANY(?::bigint[])`, ids)
}
