package stackexchange_test

import (
	"context"
	"testing"

	"github.com/jackc/pgx/v5"
	"github.com/stretchr/testify/require"

	"wellspring/pkg/testkit"
)

// contentQueries tell everything that readers see of an import, with the site's own numbers in place of ours.
var contentQueries = map[string]string{
	"people": `
		SELECT u.id, row(l.name, l.location, l.website, l.about, l.about_html, l.created_at, l.last_seen_at, t.reputation)
		FROM people u JOIN users l ON l.id = u.local_id LEFT JOIN reputation_totals t ON t.user_id = l.id WHERE l.state <> 'disabled'`,
	"posts": `
		SELECT p.id, row(l.kind, q.id, author.id, l.author_name, l.title, l.body, l.html, l.excerpt, l.tags, l.score, l.up_count, l.down_count,
			l.answer_count, l.comment_count, l.view_count, l.imported_views, l.revision_count, accepted.id, l.accepted_at, l.closed_at,
			l.closed_reason, closer.id, original.id, l.locked_at, l.created_at, l.edited_at, editor.id, l.activity_kind, l.activity_at, actor.id,
			l.imported_site, l.imported_url)
		FROM local_posts p JOIN posts l ON l.id = p.local_id
		LEFT JOIN local_posts q ON q.local_id = l.question_id LEFT JOIN people author ON author.local_id = l.author_id
		LEFT JOIN local_posts accepted ON accepted.local_id = l.accepted_answer_id LEFT JOIN people closer ON closer.local_id = l.closed_by
		LEFT JOIN local_posts original ON original.local_id = l.duplicate_of LEFT JOIN people editor ON editor.local_id = l.editor_id
		LEFT JOIN people actor ON actor.local_id = l.activity_by
		WHERE l.deleted_at IS NULL`,
	"revisions": `
		SELECT p.id, row(v.number, v.kind, u.id, v.author_name, v.created_at, v.summary, v.title, v.body, v.tags, v.suggested, w.id)
		FROM local_posts p JOIN posts l ON l.id = p.local_id JOIN revisions v ON v.post_id = l.id LEFT JOIN people u ON u.local_id = v.author_id
		LEFT JOIN people w ON w.local_id = v.accepted_by
		WHERE l.deleted_at IS NULL`,
	"suggestions": `
		SELECT p.id, row(g.revision, g.base, u.id, g.author_name, g.created_at, g.summary, g.title, g.body, g.tags, g.state, g.decided_at, w.id)
		FROM local_posts p JOIN posts l ON l.id = p.local_id JOIN suggestions g ON g.post_id = l.id LEFT JOIN people u ON u.local_id = g.author_id
		LEFT JOIN people w ON w.local_id = g.decided_by
		WHERE l.deleted_at IS NULL`,
	"votes": `
		SELECT p.id, row(v.day, v.up_count, v.down_count)
		FROM local_posts p JOIN posts l ON l.id = p.local_id JOIN imported_votes v ON v.post_id = l.id WHERE l.deleted_at IS NULL`,
	"comments": `
		SELECT r.external_id, row(p.id, u.id, c.author_name, c.body, c.html, c.score, c.created_at)
		FROM import_refs r JOIN comments c ON c.id = r.local_id JOIN local_posts p ON p.local_id = c.post_id LEFT JOIN people u ON u.local_id = c.author_id
		WHERE r.kind = 'comment' AND c.deleted_at IS NULL`,
	"links": `
		SELECT a.id, row(b.id, l.kind, l.created_at)
		FROM post_links l JOIN local_posts a ON a.local_id = l.post_id JOIN local_posts b ON b.local_id = l.target_id`,
	"tags": `
		SELECT t.name, row(t.description, t.wiki, t.wiki_html, t.question_count, t.version, t.edited_at, u.id, s.question_count)
		FROM tags t LEFT JOIN people u ON u.local_id = t.editor_id LEFT JOIN tag_space_counts s ON s.tag_id = t.id`,
	"tag revisions": `
		SELECT t.name, row(v.number, u.id, v.created_at, v.description, v.wiki)
		FROM tags t JOIN tag_revisions v ON v.tag_id = t.id LEFT JOIN people u ON u.local_id = v.author_id`,
	"badges": `
		SELECT u.id, row(b.name, b.class, b.tag_based, a.awarded_at)
		FROM badge_awards a JOIN badges b ON b.id = a.badge_id JOIN people u ON u.local_id = a.user_id`,
	"reputation": `
		SELECT u.id, row(e.at, e.day, e.amount, e.reason, p.id, cause.id, e.rule_version, e.undo, e.reversed)
		FROM reputation_entries e JOIN people u ON u.local_id = e.user_id LEFT JOIN local_posts p ON p.local_id = e.post_id
		LEFT JOIN people cause ON cause.local_id = e.cause_user_id`,
}

// contentOf reads all of it, a sorted line a row.
func contentOf(t *testing.T, kit *testkit.Kit) map[string][]string {
	t.Helper()
	content := map[string][]string{}
	for name, query := range contentQueries {
		rows, err := kit.DB.Pool().Query(context.Background(), `
			WITH people AS (SELECT external_id AS id, local_id FROM import_refs WHERE kind = 'person'),
				local_posts AS (SELECT external_id AS id, local_id FROM import_refs WHERE kind = 'post')
			SELECT concat_ws(' ', key, line::text) AS text FROM (`+query+`) AS found (key, line) ORDER BY 1`)
		require.NoError(t, err, name)
		content[name], err = pgx.CollectRows(rows, pgx.RowTo[string])
		require.NoError(t, err, name)
	}
	return content
}

// wantSameContent compares two worlds, and shows the first lines that differ.
func wantSameContent(t *testing.T, want, got map[string][]string) {
	t.Helper()
	for name := range contentQueries {
		require.NotEmpty(t, want[name], name)
		for n := range min(len(want[name]), len(got[name])) {
			require.Equal(t, want[name][n], got[name][n], name)
		}
		require.Len(t, got[name], len(want[name]), name)
	}
}

func TestTheOldDumpAndThenTheNewOneGiveWhatTheNewOneAloneGives(t *testing.T) {
	t.Parallel()
	older, newer := realDump(t, "beer-2016"), realDump(t, "beer-2020")
	alone, twice := testkit.New(t), testkit.New(t)
	importDump(t, alone, newer)
	importDump(t, twice, older)
	report := importDump(t, twice, newer)
	require.Equal(t, 66, report.Kinds["people"].Removed)
	require.Equal(t, 11, report.Kinds["answers"].Removed)
	require.Equal(t, 50, report.Kinds["comments"].Removed)
	wantSameContent(t, contentOf(t, alone), contentOf(t, twice))
	wantSound(t, twice)
}

func TestTheSameDumpAgainChangesNothing(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	folder := realDump(t, "ai-2016")
	importDump(t, kit, folder)
	before := contentOf(t, kit)
	report := importDump(t, kit, folder)
	require.False(t, report.Changed(), report.String())
	wantSameContent(t, before, contentOf(t, kit))
}
