package auth_test

import (
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/people/auth"
)

func (w *world) signIn(handle string) auth.Grant {
	w.t.Helper()
	grant, err := w.auth.SignIn(w.t.Context(), right(handle), home)
	require.NoError(w.t, err)
	return grant
}

func (w *world) refresh(secret string) auth.Grant {
	w.t.Helper()
	grant, err := w.auth.Refresh(w.t.Context(), secret, home)
	require.NoError(w.t, err)
	return grant
}

func (w *world) wantRefused(secret string) {
	w.t.Helper()
	_, err := w.auth.Refresh(w.t.Context(), secret, home)
	require.EqualError(w.t, err, "Your session has ended. Sign in again.")
}

func TestARefreshTokenRotatesWithinItsSession(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	first := w.signIn("ada")
	w.Clock.Advance(14 * time.Minute)
	second := w.refresh(first.RefreshToken)
	require.Equal(t, first.Session, second.Session)
	require.NotEqual(t, first.RefreshToken, second.RefreshToken)
	require.NotEqual(t, first.AccessToken, second.AccessToken)
	w.Clock.Advance(14 * time.Minute)
	w.refresh(second.RefreshToken)
}

func TestTheReuseOfAnOldRefreshTokenEndsTheWholeFamily(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	first := w.signIn("ada")
	second := w.refresh(first.RefreshToken)
	third := w.refresh(second.RefreshToken)
	w.Clock.Advance(11 * time.Second)

	_, err := w.auth.Authenticate(t.Context(), third.AccessToken)
	require.NoError(t, err)
	w.wantRefused(first.RefreshToken)
	w.wantRefused(third.RefreshToken)
	_, err = w.auth.Authenticate(t.Context(), third.AccessToken)
	require.Equal(t, "unauthenticated", refusal(t, err).Code, "the access token ends with its family")
	require.Equal(t, 1, w.Int(`SELECT count(*) FROM sessions WHERE end_reason = 'token-reused'`))
}

func TestASecondTabGetsATokenOfTheSameFamilyWithinTheGrace(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	first := w.signIn("ada")
	one := w.refresh(first.RefreshToken)
	w.Clock.Advance(9 * time.Second)
	two := w.refresh(first.RefreshToken)
	require.Equal(t, one.Session, two.Session)
	require.NotEqual(t, one.RefreshToken, two.RefreshToken)

	// Whichever cookie the browser kept goes on.
	w.Clock.Advance(15 * time.Minute)
	w.refresh(one.RefreshToken)
	w.refresh(two.RefreshToken)
}

func TestATokenStolenInTheGraceShowsItselfAtTheNextRotation(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	first := w.signIn("ada")
	owner := w.refresh(first.RefreshToken)
	thief := w.refresh(first.RefreshToken)
	w.Clock.Advance(15 * time.Minute)
	owner = w.refresh(owner.RefreshToken)
	w.Clock.Advance(11 * time.Second)
	w.wantRefused(thief.RefreshToken)
	w.wantRefused(owner.RefreshToken)
}

func TestTabsThatRefreshAtTheSameTimeAllGetATokenOfOneFamily(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	first := w.signIn("ada")
	grants := make([]auth.Grant, 8)
	errs := make([]error, len(grants))
	var done sync.WaitGroup
	for i := range grants {
		done.Go(func() { grants[i], errs[i] = w.auth.Refresh(t.Context(), first.RefreshToken, home) })
	}
	done.Wait()
	seen := map[string]bool{}
	for i, grant := range grants {
		require.NoError(t, errs[i])
		require.Equal(t, first.Session, grant.Session)
		seen[grant.RefreshToken] = true
	}
	require.Len(t, seen, len(grants))
	require.Equal(t, 1, w.Int(`SELECT count(*) FROM sessions`))
}

func TestOnlyHashesOfRefreshTokensAreKept(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	grant := w.signIn("ada")
	require.Zero(t, w.Int(`SELECT count(*) FROM refresh_tokens WHERE convert_from(token_hash, 'LATIN1') = $1`, grant.RefreshToken))
	require.Equal(t, 1, w.Int(`SELECT count(*) FROM refresh_tokens WHERE token_hash = sha256($1::bytea)`, []byte(grant.RefreshToken)))
}

func TestUnknownRefreshTokensAreRefusedAndEndNothing(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	grant := w.signIn("ada")
	w.wantRefused("")
	w.wantRefused("made up")
	w.refresh(grant.RefreshToken)
}

func TestASessionEndsWhenUnusedForThirtyDaysAndInAnyCaseAfterHalfAYear(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	idle := w.signIn("ada")
	w.Clock.Advance(30 * 24 * time.Hour)
	w.wantRefused(idle.RefreshToken)

	busy := w.signIn("ada")
	for range 6 {
		w.Clock.Advance(29 * 24 * time.Hour)
		busy = w.refresh(busy.RefreshToken)
	}
	require.Equal(t, 6*24*time.Hour, busy.RefreshUntil.Sub(w.Clock.Now()))
	w.Clock.Advance(6 * 24 * time.Hour)
	w.wantRefused(busy.RefreshToken)
}

func TestADisabledAccountCannotRefresh(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	grant := w.signIn("ada")
	require.NoError(t, w.users.Disable(t.Context(), w.Actor("root"), w.UserID("ada")))
	w.wantRefused(grant.RefreshToken)
}
