package auth_test

import (
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/people/auth"
	"wellspring/pkg/testkit"
)

var (
	home  = auth.Client{Device: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", Address: "192.0.2.10"}
	local = auth.Client{Address: "127.0.0.1", Loopback: true}
)

func from(address string) auth.Client { return auth.Client{Address: address} }

func right(handle string) auth.Credentials {
	return auth.Credentials{Email: handle + "@example.org", Password: testkit.Password}
}

func wrong(handle string) auth.Credentials {
	return auth.Credentials{Email: handle + "@example.org", Password: "not the password at all"}
}

func refusal(t *testing.T, err error) *fault.Fault {
	t.Helper()
	found, ok := fault.As(err)
	require.Truef(t, ok, "%v is no refusal", err)
	return found
}

func TestSigningInGivesAnAccessTokenAndARefreshToken(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	grant, err := w.auth.SignIn(t.Context(), right("ada"), home)
	require.NoError(t, err)
	require.Equal(t, w.UserID("ada"), grant.User)
	require.Equal(t, 15*time.Minute, grant.ExpiresIn)
	require.NotEmpty(t, grant.RefreshToken)

	actor, err := w.auth.Authenticate(t.Context(), grant.AccessToken)
	require.NoError(t, err)
	require.Equal(t, w.UserID("ada"), actor.User)
	require.Equal(t, grant.Session, actor.Session)
}

func TestTheEmailAddressIsTakenInAnyCase(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	_, err := w.auth.SignIn(t.Context(), auth.Credentials{Email: "  Ada@Example.ORG ", Password: testkit.Password}, home)
	require.NoError(t, err)
}

func TestUnknownAddressAndWrongPasswordGetTheSameAnswer(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	_, err := w.auth.SignIn(t.Context(), wrong("ada"), home)
	known := refusal(t, err)
	_, err = w.auth.SignIn(t.Context(), wrong("nobody"), home)
	unknown := refusal(t, err)
	require.Equal(t, "unauthenticated", known.Code)
	require.Equal(t, known, unknown)
}

func TestLimitsTellNothingAboutWhoHasAnAccount(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	outcomes := func(handle, network string) []string {
		var codes []string
		for i := range 40 {
			_, err := w.auth.SignIn(t.Context(), wrong(handle), from(fmt.Sprintf("%s.%d", network, i%3)))
			codes = append(codes, fmt.Sprint(refusal(t, err).Code, refusal(t, err).RetryAfter))
		}
		return codes
	}
	require.Equal(t, outcomes("ada", "198.51.100"), outcomes("nobody", "203.0.113"))
}

func TestAPlaceIsStoppedAfterTenFailuresAndMayGoOnLater(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	for range 10 {
		_, err := w.auth.SignIn(t.Context(), wrong("ada"), home)
		require.Equal(t, "unauthenticated", refusal(t, err).Code)
	}
	_, err := w.auth.SignIn(t.Context(), right("ada"), home)
	require.Equal(t, "rate-limited", refusal(t, err).Code)
	require.Equal(t, 15*time.Minute, refusal(t, err).RetryAfter)

	w.Clock.Advance(15*time.Minute + time.Second)
	_, err = w.auth.SignIn(t.Context(), right("ada"), home)
	require.NoError(t, err)
}

func TestASuccessClearsTheFailuresOfItsPlace(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	for range 3 {
		for range 9 {
			_, err := w.auth.SignIn(t.Context(), wrong("ada"), home)
			require.Equal(t, "unauthenticated", refusal(t, err).Code)
			w.Clock.Advance(time.Millisecond)
		}
		_, err := w.auth.SignIn(t.Context(), right("ada"), home)
		require.NoError(t, err)
		w.Clock.Advance(time.Millisecond)
	}
}

func TestAnAttackFromManyAddressesSlowsDownAndDoesNotLockTheOwnerOut(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	_, err := w.auth.SignIn(t.Context(), right("ada"), home)
	require.NoError(t, err)

	guesses := 0
	for i := range 600 {
		_, err := w.auth.SignIn(t.Context(), wrong("ada"), from(fmt.Sprintf("198.51.%d.%d", i/250, i%250)))
		if refusal(t, err).Code == "unauthenticated" {
			guesses++
		}
		w.Clock.Advance(time.Second)
	}
	require.Less(t, guesses, 31, "ten minutes of guessing from 600 addresses")

	_, err = w.auth.SignIn(t.Context(), right("ada"), home)
	require.NoError(t, err, "the owner signs in where they did before")
	_, err = w.auth.SignIn(t.Context(), right("ada"), from("203.0.113.9"))
	require.Equal(t, "rate-limited", refusal(t, err).Code, "a new place has to wait")
	w.Clock.Advance(5 * time.Minute)
	_, err = w.auth.SignIn(t.Context(), right("ada"), from("203.0.113.9"))
	require.NoError(t, err, "but not for long")
}

// failures notes failed attempts for as many accounts from home, as signing in does.
func (w *world) failures(count int) {
	w.t.Helper()
	w.Exec(`INSERT INTO sign_in_attempts (email, address, at, succeeded)
		SELECT 'person' || i || '@example.org', $1, $2, false FROM generate_series(1, $3::int) i`, home.Address, w.Clock.Now(), count)
}

func TestOneAddressCannotTryManyAccounts(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.failures(99)
	_, err := w.auth.SignIn(t.Context(), wrong("person100"), home)
	require.Equal(t, "unauthenticated", refusal(t, err).Code)
	_, err = w.auth.SignIn(t.Context(), wrong("person101"), home)
	require.Equal(t, "rate-limited", refusal(t, err).Code)
	_, err = w.auth.SignIn(t.Context(), right("ada"), from("192.0.2.11"))
	require.NoError(t, err)
}

func TestNeighboursOfAnAttackerSignInWhereTheyDidBefore(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	_, err := w.auth.SignIn(t.Context(), right("ada"), home)
	require.NoError(t, err)
	w.failures(150)
	_, err = w.auth.SignIn(t.Context(), right("ben"), home)
	require.Equal(t, "rate-limited", refusal(t, err).Code)
	_, err = w.auth.SignIn(t.Context(), right("ada"), home)
	require.NoError(t, err)
}

func TestParallelGuessesDoNotPassTheLimitTogether(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	var guesses atomic.Int64
	var done sync.WaitGroup
	for range 60 {
		done.Go(func() {
			_, err := w.auth.SignIn(t.Context(), wrong("ada"), home)
			if fault.Is(err, "unauthenticated") {
				guesses.Add(1)
			}
		})
	}
	done.Wait()
	require.LessOrEqual(t, guesses.Load(), int64(10))
}

func TestADisabledPersonLearnsItOnlyWithTheRightPassword(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	require.NoError(t, w.users.Disable(t.Context(), w.Actor("root"), w.UserID("ada")))
	_, err := w.auth.SignIn(t.Context(), wrong("ada"), home)
	require.Equal(t, "unauthenticated", refusal(t, err).Code)
	_, err = w.auth.SignIn(t.Context(), right("ada"), home)
	require.Equal(t, "forbidden", refusal(t, err).Code)
}

func TestPeopleOfTheDemonstrationSignInOnLoopbackOnly(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.Exec(`UPDATE users SET demonstration = true WHERE handle = 'ada'`)
	_, err := w.auth.SignIn(t.Context(), right("ada"), home)
	require.Equal(t, "unauthenticated", refusal(t, err).Code)
	grant, err := w.auth.SignIn(t.Context(), right("ada"), local)
	require.NoError(t, err)
	_, err = w.auth.Refresh(t.Context(), grant.RefreshToken, home)
	require.Equal(t, "unauthenticated", refusal(t, err).Code)
	_, err = w.auth.Refresh(t.Context(), grant.RefreshToken, local)
	require.NoError(t, err)
}
