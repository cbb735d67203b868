package auth_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/people/auth"
	"wellspring/pkg/people/spaces"
	"wellspring/pkg/people/users"
)

func (w *world) authenticate(grant auth.Grant) authz.Actor {
	w.t.Helper()
	actor, err := w.auth.Authenticate(w.t.Context(), grant.AccessToken)
	require.NoError(w.t, err)
	return actor
}

func (w *world) wantEnded(grant auth.Grant) {
	w.t.Helper()
	_, err := w.auth.Authenticate(w.t.Context(), grant.AccessToken)
	found := refusal(w.t.(*testing.T), err)
	require.Equal(w.t, "unauthenticated", found.Code)
}

func TestTheActorHasRoleReputationSpacesAndThresholds(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	root := w.Actor("root")
	private, err := w.spaces.Create(t.Context(), root, spaces.NewSpace{Slug: "case-work", Name: "Case work", Visibility: spaces.Members, Reason: "Personal data."})
	require.NoError(t, err)
	public, err := w.spaces.Create(t.Context(), root, spaces.NewSpace{Slug: "ask-us", Name: "Ask us", Visibility: spaces.Public})
	require.NoError(t, err)
	require.NoError(t, w.spaces.AddMember(t.Context(), root, "case-work", w.UserID("mia")))
	w.Exec(`UPDATE reputation_totals SET reputation = 7 WHERE user_id = $1`, w.UserID("mia"))

	mia := w.authenticate(w.signIn("mia"))
	require.Equal(t, authz.Moderator, mia.Role)
	require.Equal(t, 7, mia.Reputation)
	require.Equal(t, "Mia", mia.Name)
	require.Equal(t, []id.Space{1, private, public}, mia.Spaces)
	require.Equal(t, []id.Space{private}, mia.Memberships)
	require.Equal(t, authz.Preset("team"), mia.Thresholds)

	ada := w.authenticate(w.signIn("ada"))
	require.Equal(t, []id.Space{1, public}, ada.Spaces)
	require.Empty(t, ada.Memberships)

	visitor, err := w.auth.Visitor(t.Context())
	require.NoError(t, err)
	require.False(t, visitor.SignedIn())
	require.Equal(t, []id.Space{public}, visitor.Spaces)
}

func TestAPersonWhoWasJustHereCostsNoStatement(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	grant := w.signIn("ada")
	w.authenticate(grant)
	_, err := w.auth.Visitor(t.Context())
	require.NoError(t, err)

	before := w.DB.Statements()
	for range 50 {
		w.authenticate(grant)
		_, err := w.auth.Visitor(t.Context())
		require.NoError(t, err)
	}
	require.LessOrEqual(t, w.DB.Statements()-before, int64(4), "only the background may have sent any")
}

func TestAnEndedSessionIsRefusedAtOnce(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	one, two := w.signIn("ada"), w.signIn("ada")
	w.authenticate(one)
	require.NoError(t, w.auth.EndSession(t.Context(), w.authenticate(two), one.Session))
	w.wantEnded(one)
	w.authenticate(two)
}

func TestADisabledAccountIsRefusedAtOnceAndAnEnabledOneTakenAgain(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	grant := w.signIn("ada")
	w.authenticate(grant)
	require.NoError(t, w.users.Disable(t.Context(), w.Actor("root"), w.UserID("ada")))
	w.wantEnded(grant)
	require.NoError(t, w.users.Enable(t.Context(), w.Actor("root"), w.UserID("ada")))
	w.authenticate(grant)
}

func TestRoleMembershipAndPresetCountFromTheNextRequest(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	root, grant := w.Actor("root"), w.signIn("ada")
	require.Equal(t, authz.Member, w.authenticate(grant).Role)

	require.NoError(t, w.users.SetRole(t.Context(), root, w.UserID("ada"), authz.Moderator))
	require.Equal(t, authz.Moderator, w.authenticate(grant).Role)

	made, err := w.spaces.Create(t.Context(), root, spaces.NewSpace{Slug: "case-work", Name: "Case work", Visibility: spaces.Members, Reason: "Personal data."})
	require.NoError(t, err)
	require.False(t, w.authenticate(grant).Reads(made))
	require.NoError(t, w.spaces.AddMember(t.Context(), root, "case-work", w.UserID("ada")))
	require.True(t, w.authenticate(grant).Reads(made))
	require.NoError(t, w.spaces.RemoveMember(t.Context(), root, "case-work", w.UserID("ada")))
	require.False(t, w.authenticate(grant).Reads(made))

	require.NoError(t, w.users.ChooseThresholds(t.Context(), root, users.ThresholdChoice{Preset: authz.Public}))
	require.Equal(t, 2000, w.authenticate(grant).Thresholds[authz.Edit])
}

func TestAnExpiredAccessTokenIsRefused(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	grant := w.signIn("ada")
	w.authenticate(grant)
	w.Clock.Advance(15 * time.Minute)
	w.wantEnded(grant)
}

func TestATokenOfOnePersonDoesNotFitTheSessionOfAnother(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	ada, ben := w.signIn("ada"), w.signIn("ben")
	w.authenticate(ada)
	w.Exec(`UPDATE sessions SET user_id = $1 WHERE id = $2`, w.UserID("ada"), ben.Session)
	w.wantEnded(ben)
}

func TestUseIsWrittenDownOnceAMinuteAndNotByTheRequest(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	grant := w.signIn("ada")
	require.NoError(t, w.auth.Flush(t.Context()))
	lastUsed := func() time.Time {
		sessions, err := w.auth.Sessions(t.Context(), w.Actor("ada"))
		require.NoError(t, err)
		return sessions[0].LastUsedAt
	}
	start := lastUsed()

	w.Clock.Advance(59 * time.Second)
	w.authenticate(grant)
	require.NoError(t, w.auth.Flush(t.Context()))
	require.Equal(t, start, lastUsed())

	w.Clock.Advance(time.Second)
	w.authenticate(grant)
	require.NoError(t, w.auth.Flush(t.Context()))
	require.Equal(t, w.Clock.Now(), lastUsed())
	me, err := w.users.Me(t.Context(), w.Actor("ada"))
	require.NoError(t, err)
	require.Equal(t, w.Clock.Now(), *me.LastSeenAt)
}
