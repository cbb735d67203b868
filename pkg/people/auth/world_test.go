package auth_test

import (
	"testing"

	"wellspring/pkg/people/auth"
	"wellspring/pkg/people/spaces"
	"wellspring/pkg/people/users"
	"wellspring/pkg/testkit"
)

func TestMain(m *testing.M) { testkit.Main(m) }

// world is a kit with the services of people at hand.
type world struct {
	*testkit.Kit
	auth   *auth.Service
	users  *users.Service
	spaces *spaces.Service
	t      testing.TB
}

func newWorld(t testing.TB) *world {
	t.Helper()
	kit := testkit.New(t)
	return &world{Kit: kit, auth: kit.App.Auth, users: kit.App.Users, spaces: kit.App.Spaces, t: t}
}
