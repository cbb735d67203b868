package units_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/people/units"
	"wellspring/pkg/testkit"
)

func TestMain(m *testing.M) { testkit.Main(m) }

func TestTheChartIsListedParentsFirst(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	ids, err := kit.App.Units.Import(t.Context(), []units.Imported{
		{Key: "city", Name: "City", Kind: units.Department},
		{Key: "law", Parent: "city", Name: "Law", Kind: units.Department},
		{Key: "digital", Parent: "city", Name: "Digital Office", Kind: units.Department},
		{Key: "it", Parent: "digital", Name: "IT", Kind: units.Team},
	})
	require.NoError(t, err)
	require.NoError(t, kit.App.Units.SetManagers(t.Context(), map[id.Unit]id.User{ids["it"]: kit.UserID("ben")}))
	kit.Exec(`UPDATE users SET unit_id = $1 WHERE handle IN ('ben', 'noa')`, ids["it"])

	chart, err := kit.App.Units.List(t.Context(), kit.Actor("ada"))
	require.NoError(t, err)
	var names []string
	for _, unit := range chart {
		names = append(names, unit.Name)
	}
	require.Equal(t, []string{"City", "Digital Office", "IT", "Law"}, names)
	require.Equal(t, ids["digital"], chart[2].Parent)
	require.Equal(t, kit.UserID("ben"), chart[2].Manager)
	require.Equal(t, 2, chart[2].People)
}

func TestAChartThatHangsInTheAirIsRefusedAsAWhole(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	_, err := kit.App.Units.Import(t.Context(), []units.Imported{
		{Key: "city", Name: "City", Kind: units.Department}, {Key: "it", Parent: "digital", Name: "IT", Kind: units.Team},
	})
	require.True(t, fault.Is(err, "validation"))
	require.Zero(t, kit.Int(`SELECT count(*) FROM units`))
}

func TestVisitorsDoNotSeeTheChart(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	_, err := kit.App.Units.List(t.Context(), authz.Actor{})
	require.True(t, fault.Is(err, "unauthenticated"))
}
