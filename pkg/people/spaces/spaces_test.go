package spaces_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/people/spaces"
	"wellspring/pkg/people/units"
	"wellspring/pkg/testkit"
)

func TestMain(m *testing.M) { testkit.Main(m) }

func refusal(t *testing.T, err error) *fault.Fault {
	t.Helper()
	found, ok := fault.As(err)
	require.Truef(t, ok, "%v is no refusal", err)
	return found
}

// world has a space of each visibility; ada is a member of the closed one.
func world(t *testing.T) *testkit.Kit {
	t.Helper()
	kit := testkit.New(t)
	root := kit.Actor("root")
	for _, space := range []spaces.NewSpace{
		{Slug: "ask-us", Name: "Ask us", Visibility: spaces.Public},
		{Slug: "case-work", Name: "Case work", Visibility: spaces.Members, Reason: "Personal data."},
		{Slug: "it", Name: "IT"},
	} {
		_, err := kit.App.Spaces.Create(t.Context(), root, space)
		require.NoError(t, err)
	}
	require.NoError(t, kit.App.Spaces.AddMember(t.Context(), root, "case-work", kit.UserID("ada")))
	return kit
}

func slugs(t *testing.T, kit *testkit.Kit, actor authz.Actor) []string {
	t.Helper()
	list, err := kit.App.Spaces.List(t.Context(), actor)
	require.NoError(t, err)
	var found []string
	for _, space := range list {
		found = append(found, space.Slug)
	}
	return found
}

func TestEverybodySeesTheSpacesTheyMayReadAndNoRoleSeesMore(t *testing.T) {
	t.Parallel()
	kit := world(t)
	visitor, err := kit.App.Auth.Visitor(t.Context())
	require.NoError(t, err)
	require.Equal(t, []string{"organisation", "ask-us", "case-work", "it"}, slugs(t, kit, kit.Actor("ada")))
	require.Equal(t, []string{"organisation", "ask-us", "it"}, slugs(t, kit, kit.Actor("mia")))
	require.Equal(t, []string{"ask-us"}, slugs(t, kit, visitor))

	_, err = kit.App.Spaces.Find(t.Context(), kit.Actor("mia"), "case-work")
	hidden := refusal(t, err)
	_, err = kit.App.Spaces.Find(t.Context(), kit.Actor("mia"), "no-such-space")
	require.Equal(t, hidden, refusal(t, err), "hidden looks like not there")
}

func TestASpaceShowsItsCountsAndWhatTheReaderMayDo(t *testing.T) {
	t.Parallel()
	kit := world(t)
	found, err := kit.App.Spaces.Find(t.Context(), kit.Actor("ada"), "case-work")
	require.NoError(t, err)
	require.Equal(t, 2, found.MemberCount, "ada, and root who made it")
	require.True(t, found.IsMember)
	require.True(t, found.CanAsk)
	require.Equal(t, "Personal data.", found.Reason)

	everybody, err := kit.App.Spaces.Find(t.Context(), kit.Actor("noa"), "organisation")
	require.NoError(t, err)
	require.True(t, everybody.IsDefault)
	require.True(t, everybody.IsMember)
	require.Equal(t, 6, everybody.MemberCount)

	visitor, err := kit.App.Auth.Visitor(t.Context())
	require.NoError(t, err)
	public, err := kit.App.Spaces.Find(t.Context(), visitor, "ask-us")
	require.NoError(t, err)
	require.False(t, public.CanAsk)
	require.False(t, public.IsMember)
}

func TestQuestionsWithoutASpaceGoToTheDefaultOne(t *testing.T) {
	t.Parallel()
	kit := world(t)
	found, err := kit.App.Spaces.FindForAsking(t.Context(), kit.Actor("noa"), "")
	require.NoError(t, err)
	require.Equal(t, "organisation", found.Slug)
	slug, err := kit.App.Spaces.DefaultSlug(t.Context())
	require.NoError(t, err)
	require.Equal(t, "organisation", slug)

	_, err = kit.App.Spaces.FindForAsking(t.Context(), kit.Actor("noa"), "case-work")
	require.Equal(t, "not-found", refusal(t, err).Code)
	visitor, err := kit.App.Auth.Visitor(t.Context())
	require.NoError(t, err)
	_, err = kit.App.Spaces.FindForAsking(t.Context(), visitor, "ask-us")
	require.Equal(t, "unauthenticated", refusal(t, err).Code)
}

