package suggestions

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/kernel/page"
	"wellspring/pkg/people/spaces"
	"wellspring/pkg/platform/db"
)

// columns are those of a Summary, of a suggestion g at post p of question q in space sp.
const columns = `
	g.id, g.post_id, p.kind, q.id AS question_id, q.title AS question_title,
	sp.id AS space_id, sp.slug AS space_slug, sp.name AS space_name, sp.color AS space_color,
	coalesce(g.author_id, 0) AS author_id, ` + person + `g.author_id)::text AS author, g.author_name, g.created_at, g.summary, g.state,
	g.decided_at, ` + person + `g.decided_by)::text AS decider, g.reason, g.note, coalesce(g.revision, 0) AS revision,
	coalesce((SELECT v.suggested = 'improved' FROM revisions v WHERE v.post_id = g.post_id AND v.number = g.revision), false) AS improved`

const joined = `
	FROM suggestions g
	JOIN posts p ON p.id = g.post_id
	JOIN posts q ON q.id = coalesce(p.question_id, p.id)
	JOIN spaces sp ON sp.id = q.space_id`

// person begins the subquery of somebody as JSON; the column of their id and a parenthesis end it.
const person = `(SELECT json_build_object('id', u.id, 'handle', u.handle, 'name', u.name, 'unit', coalesce(un.name, ''), 'role', u.role,
		'reputation', coalesce(r.reputation, 0))
	FROM users u LEFT JOIN units un ON un.id = u.unit_id LEFT JOIN reputation_totals r ON r.user_id = u.id WHERE u.id = `

func personOf(text *string) (*posts.Person, error) {
	if text == nil {
		return nil, nil //nolint:nilnil // nobody is no error
	}
	who := new(posts.Person)
	if err := json.Unmarshal([]byte(*text), who); err != nil {
		return nil, fmt.Errorf("decode who suggested or decided: %w", err)
	}
	return who, nil
}

type summaryRow struct {
	ID            id.Suggestion
	PostID        id.Post
	Kind          posts.Kind
	QuestionID    id.Post
	QuestionTitle string
	SpaceID       id.Space
	SpaceSlug     string
	SpaceName     string
	SpaceColor    string
	AuthorID      id.User
	Author        *string
	AuthorName    string
	CreatedAt     time.Time
	Summary       string
	State         State
	DecidedAt     *time.Time
	Decider       *string
	Reason        Reason
	Note          string
	Revision      int
	Improved      bool
	Total         int
}

func (r *summaryRow) suggestion() (Summary, error) {
	shown := Summary{
		ID: r.ID, Post: r.PostID, Kind: r.Kind, Question: r.QuestionID, Title: r.QuestionTitle,
		Space:      posts.SpaceRef{ID: r.SpaceID, Slug: r.SpaceSlug, Name: r.SpaceName, Color: r.SpaceColor},
		AuthorName: r.AuthorName, CreatedAt: r.CreatedAt, Summary: r.Summary, State: r.State, DecidedAt: r.DecidedAt, Reason: r.Reason,
		Note: r.Note, Revision: r.Revision, Improved: r.Improved,
	}
	var err error
	if shown.Author, err = personOf(r.Author); err != nil {
		return shown, err
	}
	if shown.Author != nil {
		shown.AuthorName = shown.Author.Name
	}
	shown.DecidedBy, err = personOf(r.Decider)
	return shown, err
}

// compared is a suggestion with what the use case compares.
type compared struct {
	Suggestion
	author id.User
	base   int
}

func (s store) find(ctx context.Context, suggestion id.Suggestion) (compared, error) {
	var rows []struct {
		Row          summaryRow `gorm:"embedded"`
		Base         int
		Title        string
		Body         string
		Tags         db.Array[string]
		BaseTitle    string
		BaseBody     string
		BaseTags     db.Array[string]
		CurrentTitle string
		CurrentBody  string
		CurrentTags  db.Array[string]
		Version      int
	}
	// An import may have replaced the revisions; the text of now then stands for that of then.
	err := s.db.Gorm(ctx).Raw(`
		SELECT `+columns+`, g.base, coalesce(g.title, '') AS title, g.body, coalesce(g.tags, '{}') AS tags,
			coalesce(v.title, p.title) AS base_title, coalesce(v.body, p.body) AS base_body, coalesce(v.tags, p.tags) AS base_tags,
			p.title AS current_title, p.body AS current_body, p.tags AS current_tags, p.version`+joined+`
		LEFT JOIN revisions v ON v.post_id = g.post_id AND v.number = g.base
		WHERE g.id = ?`, suggestion).Scan(&rows).Error
	if err != nil {
		return compared{}, fmt.Errorf("find suggestion %d: %w", suggestion, err)
	}
	if len(rows) == 0 {
		return compared{}, notFound()
	}
	r := &rows[0]
	summary, err := r.Row.suggestion()
	return compared{
		Suggestion: Suggestion{
			Summary: summary, Version: r.Version,
			Before:  posts.Text{Title: r.BaseTitle, Body: r.BaseBody, Tags: r.BaseTags},
			After:   posts.Text{Title: r.Title, Body: r.Body, Tags: r.Tags},
			Current: posts.Text{Title: r.CurrentTitle, Body: r.CurrentBody, Tags: r.CurrentTags},
		},
		author: r.Row.AuthorID, base: r.Base,
	}, err
}

// toDecide has the same conditions as CanDecide.
func (s store) toDecide(ctx context.Context, actor authz.Actor, request page.Request) (page.List[Summary], error) {
	return s.list(ctx, actor, `g.state = 'waiting' AND g.author_id IS DISTINCT FROM ? AND (? OR p.author_id = ?) AND (? OR q.locked_at IS NULL)`,
		`g.id`, request, actor.User, actor.Has(authz.Edit), actor.User, actor.Moderates())
}

func (s store) mine(ctx context.Context, actor authz.Actor, request page.Request) (page.List[Summary], error) {
	return s.list(ctx, actor, `g.author_id = ?`, `g.id DESC`, request, actor.User)
}

func (s store) list(
	ctx context.Context, actor authz.Actor, where, order string, request page.Request, args ...any,
) (page.List[Summary], error) {
	condition, readable := spaces.Visible(actor, "q.space_id")
	var rows []summaryRow
	err := s.db.Gorm(ctx).Raw(`
		SELECT `+columns+`, count(*) OVER () AS total`+joined+`
		WHERE `+where+` AND p.deleted_at IS NULL AND q.deleted_at IS NULL AND `+condition+`
		ORDER BY `+order+` LIMIT ? OFFSET ?`, append(args, readable, request.Size, request.Offset())...).Scan(&rows).Error
	if err != nil {
		return page.List[Summary]{}, fmt.Errorf("list suggestions: %w", err)
	}
	list := page.List[Summary]{Items: make([]Summary, 0, len(rows)), Request: request}
	for i := range rows {
		shown, err := rows[i].suggestion()
		if err != nil {
			return list, err
		}
		list.Items = append(list.Items, shown)
		list.Total = rows[i].Total
	}
	return list, nil
}
