package questions

import "strings"

// orderedBy gives the order of answers as SQL; each ends with the id, so that pages neither repeat nor miss one.
func orderedBy(order Order) string {
	const best = `(a.up_count + 2.0) / (a.up_count + a.down_count + 4) DESC, a.id`
	switch order {
	case Newest:
		return `a.created_at DESC, a.id DESC`
	case Oldest:
		return `a.created_at, a.id`
	case Votes:
		return `a.score DESC, a.id`
	case Accepted:
		return `a.id = q.accepted_answer_id DESC NULLS LAST, ` + best
	default:
		return best
	}
}

// Each statement is one round trip: Postgres picks the answers, the five best comments of each post with those that they
// reply to, and everybody who appears, and aggregates them as the JSON of a Document. QUESTION, ANSWERS and ORDERED are put in below.
const pageTemplate = `
	WITH q AS MATERIALIZED (
		SELECT * FROM posts WHERE id = QUESTION AND kind = 'question'
	), a AS MATERIALIZED (
		ANSWERS
	), best AS MATERIALIZED (
		SELECT best.* FROM (SELECT id FROM q UNION ALL SELECT id FROM a) p
		CROSS JOIN LATERAL (
			SELECT c.id, c.post_id, c.body, c.html, c.score, c.author_id, c.author_name, c.created_at, c.edited_at, c.parent_id, false AS deleted
			FROM comments c WHERE c.post_id = p.id AND c.deleted_at IS NULL
			ORDER BY c.score DESC, c.created_at, c.id LIMIT 5
		) best
	), c AS MATERIALIZED (
		SELECT * FROM best
		UNION ALL
		SELECT c.id, c.post_id, shown.body, shown.html, shown.score, shown.author_id, shown.author_name, c.created_at, shown.edited_at, NULL, shown.id IS NULL
		FROM comments c LEFT JOIN comments shown ON shown.id = c.id AND shown.deleted_at IS NULL
		WHERE c.id IN (SELECT parent_id FROM best) AND c.id NOT IN (SELECT id FROM best)
	), act AS MATERIALIZED (
		SELECT DISTINCT ON (h.kind) h.kind, h.by_id, h.with_ids, h.at, h.note
		FROM q JOIN post_acts h ON h.post_id = q.id
		WHERE h.kind = 'closed' AND q.closed_at IS NOT NULL OR h.kind = 'locked' AND q.locked_at IS NOT NULL
			OR h.kind = 'protected' AND q.protected_at IS NOT NULL OR h.kind = 'deleted' AND q.deleted_at IS NOT NULL
		ORDER BY h.kind, h.id DESC
	)
	SELECT json_build_object(
		'question', json_build_object(
			'id', q.id, 'body', q.body, 'html', q.html, 'score', q.score, 'upCount', q.up_count, 'downCount', q.down_count,
			'commentCount', q.comment_count, 'author', q.author_id, 'authorName', q.author_name, 'createdAt', q.created_at,
			'editedAt', q.edited_at, 'editor', q.editor_id, 'revisionCount', q.revision_count, 'deletedAt', q.deleted_at,
			'deletedBy', q.deleted_by, 'deletedNote', (SELECT act.note FROM act WHERE act.kind = 'deleted'), 'version', q.version, 'title', q.title, 'tags', q.tags,
			'space', json_build_object('id', s.id, 'slug', s.slug, 'name', s.name, 'color', s.color),
			'answerCount', q.answer_count, 'viewCount', q.view_count, 'acceptedAnswer', q.accepted_answer_id,
			'closedAt', q.closed_at, 'closedReason', q.closed_reason, 'closedBy', q.closed_by, 'duplicateOf', q.duplicate_of,
			'duplicateTitle', o.title, 'duplicateHidden', o.deleted_at IS NOT NULL, 'duplicateSpace', o.space_id,
			'lockedAt', q.locked_at, 'pinnedAt', q.pinned_at, 'protectedAt', q.protected_at, 'mergedInto', q.merged_into,
			'acts', (SELECT json_agg(json_build_object(
				'kind', act.kind, 'by', act.by_id, 'with', act.with_ids, 'at', act.at, 'note', act.note)) FROM act),
			'closeVotes', (SELECT json_agg(json_build_object('user', v.user_id, 'toReopen', v.reason = '', 'at', v.created_at))
				FROM close_votes v WHERE v.post_id = q.id),
			'duplicates', (SELECT json_agg(json_build_object('id', d.id, 'title', d.title, 'space', d.space_id) ORDER BY d.id) FROM (
				SELECT d.id, d.title, d.space_id FROM posts d WHERE d.duplicate_of = q.id AND d.deleted_at IS NULL ORDER BY d.id LIMIT 50) d),
			'importedSite', q.imported_site, 'importedUrl', q.imported_url,
			'othersHelped', EXISTS (
				SELECT 1 FROM posts h WHERE h.question_id = q.id AND h.deleted_at IS NULL AND h.author_id IS DISTINCT FROM q.author_id
					AND (h.up_count > 0 OR h.id = q.accepted_answer_id))),
		'answers', (SELECT coalesce(json_agg(json_build_object(
			'id', a.id, 'question', a.question_id, 'body', a.body, 'html', a.html, 'score', a.score, 'upCount', a.up_count,
			'downCount', a.down_count, 'commentCount', a.comment_count, 'author', a.author_id, 'authorName', a.author_name,
			'createdAt', a.created_at, 'editedAt', a.edited_at, 'editor', a.editor_id, 'revisionCount', a.revision_count,
			'deletedAt', a.deleted_at, 'deletedBy', a.deleted_by, 'deletedNote', CASE WHEN a.deleted_at IS NOT NULL THEN (
				SELECT h.note FROM post_acts h WHERE h.post_id = a.id AND h.kind = 'deleted' ORDER BY h.id DESC LIMIT 1) END,
			'version', a.version) ORDER BY a.place), '[]') FROM a),
		'comments', (SELECT coalesce(json_agg(json_build_object(
			'id', c.id, 'post', c.post_id, 'parent', c.parent_id, 'deleted', c.deleted, 'body', c.body, 'html', c.html, 'score', c.score, 'author', c.author_id,
			'authorName', c.author_name, 'createdAt', c.created_at, 'editedAt', c.edited_at) ORDER BY c.created_at, c.id), '[]') FROM c),
		'suggestions', (SELECT json_agg(json_build_object('id', g.id, 'post', g.post_id, 'by', g.author_id))
			FROM suggestions g WHERE g.state = 'waiting' AND g.post_id IN (SELECT id FROM q UNION ALL SELECT id FROM a)),
		'people', (SELECT coalesce(json_agg(json_build_object(
			'id', u.id, 'handle', u.handle, 'name', u.name, 'unit', coalesce(un.name, ''), 'role', u.role,
			'reputation', coalesce(r.reputation, 0))), '[]')
			FROM (
				SELECT author_id AS id FROM a UNION SELECT editor_id FROM a UNION SELECT author_id FROM c
				UNION SELECT q.author_id UNION SELECT q.editor_id UNION SELECT q.closed_by UNION SELECT q.deleted_by
				UNION SELECT deleted_by FROM a UNION SELECT by_id FROM act UNION SELECT unnest(with_ids) FROM act
			) seen
			JOIN users u ON u.id = seen.id
			LEFT JOIN units un ON un.id = u.unit_id
			LEFT JOIN reputation_totals r ON r.user_id = u.id))
	FROM q
	JOIN spaces s ON s.id = q.space_id
	LEFT JOIN posts o ON o.id = q.duplicate_of`

