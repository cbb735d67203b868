package api_test

import (
	"net/http"
	"testing"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/testkit"
)

type shownPerson struct {
	ID         int64
	Handle     string
	Name       string
	AvatarURL  *string
	Unit       *string
	Title      string
	Role       string
	Reputation int
	Imported   bool
	AboutHTML  string
	TopTags    []any
	Badges     map[string]int
	CanClaim   bool
	Email      *string
}

func TestRegisteringMakesAnAccountThatSignsIn(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	var made shownPerson
	kit.Visitor().With("Accept-Language", "de-DE,de;q=0.9").
		Post("/users", map[string]any{"name": "Eva Lund", "email": "eva@example.org", "password": "marble otter lantern"}).
		Want(http.StatusCreated).JSON(&made)
	require.Equal(t, "eva-lund", made.Handle)
	require.Equal(t, "member", made.Role)
	require.NotNil(t, made.TopTags)
	require.Nil(t, made.Email, "a profile shows no e-mail address")

	var session struct {
		AccessToken string
		Me          struct{ Language string }
	}
	kit.Visitor().Post("/sessions", map[string]any{"email": "eva@example.org", "password": "marble otter lantern"}).
		Want(http.StatusCreated).JSON(&session)
	require.Equal(t, "de", session.Me.Language, "the reader's language becomes the person's")
}

func TestARegistrationSaysEverythingThatIsWrongAndRepeatsNoPassword(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	var problem struct {
		Errors []struct{ Field, Code, Message string }
	}
	reply := kit.Visitor().Post("/users", map[string]any{"name": " ", "email": "nowhere", "password": "hunter2"}).
		WantProblem(http.StatusUnprocessableEntity, "validation").JSON(&problem)
	require.NotContains(t, string(reply.Body), "hunter2")
	fields := map[string]bool{}
	for _, field := range problem.Errors {
		fields[field.Field] = true
		require.NotEmpty(t, field.Message)
	}
	require.Equal(t, map[string]bool{"name": true, "email": true, "password": true}, fields)

	kit.Visitor().Post("/users", map[string]any{"name": "Ada Again", "email": "Ada@Example.org", "password": "marble otter lantern"}).
		WantProblem(http.StatusUnprocessableEntity, "validation").JSON(&problem)
	require.Equal(t, "taken", problem.Errors[0].Code)
	require.Equal(t, "email", problem.Errors[0].Field)
}

func TestAClosedRegistrationSaysWhomToAsk(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	kit.Exec(`UPDATE organisation SET registration_open = false`)
	kit.Visitor().Post("/users", map[string]any{"name": "Eva Lund", "email": "eva@example.org", "password": "marble otter lantern"}).
		WantProblem(http.StatusForbidden, "forbidden")
}

func TestPeopleAreListedAndSearched(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	var list struct {
		Items                        []shownPerson
		Page, PageSize, Total, Pages int
	}
	kit.As("ada").Get("/users?sort=name&pageSize=4&page=2").Want(http.StatusOK).JSON(&list)
	require.Equal(t, []int{2, 4, 6, 2}, []int{list.Page, list.PageSize, list.Total, list.Pages})
	require.Equal(t, []string{"noa", "root"}, []string{list.Items[0].Handle, list.Items[1].Handle})
	kit.As("ada").Get("/users?q=MI").Want(http.StatusOK).JSON(&list)
	require.Len(t, list.Items, 1)
	require.Equal(t, "moderator", list.Items[0].Role)

	kit.Visitor().Get("/users").Want(http.StatusOK).JSON(&list)
	require.Empty(t, list.Items, "visitors know nobody who wrote nothing in public")
	for _, query := range []string{"?sort=shoe-size", "?page=0", "?pageSize=101", "?pageSize=x", "?page=99999999999999999999", "?wrong=1"} {
		kit.As("ada").Get("/users%s", query).WantProblem(http.StatusUnprocessableEntity, "validation")
	}
}

func TestAProfileIsReadByItsNumber(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	var person shownPerson
	kit.As("ada").Get("/users/%d", kit.UserID("mia")).Want(http.StatusOK).JSON(&person)
	require.Equal(t, "mia", person.Handle)
	require.Nil(t, person.Email)
	require.Equal(t, map[string]int{"gold": 0, "silver": 0, "bronze": 0}, person.Badges)
	kit.As("ada").Get("/users/999999").WantProblem(http.StatusNotFound, "not-found")
	kit.Visitor().Get("/users/%d", kit.UserID("mia")).WantProblem(http.StatusNotFound, "not-found")
	for _, number := range []string{"0", "-1", "x", "99999999999999999999"} {
		kit.As("ada").Get("/users/%s", number).WantProblem(http.StatusUnprocessableEntity, "validation")
	}
}
