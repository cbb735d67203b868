package stackexchange

import (
	"context"

	"wellspring/pkg/engagement/bounties"
)

// bounties puts each offer together with the award that followed it: the first one on an answer to the question before
// the next offer. One without an award went to nobody, and has lapsed when its time was over. The site itself offers some, and people who are not in the dump.
func (s store) bounties(ctx context.Context, site string) ([]bounties.Imported, error) {
	var found []bounties.Imported
	err := s.scan(ctx, "read bounties", &found, `
		WITH offered AS (
			SELECT v.post_id, v.user_id, v.day, v.amount,
				lead(v.day) OVER (PARTITION BY v.post_id ORDER BY v.day, v.user_id) AS next
			FROM staging.votes v JOIN staging.posts q ON q.id = v.post_id AND q.kind = 'question'
			WHERE v.type = 8 AND v.amount > 0
		), earned AS (
			SELECT a.parent_id, a.id, v.day, v.amount FROM staging.votes v JOIN staging.posts a ON a.id = v.post_id AND a.kind = 'answer'
			WHERE v.type = 9 AND v.amount > 0
		)
		SELECT q.local_id AS question, coalesce(u.local_id, 0) AS offerer, o.amount, o.day::timestamptz AS offered_at, o.day + interval '7 days' AS ends_at,
			coalesce(e.day::timestamptz, o.day + interval '7 days') AS ended_at, coalesce(e.local_id, 0) AS answer, coalesce(e.amount, 0) AS paid,
			CASE WHEN e.local_id IS NULL THEN 'lapsed' ELSE 'awarded' END AS outcome, coalesce(e.amount = o.amount, false) AS chosen
		FROM offered o
		JOIN (`+postRefs+`) q ON q.id = o.post_id
		LEFT JOIN (`+personRefs+`) u ON u.id = o.user_id
		LEFT JOIN LATERAL (
			SELECT a.local_id, e.day, e.amount FROM earned e JOIN (`+postRefs+`) a ON a.id = e.id
			WHERE e.parent_id = o.post_id AND e.day >= o.day AND (o.next IS NULL OR e.day < o.next OR e.day = o.day AND o.next > o.day)
			ORDER BY e.day, e.id LIMIT 1
		) e ON true
		ORDER BY o.day, o.post_id, o.user_id`, map[string]any{"site": site})
	return found, err
}
