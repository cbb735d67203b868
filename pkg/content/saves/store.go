package saves

import (
	"context"
	"fmt"
	"strings"
	"time"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/kernel/page"
	"wellspring/pkg/people/spaces"
	"wellspring/pkg/platform/db"
)

type store struct{ db *db.DB }

type entryRow struct {
	PostID  id.Post
	ListID  id.SaveList
	Note    string
	SavedAt time.Time
}

func (r entryRow) entry() Entry {
	return Entry{Post: r.PostID, List: r.ListID, Note: r.Note, At: r.SavedAt}
}

func (s store) save(ctx context.Context, user id.User, post id.Post, change Change, at time.Time) (Entry, error) {
	var list id.SaveList
	var note string
	if change.List != nil {
		list = *change.List
	}
	if change.Note != nil {
		note = *change.Note
	}
	var saved entryRow
	err := s.db.Gorm(ctx).Raw(`
		INSERT INTO saves (user_id, post_id, list_id, note, created_at) VALUES (?, ?, nullif(?, 0::bigint), ?, ?)
		ON CONFLICT (user_id, post_id) DO UPDATE SET
			list_id = CASE WHEN ? THEN EXCLUDED.list_id ELSE saves.list_id END,
			note = CASE WHEN ? THEN EXCLUDED.note ELSE saves.note END
		RETURNING post_id, coalesce(list_id, 0) AS list_id, note, created_at AS saved_at`,
		user, post, list, note, at, change.List != nil, change.Note != nil).Scan(&saved).Error
	if err != nil {
		return Entry{}, fmt.Errorf("save post %d: %w", post, err)
	}
	return saved.entry(), nil
}

// unsave gives the question of what was saved, or 0.
func (s store) unsave(ctx context.Context, user id.User, post id.Post) (id.Post, error) {
	var question id.Post
	err := s.db.Gorm(ctx).Raw(`
		DELETE FROM saves s USING posts p WHERE s.user_id = ? AND s.post_id = ? AND p.id = s.post_id
		RETURNING coalesce(p.question_id, p.id)`, user, post).Scan(&question).Error
	if err != nil {
		return 0, fmt.Errorf("unsave post %d: %w", post, err)
	}
	return question, nil
}

func (s store) move(ctx context.Context, from, into id.Post) error {
	err := s.db.Gorm(ctx).Exec(`
		UPDATE saves SET post_id = ? WHERE post_id = ?
			AND NOT EXISTS (SELECT 1 FROM saves other WHERE other.user_id = saves.user_id AND other.post_id = ?)`, into, from, into).Error
	if err != nil {
		return fmt.Errorf("move the saves of question %d: %w", from, err)
	}
	return nil
}

func (s store) entry(ctx context.Context, user id.User, post id.Post) (Entry, error) {
	var found entryRow
	result := s.db.Gorm(ctx).Raw(`
		SELECT post_id, coalesce(list_id, 0) AS list_id, note, created_at AS saved_at FROM saves WHERE user_id = ? AND post_id = ?`,
		user, post).Scan(&found)
	switch {
	case result.Error != nil:
		return Entry{}, fmt.Errorf("find save of post %d: %w", post, result.Error)
	case result.RowsAffected == 0:
		return Entry{}, fault.NotFound("You have not saved this post.")
	}
	return found.entry(), nil
}

type savedRow struct {
	PostID      id.Post
	ListID      id.SaveList
	Note        string
	SavedAt     time.Time
	Kind        posts.Kind
	QuestionID  id.Post
	Title       string
	Excerpt     string
	SpaceID     id.Space
	SpaceSlug   string
	SpaceName   string
	SpaceColor  string
	Tags        db.Array[string]
	Score       int
	AnswerCount int
	Accepted    bool
	Closed      bool
	AuthorID    id.User
	AuthorName  string
	Handle      string
	Avatar      string
	Name        string
	Unit        string
	Role        authz.Role
	Reputation  int
	CreatedAt   time.Time
	Total       int
}