func TestOnlyAnAdministratorSetsUpSpaces(t *testing.T) {
	t.Parallel()
	kit := world(t)
	for _, actor := range []authz.Actor{{}, kit.Actor("ada"), kit.Actor("mia"), kit.Actor("max")} {
		_, err := kit.App.Spaces.Create(t.Context(), actor, spaces.NewSpace{Slug: "mine", Name: "Mine"})
		require.Equal(t, "forbidden", refusal(t, err).Code)
		require.Equal(t, "forbidden", refusal(t, kit.App.Spaces.AddMember(t.Context(), actor, "case-work", kit.UserID("max"))).Code)
		require.Equal(t, "forbidden", refusal(t, kit.App.Spaces.RemoveMember(t.Context(), actor, "case-work", kit.UserID("ada"))).Code)
	}
}

func TestMembersAreRealPeopleOfRealSpaces(t *testing.T) {
	t.Parallel()
	kit := world(t)
	root := kit.Actor("root")
	require.Equal(t, "not-found", refusal(t, kit.App.Spaces.AddMember(t.Context(), root, "nowhere", kit.UserID("ada"))).Code)
	require.Equal(t, "not-found", refusal(t, kit.App.Spaces.AddMember(t.Context(), root, "case-work", 999_999)).Code)
	require.NoError(t, kit.App.Spaces.AddMember(t.Context(), root, "case-work", kit.UserID("ada")), "twice is no harm")
}

func TestEverythingWrongWithASpaceIsSaidAtOnce(t *testing.T) {
	t.Parallel()
	kit := world(t)
	_, err := kit.App.Spaces.Create(t.Context(), kit.Actor("root"), spaces.NewSpace{Slug: "No Slug", Visibility: "members", Color: "red"})
	var fields []string
	for _, field := range refusal(t, err).Fields {
		fields = append(fields, field.Name)
	}
	require.Equal(t, []string{"slug", "name", "reason", "color"}, fields)
	_, err = kit.App.Spaces.Create(t.Context(), kit.Actor("root"), spaces.NewSpace{Slug: "it", Name: "Again"})
	require.Equal(t, "space-exists", refusal(t, err).Code)
}

func TestAnImportMakesSpacesOnceAndBringsThemUpToDate(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	chart, err := kit.App.Units.Import(t.Context(), []units.Imported{{Key: "digital", Name: "Digital Office", Kind: units.Department}})
	require.NoError(t, err)
	imported := spaces.Imported{
		NewSpace:  spaces.NewSpace{Slug: "digital", Name: "Digital", Unit: chart["digital"]},
		CreatedAt: kit.Clock.Now(), Members: []id.User{kit.UserID("ben"), kit.UserID("ada")},
	}
	first, err := kit.App.Spaces.Import(t.Context(), []spaces.Imported{imported})
	require.NoError(t, err)
	imported.Name = "Digital matters"
	second, err := kit.App.Spaces.Import(t.Context(), []spaces.Imported{imported})
	require.NoError(t, err)
	require.Equal(t, first, second)

	found, err := kit.App.Spaces.Find(t.Context(), kit.Actor("ada"), "digital")
	require.NoError(t, err)
	require.Equal(t, "Digital matters", found.Name)
	require.Equal(t, "Digital Office", found.Unit)
	require.Equal(t, 2, found.MemberCount)

	again, err := kit.App.Spaces.FindOrCreate(t.Context(), spaces.NewSpace{Slug: "digital", Name: "Other"})
	require.NoError(t, err)
	require.Equal(t, first["digital"], again)
	beer, err := kit.App.Spaces.FindOrCreate(t.Context(), spaces.NewSpace{Slug: "beer", Name: "Beer"})
	require.NoError(t, err)
	require.True(t, kit.Actor("noa").Reads(beer))
}
