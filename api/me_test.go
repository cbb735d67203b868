package api_test

import (
	"net/http"
	"testing"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/testkit"
)

type shownMe struct {
	shownPerson
	Email       string
	Language    string
	Theme       string
	SingleKeys  bool
	About       string
	Permissions map[string]bool
}

func TestMeShowsWhatOnlyTheReaderSees(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	var me shownMe
	kit.As("mia").Get("/me").Want(http.StatusOK).JSON(&me)
	require.Equal(t, "mia@example.org", me.Email)
	require.Equal(t, map[string]bool{"administer": false, "moderate": true, "manage": false, "review": true}, me.Permissions)
	kit.As("root").Get("/me").Want(http.StatusOK).JSON(&me)
	require.Equal(t, map[string]bool{"administer": true, "moderate": true, "manage": true, "review": true}, me.Permissions)
	kit.Visitor().Get("/me").WantProblem(http.StatusUnauthorized, "unauthenticated")
}

func TestEditingMeChangesWhatIsGivenAndShowsAtOnce(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	ada := kit.As("ada")
	var me shownMe
	ada.Patch("/me", map[string]any{"title": "Service designer", "about": "I *ask*.", "language": "de", "theme": "dark", "singleKeys": false}).
		Want(http.StatusOK).JSON(&me)
	require.Equal(t, "Ada", me.Name)
	require.Equal(t, "dark", me.Theme)
	require.Contains(t, me.AboutHTML, "<em>ask</em>")
	require.False(t, me.SingleKeys)

	reply := ada.Patch("/me", map[string]any{"website": "javascript:alert(1)"}).WantProblem(http.StatusUnprocessableEntity, "validation")
	require.Contains(t, string(reply.Body), "Die Adresse einer Website", "the language of the profile counts from the next request")
	ada.Patch("/me", map[string]any{"role": "admin"}).Want(http.StatusUnprocessableEntity)
	ada.Patch("/me", map[string]any{"email": "x@example.org"}).Want(http.StatusUnprocessableEntity)
	kit.Visitor().Patch("/me", map[string]any{"title": "x"}).WantProblem(http.StatusUnauthorized, "unauthenticated")
}

func TestChangingThePasswordNeedsThePresentOne(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	here, there := kit.As("ada"), kit.As("ada")
	here.Put("/me/password", map[string]any{"currentPassword": "wrong", "newPassword": "marble otter lantern"}).
		WantProblem(http.StatusUnprocessableEntity, "validation")
	there.Get("/me").Want(http.StatusOK)
	here.Put("/me/password", map[string]any{"currentPassword": testkit.Password, "newPassword": "marble otter lantern"}).Want(http.StatusNoContent)
	there.Get("/me").WantProblem(http.StatusUnauthorized, "unauthenticated")
	here.Get("/me").Want(http.StatusOK)
	kit.Visitor().Put("/me/password", map[string]any{"currentPassword": "x", "newPassword": "y"}).WantProblem(http.StatusUnauthorized, "unauthenticated")
}
