package password_test

import (
	"context"
	"runtime"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/platform/password"
)

func TestHashIsArgon2idAtTheStatedCostAndFitsOnlyItsPassword(t *testing.T) {
	t.Parallel()
	h := password.NewHasher()
	hash, err := h.Hash(t.Context(), "marble otter lantern")
	require.NoError(t, err)
	require.True(t, strings.HasPrefix(hash, "$argon2id$v=19$m=19456,t=2,p=1$"), hash)

	ok, err := h.Verify(t.Context(), "marble otter lantern", hash)
	require.NoError(t, err)
	require.True(t, ok)
	ok, err = h.Verify(t.Context(), "marble otter lanterN", hash)
	require.NoError(t, err)
	require.False(t, ok)
}

func TestTheSameLettersFromAnotherKeyboardAreTheSamePassword(t *testing.T) {
	t.Parallel()
	h := password.NewHasher()
	composed, combining := "fr\u00fchst\u00fcck am meer", "fru\u0308hstu\u0308ck am meer"
	require.NotEqual(t, composed, combining)
	hash, err := h.Hash(t.Context(), composed)
	require.NoError(t, err)
	ok, err := h.Verify(t.Context(), combining, hash)
	require.NoError(t, err)
	require.True(t, ok)
}

// Time depends on the machine's load, so the work is measured by the memory that argon2 fills.
//
//nolint:paralleltest // others would allocate meanwhile
func TestNoPasswordFitsTheEmptyHashAndTheRefusalIsAsMuchWork(t *testing.T) {
	h := password.NewHasher()
	hash, err := h.Hash(t.Context(), "marble otter lantern")
	require.NoError(t, err)
	work := func(hash string) uint64 {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		ok, err := h.Verify(t.Context(), "nobody's password", hash)
		require.NoError(t, err)
		require.False(t, ok, "not even the decoy's own password fits")
		runtime.ReadMemStats(&after)
		return after.TotalAlloc - before.TotalAlloc
	}
	work("") // makes the decoy
	known, unknown := work(hash), work("")
	require.Greater(t, known, uint64(19<<20))
	require.InEpsilon(t, known, unknown, 0.01)
}

func TestADamagedHashIsAnError(t *testing.T) {
	t.Parallel()
	_, err := password.NewHasher().Verify(t.Context(), "marble otter lantern", "$argon2id$damaged")
	require.Error(t, err)
}

func TestACancelledRequestLeavesTheQueue(t *testing.T) {
	t.Parallel()
	h := password.NewHasher()
	ctx, cancel := context.WithCancel(t.Context())
	var done sync.WaitGroup
	for range 20 * runtime.NumCPU() {
		done.Go(func() { _, _ = h.Hash(ctx, "marble otter lantern") })
	}
	cancel()
	done.Wait()
	_, err := h.Hash(t.Context(), "marble otter lantern")
	require.NoError(t, err)
}

func TestPasswordsThatAreGuessedFirstAreRefused(t *testing.T) {
	t.Parallel()
	for text, code := range map[string]string{
		"short":                    "too-short",
		"elevenchars":              "too-short",
		strings.Repeat("long", 51): "too-long",
		"aaaaaaaaaaaaaa":           "too-common",
		"abcabcabcabcabc":          "too-common",
		"otter1otter1":             "too-common",
		"123456789012":             "too-common",
		"098765432109":             "too-common",
		"qwertyuiop123":            "too-common",
		"qwertzuiopasdf":           "too-common",
		"1q2w3e4r5t6y":             "too-common",
		"password1234":             "too-common",
		"P@ssw0rd!2024":            "too-common",
		"Passwort-2026!":           "too-common",
		"Welcome2Wellspring":       "too-common",
		"Sommer2025!!!":            "too-common",
		"administrator1":           "too-common",
		"letmeinplease":            "too-common",
		"iloveyou-monkey":          "too-common",
		"Ada.Lindqvist.1":          "personal",
		"lindqvist2026!":           "personal",
		"alindqvist@example.org":   "personal",
	} {
		var v fault.Validation
		password.Check(&v, "password", text, "Ada Lindqvist", "alindqvist@example.org")
		refused, ok := fault.As(v.Err())
		require.True(t, ok, text)
		require.Equal(t, "password", refused.Fields[0].Name)
		require.Equal(t, code, refused.Fields[0].Code, text)
	}
}

func TestPasswordsThatAreHardToGuessPass(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"correct horse battery staple", "marble otter lantern", "Zwölf Boxkämpfer jagen", "tR7#kq!9vWz2",
		"my summer in a hidden bay", "lindqvist counts the herons", "пароль для выходных", "月が綺麗ですね今夜はとても静か",
	} {
		var v fault.Validation
		password.Check(&v, "password", text, "Ada Lindqvist", "alindqvist@example.org")
		require.NoError(t, v.Err(), text)
	}
}
