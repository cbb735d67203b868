package users_test

import (
	"fmt"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/people/users"
)

const fresh = "marble otter lantern"

func registration(name, email string) users.Registration {
	return users.Registration{Name: name, Email: email, Password: fresh}
}

func TestTheFirstAccountIsTheAdministrators(t *testing.T) {
	t.Parallel()
	kit := empty(t)
	_, err := kit.App.Users.Import(t.Context(), []users.ImportedUser{{Name: "Vera Brewer", CreatedAt: kit.Clock.Now()}})
	require.NoError(t, err)
	require.NoError(t, kit.App.Users.ChangeOrganisation(t.Context(), authz.Actor{Role: authz.Admin},
		users.OrganisationChange{RegistrationOpen: new(false)}))

	first, err := kit.App.Users.Register(t.Context(), registration("Ada Lindqvist", "ada@example.org"))
	require.NoError(t, err, "the first account does not depend on the setting, nor on imported people")
	kit.WantEvents("account.registered")
	actor, err := kit.App.Auth.Actor(t.Context(), first)
	require.NoError(t, err)
	require.True(t, actor.Administers())

	_, err = kit.App.Users.Register(t.Context(), registration("Ben Okkerse", "ben@example.org"))
	require.Equal(t, "forbidden", refusal(t, err).Code)
	require.NoError(t, kit.App.Users.ChangeOrganisation(t.Context(), actor, users.OrganisationChange{RegistrationOpen: new(true)}))
	second, err := kit.App.Users.Register(t.Context(), registration("Ben Okkerse", "ben@example.org"))
	require.NoError(t, err)
	actor, err = kit.App.Auth.Actor(t.Context(), second)
	require.NoError(t, err)
	require.Equal(t, authz.Member, actor.Role)
}

func TestParallelFirstRegistrationsMakeOneAdministrator(t *testing.T) {
	t.Parallel()
	kit := empty(t)
	var done sync.WaitGroup
	for i := range 8 {
		done.Go(func() {
			_, err := kit.App.Users.Register(t.Context(), registration("Ada Lindqvist", fmt.Sprintf("ada%d@example.org", i)))
			if err != nil {
				t.Errorf("registration %d: %v", i, err)
			}
		})
	}
	done.Wait()
	require.Equal(t, 8, kit.Int(`SELECT count(*) FROM users`))
	require.Equal(t, 1, kit.Int(`SELECT count(*) FROM users WHERE role = 'admin'`))
	require.Equal(t, 8, kit.Int(`SELECT count(DISTINCT lower(handle)) FROM users WHERE handle ~ '^ada-lindqvist(-[2-8])?$'`))
}

func TestOfParallelRegistrationsWithOneAddressOneSucceeds(t *testing.T) {
	t.Parallel()
	kit := empty(t)
	codes := make([]string, 6)
	var done sync.WaitGroup
	for i := range codes {
		done.Go(func() {
			_, err := kit.App.Users.Register(t.Context(), registration("Ada Lindqvist", []string{"ada@example.org", "ADA@Example.org"}[i%2]))
			if err != nil {
				codes[i] = refusal(t, err).Fields[0].Code
			}
		})
	}
	done.Wait()
	require.ElementsMatch(t, []string{"", "taken", "taken", "taken", "taken", "taken"}, codes)
}

func TestHandlesAreMadeFromNames(t *testing.T) {
	t.Parallel()
	kit := empty(t)
	for i, row := range [][2]string{
		{"Ada Lindqvist", "ada-lindqvist"}, {"ada  lindqvist", "ada-lindqvist-2"}, {"Jörg Åberg", "joerg-aberg"},
		{"Łukasz O'Brien", "lukasz-obrien"}, {"Мария", "person"}, {"月が綺麗", "person-2"},
		{"Anna-Maria von der Langen Straße", "anna-maria-von-der-langen-stra"},
	} {
		made, err := kit.App.Users.Register(t.Context(), registration(row[0], fmt.Sprintf("p%d@example.org", i)))
		require.NoError(t, err)
		found, err := kit.App.Users.Find(t.Context(), authz.Actor{User: made}, made)
		require.NoError(t, err)
		require.Equal(t, row[1], found.Handle)
	}
}

func TestEverythingWrongWithARegistrationIsSaidAtOnce(t *testing.T) {
	t.Parallel()
	kit := empty(t)
	_, err := kit.App.Users.Register(t.Context(), users.Registration{Name: " \u202e ", Email: "Ada <ada@example.org>", Password: "short", Language: "xx"})
	codes := map[string]string{}
	for _, field := range refusal(t, err).Fields {
		codes[field.Name] = field.Code
	}
	require.Equal(t, map[string]string{"name": "no-letters", "email": "bad-email", "password": "too-short", "language": "unknown"}, codes)
}
