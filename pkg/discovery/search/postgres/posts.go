package postgres

import (
	"strings"

	"github.com/jackc/pgx/v5"

	"wellspring/pkg/discovery/search"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/people/spaces"
)

// postsByWords are the posts that hold all words. Of very many the newest are taken, and those with the words in their
// title as they were written, so that a common word still finds the question that is called so.
const postsByWords = `
	WITH found AS MATERIALIZED (
		(SELECT p.id FROM post_words w ` + ofPosts + ` WHERE w.words @@ ` + wanted + ` AND {conditions} ORDER BY {order} LIMIT @maxByWords)
		UNION
		(SELECT p.id FROM post_words w ` + ofPosts + `
			WHERE @titles AND w.title LIKE lower(unaccent(@inTitle)) AND w.words @@ ` + wanted + ` AND {conditions} LIMIT @maxByTitle))
	SELECT ` + columns + `, p.kind = 'question' AND w.title = lower(unaccent(@text)) AS exact,
		ts_rank_cd('{0.05, 0.2, 0.5, 1}', w.words, ` + wanted + `, 1) AS rank
	FROM found JOIN post_words w ON w.post_id = found.id ` + ofPosts

// wanted stands in the statements themselves, so that the planner sees how common the words are.
const wanted = `(to_tsquery('english', unaccent(@words)) || to_tsquery('german', unaccent(@words)))`

// postsByOperators are posts where no words are given.
const postsByOperators = `
	SELECT ` + columns + `, false AS exact, 0 AS rank
	FROM (SELECT p.id AS post_id FROM posts p JOIN posts q ON q.id = coalesce(p.question_id, p.id)
		WHERE {conditions} ORDER BY {order} LIMIT @maxByWords) w ` + ofPosts

// postsAlike are questions with a title in which something stands that resembles the words.
const postsAlike = `
	SELECT ` + columns + `, false AS exact, word_similarity(lower(unaccent(@text)), w.title) AS rank
	FROM post_words w ` + ofPosts + `
	WHERE lower(unaccent(@text)) <% w.title AND {conditions}
	ORDER BY rank DESC, p.id DESC LIMIT @maxAlike`

const (
	// accepted tells a solved question, and the answer that solved it.
	accepted = `CASE WHEN p.kind = 'question' THEN p.accepted_answer_id IS NOT NULL ELSE coalesce(p.id = q.accepted_answer_id, false) END`

	ofPosts = `JOIN posts p ON p.id = w.post_id JOIN posts q ON q.id = coalesce(p.question_id, p.id)`

	columns = `p.kind, p.id, p.space_id, q.tags, p.answer_count AS answers, p.closed_at IS NOT NULL AS closed, p.score,
		p.created_at AS created,
		` + accepted + ` AS accepted`
)

// states are the conditions under which a question p is in a state.
var states = map[string]string{
	search.Answered:   `p.kind = 'question' AND p.answer_count > 0`,
	search.Unanswered: `p.kind = 'question' AND p.answer_count = 0`,
	search.Solved:     `p.kind = 'question' AND p.accepted_answer_id IS NOT NULL`,
	search.Closed:     `p.kind = 'question' AND p.closed_at IS NOT NULL`,
}

// ofQuery fills what a query asks of posts into a statement: first that the actor may read them.
func ofQuery(statement string, actor authz.Actor, q *search.Query) (sql string, args pgx.NamedArgs) {
	text := strings.Join(q.Wanted(), " ")
	args = pgx.NamedArgs{
		"readable": spaces.Readable(actor), "words": words(q), "text": text, "titles": text != "" && q.In != "body", "inTitle": containing(text),
		"maxByWords": maxByWords, "maxByTitle": maxByTitle, "maxAlike": maxAlike,
	}
	all := []string{`p.deleted_at IS NULL AND q.deleted_at IS NULL AND p.space_id = ANY(@readable)`}
	add := func(given bool, condition, name string, argument any) {
		if given {
			all = append(all, condition)
			args[name] = argument
		}
	}
	add(q.Kind != "", `p.kind = @kind`, "kind", q.Kind)
	add(q.SpaceID != 0, `p.space_id = @space`, "space", q.SpaceID)
	add(len(q.Tags) > 0, `q.tags @> @tags::text[]`, "tags", q.Tags)
	add(len(q.NotTags) > 0, `NOT q.tags && @notTags::text[]`, "notTags", q.NotTags)
	add(q.AuthorID != 0, `p.author_id = @author`, "author", q.AuthorID)
	add(q.MinScore != nil, `p.score >= @score`, "score", q.MinScore)
	add(q.Answers != nil, `p.kind = 'question' AND p.answer_count = @answers`, "answers", q.Answers)
	add(q.Accepted != nil, accepted+` = @accepted`, "accepted", q.Accepted)
	add(q.HasCode, `p.html LIKE '%<pre%'`, "hasCode", true)
	add(!q.From.IsZero(), `p.created_at >= @from`, "from", q.From)
	add(!q.To.IsZero(), `p.created_at < @to`, "to", q.To)
	if q.State != "" {
		condition, known := states[q.State]
		if !known {
			condition = `false`
		}
		all = append(all, condition)
	}
	orders := map[search.Sort]string{search.ByRelevance: `p.id DESC`, search.ByNewest: `p.created_at DESC, p.id DESC`, search.ByVotes: `p.score DESC, p.id DESC`}
	return strings.NewReplacer(`{conditions}`, strings.Join(all, ` AND `), `{order}`, orders[q.Sort]).Replace(statement), args
}
