package stackexchange

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"wellspring/pkg/platform/db"
)

type stagedTag struct {
	// ID is zero for a tag that questions have and Tags.xml has not.
	ID          int64
	Name        string
	ExcerptID   int64
	WikiID      int64
	ExcerptHTML string `gorm:"column:excerpt_html"`
	WikiHTML    string `gorm:"column:wiki_html"`
	CreatedAt   time.Time
	LocalID     int64
	KnownHash   []byte
	WrittenHere bool
}

// tagNames are all tags of the dump, each as old as its first question.
const tagNames = `
	WITH names AS (
		SELECT name, coalesce(min(created_at), (SELECT min(created_at) FROM staging.posts)) AS created_at FROM (
			SELECT unnest(tags) AS name, created_at FROM staging.posts WHERE kind = 'question'
			UNION ALL SELECT name, NULL FROM staging.tags) n
		GROUP BY name)`

// tagsAfter finds texts written here by their revisions, and by their being there before the site was first imported.
func (s store) tagsAfter(ctx context.Context, r *run, after string, limit int) ([]stagedTag, error) {
	var rows []stagedTag
	err := s.scan(ctx, "read staged tags", &rows, tagNames+`
		SELECT coalesce(t.id, 0) AS id, n.name, coalesce(t.excerpt_id, 0) AS excerpt_id, coalesce(t.wiki_id, 0) AS wiki_id,
			coalesce(e.html, '') AS excerpt_html, coalesce(w.html, '') AS wiki_html, coalesce(n.created_at, now()) AS created_at,
			coalesce(l.id, 0) AS local_id, r.content_hash AS known_hash,
			r.local_id IS NULL AND l.description || l.wiki <> ''
				OR EXISTS (SELECT 1 FROM tag_revisions v WHERE v.tag_id = l.id AND r.local_id IS NOT NULL AND v.created_at > ?) AS written_here
		FROM names n
		LEFT JOIN staging.tags t ON t.name = n.name
		LEFT JOIN staging.posts e ON e.id = t.excerpt_id
		LEFT JOIN staging.posts w ON w.id = t.wiki_id
		LEFT JOIN tags l ON l.name = n.name
		LEFT JOIN import_refs r ON r.source = ? AND r.kind = 'tag' AND r.external_id = t.id AND r.local_id = l.id
		WHERE n.name > ? ORDER BY n.name LIMIT ?`, r.before, r.site, after, limit)
	return rows, err
}

// rememberTags finds the tags here by their names.
func (s store) rememberTags(ctx context.Context, site string, hashes []ref) error {
	if len(hashes) == 0 {
		return nil
	}
	text, err := json.Marshal(hashes)
	if err != nil {
		return fmt.Errorf("encode references of tags: %w", err)
	}
	return s.change(ctx, "remember tags", `
		INSERT INTO import_refs (source, kind, external_id, local_id, content_hash)
		SELECT ?, 'tag', given.external_id, l.id, given.content_hash
		FROM json_to_recordset(?::json) AS given (external_id bigint, content_hash bytea)
		JOIN staging.tags t ON t.id = given.external_id JOIN tags l ON l.name = t.name
		ON CONFLICT (source, kind, external_id) DO UPDATE SET local_id = EXCLUDED.local_id, content_hash = EXCLUDED.content_hash`,
		site, string(text))
}

// goneTag is a tag here that came with an earlier dump of the site.
type goneTag struct {
	ExternalID int64
	LocalID    int64
	Name       string
}

// missingTags leaves out what another site or a question of the dump holds too.
func (s store) missingTags(ctx context.Context, r *run) ([]goneTag, error) {
	if !r.dump.has(tagsFile) {
		return nil, nil
	}
	var gone []goneTag
	err := s.scan(ctx, "look for tags that are gone", &gone, tagNames+`
		SELECT r.external_id, r.local_id, l.name FROM import_refs r JOIN tags l ON l.id = r.local_id
		WHERE r.source = ? AND r.kind = 'tag' AND NOT EXISTS (SELECT 1 FROM names n WHERE n.name = l.name)
			AND NOT EXISTS (SELECT 1 FROM import_refs o WHERE o.kind = 'tag' AND o.local_id = r.local_id AND o.source <> r.source)
		ORDER BY l.name`, r.site)
	return gone, err
}

// dropTags forgets references to tags that are gone, unless their number belongs to another name by now.
func (s store) dropTags(ctx context.Context, site string, gone []goneTag) error {
	locals := make(db.Array[int64], len(gone))
	for i := range gone {
		locals[i] = gone[i].LocalID
	}
	return s.change(ctx, "forget tags", `
		DELETE FROM import_refs WHERE source = ? AND kind = 'tag' AND local_id = ANY(?::bigint[])`, site, locals)
}
