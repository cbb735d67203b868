package badges

import (
	"strconv"

	"wellspring/pkg/kernel/event"
)

// masters are people by tag: how much their answers in it scored together, once they gave enough of them.
func masters(answers int) string {
	return `SELECT p.author_id AS user_id, t.id AS subject, NULL::bigint AS post_id, t.id AS tag_id, sum(p.score) AS amount, NULL::timestamptz AS at
		FROM posts p JOIN posts q ON q.id = p.question_id AND q.deleted_at IS NULL
		CROSS JOIN LATERAL unnest(q.tags) AS named (name) JOIN tags t ON t.name = named.name
		WHERE p.kind = 'answer' AND p.deleted_at IS NULL GROUP BY p.author_id, t.id HAVING count(*) >= ` + strconv.Itoa(answers)
}

func tagRules() []Rule {
	described := `SELECT r.author_id AS user_id, NULL::bigint AS post_id, min(r.created_at) AS at FROM tag_revisions r GROUP BY r.author_id, r.tag_id`
	// The first question with a tag made it; what the tag is worth shows by how many followed.
	founded := `
		SELECT q.author_id AS user_id, t.id AS subject, q.id AS post_id, t.id AS tag_id, t.question_count AS amount, NULL::timestamptz AS at
		FROM tags t CROSS JOIN LATERAL (
			SELECT p.id, p.author_id FROM posts p WHERE p.kind = 'question' AND p.deleted_at IS NULL AND p.tags @> ARRAY[t.name]
			ORDER BY p.created_at, p.id LIMIT 1
		) q WHERE t.question_count >= 20`
	fields := `SELECT p.author_id AS user_id, min(p.id) AS post_id, min(p.created_at) AS at
		FROM posts p JOIN posts q ON q.id = p.question_id AND q.deleted_at IS NULL CROSS JOIN LATERAL unnest(q.tags) AS named (name)
		WHERE p.kind = 'answer' AND p.deleted_at IS NULL AND p.score >= 1 GROUP BY p.author_id, named.name`
	return []Rule{
		{
			Key: "at-home", Class: Bronze, Group: ForTags, On: onVotes(), Need: 15, Feats: masters(3),
			EN: Words{"At Home in a Tag", "Reach a score of 15 in one tag, with at least 3 answers."},
			DE: Words{"In einem Thema zu Hause", "In einem Schlagwort mit mindestens 3 Antworten einen Punktestand von 15 erreichen."},
		},
		{
			Key: "expert", Class: Silver, Group: ForTags, On: onVotes(), Need: 60, Feats: masters(10),
			EN: Words{"Expert in a Tag", "Reach a score of 60 in one tag, with at least 10 answers."},
			DE: Words{"Fachkundig in einem Thema", "In einem Schlagwort mit mindestens 10 Antworten einen Punktestand von 60 erreichen."},
		},
		{
			Key: "authority", Class: Gold, Group: ForTags, On: onVotes(), Need: 250, Feats: masters(40),
			EN: Words{"Authority in a Tag", "Reach a score of 250 in one tag, with at least 40 answers."},
			DE: Words{"Maßgeblich in einem Thema", "In einem Schlagwort mit mindestens 40 Antworten einen Punktestand von 250 erreichen."},
		},
		{
			Key: "many-fields", Class: Silver, Group: ForTags, On: onVotes(), Need: 15, Deeds: fields,
			EN: Words{"Many Fields", "Give answers that are voted up in 15 different tags."},
			DE: Words{"Weites Feld", "Zu 15 verschiedenen Schlagwörtern Antworten geben, für die jemand stimmt."},
		},
		{
			Key: "tag-founder", Class: Silver, Group: ForTags, Need: 20, Feats: founded,
			EN: Words{"Tag Founder", "Ask the first question with a tag that 20 questions have."},
			DE: Words{"Schlagwort begründet", "Die erste Frage mit einem Schlagwort stellen, das 20 Fragen haben."},
		},
		{
			Key: "signpost", Class: Bronze, Group: ForTags, On: on(event.TagEdited{}), Need: 1, Deeds: described,
			EN: Words{"Signpost", "Describe a tag."}, DE: Words{"Wegweiser", "Ein Schlagwort beschreiben."},
		},
		{
			Key: "cartographer", Class: Silver, Group: ForTags, On: on(event.TagEdited{}), Need: 15, Deeds: described,
			EN: Words{"Cartographer", "Describe 15 tags."}, DE: Words{"Kartografie", "15 Schlagwörter beschreiben."},
		},
	}
}
