package stackexchange

import (
	"context"
	"time"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/id"
)

func (s store) count(ctx context.Context, what, sql string) (count int, err error) {
	err = s.scan(ctx, "count "+what, &count, sql)
	return count, err
}

func (s store) countVoted(ctx context.Context) (int, error) {
	return s.count(ctx, "posts with votes", `SELECT count(DISTINCT post_id) FROM staging.votes WHERE type IN (2, 3)`)
}

// differingPost is a post of which some fact is not what the dump says: whether it has the fact here, and there.
type differingPost struct {
	ExternalID int64
	LocalID    int64
	Had        bool
	Wanted     bool
}

func (s store) differingVotes(ctx context.Context, site string, after int64, limit int) ([]differingPost, error) {
	var found []differingPost
	err := s.scan(ctx, "compare votes", &found, `
		SELECT r.external_id, r.local_id, here.votes IS NOT NULL AS had, there.votes IS NOT NULL AS wanted
		FROM import_refs r JOIN staging.prepared p ON p.id = r.external_id
		CROSS JOIN LATERAL (
			SELECT string_agg(day || ' ' || up || ' ' || down, ',' ORDER BY day) AS votes FROM (
				SELECT day, coalesce(sum(votes) FILTER (WHERE type = 2), 0) AS up, coalesce(sum(votes) FILTER (WHERE type = 3), 0) AS down
				FROM staging.votes v WHERE v.post_id = p.id AND type IN (2, 3) GROUP BY day) days) there
		CROSS JOIN LATERAL (
			SELECT string_agg(day || ' ' || up_count || ' ' || down_count, ',' ORDER BY day) AS votes
			FROM imported_votes v WHERE v.post_id = r.local_id) here
		WHERE r.source = ? AND r.kind = 'post' AND r.external_id > ? AND here.votes IS DISTINCT FROM there.votes
		ORDER BY r.external_id LIMIT ?`, site, after, limit)
	return found, err
}

func (s store) votesOf(ctx context.Context, site string, refs []ref) ([]posts.ImportedVotes, error) {
	var votes []posts.ImportedVotes
	err := s.scan(ctx, "read staged votes", &votes, `
		SELECT r.local_id AS post, v.day, coalesce(sum(votes) FILTER (WHERE type = 2), 0) AS up, coalesce(sum(votes) FILTER (WHERE type = 3), 0) AS down
		FROM staging.votes v JOIN import_refs r ON r.source = ? AND r.kind = 'post' AND r.external_id = v.post_id
		WHERE v.post_id = ANY(?::bigint[]) AND v.type IN (2, 3)
		GROUP BY r.local_id, v.day`, site, externalsOf(refs))
	return votes, err
}

func (s store) countLinks(ctx context.Context) (int, error) {
	return s.count(ctx, "links", `SELECT count(*) FROM staging.links`)
}

// newLinks are not there yet; those that were handed out and written do not come again.
func (s store) newLinks(ctx context.Context, r *run, limit int) ([]posts.ImportedLink, error) {
	var links []posts.ImportedLink
	err := s.scan(ctx, "compare links", &links, `
		SELECT a.local_id AS post, b.local_id AS target, l.duplicate, l.created_at
		FROM staging.links l
		JOIN import_refs a ON a.source = ? AND a.kind = 'post' AND a.external_id = l.post_id
		JOIN import_refs b ON b.source = ? AND b.kind = 'post' AND b.external_id = l.target_id
		WHERE NOT EXISTS (
			SELECT 1 FROM post_links p WHERE p.post_id = a.local_id AND p.target_id = b.local_id
				AND p.kind = CASE WHEN l.duplicate THEN 'duplicate' ELSE 'linked' END)
		ORDER BY l.created_at, l.post_id, l.target_id LIMIT ?`, r.site, r.site, limit)
	return links, err
}

// staleLinks are those an earlier dump gave; younger ones were made here.
func (s store) staleLinks(ctx context.Context, r *run, limit int) ([]posts.ImportedLink, error) {
	var links []posts.ImportedLink
	err := s.scan(ctx, "look for links that are gone", &links, `
		SELECT p.post_id AS post, p.target_id AS target, p.kind = 'duplicate' AS duplicate, p.created_at
		FROM post_links p
		JOIN import_refs a ON a.source = ? AND a.kind = 'post' AND a.local_id = p.post_id
		JOIN import_refs b ON b.source = ? AND b.kind = 'post' AND b.local_id = p.target_id
		WHERE p.created_at <= ? AND NOT EXISTS (
			SELECT 1 FROM staging.links l WHERE l.post_id = a.external_id AND l.target_id = b.external_id AND l.duplicate = (p.kind = 'duplicate'))
		LIMIT ?`, r.site, r.site, r.before, limit)
	return links, err
}

