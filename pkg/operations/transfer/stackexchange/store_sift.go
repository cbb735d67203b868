package stackexchange

import "context"

// sieve deletes staged rows for a reason; its statement gives the number of rows of the dump that they stand for.
type sieve struct{ reason, sql string }

// Each sieve may rely on those before it. Approved edits of a post that is not here still count for whoever proposed them.
var sieves = []sieve{
	{"answers to questions that are not in the dump", `
		DELETE FROM staging.posts a WHERE a.kind = 'answer'
			AND NOT EXISTS (SELECT 1 FROM staging.posts q WHERE q.id = a.parent_id AND q.kind = 'question')
		RETURNING 1 AS rows`},
	{"wikis of tags that are not in the dump", `
		DELETE FROM staging.posts w WHERE w.kind IN ('excerpt', 'wiki')
			AND NOT EXISTS (SELECT 1 FROM staging.tags t WHERE t.excerpt_id = w.id OR t.wiki_id = w.id)
		RETURNING 1 AS rows`},
	{"history of posts that are not in the dump, or left out", `
		DELETE FROM staging.history h
		WHERE h.type <> 24 AND NOT EXISTS (SELECT 1 FROM staging.posts p WHERE p.id = h.post_id)
		RETURNING 1 AS rows`},
	{"titles and tags in the history of answers and tag wikis", `
		DELETE FROM staging.history h USING staging.posts p
		WHERE p.id = h.post_id AND p.kind <> 'question' AND h.type IN (1, 3, 4, 6, 7, 9)
		RETURNING 1 AS rows`},
	{"votes on posts that are not in the dump, or left out", `
		DELETE FROM staging.votes v
		WHERE NOT EXISTS (SELECT 1 FROM staging.posts p WHERE p.id = v.post_id AND p.kind IN ('question', 'answer'))
		RETURNING votes AS rows`},
	{"bounties that went to nobody", `
		DELETE FROM staging.votes WHERE type = 9 AND amount = 0
		RETURNING votes AS rows`},
	{"comments on posts that are not in the dump, or left out", `
		DELETE FROM staging.comments c
		WHERE NOT EXISTS (SELECT 1 FROM staging.posts p WHERE p.id = c.post_id AND p.kind IN ('question', 'answer'))
		RETURNING 1 AS rows`},
	{"links of a post to itself", `
		DELETE FROM staging.links WHERE post_id = target_id
		RETURNING 1 AS rows`},
	{"links from or to posts that are not in the dump, or left out", `
		DELETE FROM staging.links l
		WHERE NOT EXISTS (SELECT 1 FROM staging.posts p WHERE p.id = l.post_id AND p.kind IN ('question', 'answer'))
			OR NOT EXISTS (SELECT 1 FROM staging.posts p WHERE p.id = l.target_id AND p.kind IN ('question', 'answer'))
		RETURNING 1 AS rows`},
	{"badges of people who are not in the dump", `
		DELETE FROM staging.badges b WHERE NOT EXISTS (SELECT 1 FROM staging.people p WHERE p.id = b.user_id)
		RETURNING 1 AS rows`},
}

func (s store) sift(ctx context.Context, step sieve) (rows int, err error) {
	err = s.scan(ctx, "take out "+step.reason, &rows, `WITH gone AS (`+step.sql+`) SELECT coalesce(sum(rows), 0) FROM gone`)
	return rows, err
}

// stageKnownPeople stands in for a missing Users.xml with the people of earlier imports.
func (s store) stageKnownPeople(ctx context.Context, site string) error {
	return s.change(ctx, "stage the people of earlier imports", `
		INSERT INTO staging.people (id, name, created_at)
		SELECT r.external_id, u.name, u.created_at FROM import_refs r JOIN users u ON u.id = r.local_id
		WHERE r.source = ? AND r.kind = 'person' AND r.content_hash IS NOT NULL
		ON CONFLICT DO NOTHING`, site)
}

func (s store) analyseWritten(ctx context.Context) error {
	return s.change(ctx, "analyse what was written", `ANALYZE import_refs, posts, revisions, users`)
}

// analyse tells the planner what the staging schema holds now.
func (s store) analyse(ctx context.Context) error {
	return s.change(ctx, "analyse the staging schema", `
		ANALYZE staging.people, staging.posts, staging.history, staging.votes, staging.comments, staging.links, staging.tags, staging.badges`)
}
