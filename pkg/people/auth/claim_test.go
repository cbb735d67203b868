package auth_test

import (
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/people/auth"
	"wellspring/pkg/people/users"
)

func (w *world) imported() id.User {
	w.t.Helper()
	made, err := w.users.Import(w.t.Context(), []users.ImportedUser{{Name: "Vera Brewer", CreatedAt: w.Clock.Now()}})
	require.NoError(w.t, err)
	return made[0]
}

func (w *world) invite(person id.User) auth.Invitation {
	w.t.Helper()
	invitation, err := w.auth.InviteToClaim(w.t.Context(), w.Actor("root"), person, "vera@example.org")
	require.NoError(w.t, err)
	return invitation
}

func TestAnImportedPersonClaimsTheirAccountWithAOneTimeLink(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	vera := w.imported()
	invitation := w.invite(vera)
	require.Equal(t, w.Clock.Now().Add(7*24*time.Hour), invitation.ExpiresAt)

	grant, err := w.auth.Claim(t.Context(), auth.ClaimInput{Secret: invitation.Secret, Password: fresh}, home)
	require.NoError(t, err)
	require.Equal(t, vera, grant.User)
	require.Equal(t, vera, w.authenticate(grant).User)
	w.WantEvents("profile.edited")
	_, err = w.auth.SignIn(t.Context(), auth.Credentials{Email: "vera@example.org", Password: fresh}, home)
	require.NoError(t, err)

	_, err = w.auth.Claim(t.Context(), auth.ClaimInput{Secret: invitation.Secret, Password: fresh}, home)
	require.Equal(t, "not-found", refusal(t, err).Code)
	_, err = w.auth.InviteToClaim(t.Context(), w.Actor("root"), vera, "other@example.org")
	require.Equal(t, "already-claimed", refusal(t, err).Code)
}

func TestOnlyAnAdministratorInvites(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	vera := w.imported()
	for _, actor := range []authz.Actor{w.Actor("ada"), w.Actor("mia"), w.Actor("max")} {
		_, err := w.auth.InviteToClaim(t.Context(), actor, vera, "vera@example.org")
		require.Equal(t, "forbidden", refusal(t, err).Code)
	}
	_, err := w.auth.InviteToClaim(t.Context(), w.Actor("root"), w.UserID("ada"), "ada2@example.org")
	require.Equal(t, "already-claimed", refusal(t, err).Code)
	_, err = w.auth.InviteToClaim(t.Context(), w.Actor("root"), vera, "ADA@example.org")
	require.Equal(t, "taken", refusal(t, err).Fields[0].Code)
}

func TestALinkEndsAfterAWeekOrWhenANewOneIsMade(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	vera := w.imported()
	old := w.invite(vera)
	renewed := w.invite(vera)
	_, err := w.auth.Claim(t.Context(), auth.ClaimInput{Secret: old.Secret, Password: fresh}, home)
	require.Equal(t, "not-found", refusal(t, err).Code)
	w.Clock.Advance(7 * 24 * time.Hour)
	_, err = w.auth.Claim(t.Context(), auth.ClaimInput{Secret: renewed.Secret, Password: fresh}, home)
	require.Equal(t, "not-found", refusal(t, err).Code)
}

func TestAClaimNeedsAGoodPasswordAndThenStillWorks(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	invitation := w.invite(w.imported())
	_, err := w.auth.Claim(t.Context(), auth.ClaimInput{Secret: invitation.Secret, Password: "vera-brewer-1"}, home)
	require.Equal(t, "personal", refusal(t, err).Fields[0].Code)
	_, err = w.auth.Claim(t.Context(), auth.ClaimInput{Secret: invitation.Secret, Password: fresh}, home)
	require.NoError(t, err)
}

func TestOfTwoClaimsAtTheSameTimeOneSucceeds(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	invitation := w.invite(w.imported())
	var succeeded atomic.Int64
	var done sync.WaitGroup
	for range 6 {
		done.Go(func() {
			_, err := w.auth.Claim(t.Context(), auth.ClaimInput{Secret: invitation.Secret, Password: fresh}, home)
			if err == nil {
				succeeded.Add(1)
				return
			}
			if !fault.Is(err, "not-found") {
				t.Errorf("unexpected refusal: %v", err)
			}
		})
	}
	done.Wait()
	require.EqualValues(t, 1, succeeded.Load())
	require.Equal(t, 1, w.Int(`SELECT count(*) FROM sessions`))
}

func TestNobodySignsInAsAnImportedPerson(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	vera := w.imported()
	w.Exec(`UPDATE users SET email = 'vera@example.org' WHERE id = $1`, vera)
	_, err := w.auth.SignIn(t.Context(), auth.Credentials{Email: "vera@example.org", Password: ""}, home)
	require.Equal(t, "unauthenticated", refusal(t, err).Code)
}
