package stackexchange

import "context"

type changedComment struct {
	Row        commentRow `gorm:"embedded"`
	LocalID    int64
	LocalPost  int64
	LocalUser  int64
	KnownName  string
	EditedHere bool
	Hash       hexBytes
}

var commentsWithHashes = `
	FROM staging.comments c
	JOIN import_refs rp ON rp.source = @site AND rp.kind = 'post' AND rp.external_id = c.post_id
	LEFT JOIN staging.people u ON u.id = c.user_id
	LEFT JOIN import_refs ru ON ru.source = @site AND ru.kind = 'person' AND ru.external_id = u.id
	LEFT JOIN import_refs r ON r.source = @site AND r.kind = 'comment' AND r.external_id = c.id
	CROSS JOIN LATERAL (
		SELECT ` + rowHash("rp.local_id", "ru.local_id", "u.name", "c.user_name", "c.body", "c.score", "c.created_at") + ` AS hash) h`

func (s store) countComments(ctx context.Context, site string) (total, changed int, err error) {
	var counts struct{ Total, Changed int }
	err = s.scan(ctx, "compare comments", &counts, `
		SELECT count(*) AS total, count(*) FILTER (WHERE h.hash IS DISTINCT FROM r.content_hash) AS changed`+commentsWithHashes,
		map[string]any{"site": site})
	return counts.Total, counts.Changed, err
}

func (s store) changedComments(ctx context.Context, site string, after int64, limit int) ([]changedComment, error) {
	var rows []changedComment
	err := s.scan(ctx, "read staged comments", &rows, `
		SELECT c.*, coalesce(r.local_id, 0) AS local_id, rp.local_id AS local_post, coalesce(ru.local_id, 0) AS local_user,
			coalesce(u.name, '') AS known_name, h.hash,
			EXISTS (SELECT 1 FROM comments l WHERE l.id = r.local_id AND l.edited_at IS NOT NULL) AS edited_here`+commentsWithHashes+`
		WHERE c.id > @after AND h.hash IS DISTINCT FROM r.content_hash ORDER BY c.id LIMIT @limit`,
		map[string]any{"site": site, "after": after, "limit": limit})
	return rows, err
}

func (s store) missingComments(ctx context.Context, site string, limit int) ([]ref, error) {
	var refs []ref
	err := s.scan(ctx, "look for comments that are gone", &refs, `
		SELECT external_id, local_id FROM import_refs r
		WHERE source = ? AND kind = 'comment' AND content_hash IS NOT NULL AND NOT EXISTS (SELECT 1 FROM staging.comments c WHERE c.id = r.external_id)
		ORDER BY external_id LIMIT ?`, site, limit)
	return refs, err
}
