package stackexchange

import (
	"context"
	"encoding/json"
)

type changedPost struct {
	ID          int64
	ParentID    int64
	OwnerID     int64
	EditorID    int64
	ContentHash hexBytes
	Post        json.RawMessage
	Revisions   json.RawMessage
	LocalID     int64
	EditedHere  bool
	Gone        bool
}

func (s store) countChangedPosts(ctx context.Context, kind string) (total, changed int, err error) {
	var counts struct{ Total, Changed int }
	err = s.scan(ctx, "count prepared posts", &counts, `
		SELECT count(*) AS total, count(*) FILTER (WHERE changed) AS changed FROM staging.prepared WHERE kind = ?`, kind)
	return counts.Total, counts.Changed, err
}

// changedPosts gives prepared posts that are new or differ. Revisions younger than the last dump were written here.
func (s store) changedPosts(ctx context.Context, r *run, kind string, after int64, limit int) ([]changedPost, error) {
	var rows []changedPost
	err := s.scan(ctx, "read prepared posts", &rows, `
		SELECT p.id, p.parent_id, p.owner_id, p.editor_id, p.content_hash, p.post, p.revisions, coalesce(r.local_id, 0) AS local_id,
			EXISTS (SELECT 1 FROM revisions v WHERE v.post_id = r.local_id AND v.created_at > ?) AS edited_here,
			r.local_id IS NOT NULL AND r.content_hash IS NULL AS gone
		FROM staging.prepared p
		LEFT JOIN import_refs r ON r.source = ? AND r.kind = 'post' AND r.external_id = p.id
		WHERE p.kind = ? AND p.changed AND p.id > ? ORDER BY p.id LIMIT ?`, r.before, r.site, kind, after, limit)
	return rows, err
}

func (s store) missingPosts(ctx context.Context, site, kind string, limit int) ([]ref, error) {
	var refs []ref
	err := s.scan(ctx, "look for posts that are gone", &refs, `
		SELECT r.external_id, r.local_id FROM import_refs r JOIN posts p ON p.id = r.local_id
		WHERE r.source = ? AND r.kind = 'post' AND r.content_hash IS NOT NULL AND p.kind = ?
			AND NOT EXISTS (SELECT 1 FROM staging.prepared s WHERE s.id = r.external_id)
		ORDER BY r.external_id LIMIT ?`, site, kind, limit)
	return refs, err
}
