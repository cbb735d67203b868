package api_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"wellspring/api"
	"wellspring/pkg/people/users"
	"wellspring/pkg/testkit"
)

func TestAnImportedAccountIsClaimedThroughALink(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t, testkit.WithServer(func(o *api.Options) { o.BaseURL = "https://ask.example.org/" }))
	made, err := kit.App.Users.Import(t.Context(), []users.ImportedUser{{Name: "Vera Brewer", CreatedAt: kit.Clock.Now()}})
	require.NoError(t, err)
	path := fmt.Sprintf("/users/%d/claim", made[0])
	body := map[string]any{"email": "vera@example.org"}
	kit.As("ada").Post(path, body).WantProblem(http.StatusForbidden, "forbidden")
	kit.Visitor().Post(path, body).WantProblem(http.StatusUnauthorized, "unauthenticated")

	var link struct{ URL, ExpiresAt string }
	kit.As("root").Post(path, body).Want(http.StatusCreated).JSON(&link)
	secret, found := strings.CutPrefix(link.URL, "https://ask.example.org/claim#token=")
	require.True(t, found, link.URL)

	var session shownSession
	claim := map[string]any{"token": secret, "password": "marble otter lantern"}
	kit.Visitor().Post("/claims", claim).Want(http.StatusCreated).JSON(&session)
	require.EqualValues(t, made[0], session.Me.ID)
	require.Equal(t, "vera@example.org", session.Me.Email)
	kit.Bearer(session.AccessToken).Get("/me").Want(http.StatusOK)
	kit.Visitor().Post("/claims", claim).WantProblem(http.StatusNotFound, "not-found")
}

func TestWithoutABaseURLTheLinkLeadsWhereTheRequestWent(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	made, err := kit.App.Users.Import(t.Context(), []users.ImportedUser{{Name: "Vera Brewer", CreatedAt: kit.Clock.Now()}})
	require.NoError(t, err)
	var link struct{ URL string }
	kit.As("root").Post(fmt.Sprintf("/users/%d/claim", made[0]), map[string]any{"email": "vera@example.org"}).Want(http.StatusCreated).JSON(&link)
	require.True(t, strings.HasPrefix(link.URL, kit.URL+"/claim#token="), link.URL)
}
