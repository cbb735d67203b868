package stackexchange_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/operations/transfer/stackexchange"
	"wellspring/pkg/testkit"
)

// interruptAt imports until a step begins, and tells whether it did.
func interruptAt(t *testing.T, kit *testkit.Kit, folder, step string) (reached bool) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	_, err := kit.App.StackExchange.Import(ctx, folder, stackexchange.Options{Space: "beer", Progress: func(p stackexchange.Progress) {
		if p.Step == step {
			reached = true
			cancel()
		}
	}})
	require.Equal(t, reached, err != nil, step)
	return reached
}

// stepsOf are the steps of an import in their order.
func stepsOf(t *testing.T, folder string) []string {
	t.Helper()
	var steps []string
	_, err := tryImport(testkit.New(t), folder, func(o *stackexchange.Options) {
		o.Progress = func(p stackexchange.Progress) {
			if len(steps) == 0 || steps[len(steps)-1] != p.Step {
				steps = append(steps, p.Step)
			}
		}
	})
	require.NoError(t, err)
	return steps
}

func wantNothingImported(t *testing.T, kit *testkit.Kit, when string) {
	t.Helper()
	require.Zero(t, kit.Int(`
		SELECT (SELECT count(*) FROM posts) + (SELECT count(*) FROM users WHERE state = 'imported') + (SELECT count(*) FROM tags)
			+ (SELECT count(*) FROM badges WHERE rule IS NULL) + (SELECT count(*) FROM import_refs) + (SELECT count(*) FROM spaces WHERE slug = 'beer')`), when)
}

func TestAnImportInterruptedAtEveryStepGoesOnAndGivesTheSame(t *testing.T) {
	t.Parallel()
	whole, interrupted := bread(t), testkit.New(t)
	for _, step := range stepsOf(t, bread2019) {
		require.True(t, interruptAt(t, interrupted, bread2019, step), "an interrupted import comes to %s again", step)
		wantNothingImported(t, interrupted, step)
	}
	report := importDump(t, interrupted, bread2019)
	require.True(t, report.Resumed)
	require.Equal(t, 1, interrupted.Int(`SELECT count(*) FROM import_runs`))
	require.Equal(t, importDump(t, testkit.New(t), bread2019).LeftOut, report.LeftOut, "no row is counted twice")
	wantSameContent(t, contentOf(t, whole), contentOf(t, interrupted))
	wantSound(t, interrupted)
}

func TestAnInterruptedUpdateShowsTheStateBeforeIt(t *testing.T) {
	t.Parallel()
	kit := bread(t)
	before := contentOf(t, kit)
	for _, step := range []string{"Reading Posts.xml", "Rendering posts", "Writing people", "Writing answers", "Counting"} {
		require.True(t, interruptAt(t, kit, bread2021, step))
		wantSameContent(t, before, contentOf(t, kit))
	}
	alone := testkit.New(t)
	importDump(t, alone, bread2021)
	importDump(t, kit, bread2021)
	wantSameContent(t, contentOf(t, alone), contentOf(t, kit))
}

func TestAfterPostgresLostTheStagedRowsAnImportBeginsAgain(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	require.True(t, interruptAt(t, kit, bread2019, "Writing answers"))
	// What a crash does to unlogged tables.
	kit.Exec(`TRUNCATE staging.run, staging.people, staging.posts, staging.history, staging.votes, staging.comments, staging.links,
		staging.tags, staging.badges, staging.prepared, staging.gains`)
	report := importDump(t, kit, bread2019)
	require.False(t, report.Resumed)
	require.Equal(t, 6, kit.Int(`SELECT count(*) FROM posts`))
}

func TestAnotherDumpMayFollowAnInterruptedOne(t *testing.T) {
	t.Parallel()
	kit, alone := testkit.New(t), testkit.New(t)
	require.True(t, interruptAt(t, kit, bread2019, "Writing answers"))
	importDump(t, kit, bread2021)
	importDump(t, alone, bread2021)
	wantSameContent(t, contentOf(t, alone), contentOf(t, kit))
}

func TestOneImportAtATime(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	var second error
	_, err := tryImport(kit, bread2019, func(o *stackexchange.Options) {
		o.Progress = func(p stackexchange.Progress) {
			if p.Step == "Writing answers" && second == nil {
				_, second = tryImport(kit, bread2019, func(*stackexchange.Options) {})
			}
		}
	})
	require.NoError(t, err)
	require.ErrorContains(t, second, "another import is running on this database")
}
