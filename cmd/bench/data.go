package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/jackc/pgx/v5"
)

// readers are the people who are signed in during a run, each with a session of the same number.
const readers = 200

// A third of the questions has no answer, so that the list of unanswered ones is long; the others have three each.
// Texts are of the size that real ones have: about a kilobyte of Markdown and a bit more HTML.
var fillStatements = []string{
	`SET session_replication_role = replica`, // no triggers: the rows are consistent by construction
	`INSERT INTO users (id, handle, name, email, created_at)
	 SELECT i, 'person-' || i, 'Person ' || i, 'person-' || i || '@example.org', now() - i * interval '1 hour'
	 FROM generate_series(1, $1 / 5) i`,
	`INSERT INTO reputation_totals (user_id, reputation) SELECT id, 1000 + id % 500 FROM users`,
	`INSERT INTO sessions (id, user_id, created_at, last_used_at, expires_at)
	 SELECT i, i, now(), now(), now() + interval '1 day' FROM generate_series(1, 200) i`,
	`INSERT INTO tags (id, name, question_count, created_at) SELECT i, 'tag-' || i, $1 * 3 / 500, now() FROM generate_series(1, 500) i`,
	`INSERT INTO posts (id, kind, space_id, author_id, title, body, html, excerpt, renderer_version, tags, score, up_count,
		down_count, answer_count, comment_count, created_at, activity_kind, activity_at, activity_by)
	 SELECT i, 'question', 1, i % ($1 / 5) + 1, 'How do I settle case number ' || i || ' when the form was sent twice?',
		repeat('What we tried in case ' || i || ' did not help, and **nobody** knows why. ', 12),
		'<p>' || repeat('What we tried in case ' || i || ' did not help, and <strong>nobody</strong> knows why. ', 12) || '</p>',
		left(repeat('What we tried in case ' || i || ' did not help. ', 8), 300), 1,
		ARRAY['tag-' || i % 500 + 1, 'tag-' || i * 7 % 500 + 1, 'tag-' || i * 31 % 500 + 1],
		i * 37 % 97, i * 37 % 97, 0, CASE WHEN i % 3 = 0 THEN 0 ELSE 3 END, 1,
		now() - ($1 - i) * interval '10 minutes', 'asked', now() - ($1 - i) * interval '10 minutes', i % ($1 / 5) + 1
	 FROM generate_series(1, $1) i`,
	`INSERT INTO posts (id, kind, question_id, space_id, author_id, body, html, excerpt, renderer_version, score, up_count,
		down_count, comment_count, created_at, activity_kind, activity_at)
	 SELECT $1 + row_number() OVER (), 'answer', q, 1, (q * 3 + n) % ($1 / 5) + 1,
		repeat('Take the second form and write the number ' || q || ' on it. ', 12),
		'<p>' || repeat('Take the second form and write the number ' || q || ' on it. ', 12) || '</p>',
		'Take the second form.', 1, n * 5, n * 5, 0, 1, now() - ($1 - q) * interval '9 minutes', 'answered', now()
	 FROM generate_series(1, $1) q, generate_series(1, 3) n WHERE q % 3 <> 0`,
	`INSERT INTO comments (post_id, author_id, body, html, score, created_at)
	 SELECT i * 3 / 2, i % ($1 / 5) + 1, 'Which of the two forms do you mean in ' || i || '?',
		'<p>Which of the two forms do you mean in ' || i || '?</p>', i % 4, now() - i * interval '1 minute'
	 FROM generate_series(1, $1 * 2) i`,
	// The first reader follows the space, and has not looked for 10,000 questions.
	`INSERT INTO notification_threads (user_id, question_id, touched_at)
	 SELECT 1, id, created_at FROM posts WHERE kind = 'question' AND author_id <> 1 ORDER BY id DESC LIMIT 10000`,
	`INSERT INTO notifications (user_id, question_id, number, kind, post_id, actor_id, at)
	 SELECT 1, p.id, 1, 'question', p.id, p.author_id, p.created_at FROM notification_threads t JOIN posts p ON p.id = t.question_id`,
	// The second question was edited 500 times.
	`INSERT INTO revisions (post_id, number, kind, author_id, author_name, created_at, summary, title, body, tags)
	 SELECT p.id, n, CASE n WHEN 1 THEN 'initial' ELSE 'edit' END, n % ($1 / 5) + 1, 'Person', p.created_at + n * interval '1 minute',
		'Said more in edit ' || n, p.title, p.body || n, p.tags
	 FROM posts p, generate_series(1, 500) n WHERE p.id = 2`,
	`UPDATE posts SET revision_count = 500, version = 500 WHERE id = 2`,
	// Anybody may review these.
	`INSERT INTO review_items (queue, post_id, why, since)
	 SELECT 'first-posts', id, 'first-question', created_at FROM posts WHERE kind = 'question' ORDER BY id DESC LIMIT 10000`,
	`SET session_replication_role = origin`,
	`SELECT setval(pg_get_serial_sequence('posts', 'id'), (SELECT max(id) FROM posts))`,
	`SELECT setval(pg_get_serial_sequence('users', 'id'), (SELECT max(id) FROM users))`,
	`SELECT setval(pg_get_serial_sequence('sessions', 'id'), (SELECT max(id) FROM sessions))`,
	`UPDATE posts SET comment_count = (SELECT count(*) FROM comments c WHERE c.post_id = posts.id)
	 WHERE comment_count <> (SELECT count(*) FROM comments c WHERE c.post_id = posts.id)`,
	`VACUUM ANALYZE`,
	`CHECKPOINT`,
}

func fill(ctx context.Context, url string, questions int) error {
	conn, err := pgx.Connect(ctx, url)
	if err != nil {
		return fmt.Errorf("reach Postgres: %w", err)
	}
	defer func() { _ = conn.Close(context.WithoutCancel(ctx)) }()
	for _, statement := range fillStatements {
		var args []any
		if containsArgument(statement) {
			args = append(args, questions)
		}
		if _, err := conn.Exec(ctx, statement, args...); err != nil {
			return fmt.Errorf("make the data (%.60s ...): %w", statement, err)
		}
	}
	return nil
}

func containsArgument(statement string) bool { return strings.Contains(statement, "$1") }
