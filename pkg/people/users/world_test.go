package users_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/testkit"
)

func TestMain(m *testing.M) { testkit.Main(m) }

// empty gives a world in which nobody has an account yet.
func empty(t *testing.T) *testkit.Kit {
	t.Helper()
	kit := testkit.New(t)
	kit.RemovePeople()
	return kit
}

func refusal(t *testing.T, err error) *fault.Fault {
	t.Helper()
	found, ok := fault.As(err)
	require.Truef(t, ok, "%v is no refusal", err)
	return found
}
