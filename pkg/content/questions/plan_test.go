package questions_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/content/questions"
	"wellspring/pkg/platform/db"
	"wellspring/pkg/testkit"
)

// fill makes tables large enough for Postgres to prefer their indexes, by its own statistics.
func fill(kit *testkit.Kit) {
	kit.Exec(`INSERT INTO users (handle, name, created_at) SELECT 'person' || n, 'Person ' || n, now() FROM generate_series(1, 500) n`)
	kit.Exec(`INSERT INTO reputation_totals (user_id, reputation) SELECT id, 1 FROM users WHERE handle LIKE 'person%'`)
	kit.Exec(`INSERT INTO tags (name, created_at) SELECT 'tag-' || n, now() FROM generate_series(1, 200) n`)
	kit.Exec(`
		INSERT INTO posts (kind, space_id, author_id, title, body, html, renderer_version, created_at, activity_kind, activity_at, score, tags, answer_count)
		SELECT 'question', 1, (SELECT min(id) FROM users) + n % 500, 'Question number ' || n, repeat('x', 400), repeat('x', 400), 1,
			now() - n * interval '1 minute', 'asked', now() - n * interval '1 minute', n % 50, ARRAY['tag-' || n % 200, 'tag-' || n % 7], n % 4
		FROM generate_series(1, 2000) n`)
	kit.Exec(`
		INSERT INTO posts (kind, question_id, space_id, author_id, body, html, renderer_version, created_at, activity_kind, activity_at)
		SELECT 'answer', q.id, 1, q.author_id, repeat('x', 400), repeat('x', 400), 1, q.created_at, 'answered', q.created_at
		FROM posts q, generate_series(1, 3) n WHERE q.kind = 'question' AND n <= q.answer_count`)
	kit.Exec(`
		INSERT INTO comments (post_id, author_id, body, html, created_at)
		SELECT id, author_id, 'Why?', 'Why?', created_at FROM posts`)
	kit.Exec(`INSERT INTO votes (post_id, user_id, value, created_at) SELECT p.id, u.id, 1, now() FROM posts p JOIN users u ON u.id % 500 = p.id % 500`)
	kit.Exec(`INSERT INTO comment_votes (comment_id, user_id, created_at) SELECT c.id, u.id, now() FROM comments c JOIN users u ON u.id % 500 = c.id % 500`)
	kit.Exec(`INSERT INTO watched_tags SELECT u.id, t.id, now() FROM users u, tags t WHERE u.handle = 'ada' AND t.name IN ('tag-3', 'tag-101')`)
	kit.Exec(`INSERT INTO tag_patterns SELECT id, 'tag-11*', 'watched', now() FROM users`)
	kit.Exec(`INSERT INTO saves (user_id, post_id, created_at) SELECT u.id, p.id, now() FROM posts p JOIN users u ON u.id % 500 = p.id % 500`)
	kit.Exec(`INSERT INTO follows (user_id, question_id, created_at) SELECT u.id, p.id, now() FROM posts p JOIN users u ON u.id % 500 = p.id % 500 WHERE p.kind = 'question'`)
	kit.Exec(`VACUUM ANALYZE`)
}

// Tables that stay small whatever the organisation does may be read as a whole.
var growing = regexp.MustCompile(`Seq Scan on (posts|comments|votes|comment_votes|users|reputation_totals|revisions|views|tags|watched_tags|tag_patterns|saves|follows)\b.*`)

func plan(t *testing.T, on db.Querier, statement questions.Statement) string {
	t.Helper()
	rows, err := on.Query(t.Context(), `EXPLAIN `+statement.SQL, statement.Args...)
	require.NoError(t, err, statement.SQL)
	defer rows.Close()
	var text strings.Builder
	for rows.Next() {
		var line string
		require.NoError(t, rows.Scan(&line))
		text.WriteString(line + "\n")
	}
	require.NoError(t, rows.Err())
	return text.String()
}

func wantNoSequentialScan(t *testing.T, kit *testkit.Kit, name string, statement questions.Statement) {
	t.Helper()
	tx, err := kit.DB.Pool().Begin(t.Context())
	require.NoError(t, err)
	defer func() { _ = tx.Rollback(t.Context()) }()
	// A table of thousands is still read as a whole where all of it is wanted. What matters is that there is another way.
	_, err = tx.Exec(t.Context(), `SET LOCAL enable_seqscan = off`)
	require.NoError(t, err)
	require.NotRegexp(t, growing, plan(t, tx, statement), "%s: %s", name, statement.SQL)
}

func TestNoHotStatementReadsAGrowingTableAsAWhole(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	fill(kit)
	ada := kit.Actor("ada")
	filters := map[string]questions.Filter{"with tags": {Tags: []string{"tag-3", "tag-101"}}, "of a person": {Author: ada.User}}
	for _, view := range []questions.View{
		questions.ByAge, questions.ByActivity, questions.ByVotes, questions.Hot, questions.Unanswered, questions.Mine, questions.Watching,
		questions.WithBounty,
	} {
		filters[string(view)] = questions.Filter{View: view}
	}
	filters["hiding"] = questions.Hiding(questions.Filter{Space: "organisation"}, "tag-1*", "tag-7")
	filters["watched, hiding"] = questions.Hiding(questions.Filter{View: questions.Watching}, "tag-1*")
	for view, filter := range filters {
		for name, statement := range questions.ListStatements(ada, filter) {
			wantNoSequentialScan(t, kit, view+" "+name, statement)
		}
	}
	for name, statement := range questions.PageStatements(10, 3000, ada.User) {
		wantNoSequentialScan(t, kit, name, statement)
	}
}

func TestFirstPagesWalkTheIndexOfTheirView(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	fill(kit)
	indexes := map[questions.View]string{
		questions.ByAge: "questions_newest", questions.ByActivity: "questions_active", questions.ByVotes: "questions_votes",
		questions.Hot: "questions_hot", questions.Unanswered: "questions_unanswered",
	}
	for view, index := range indexes {
		statement := questions.ListStatements(kit.Actor("ada"), questions.Filter{View: view})["page"]
		require.Contains(t, plan(t, kit.DB.Pool(), statement), index, "%s", view)
		hiding := questions.ListStatements(kit.Actor("ada"), questions.Hiding(questions.Filter{View: view}, "tag-11*", "tag-7"))["page"]
		require.Contains(t, plan(t, kit.DB.Pool(), hiding), index, "%s, hiding what is ignored", view)
	}
}
