package badges

import (
	"strconv"
	"strings"
)

// What rules count. Posts that are deleted count for nothing, and nobody's own votes are a reason that others see: for
// those a deed names no post.
const (
	standingQuestions = ` FROM posts p WHERE p.kind = 'question' AND p.deleted_at IS NULL`
	standingAnswers   = ` FROM posts p JOIN posts q ON q.id = p.question_id AND q.deleted_at IS NULL
		WHERE p.kind = 'answer' AND p.deleted_at IS NULL`
	// acceptedAnswers were accepted by somebody else's question.
	acceptedAnswers = standingAnswers + ` AND q.accepted_answer_id = p.id AND p.author_id IS DISTINCT FROM q.author_id`

	upVotes  = `SELECT v.user_id, NULL::bigint AS post_id, v.created_at AS at FROM votes v WHERE v.value = 1`
	comments = `SELECT c.author_id AS user_id, c.post_id, c.created_at AS at FROM comments c WHERE c.deleted_at IS NULL`

	// editsOfOthers count a post once, however often one edits it.
	editsOfOthers = `
		SELECT r.author_id AS user_id, r.post_id, min(r.created_at) AS at
		FROM revisions r JOIN posts p ON p.id = r.post_id AND p.deleted_at IS NULL
		WHERE r.kind <> 'initial' AND p.author_id IS DISTINCT FROM r.author_id GROUP BY r.author_id, r.post_id`

	// contributions are all that one does in the open.
	contributions = `
		SELECT p.author_id AS user_id, p.id AS post_id, p.created_at AS at FROM posts p WHERE p.deleted_at IS NULL
		UNION ALL SELECT c.author_id, c.post_id, c.created_at FROM comments c WHERE c.deleted_at IS NULL
		UNION ALL SELECT r.author_id, r.post_id, r.created_at FROM revisions r WHERE r.kind <> 'initial'`
)

// deeds are posts that meet conditions, dated when they were written.
func deeds(posts string, conditions ...string) string {
	return `SELECT p.author_id AS user_id, p.id AS post_id, p.created_at AS at` + posts + where(conditions)
}

// accepted are answers that were accepted, dated when that was.
func accepted(conditions ...string) string {
	return `SELECT p.author_id AS user_id, p.id AS post_id, q.accepted_at AS at` + acceptedAnswers + where(conditions)
}

func where(conditions []string) string {
	var text strings.Builder
	for _, condition := range conditions {
		text.WriteString(` AND ` + condition)
	}
	return text.String()
}

// days counts deeds of one day, in UTC, as one.
func days(deeds string) string {
	return `SELECT user_id, min(post_id) AS post_id, min(at) AS at FROM (` + deeds + `) deeds
		GROUP BY user_id, (at AT TIME ZONE 'UTC')::date`
}

// feats are posts that meet conditions, measured by an amount.
func feats(posts, amount, at string, conditions ...string) string {
	return `SELECT p.author_id AS user_id, p.id AS subject, p.id AS post_id, NULL::bigint AS tag_id, ` + amount + ` AS amount, ` + at + ` AS at` +
		posts + where(conditions)
}

// scored are posts measured by their score, dated when it first reached what is needed.
func scored(posts string, need int, conditions ...string) string {
	return feats(posts, `p.score`, `(
		SELECT min(v.at) FROM (
			SELECT w.at, sum(w.value) OVER (ORDER BY w.at) AS score FROM (
				SELECT created_at AS at, value FROM votes WHERE post_id = p.id
				UNION ALL SELECT day, up_count - down_count FROM imported_votes WHERE post_id = p.id
			) w
		) v WHERE v.score >= `+strconv.Itoa(need)+`)`, conditions...)
}
