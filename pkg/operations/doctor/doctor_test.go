package doctor_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/operations/doctor"
	"wellspring/pkg/testkit"
)

func finding(t *testing.T, kit *testkit.Kit, name string) doctor.Finding {
	t.Helper()
	for _, found := range kit.App.Doctor.Examine(t.Context(), t.TempDir()) {
		if found.Name == name {
			return found
		}
	}
	require.Fail(t, "not examined: "+name)
	return doctor.Finding{}
}

func TestAHealthyInstallationIsFoundHealthy(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?")
	kit.Answer("ben", q, "You don't.")
	for _, name := range []string{"database", "schema", "search feed", "events", "jobs", "uploads", "counters", "disk"} {
		found := finding(t, kit, name)
		require.Equal(t, doctor.OK, found.State, "%s: %s", name, found.Detail)
		require.Empty(t, found.Mend, name)
	}
	require.Equal(t, doctor.Warn, finding(t, kit, "search engine").State, "this world has none, and says so")
}

func TestDriftingCountersAreNamedAndMended(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?")
	kit.Answer("ben", q, "You don't.")
	kit.Exec(`UPDATE posts SET score = 7 WHERE id = $1`, q.ID)
	kit.Exec(`UPDATE posts SET answer_count = 3 WHERE id = $1`, q.ID)
	kit.Exec(`UPDATE reputation_totals SET reputation = 99 WHERE user_id = $1`, kit.UserID("ben"))

	found := finding(t, kit, "counters")
	require.Equal(t, doctor.Fail, found.State)
	require.Contains(t, found.Mend, "wellspring doctor --mend")
	require.Contains(t, found.Detail, "counted")

	require.NoError(t, kit.App.Doctor.Mend(t.Context()))
	require.Equal(t, doctor.OK, finding(t, kit, "counters").State)
	require.Zero(t, kit.Int(`SELECT score FROM posts WHERE id = $1`, q.ID))
	require.Equal(t, 1, kit.Int(`SELECT answer_count FROM posts WHERE id = $1`, q.ID))
	require.Equal(t, 1, kit.Int(`SELECT reputation FROM reputation_totals WHERE user_id = $1`, kit.UserID("ben")))
}

func TestASchemaOfAnotherVersionIsRefusedWithWhatToDo(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	kit.Exec(`DELETE FROM goose_db_version WHERE version_id = (SELECT max(version_id) FROM goose_db_version)`)
	found := finding(t, kit, "schema")
	require.Equal(t, doctor.Fail, found.State)
	require.Equal(t, "Run: wellspring migrate", found.Mend)
}
