package drafts

import (
	"context"
	"fmt"
	"time"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/people/spaces"
	"wellspring/pkg/platform/db"
)

// excerptLength is how much of a text the list shows.
const excerptLength = 300

type store struct{ db *db.DB }

type row struct {
	Place     string
	Title     string
	Body      string
	Answer    string
	Tags      db.Array[string]
	Space     string
	Summary   string
	Base      int
	Version   int
	CreatedAt time.Time
	SavedAt   time.Time
}

func (r row) draft() (Draft, error) {
	place, err := ParsePlace(r.Place)
	return Draft{
		Place: place,
		Content: Content{
			Title: r.Title, Body: r.Body, Answer: r.Answer, Tags: append([]string{}, r.Tags...), Space: r.Space, Summary: r.Summary, Base: r.Base,
		},
		Version: r.Version, CreatedAt: r.CreatedAt, SavedAt: r.SavedAt,
	}, err
}

const columns = `d.place, d.title, d.body, d.answer, d.tags, d.space, d.summary, d.base, d.version, d.created_at, d.saved_at`

// lock counts a person's drafts and has whoever else saves one of them wait.
func (s store) lock(ctx context.Context, user id.User) (int, error) {
	if err := s.db.Gorm(ctx).Exec(`SELECT 1 FROM users WHERE id = ? FOR NO KEY UPDATE`, user).Error; err != nil {
		return 0, fmt.Errorf("lock the drafts of person %d: %w", user, err)
	}
	var number int
	if err := s.db.Gorm(ctx).Raw(`SELECT count(*) FROM drafts WHERE user_id = ?`, user).Scan(&number).Error; err != nil {
		return 0, fmt.Errorf("count the drafts of person %d: %w", user, err)
	}
	return number, nil
}

// find gives nil where nothing is written.
func (s store) find(ctx context.Context, user id.User, place Place) (*Draft, error) {
	var found row
	result := s.db.Gorm(ctx).Raw(`SELECT `+columns+` FROM drafts d WHERE d.user_id = ? AND d.place = ?`, user, place.String()).Scan(&found)
	if result.Error != nil {
		return nil, fmt.Errorf("find the draft %s: %w", place, result.Error)
	}
	if result.RowsAffected == 0 {
		return nil, nil //nolint:nilnil // nothing written is the usual case, not a fault
	}
	draft, err := found.draft()
	return &draft, err
}

func (s store) save(ctx context.Context, user id.User, place Place, c Content, at time.Time) (Draft, error) {
	var saved row
	err := s.db.Gorm(ctx).Raw(`
		INSERT INTO drafts AS d (user_id, place, post_id, title, body, answer, tags, space, summary, base, created_at, saved_at)
		VALUES (?, ?, nullif(?, 0::bigint), ?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (user_id, place) DO UPDATE SET title = EXCLUDED.title, body = EXCLUDED.body, answer = EXCLUDED.answer,
			tags = EXCLUDED.tags, space = EXCLUDED.space, summary = EXCLUDED.summary, base = EXCLUDED.base,
			version = d.version + 1, saved_at = EXCLUDED.saved_at
		RETURNING `+columns,
		user, place.String(), place.Post, c.Title, c.Body, c.Answer, db.Array[string](c.Tags), c.Space, c.Summary, c.Base, at, at).Scan(&saved).Error
	if err != nil {
		return Draft{}, fmt.Errorf("save the draft %s: %w", place, err)
	}
	return saved.draft()
}

func (s store) discard(ctx context.Context, user id.User, place Place) error {
	err := s.db.Gorm(ctx).Exec(`DELETE FROM drafts WHERE user_id = ? AND place = ?`, user, place.String()).Error
	if err != nil {
		return fmt.Errorf("discard the draft %s: %w", place, err)
	}
	return nil
}

func (s store) discardAsked(ctx context.Context, user id.User, question id.Post) error {
	err := s.db.Gorm(ctx).Exec(`
		DELETE FROM drafts WHERE user_id = ? AND place = 'ask'
			AND btrim(title) = (SELECT title FROM posts WHERE id = ?)`, user, question).Error
	if err != nil {
		return fmt.Errorf("discard the draft of question %d: %w", question, err)
	}
	return nil
}

func (s store) expire(ctx context.Context, before time.Time) (int64, error) {
	result := s.db.Gorm(ctx).Exec(`DELETE FROM drafts WHERE saved_at < ?`, before)
	if result.Error != nil {
		return 0, fmt.Errorf("expire drafts: %w", result.Error)
	}
	return result.RowsAffected, nil
}

type listedRow struct {
	Row        row `gorm:"embedded"`
	QuestionID id.Post
	PostKind   posts.Kind
	Of         string
}

// list names the post of a draft only where the reader may read it, their own deleted ones left out.
func (s store) list(ctx context.Context, actor authz.Actor) ([]Listed, error) {
	condition, readable := spaces.Visible(actor, "q.space_id")
	var found []listedRow
	err := s.db.Gorm(ctx).Raw(`
		SELECT d.place, d.title, left(d.body, ?) AS body, left(d.answer, ?) AS answer, d.tags, d.space, d.summary, d.base,
			d.version, d.created_at, d.saved_at,
			coalesce(q.id, 0) AS question_id, CASE WHEN q.id IS NULL THEN '' ELSE p.kind END AS post_kind, coalesce(q.title, '') AS of
		FROM drafts d
		LEFT JOIN posts p ON p.id = d.post_id AND p.deleted_at IS NULL
		LEFT JOIN posts q ON q.id = coalesce(p.question_id, p.id) AND q.deleted_at IS NULL AND `+condition+`
		WHERE d.user_id = ?
		ORDER BY d.saved_at DESC, d.place`, excerptLength, excerptLength, readable, actor.User).Scan(&found).Error
	if err != nil {
		return nil, fmt.Errorf("list the drafts of person %d: %w", actor.User, err)
	}
	drafts := make([]Listed, len(found))
	for i, one := range found {
		draft, err := one.Row.draft()
		if err != nil {
			return nil, err
		}
		drafts[i] = Listed{Draft: draft, Question: one.QuestionID, PostKind: one.PostKind, Of: one.Of}
	}
	return drafts, nil
}
