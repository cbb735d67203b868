package stackexchange

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"wellspring/pkg/platform/db"
)

// storedPost is a staged post with what is known about it and its author.
type storedPost struct {
	ID              int64
	Kind            string
	ParentID        int64
	OwnerID         int64
	OwnerName       string
	OwnerKnown      bool
	KnownName       string
	AcceptedID      int64
	Title           string
	Tags            db.Array[string]
	HTML            string
	Views           int
	CreatedAt       time.Time
	EditedAt        *time.Time
	EditorID        int64
	ClosedAt        *time.Time
	LinkedDuplicate int64
	// KnownHash is that of the post as it was imported before.
	KnownHash []byte
}

// storedHistory is a staged row of history with what is known of its author.
type storedHistory struct {
	PostID    int64
	ID        int64
	Type      int
	Revision  string
	CreatedAt time.Time
	UserID    int64
	UserName  string
	UserKnown bool
	Comment   string
	Body      string
}

type preparedRow struct {
	ID           int64           `json:"id"`
	Kind         string          `json:"kind"`
	ParentID     int64           `json:"parent_id"`
	OwnerID      int64           `json:"owner_id"`
	EditorID     int64           `json:"editor_id"`
	Changed      bool            `json:"changed"`
	Hash         hexBytes        `json:"content_hash"`
	Post         json.RawMessage `json:"post"`
	Revisions    json.RawMessage `json:"revisions"`
	ClosedReason string          `json:"closed_reason"`
	ClosedAt     *time.Time      `json:"closed_at"`
	ClosedBy     int64           `json:"closed_by"`
	DuplicateOf  int64           `json:"duplicate_of"`
	notes        map[string]int
}

// hexBytes are written as Postgres reads bytes.
type hexBytes []byte

// MarshalJSON writes \x and figures.
func (h hexBytes) MarshalJSON() ([]byte, error) { return fmt.Appendf(nil, `"\\x%x"`, []byte(h)), nil }

func (s store) countPosts(ctx context.Context) (count int64, err error) {
	err = s.scan(ctx, "count staged posts", &count, `SELECT count(*) FROM staging.posts WHERE kind IN ('question', 'answer')`)
	return count, err
}

func (s store) countPrepared(ctx context.Context) (count int64, err error) {
	err = s.scan(ctx, "count prepared posts", &count, `SELECT count(*) FROM staging.prepared`)
	return count, err
}

// postsAfter gives the next staged posts behind the run's position.
func (s store) postsAfter(ctx context.Context, r *run, limit int) ([]storedPost, error) {
	var found []storedPost
	err := s.scan(ctx, "read staged posts", &found, `
		SELECT p.*, u.id IS NOT NULL AS owner_known, coalesce(u.name, '') AS known_name, r.content_hash AS known_hash,
			coalesce((SELECT min(target_id) FROM staging.links l WHERE l.post_id = p.id AND l.duplicate), 0) AS linked_duplicate
		FROM staging.posts p
		LEFT JOIN staging.people u ON u.id = p.owner_id
		LEFT JOIN import_refs r ON r.source = ? AND r.kind = 'post' AND r.external_id = p.id
		WHERE p.kind IN ('question', 'answer') AND p.id > ? ORDER BY p.id LIMIT ?`, r.site, r.position, limit)
	return found, err
}

// histories gives the rows of each post's history in the order of their ids.
func (s store) histories(ctx context.Context, of []storedPost) (map[int64][]storedHistory, error) {
	ids := make(db.Array[int64], len(of))
	for i := range of {
		ids[i] = of[i].ID
	}
	var rows []storedHistory
	err := s.scan(ctx, "read staged history", &rows, `
		SELECT h.post_id, h.id, h.type, h.revision, h.created_at, h.user_id, h.comment, h.body, coalesce(u.name, h.user_name) AS user_name,
			u.id IS NOT NULL AS user_known
		FROM staging.history h LEFT JOIN staging.people u ON u.id = h.user_id
		WHERE h.post_id = ANY(?::bigint[]) ORDER BY h.post_id, h.id`, ids)
	found := map[int64][]storedHistory{}
	for _, row := range rows {
		found[row.PostID] = append(found[row.PostID], row)
	}
	return found, err
}

func (s store) keepPrepared(ctx context.Context, rows []preparedRow) error {
	text, err := json.Marshal(rows)
	if err != nil {
		return fmt.Errorf("encode prepared posts: %w", err)
	}
	return s.change(ctx, "keep prepared posts", `
		INSERT INTO staging.prepared (id, kind, parent_id, owner_id, editor_id, changed, content_hash, post, revisions,
			closed_reason, closed_at, closed_by, duplicate_of)
		SELECT * FROM json_to_recordset(?::json) AS given (id bigint, kind text, parent_id bigint, owner_id bigint, editor_id bigint,
			changed boolean, content_hash bytea, post json, revisions json, closed_reason text, closed_at timestamptz, closed_by bigint,
			duplicate_of bigint)
		ON CONFLICT DO NOTHING`, string(text))
}

func (s store) analysePrepared(ctx context.Context) error {
	return s.change(ctx, "analyse prepared posts", `ANALYZE staging.prepared`)
}
