package stackexchange

import "context"

type newBadge struct {
	Row       badgeRow `gorm:"embedded"`
	LocalUser int64
}

const badgesWithRefs = `
	FROM staging.badges b
	JOIN import_refs ru ON ru.source = @site AND ru.kind = 'person' AND ru.external_id = b.user_id
	LEFT JOIN import_refs r ON r.source = @site AND r.kind = 'badge' AND r.external_id = b.id`

func (s store) countBadges(ctx context.Context, site string) (total, fresh int, err error) {
	var counts struct{ Total, Fresh int }
	err = s.scan(ctx, "compare badges", &counts, `
		SELECT count(*) AS total, count(*) FILTER (WHERE r.local_id IS NULL) AS fresh`+badgesWithRefs, map[string]any{"site": site})
	return counts.Total, counts.Fresh, err
}

func (s store) newBadges(ctx context.Context, site string, after int64, limit int) ([]newBadge, error) {
	var rows []newBadge
	err := s.scan(ctx, "read staged badges", &rows, `
		SELECT b.*, ru.local_id AS local_user`+badgesWithRefs+`
		WHERE b.id > @after AND r.local_id IS NULL ORDER BY b.id LIMIT @limit`, map[string]any{"site": site, "after": after, "limit": limit})
	return rows, err
}

func (s store) missingBadges(ctx context.Context, site string, limit int) ([]ref, error) {
	var refs []ref
	err := s.scan(ctx, "look for badges that are gone", &refs, `
		SELECT external_id, local_id FROM import_refs r
		WHERE source = ? AND kind = 'badge' AND NOT EXISTS (SELECT 1 FROM staging.badges b WHERE b.id = r.external_id)
		ORDER BY external_id LIMIT ?`, site, limit)
	return refs, err
}