func (s store) countAccepted(ctx context.Context) (int, error) {
	return s.count(ctx, "accepted answers", `
		SELECT count(*) FROM staging.posts q JOIN staging.posts a ON a.id = q.accepted_id AND a.kind = 'answer' AND a.parent_id = q.id
		WHERE q.kind = 'question'`)
}

type differingAcceptance struct {
	ExternalID int64
	Question   id.Post
	Answer     id.Post
	At         time.Time
	Had        bool
}

// differingAcceptances leaves alone what was accepted here since the last dump, and does not accept what is deleted here.
// A vote tells only the day, so an answer accepted on its first day counts as accepted when it was given; a dump without
// votes does not tell when, and moves nothing.
func (s store) differingAcceptances(ctx context.Context, r *run, after int64, limit int) ([]differingAcceptance, error) {
	var found []differingAcceptance
	err := s.scan(ctx, "compare accepted answers", &found, `
		SELECT q.id AS external_id, rq.local_id AS question, coalesce(la.id, 0) AS answer, lq.accepted_answer_id IS NOT NULL AS had,
			coalesce(accepted.at, q.created_at) AS at
		FROM staging.posts q
		JOIN import_refs rq ON rq.source = ? AND rq.kind = 'post' AND rq.external_id = q.id
		JOIN posts lq ON lq.id = rq.local_id
		LEFT JOIN staging.posts a ON a.id = q.accepted_id AND a.kind = 'answer' AND a.parent_id = q.id
		LEFT JOIN import_refs ra ON ra.source = ? AND ra.kind = 'post' AND ra.external_id = a.id
		LEFT JOIN posts la ON la.id = ra.local_id AND la.deleted_at IS NULL
		LEFT JOIN LATERAL (
			SELECT greatest(a.created_at, max(v.day)::timestamptz) AS at FROM staging.votes v WHERE v.post_id = a.id AND v.type = 1
		) accepted ON la.id IS NOT NULL
		WHERE q.kind = 'question' AND q.id > ?
			AND (lq.accepted_answer_id IS DISTINCT FROM la.id OR ?::boolean AND lq.accepted_at IS DISTINCT FROM accepted.at)
			AND (lq.accepted_at IS NULL OR lq.accepted_at <= ?)
		ORDER BY q.id LIMIT ?`, r.site, r.site, after, r.dump.has(votesFile), r.before, limit)
	return found, err
}

func (s store) countClosed(ctx context.Context) (int, error) {
	return s.count(ctx, "closed questions", `SELECT count(*) FROM staging.prepared WHERE closed_reason <> ''`)
}

type differingClosure struct {
	ExternalID  int64
	Question    id.Post
	Reason      string
	At          time.Time
	By          id.User
	DuplicateOf id.Post
	Had         bool
}

func (s store) differingClosures(ctx context.Context, r *run, after int64, limit int) ([]differingClosure, error) {
	var found []differingClosure
	err := s.scan(ctx, "compare closures", &found, `
		SELECT q.id AS external_id, rq.local_id AS question, q.closed_reason AS reason, coalesce(q.closed_at, lq.created_at) AS at,
			coalesce(ru.local_id, 0) AS by, coalesce(rd.local_id, 0) AS duplicate_of, lq.closed_reason IS NOT NULL AS had
		FROM staging.prepared q
		JOIN import_refs rq ON rq.source = ? AND rq.kind = 'post' AND rq.external_id = q.id
		JOIN posts lq ON lq.id = rq.local_id
		LEFT JOIN import_refs ru ON ru.source = ? AND ru.kind = 'person' AND ru.external_id = q.closed_by AND ru.content_hash IS NOT NULL
		LEFT JOIN staging.prepared d ON d.id = q.duplicate_of AND d.kind = 'question'
		LEFT JOIN import_refs rd ON rd.source = ? AND rd.kind = 'post' AND rd.external_id = d.id
		WHERE q.kind = 'question' AND q.id > ?
			AND (lq.closed_reason, lq.closed_at, lq.closed_by, lq.duplicate_of)
				IS DISTINCT FROM (nullif(q.closed_reason, ''), q.closed_at, ru.local_id, rd.local_id)
			AND NOT EXISTS (
				SELECT 1 FROM post_acts h WHERE h.post_id = lq.id AND h.kind IN ('closed', 'reopened') AND NOT h.imported AND h.at > ?)
		ORDER BY q.id LIMIT ?`, r.site, r.site, r.site, after, r.before, limit)
	return found, err
}
