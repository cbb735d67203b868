package uploads

import (
	"context"
	"fmt"
	"time"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/people/spaces"
	"wellspring/pkg/platform/db"
)

type store struct{ db *db.DB }

type row struct {
	ID        id.Upload
	Key       string
	UserID    id.User
	Name      string
	MediaType string
	Width     int
	Height    int
	Widths    db.Array[int64]
	Size      int64
	SentAt    time.Time
	KeptAt    *time.Time
}

func (r row) upload() Upload {
	return Upload{
		ID: r.ID, Key: r.Key, Owner: r.UserID, Name: r.Name, MediaType: r.MediaType, Width: r.Width, Height: r.Height,
		Widths: []int64(r.Widths), Size: r.Size, SentAt: r.SentAt, kept: r.KeptAt != nil,
	}
}

func each(rows []row) []Upload {
	found := make([]Upload, len(rows))
	for i := range rows {
		found[i] = rows[i].upload()
	}
	return found
}

const columns = `u.id, u.key, u.user_id, u.name, u.media_type, u.width, u.height, u.widths, u.size, u.sent_at, u.kept_at`

// readableBy is the condition that an actor may read an upload, and its arguments. Deleted posts are seen as posts.CanSee has it.
func readableBy(actor authz.Actor) (condition string, args []any) {
	visible, readable := spaces.Visible(actor, "q.space_id")
	return `u.kept_at IS NOT NULL AND u.removed_at IS NULL AND (u.user_id = ? OR EXISTS (
		SELECT 1 FROM upload_uses x
		LEFT JOIN comments c ON c.id = x.comment_id
		JOIN posts p ON p.id = coalesce(x.post_id, c.post_id)
		JOIN posts q ON q.id = coalesce(p.question_id, p.id)
		WHERE x.upload_id = u.id AND c.deleted_at IS NULL AND ` + visible + `
			AND (? OR (p.deleted_at IS NULL OR p.author_id = ?) AND (q.deleted_at IS NULL OR q.author_id = ?))))`,
		[]any{actor.User, readable, actor.Has(authz.SeeGone), actor.User, actor.User}
}

func (s store) find(ctx context.Context, actor authz.Actor, key string) (Upload, error) {
	condition, args := readableBy(actor)
	var found row
	result := s.db.Gorm(ctx).Raw(`SELECT `+columns+` FROM uploads u WHERE u.key = ? AND `+condition, append([]any{key}, args...)...).Scan(&found)
	if result.Error != nil {
		return Upload{}, fmt.Errorf("find an upload: %w", result.Error)
	}
	if result.RowsAffected == 0 {
		return Upload{}, notFound()
	}
	return found.upload(), nil
}

func (s store) readable(ctx context.Context, actor authz.Actor, keys []string) ([]Upload, error) {
	return s.list(ctx, actor, keys, "")
}

// hold locks in one order, so that two texts with the same pictures do not wait for each other.
func (s store) hold(ctx context.Context, actor authz.Actor, keys []string) ([]Upload, error) {
	return s.list(ctx, actor, keys, " FOR KEY SHARE OF u")
}

func (s store) list(ctx context.Context, actor authz.Actor, keys []string, lock string) ([]Upload, error) {
	condition, args := readableBy(actor)
	var found []row
	err := s.db.Gorm(ctx).Raw(`
		SELECT `+columns+` FROM uploads u WHERE u.key = ANY(?::text[]) AND `+condition+` ORDER BY u.id`+lock,
		append([]any{db.Array[string](keys)}, args...)...).Scan(&found).Error
	if err != nil {
		return nil, fmt.Errorf("find the uploads of a text: %w", err)
	}
	return each(found), nil
}

// sent finds what a person has sent already; without it, the upload has no id.
func (s store) sent(ctx context.Context, user id.User, digest []byte) (Upload, error) {
	var found row
	err := s.db.Gorm(ctx).Raw(`
		SELECT `+columns+` FROM uploads u WHERE u.user_id = ? AND u.digest = ? AND u.removed_at IS NULL`, user, digest).Scan(&found).Error
	if err != nil {
		return Upload{}, fmt.Errorf("look for the same upload: %w", err)
	}
	return found.upload(), nil
}

// sentAgain gives a kept upload another day; it tells whether it is still there.
func (s store) sentAgain(ctx context.Context, upload id.Upload, at time.Time) (bool, error) {
	result := s.db.Gorm(ctx).Exec(`UPDATE uploads SET sent_at = ? WHERE id = ? AND removed_at IS NULL`, at, upload)
	if result.Error != nil {
		return false, fmt.Errorf("note that upload %d was sent again: %w", upload, result.Error)
	}
	return result.RowsAffected == 1, nil
}

// lock has whoever else uploads for this person wait, and gives what their uploads take.
func (s store) lock(ctx context.Context, user id.User) (int64, error) {
	if err := s.db.Gorm(ctx).Exec(`SELECT 1 FROM users WHERE id = ? FOR NO KEY UPDATE`, user).Error; err != nil {
		return 0, fmt.Errorf("lock the uploads of person %d: %w", user, err)
	}
	var taken int64
	err := s.db.Gorm(ctx).Raw(`SELECT coalesce(sum(size), 0) FROM uploads WHERE user_id = ? AND removed_at IS NULL`, user).Scan(&taken).Error
	if err != nil {
		return 0, fmt.Errorf("add up the uploads of person %d: %w", user, err)
	}
	return taken, nil
}

func (s store) insert(ctx context.Context, u Upload, digest []byte) (id.Upload, error) {
	var inserted id.Upload
	err := s.db.Gorm(ctx).Raw(`
		INSERT INTO uploads (key, user_id, name, media_type, width, height, widths, size, digest, sent_at)
		VALUES (?, ?, ?, ?, ?, ?, ?::integer[], ?, ?, ?) RETURNING id`,
		u.Key, u.Owner, u.Name, u.MediaType, u.Width, u.Height, db.Array[int64](u.Widths), u.Size, digest, u.SentAt).Scan(&inserted).Error
	if err != nil {
		return 0, fmt.Errorf("announce an upload: %w", err)
	}
	return inserted, nil
}

func (s store) markKept(ctx context.Context, u Upload, at time.Time) error {
	result := s.db.Gorm(ctx).Exec(`UPDATE uploads SET kept_at = coalesce(kept_at, ?) WHERE id = ? AND removed_at IS NULL`, at, u.ID)
	if result.Error != nil {
		return fmt.Errorf("note that upload %s is kept: %w", u.Key, result.Error)
	}
	if result.RowsAffected == 0 {
		return fault.Down("The file could not be kept. Send it again in a moment.")
	}
	return nil
}
