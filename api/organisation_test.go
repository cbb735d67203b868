package api_test

import (
	"net/http"
	"testing"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/testkit"
)

type shownOrganisation struct {
	Name             string
	RegistrationOpen bool
	DefaultSpace     string
	Counts           struct{ Questions, People int }
	Search           struct{ Engine string }
	Demo             *struct {
		Password string
		People   []struct{ Name, Email, Role, About string }
	}
}

func TestTheOrganisationCountsWhatTheReaderMaySee(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	var shown shownOrganisation
	kit.As("ada").Get("/organisation").Want(http.StatusOK).JSON(&shown)
	require.Equal(t, "Wellspring", shown.Name)
	require.Equal(t, "organisation", shown.DefaultSpace)
	require.True(t, shown.RegistrationOpen)
	require.Equal(t, 6, shown.Counts.People)
	require.Equal(t, "database", shown.Search.Engine)
	require.Nil(t, shown.Demo)
	kit.Visitor().Get("/organisation").Want(http.StatusOK).JSON(&shown)
	require.Zero(t, shown.Counts.People)
}

func TestTheDemonstrationsSignInsAreShownAndWorkOnLoopbackOnly(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	kit.Exec(`UPDATE organisation SET demonstration = true`)
	kit.Exec(`UPDATE users SET demonstration = true, title = 'Service designer' WHERE handle IN ('ada', 'root')`)
	var shown shownOrganisation
	kit.Visitor().Get("/organisation").Want(http.StatusOK).JSON(&shown)
	require.Equal(t, "demonstration", shown.Demo.Password)
	require.Len(t, shown.Demo.People, 2)
	require.Equal(t, "ada@example.org", shown.Demo.People[0].Email)
	require.Equal(t, "Service designer", shown.Demo.People[0].About)
	require.Equal(t, "admin", shown.Demo.People[1].Role)

	credentials := map[string]any{"email": "ada@example.org", "password": testkit.Password}
	kit.Visitor().Post("/sessions", credentials).Want(http.StatusCreated)
	for _, header := range []string{"X-Forwarded-For", "Forwarded"} {
		behindProxy := kit.Visitor().With(header, "127.0.0.1")
		behindProxy.Get("/organisation").Want(http.StatusOK).JSON(&shown)
		require.Nil(t, shown.Demo, header)
		behindProxy.Post("/sessions", credentials).WantProblem(http.StatusUnauthorized, "unauthenticated")
	}
}
