package stackexchange_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/operations/transfer/stackexchange"
	"wellspring/pkg/testkit"
)

// realDump finds one of the real dumps, which are no part of the repository.
func realDump(t *testing.T, name string) string {
	t.Helper()
	folder := os.Getenv("WELLSPRING_DUMPS")
	if folder == "" {
		folder = "../../../../../shared/data"
	}
	folder = filepath.Join(folder, name)
	if _, err := os.Stat(filepath.Join(folder, "Posts.xml")); err != nil {
		t.Skipf("the real dump %s is not here; put it there, or set WELLSPRING_DUMPS to the folder of the dumps", folder)
	}
	return folder
}

func importDump(t *testing.T, kit *testkit.Kit, folder string) stackexchange.Report {
	t.Helper()
	report, err := kit.App.StackExchange.Import(context.Background(), folder, stackexchange.Options{Space: "beer"})
	require.NoError(t, err)
	return report
}

func TestTheRealDumpIsImportedWholeAndReputationIsTheSitesForAlmostEverybody(t *testing.T) {
	t.Parallel()
	folder := realDump(t, "beer-2020")
	kit := testkit.New(t)
	report := importDump(t, kit, folder)
	share := float64(report.Equal) / float64(report.People)
	t.Logf("reputation equals the dump's for %d of %d people, %.2f %%\n%s", report.Equal, report.People, 100*share, report)
	require.Equal(t, 6862, report.People)
	require.GreaterOrEqual(t, share, .96)
	for what, want := range map[string]int{
		`SELECT count(*) FROM posts WHERE kind = 'question' AND deleted_at IS NULL`:                       1029,
		`SELECT count(*) FROM posts WHERE kind = 'answer' AND deleted_at IS NULL`:                         2277,
		`SELECT count(*) FROM users WHERE state = 'imported' AND email IS NULL AND password_hash IS NULL`: 6862,
		`SELECT count(*) FROM comments WHERE deleted_at IS NULL`:                                          3509,
		`SELECT count(*) FROM posts WHERE accepted_answer_id IS NOT NULL`:                                 619,
		`SELECT count(*) FROM posts WHERE closed_at IS NOT NULL`:                                          76,
		`SELECT count(*) FROM posts WHERE closed_reason = 'duplicate'`:                                    24,
		`SELECT count(*) FROM posts WHERE closed_reason = 'duplicate' AND duplicate_of IS NULL`:           0,
		`SELECT count(*) FROM tags`:                                                               153,
		`SELECT count(*) FROM post_links`:                                                         141,
		`SELECT count(*) FROM posts WHERE locked_at IS NOT NULL`:                                  2,
		`SELECT count(*) FROM suggestions WHERE state = 'accepted' AND author_name <> ''`:         292,
		`SELECT count(*) FROM revisions WHERE suggested = 'accepted' AND accepted_by IS NOT NULL`: 278,
		`SELECT sum(score) FROM posts`:                                                            14724,
		`SELECT count(*) FROM (SELECT 1 FROM posts p JOIN imported_votes v ON v.post_id = p.id GROUP BY p.id
			HAVING sum(v.up_count - v.down_count) <> p.score) wrong`: 0,
		`SELECT count(*) FROM search_outbox WHERE kind = 'post'`: 3306,
	} {
		require.Equal(t, want, kit.Int(what), what)
	}
	wantSound(t, kit)
}

// wantSound checks that every counter is what its rows say.
func wantSound(t *testing.T, kit *testkit.Kit) {
	t.Helper()
	ctx := context.Background()
	drift, err := kit.App.Posts.Drift(ctx)
	require.NoError(t, err)
	require.Empty(t, drift)
	tagDrift, err := kit.App.Tags.Drift(ctx)
	require.NoError(t, err)
	require.Empty(t, tagDrift)
	commentDrift, err := kit.App.Comments.Drift(ctx)
	require.NoError(t, err)
	require.Empty(t, commentDrift)
	sums, err := kit.App.Reputation.Drift(ctx)
	require.NoError(t, err)
	require.Empty(t, sums)
}