func (r *savedRow) saved() Saved {
	shown := Saved{
		Entry: entryRow{r.PostID, r.ListID, r.Note, r.SavedAt}.entry(), Kind: r.Kind, Question: r.QuestionID, Title: r.Title, Excerpt: r.Excerpt,
		Space: posts.SpaceRef{ID: r.SpaceID, Slug: r.SpaceSlug, Name: r.SpaceName, Color: r.SpaceColor},
		Tags:  r.Tags, Score: r.Score, AnswerCount: r.AnswerCount, Accepted: r.Accepted, Closed: r.Closed,
		AuthorName: r.AuthorName, CreatedAt: r.CreatedAt,
	}
	if r.AuthorID != 0 {
		shown.Author = &posts.Person{ID: r.AuthorID, Handle: r.Handle, Avatar: r.Avatar, Name: r.Name, Unit: r.Unit, Role: r.Role, Reputation: r.Reputation}
		shown.AuthorName = r.Name
	}
	return shown
}

// stillReadable is the condition on a saved post p and its question q; it takes the readable spaces.
func stillReadable(actor authz.Actor) (condition string, readable spaces.IDs) {
	condition, readable = spaces.Visible(actor, "q.space_id")
	return `p.deleted_at IS NULL AND q.deleted_at IS NULL AND ` + condition, readable
}

// likePart makes a LIKE pattern that finds a part of a text, whatever signs it holds.
func likePart(part string) string {
	return "%" + strings.NewReplacer(`\`, `\\`, "%", `\%`, "_", `\_`).Replace(part) + "%"
}

// saved reads what the person saved by its index and looks at the words of those rows only.
func (s store) saved(ctx context.Context, actor authz.Actor, filter Filter) (page.List[Saved], error) {
	readableOnly, readable := stillReadable(actor)
	where, args := "s.user_id = ? AND "+readableOnly, []any{actor.User, readable}
	if filter.List != nil {
		where += " AND coalesce(s.list_id, 0) = ?"
		args = append(args, *filter.List)
	}
	if filter.Query != "" {
		where += ` AND (s.note ILIKE ? OR q.title ILIKE ?
			OR w.words @@ (websearch_to_tsquery('english', unaccent(?)) || websearch_to_tsquery('german', unaccent(?))))`
		part := likePart(filter.Query)
		args = append(args, part, part, filter.Query, filter.Query)
	}
	args = append(args, filter.Page.Size, filter.Page.Offset())
	var found []savedRow
	err := s.db.Gorm(ctx).Raw(`
		SELECT s.post_id, coalesce(s.list_id, 0) AS list_id, s.note, s.created_at AS saved_at, p.kind, q.id AS question_id, q.title, p.excerpt,
			sp.id AS space_id, sp.slug AS space_slug, sp.name AS space_name, sp.color AS space_color, q.tags, p.score, q.answer_count,
			CASE p.kind WHEN 'question' THEN q.accepted_answer_id IS NOT NULL ELSE coalesce(q.accepted_answer_id = p.id, false) END AS accepted,
			q.closed_at IS NOT NULL AS closed, coalesce(u.id, 0) AS author_id, p.author_name, coalesce(u.handle, '') AS handle, coalesce(u.avatar, '') AS avatar,
			coalesce(u.name, '') AS name, coalesce(un.name, '') AS unit, coalesce(u.role, '') AS role,
			coalesce(r.reputation, 0) AS reputation, p.created_at, count(*) OVER () AS total
		FROM saves s
		JOIN posts p ON p.id = s.post_id
		JOIN posts q ON q.id = coalesce(p.question_id, p.id)
		JOIN spaces sp ON sp.id = q.space_id
		JOIN post_words w ON w.post_id = p.id
		LEFT JOIN users u ON u.id = p.author_id
		LEFT JOIN units un ON un.id = u.unit_id
		LEFT JOIN reputation_totals r ON r.user_id = u.id
		WHERE `+where+`
		ORDER BY s.created_at DESC, s.post_id DESC LIMIT ? OFFSET ?`, args...).Scan(&found).Error
	if err != nil {
		return page.List[Saved]{}, fmt.Errorf("list what person %d saved: %w", actor.User, err)
	}
	list := page.List[Saved]{Items: make([]Saved, 0, len(found)), Request: filter.Page}
	for i := range found {
		list.Items = append(list.Items, found[i].saved())
		list.Total = found[i].Total
	}
	return list, nil
}
