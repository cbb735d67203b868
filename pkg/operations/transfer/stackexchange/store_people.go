package stackexchange

import (
	"context"
	"fmt"
	"strings"
)

type changedPerson struct {
	Row       personRow `gorm:"embedded"`
	LocalID   int64
	Hash      hexBytes
	KnownHash hexBytes
}

// rowHash is the SQL of a hash over columns; mapping takes part, so that raising it brings all rows up to date.
func rowHash(columns ...string) string {
	texts := "coalesce(" + strings.Join(columns, "::text, ''), coalesce(") + "::text, '')"
	return fmt.Sprintf(`sha256(convert_to(concat_ws(chr(31), '%d', %s), 'UTF8'))`, mapping, texts)
}

var peopleWithHashes = `
	FROM staging.people p
	LEFT JOIN import_refs r ON r.source = ? AND r.kind = 'person' AND r.external_id = p.id
	CROSS JOIN LATERAL (SELECT ` + rowHash("p.name", "p.location", "p.website", "p.about", "p.created_at", "p.seen_at") + ` AS hash) h`

func (s store) countPeople(ctx context.Context, site string) (total, changed int, err error) {
	var counts struct{ Total, Changed int }
	err = s.scan(ctx, "compare people", &counts, `
		SELECT count(*) AS total, count(*) FILTER (WHERE h.hash IS DISTINCT FROM r.content_hash) AS changed`+peopleWithHashes, site)
	return counts.Total, counts.Changed, err
}

func (s store) changedPeople(ctx context.Context, site string, after int64, limit int) ([]changedPerson, error) {
	var people []changedPerson
	err := s.scan(ctx, "read staged people", &people, `
		SELECT p.*, coalesce(r.local_id, 0) AS local_id, h.hash, r.content_hash AS known_hash`+peopleWithHashes+`
		WHERE p.id > ? AND h.hash IS DISTINCT FROM r.content_hash ORDER BY p.id LIMIT ?`, site, after, limit)
	return people, err
}

func (s store) missingPeople(ctx context.Context, site string, limit int) ([]ref, error) {
	var refs []ref
	err := s.scan(ctx, "look for people who are gone", &refs, `
		SELECT external_id, local_id FROM import_refs r
		WHERE source = ? AND kind = 'person' AND content_hash IS NOT NULL AND NOT EXISTS (SELECT 1 FROM staging.people p WHERE p.id = r.external_id)
		ORDER BY external_id LIMIT ?`, site, limit)
	return refs, err
}
