package auth_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/people/auth"
	"wellspring/pkg/testkit"
)

const fresh = "marble otter lantern"

func TestPeopleSeeWhereTheyAreSignedIn(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.signIn("ben")
	w.signIn("ada")
	w.Clock.Advance(time.Minute)
	curl, err := w.auth.SignIn(t.Context(), right("ada"), auth.Client{Device: "curl/8.5.0", Address: "2001:db8::7"})
	require.NoError(t, err)

	sessions, err := w.auth.Sessions(t.Context(), w.authenticate(curl))
	require.NoError(t, err)
	require.Len(t, sessions, 2)
	require.Equal(t, "curl/8.5.0", sessions[0].Device)
	require.Equal(t, "2001:db8::7", sessions[0].Address)
	require.True(t, sessions[0].Current)
	require.Equal(t, "Firefox, Linux", sessions[1].Device)
	require.False(t, sessions[1].Current)

	_, err = w.auth.Sessions(t.Context(), authz.Actor{})
	require.Equal(t, "unauthenticated", refusal(t, err).Code)
}

func TestNobodyEndsTheSessionOfAnother(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	ada, ben := w.signIn("ada"), w.signIn("ben")
	for _, session := range []id.Session{ada.Session, 999_999} {
		err := w.auth.EndSession(t.Context(), w.authenticate(ben), session)
		require.Equal(t, "not-found", refusal(t, err).Code)
	}
	w.authenticate(ada)
}

func TestEndingTheOtherSessionsKeepsTheOneThatAsks(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	one, two, three, ben := w.signIn("ada"), w.signIn("ada"), w.signIn("ada"), w.signIn("ben")
	require.NoError(t, w.auth.EndOtherSessions(t.Context(), w.authenticate(two)))
	w.wantEnded(one)
	w.wantEnded(three)
	w.authenticate(two)
	w.authenticate(ben)
	w.wantRefused(one.RefreshToken)
}

func TestSigningOutWorksWithEitherTokenAndTwice(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	one, two := w.signIn("ada"), w.signIn("ada")
	require.NoError(t, w.auth.SignOut(t.Context(), w.authenticate(one), ""))
	w.wantEnded(one)
	require.NoError(t, w.auth.SignOut(t.Context(), authz.Actor{}, two.RefreshToken))
	w.wantEnded(two)
	require.NoError(t, w.auth.SignOut(t.Context(), authz.Actor{}, two.RefreshToken))
	require.NoError(t, w.auth.SignOut(t.Context(), authz.Actor{}, "made up"))
}

func TestChangingThePasswordEndsTheOtherSessions(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	here, elsewhere := w.signIn("ada"), w.signIn("ada")
	change := auth.PasswordChange{Current: testkit.Password, New: fresh}
	require.NoError(t, w.auth.ChangePassword(t.Context(), w.authenticate(here), change))
	w.authenticate(here)
	w.wantEnded(elsewhere)
	w.wantRefused(elsewhere.RefreshToken)

	_, err := w.auth.SignIn(t.Context(), right("ada"), home)
	require.Equal(t, "unauthenticated", refusal(t, err).Code)
	_, err = w.auth.SignIn(t.Context(), auth.Credentials{Email: "ada@example.org", Password: fresh}, home)
	require.NoError(t, err)
}

func TestANewPasswordNeedsThePresentOneAndMustBeGood(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	ada := w.authenticate(w.signIn("ada"))
	for _, row := range []struct{ current, new, field, code string }{
		{"not mine", fresh, "currentPassword", "wrong"},
		{testkit.Password, testkit.Password, "newPassword", "unchanged"},
		{testkit.Password, "password1234", "newPassword", "too-common"},
		{testkit.Password, "ada@example.org", "newPassword", "personal"},
	} {
		err := w.auth.ChangePassword(t.Context(), ada, auth.PasswordChange{Current: row.current, New: row.new})
		found := refusal(t, err)
		require.Equal(t, "validation", found.Code, row)
		require.Equal(t, row.field, found.Fields[0].Name, row)
		require.Equal(t, row.code, found.Fields[0].Code, row)
	}
}

func TestASessionInStrangeHandsCannotTryPasswordsForEver(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	ada := w.authenticate(w.signIn("ada"))
	var err error
	for range 11 {
		err = w.auth.ChangePassword(t.Context(), ada, auth.PasswordChange{Current: "not mine", New: fresh})
	}
	require.Equal(t, "rate-limited", refusal(t, err).Code)
}

func TestResettingAPasswordEndsEverySession(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	grant := w.signIn("ada")
	w.authenticate(grant)
	require.NoError(t, w.auth.ResetPassword(t.Context(), w.UserID("ada"), fresh))
	w.wantEnded(grant)
}

func TestWhatIsOverIsSweptAfterAWhile(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.signIn("ada")
	_, err := w.auth.SignIn(t.Context(), wrong("ada"), home)
	require.Error(t, err)
	require.NoError(t, w.auth.Sweep(t.Context()))
	require.Equal(t, 1, w.Int(`SELECT count(*) FROM sessions`))
	require.Equal(t, 2, w.Int(`SELECT count(*) FROM sign_in_attempts`))

	w.Clock.Advance(61 * 24 * time.Hour)
	require.NoError(t, w.auth.Sweep(t.Context()))
	require.Zero(t, w.Int(`SELECT count(*) FROM sessions`))
	require.Zero(t, w.Int(`SELECT count(*) FROM refresh_tokens`))
	require.Equal(t, 1, w.Int(`SELECT count(*) FROM sign_in_attempts`), "the address stays a known one")
}
