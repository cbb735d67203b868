package users_test

import (
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/people/users"
	"wellspring/pkg/testkit"
)

func TestAProfileEditChangesOnlyWhatIsGiven(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	ada := kit.Actor("ada")
	me, err := kit.App.Users.EditProfile(t.Context(), ada, users.ProfileChange{
		Title: new("  Service\n designer "), About: new("I ask *good* questions. <script>alert(1)</script>"),
		Website: new("https://example.org"), Theme: new("contrast"), SingleKeys: new(false),
	})
	require.NoError(t, err)
	require.Equal(t, "Ada", me.Name)
	require.Equal(t, "Service designer", me.Title)
	require.Contains(t, me.AboutHTML, "<em>good</em>")
	require.NotContains(t, me.AboutHTML, "<script")
	require.Equal(t, "contrast", me.Theme)
	require.False(t, me.SingleKeys)
	require.Equal(t, "en", me.Language)
	require.Equal(t, "ada@example.org", me.Email)
	kit.WantEvents("profile.edited")

	me, err = kit.App.Users.EditProfile(t.Context(), ada, users.ProfileChange{Language: new("de"), About: new("")})
	require.NoError(t, err)
	require.Equal(t, "Service designer", me.Title)
	require.Empty(t, me.AboutHTML)
	require.Equal(t, "de", kit.Actor("ada").Language)
}

func TestEverythingWrongWithAProfileIsSaidAtOnce(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	_, err := kit.App.Users.EditProfile(t.Context(), kit.Actor("ada"), users.ProfileChange{
		Name: new("A"), Title: new(strings.Repeat("x", 101)), Location: new(strings.Repeat("x", 101)), About: new(strings.Repeat("x", 5001)),
		Website: new("javascript:alert(1)"), Language: new("fr"), Theme: new("pink"),
	})
	var fields []string
	for _, field := range refusal(t, err).Fields {
		fields = append(fields, field.Name)
	}
	require.Equal(t, []string{"name", "title", "location", "website", "about", "language", "theme"}, fields)
	kit.WantNoEvents("profile.edited")
}

func TestOnlyAnAdministratorGivesRolesAndDisables(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	for _, actor := range []authz.Actor{{}, kit.Actor("ada"), kit.Actor("mia"), kit.Actor("max")} {
		require.Equal(t, "forbidden", refusal(t, kit.App.Users.SetRole(t.Context(), actor, kit.UserID("ada"), authz.Admin)).Code)
		require.Equal(t, "forbidden", refusal(t, kit.App.Users.Disable(t.Context(), actor, kit.UserID("ben"))).Code)
		require.Equal(t, "forbidden", refusal(t, kit.App.Users.ChangeOrganisation(t.Context(), actor, users.OrganisationChange{})).Code)
	}
	root := kit.Actor("root")
	require.NoError(t, kit.App.Users.SetRole(t.Context(), root, kit.UserID("ada"), authz.Moderator))
	require.Equal(t, authz.Moderator, kit.Actor("ada").Role)
	require.Equal(t, "validation", refusal(t, kit.App.Users.SetRole(t.Context(), root, kit.UserID("ada"), "king")).Code)
	require.Equal(t, "not-found", refusal(t, kit.App.Users.SetRole(t.Context(), root, 999_999, authz.Member)).Code)
}

func TestSomebodyStaysAdministrator(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	root := kit.Actor("root")
	require.Equal(t, "last-admin", refusal(t, kit.App.Users.SetRole(t.Context(), root, root.User, authz.Member)).Code)
	require.Equal(t, "last-admin", refusal(t, kit.App.Users.Disable(t.Context(), root, root.User)).Code)
	require.Equal(t, authz.Admin, kit.Actor("root").Role)
}

func TestTwoAdministratorsWhoDemoteEachOtherLeaveOne(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	root := kit.Actor("root")
	require.NoError(t, kit.App.Users.SetRole(t.Context(), root, kit.UserID("ada"), authz.Admin))
	ada := kit.Actor("ada")
	errs := make([]error, 2)
	var done sync.WaitGroup
	done.Go(func() { errs[0] = kit.App.Users.SetRole(t.Context(), root, ada.User, authz.Member) })
	done.Go(func() { errs[1] = kit.App.Users.SetRole(t.Context(), ada, root.User, authz.Member) })
	done.Wait()
	require.Equal(t, 1, kit.Int(`SELECT count(*) FROM users WHERE role = 'admin'`))
	refused := errs[0]
	if refused == nil {
		refused = errs[1]
	}
	require.True(t, fault.Is(refused, "last-admin"))
	require.Contains(t, errs, error(nil), "one of them succeeds")
}

func TestTheOrganisationsSettingsChangeOneByOne(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	root := kit.Actor("root")
	require.NoError(t, kit.App.Users.ChangeOrganisation(t.Context(), root, users.OrganisationChange{Name: new("City of Lindhafen"), Demonstration: new(true)}))
	require.NoError(t, kit.App.Users.ChangeOrganisation(t.Context(), root, users.OrganisationChange{}))
	found, err := kit.App.Users.Organisation(t.Context())
	require.NoError(t, err)
	require.Equal(t, users.Organisation{Name: "City of Lindhafen", Preset: "team", RegistrationOpen: true, Demonstration: true}, found)
	err = kit.App.Users.ChangeOrganisation(t.Context(), root, users.OrganisationChange{Tagline: new(strings.Repeat("a", 161)), Name: new("")})
	require.Len(t, refusal(t, err).Fields, 2)
}

func TestPeopleAreFoundByEmailInAnyCase(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	found, err := kit.App.Users.FindByEmail(t.Context(), "ADA@example.org")
	require.NoError(t, err)
	require.Equal(t, kit.UserID("ada"), found)
	_, err = kit.App.Users.FindByEmail(t.Context(), "nobody@example.org")
	require.Equal(t, "not-found", refusal(t, err).Code)
}
