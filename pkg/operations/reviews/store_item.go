package reviews

import (
	"context"
	"encoding/json"
	"fmt"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/people/spaces"
)

// person is a subquery that gives somebody as JSON, by the column of their id.
func person(column string) string {
	return `(SELECT json_build_object('id', u.id, 'handle', u.handle, 'name', u.name, 'unit', coalesce(un.name, ''), 'role', u.role,
		'reputation', coalesce(r.reputation, 0)) FROM users u LEFT JOIN units un ON un.id = u.unit_id
		LEFT JOIN reputation_totals r ON r.user_id = u.id WHERE u.id = ` + column + `)`
}

// text gives the members that a Text has for a row of posts.
func text(p string) string {
	return `'id', ` + p + `.id, 'html', ` + p + `.html, 'score', ` + p + `.score, 'createdAt', ` + p + `.created_at,
		'author', ` + person(p+".author_id") + `, 'authorName', ` + p + `.author_name, 'deleted', ` + p + `.deleted_at IS NOT NULL`
}

// question gives a question with its space as JSON.
func question(q, space string) string {
	return `json_build_object(` + text(q) + `, 'title', ` + q + `.title, 'tags', ` + q + `.tags, 'answerCount', ` + q + `.answer_count,
		'closed', ` + q + `.closed_at IS NOT NULL, 'space',
		json_build_object('id', ` + space + `.id, 'slug', ` + space + `.slug, 'name', ` + space + `.name, 'color', ` + space + `.color))`
}

// item reads an item with its context in one statement, and only what the reader may read.
func (s store) item(ctx context.Context, actor authz.Actor, item id.ReviewItem) (Item, error) {
	var document string
	err := s.db.Gorm(ctx).Raw(`
		SELECT json_build_object(
			'id', i.id, 'queue', i.queue, 'why', i.why, 'since', i.since, 'ended', i.ended_at, 'outcome', i.outcome,
			'heldTill', CASE WHEN i.claimed_by = @me THEN i.claimed_until END, 'kind', p.kind,
			'post', json_build_object(`+text("p")+`), 'question', `+question("q", "sp")+`,
			'comment', CASE WHEN c.id IS NOT NULL THEN json_build_object('id', c.id, 'html', c.html, 'score', c.score, 'createdAt', c.created_at,
				'author', `+person("c.author_id")+`, 'authorName', c.author_name, 'deleted', c.deleted_at IS NOT NULL) END,
			'original', CASE WHEN o.id IS NOT NULL THEN `+question("o", "os")+` END,
			'flags', CASE WHEN i.queue = 'flags' THEN coalesce((
				SELECT json_agg(json_build_object('reason', f.reason, 'note', f.note, 'at', f.created_at, 'by', `+person("f.user_id")+`) ORDER BY f.id)
				FROM flags f WHERE f.post_id = i.post_id AND f.comment_id IS NOT DISTINCT FROM i.comment_id AND f.outcome IS NULL), '[]'::json)
				ELSE '[]'::json END,
			'votes', CASE WHEN i.queue IN ('close-votes', 'duplicates') THEN coalesce((
				SELECT json_agg(json_build_object('reason', v.reason, 'note', v.note, 'at', v.created_at, 'by', `+person("v.user_id")+`) ORDER BY v.created_at)
				FROM close_votes v WHERE v.post_id = q.id AND v.reason <> ''), '[]'::json) ELSE '[]'::json END,
			'suggestion', CASE WHEN s.id IS NOT NULL THEN json_build_object('id', s.id, 'summary', s.summary, 'at', s.created_at, 'by', `+person("s.author_id")+`) END,
			'said', coalesce((
				SELECT json_agg(json_build_object('decision', d.decision, 'note', d.note, 'at', d.at, 'by', `+person("d.user_id")+`) ORDER BY d.at)
				FROM review_decisions d WHERE d.item_id = i.id AND d.decision <> 'skip'), '[]'::json)
		)::text
		FROM review_items i
		JOIN posts p ON p.id = i.post_id
		JOIN posts q ON q.id = coalesce(p.question_id, p.id)
		JOIN spaces sp ON sp.id = q.space_id
		LEFT JOIN comments c ON c.id = i.comment_id
		LEFT JOIN suggestions s ON s.id = i.suggestion_id
		LEFT JOIN posts o ON o.id = i.other_id AND o.deleted_at IS NULL AND o.space_id = ANY(@readable)
		LEFT JOIN spaces os ON os.id = o.space_id
		WHERE i.id = @item AND q.space_id = ANY(@readable) AND p.author_id IS DISTINCT FROM @me AND i.by_id IS DISTINCT FROM @me
			AND (p.deleted_at IS NULL AND q.deleted_at IS NULL AND c.deleted_at IS NULL OR @moderates)`,
		map[string]any{"item": item, "me": actor.User, "readable": spaces.Readable(actor), "moderates": actor.Moderates()}).Scan(&document).Error
	if err != nil {
		return Item{}, fmt.Errorf("read review item %d: %w", item, err)
	}
	if document == "" {
		return Item{}, noItem()
	}
	var found Item
	if err := json.Unmarshal([]byte(document), &found); err != nil {
		return Item{}, fmt.Errorf("decode review item %d: %w", item, err)
	}
	found.Choices = choices(actor, found.Queue)
	return found, nil
}
