package stackexchange

import (
	"context"
	"encoding/json"
	"fmt"

	"wellspring/pkg/platform/db"
)

// Kinds of references to what was imported before. One whose hash is NULL is of something that the last dump no longer held.
const (
	refPerson  = "person"
	refPost    = "post"
	refComment = "comment"
	refTag     = "tag"
	refBadge   = "badge"
)

// ref ties a row of the site to a row here.
type ref struct {
	External int64    `json:"external_id" gorm:"column:external_id"`
	Local    int64    `json:"local_id" gorm:"column:local_id"`
	Hash     hexBytes `json:"content_hash" gorm:"-"`
}

func localsOf[T ~int64](refs []ref) []T {
	ids := make([]T, len(refs))
	for i := range refs {
		ids[i] = T(refs[i].Local)
	}
	return ids
}

func externalsOf(refs []ref) db.Array[int64] {
	ids := make(db.Array[int64], len(refs))
	for i := range refs {
		ids[i] = refs[i].External
	}
	return ids
}

// remember keeps where rows went and what they were made of.
func (s store) remember(ctx context.Context, site, kind string, refs []ref) error {
	if len(refs) == 0 {
		return nil
	}
	text, err := json.Marshal(refs)
	if err != nil {
		return fmt.Errorf("encode references: %w", err)
	}
	return s.change(ctx, "remember what was imported", `
		INSERT INTO import_refs (source, kind, external_id, local_id, content_hash)
		SELECT ?, ?, external_id, local_id, content_hash
		FROM json_to_recordset(?::json) AS given (external_id bigint, local_id bigint, content_hash bytea)
		ON CONFLICT (source, kind, external_id) DO UPDATE SET local_id = EXCLUDED.local_id, content_hash = EXCLUDED.content_hash`,
		site, kind, string(text))
}

// disown marks that the dump no longer holds these.
func (s store) disown(ctx context.Context, site, kind string, refs []ref) error {
	return s.change(ctx, "mark what is missing", `
		UPDATE import_refs SET content_hash = NULL WHERE source = ? AND kind = ? AND external_id = ANY(?::bigint[])`,
		site, kind, externalsOf(refs))
}

// drop forgets references to what is deleted here for good.
func (s store) drop(ctx context.Context, site, kind string, refs []ref) error {
	return s.change(ctx, "forget what is missing", `
		DELETE FROM import_refs WHERE source = ? AND kind = ? AND external_id = ANY(?::bigint[])`, site, kind, externalsOf(refs))
}

// locals gives the identifiers here of rows of the site; what the dump does not hold is missing in the result.
func (s store) locals(ctx context.Context, site, kind string, external []int64) (map[int64]int64, error) {
	var refs []ref
	err := s.scan(ctx, "look up references", &refs, `
		SELECT external_id, local_id FROM import_refs
		WHERE source = ? AND kind = ? AND external_id = ANY(?::bigint[]) AND content_hash IS NOT NULL`, site, kind, db.Array[int64](external))
	found := make(map[int64]int64, len(refs))
	for _, r := range refs {
		found[r.External] = r.Local
	}
	return found, err
}