const (
	// firstAnswers are the live ones of the page, and after them the deleted ones, for those who still see them.
	firstAnswers = `
		(SELECT a.*, row_number() OVER (ORDER BY ORDERED) AS place
		FROM posts a JOIN q ON q.id = a.question_id WHERE a.question_id = QUESTION AND a.deleted_at IS NULL
		ORDER BY place LIMIT 30)
		UNION ALL
		(SELECT a.*, 1000000 + row_number() OVER (ORDER BY a.id) AS place
		FROM posts a WHERE a.question_id = QUESTION AND a.deleted_at IS NOT NULL
		ORDER BY a.id LIMIT 30)`
	pageOfAnswers = `
		SELECT a.*, row_number() OVER (ORDER BY ORDERED) AS place
		FROM posts a JOIN q ON q.id = a.question_id WHERE a.question_id = QUESTION AND a.deleted_at IS NULL
		ORDER BY place LIMIT $2 OFFSET $3`
	oneAnswer = `SELECT a.*, 1 AS place FROM posts a WHERE a.id = $1 AND a.kind = 'answer'`
)

// statements are put together once, so that each page uses the same text, which Postgres plans once a connection.
type statements struct {
	page    map[Order]string
	answers map[Order]string
	answer  string
}

func newStatements() statements {
	made := statements{page: map[Order]string{}, answers: map[Order]string{}}
	for _, order := range []Order{Best, Newest, Oldest, Votes, Accepted} {
		made.page[order] = statement(firstAnswers, "$1", orderedBy(order))
		made.answers[order] = statement(pageOfAnswers, "$1", orderedBy(order))
	}
	made.answer = statement(oneAnswer, "(SELECT question_id FROM posts WHERE id = $1)", "")
	return made
}

func statement(answers, question, ordered string) string {
	text := strings.ReplaceAll(pageTemplate, "ANSWERS", answers)
	return strings.NewReplacer("QUESTION", question, "ORDERED", ordered).Replace(text)
}

// PageSQL gives the statements of a question page in the best order as they are on a cold cache: what all readers see, whose
// argument $1 is the question, and the reader's own votes, whose arguments are $1, the reader, and $2, the question.
// Benchmarks run them without us, to see what we add.
func PageSQL() (document, viewer string) { return newStatements().page[Best], viewerStatement }
