package api_test

import (
	"net/http"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"wellspring/api"
	"wellspring/pkg/testkit"
)

// browser keeps the cookie that the server sets, as a browser does.
type browser struct {
	kit    *testkit.Kit
	cookie *http.Cookie
}

type shownSession struct {
	AccessToken string
	ExpiresIn   int
	Me          struct {
		ID     int64
		Handle string
		Email  string
	}
}

func (b *browser) send(method, path string, body any) *testkit.Reply {
	client := b.kit.Visitor()
	if b.cookie != nil {
		client = client.With("Cookie", b.cookie.Name+"="+b.cookie.Value)
	}
	reply := client.Send(method, path, body)
	for _, set := range (&http.Response{Header: reply.Header}).Cookies() {
		// The pass for uploads goes to other addresses.
		if set.Path == "/api/v1/sessions" {
			b.cookie = set
		}
	}
	return reply
}

func (b *browser) signIn(handle string) shownSession {
	var session shownSession
	b.send(http.MethodPost, "/sessions", map[string]any{"email": handle + "@example.org", "password": testkit.Password}).
		Want(http.StatusCreated).JSON(&session)
	return session
}

func (b *browser) refresh() shownSession {
	var session shownSession
	b.send(http.MethodPost, "/sessions/refresh", nil).Want(http.StatusOK).JSON(&session)
	return session
}

func TestSigningInGivesAShortTokenAndACookieThatScriptsCannotRead(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	b := &browser{kit: kit}
	session := b.signIn("ada")
	require.Equal(t, 900, session.ExpiresIn)
	require.Equal(t, "ada", session.Me.Handle)
	require.Equal(t, "ada@example.org", session.Me.Email)
	kit.Bearer(session.AccessToken).Get("/me").Want(http.StatusOK)

	require.Equal(t, "wellspring_refresh", b.cookie.Name)
	require.Equal(t, "/api/v1/sessions", b.cookie.Path)
	require.True(t, b.cookie.HttpOnly)
	require.False(t, b.cookie.Secure, "over plain http a secure cookie would be dropped")
	require.Equal(t, http.SameSiteStrictMode, b.cookie.SameSite)
	require.Equal(t, int((30 * 24 * time.Hour).Seconds()), b.cookie.MaxAge)
}

func TestTheCookieIsSecureWherePeopleUseHTTPS(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t, testkit.WithServer(func(o *api.Options) { o.BaseURL = "https://ask.example.org" }))
	b := &browser{kit: kit}
	b.signIn("ada")
	require.True(t, b.cookie.Secure)
}

func TestTheCookieRotatesAndTheOldOneEndsTheSession(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	b := &browser{kit: kit}
	b.signIn("ada")
	old := b.cookie
	session := b.refresh()
	require.NotEqual(t, old.Value, b.cookie.Value)
	kit.Bearer(session.AccessToken).Get("/me").Want(http.StatusOK)

	kit.Clock.Advance(11 * time.Second)
	thief := &browser{kit: kit, cookie: old}
	thief.send(http.MethodPost, "/sessions/refresh", nil).WantProblem(http.StatusUnauthorized, "unauthenticated")
	b.send(http.MethodPost, "/sessions/refresh", nil).WantProblem(http.StatusUnauthorized, "unauthenticated")
	kit.Bearer(session.AccessToken).Get("/me").WantProblem(http.StatusUnauthorized, "unauthenticated")
}

func TestRefreshingWorksWithAnExpiredAccessTokenAndNotWithoutACookie(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	b := &browser{kit: kit}
	session := b.signIn("ada")
	kit.Clock.Advance(16 * time.Minute)
	kit.Bearer(session.AccessToken).Get("/me").WantProblem(http.StatusUnauthorized, "unauthenticated")
	kit.Bearer(session.AccessToken).With("Cookie", "wellspring_refresh="+b.cookie.Value).Post("/sessions/refresh", nil).Want(http.StatusOK)
	kit.Visitor().Post("/sessions/refresh", nil).WantProblem(http.StatusUnauthorized, "unauthenticated")
}

func TestAWrongPasswordAndAnUnknownAddressReadTheSame(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	try := func(email string) testkit.Reply {
		reply := kit.Visitor().With("X-Request-Id", "the-same-id").
			Post("/sessions", map[string]any{"email": email, "password": "not the password"}).
			WantProblem(http.StatusUnauthorized, "unauthenticated")
		return *reply
	}
	known, unknown := try("ada@example.org"), try("nobody@example.org")
	require.Equal(t, string(known.Body), string(unknown.Body))
	for _, varies := range []string{"Date"} {
		known.Header.Del(varies)
		unknown.Header.Del(varies)
	}
	require.Equal(t, known.Header, unknown.Header)
}

func TestTooManyWrongPasswordsSayWhenToComeBackAndAnIdempotencyKeyHidesNone(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	client := kit.Visitor()
	wrong := map[string]any{"email": "ada@example.org", "password": "not the password"}
	for range 10 {
		client.With("Idempotency-Key", "one-and-the-same").Post("/sessions", wrong).Want(http.StatusUnauthorized)
	}
	reply := client.With("Accept-Language", "de").Post("/sessions", wrong).WantProblem(http.StatusTooManyRequests, "rate-limited")
	require.Equal(t, "900", reply.Header.Get("Retry-After"))
	require.Contains(t, string(reply.Body), "900 Sekunden")
}

func TestNoAnswerThatHoldsATokenIsKeptForARepetition(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	kit.Visitor().With("Idempotency-Key", "sign-in").
		Post("/sessions", map[string]any{"email": "ada@example.org", "password": testkit.Password}).Want(http.StatusCreated)
	kit.Visitor().With("Idempotency-Key", "register").
		Post("/users", map[string]any{"name": "Eva Lund", "email": "eva@example.org", "password": "marble otter lantern"}).Want(http.StatusCreated)
	require.Zero(t, kit.Int(`SELECT count(*) FROM idempotency_keys`))
}

func TestPeopleSeeAndEndTheirSessions(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	here, there := kit.As("ada"), kit.As("ada")
	var list struct {
		Items []struct {
			ID      int64
			Current bool
			Device  string
			Address string
		}
	}
	here.Get("/sessions").Want(http.StatusOK).JSON(&list)
	require.Len(t, list.Items, 2)
	for _, session := range list.Items {
		require.Equal(t, "testkit", session.Device)
		if !session.Current {
			here.Delete("/sessions/%d", session.ID).Want(http.StatusNoContent)
			here.Delete("/sessions/%d", session.ID).WantProblem(http.StatusNotFound, "not-found")
		}
	}
	there.Get("/me").WantProblem(http.StatusUnauthorized, "unauthenticated")

	others := []*testkit.Client{kit.As("ada"), kit.As("ada")}
	here.Delete("/sessions").Want(http.StatusNoContent)
	for _, other := range others {
		other.Get("/me").Want(http.StatusUnauthorized)
	}
	here.Get("/me").Want(http.StatusOK)
	kit.Visitor().Get("/sessions").WantProblem(http.StatusUnauthorized, "unauthenticated")
	kit.Visitor().Delete("/sessions/1").WantProblem(http.StatusUnauthorized, "unauthenticated")
	kit.Visitor().Delete("/sessions").WantProblem(http.StatusUnauthorized, "unauthenticated")
}

func TestSigningOutEndsTheSessionAndTakesTheCookieAway(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	b := &browser{kit: kit}
	session := b.signIn("ada")
	value := b.cookie.Value
	b.send(http.MethodDelete, "/sessions/current", nil).Want(http.StatusNoContent)
	require.Negative(t, b.cookie.MaxAge)
	require.Empty(t, b.cookie.Value)
	kit.Bearer(session.AccessToken).Get("/me").WantProblem(http.StatusUnauthorized, "unauthenticated")
	kit.Visitor().With("Cookie", "wellspring_refresh="+value).Post("/sessions/refresh", nil).Want(http.StatusUnauthorized)
	kit.Visitor().Delete("/sessions/current").Want(http.StatusNoContent)
}

func TestAnotherSiteCannotUseTheCookie(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	b := &browser{kit: kit}
	b.signIn("ada")
	kit.Visitor().With("Cookie", "wellspring_refresh="+b.cookie.Value).With("Sec-Fetch-Site", "cross-site").
		Post("/sessions/refresh", nil).WantProblem(http.StatusForbidden, "cross-origin")
}

func TestForgedTokensAreRefusedEverywhere(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	// {"alg":"none"} and the claims of the first person.
	none := "eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.eyJzdWIiOiIxIiwic2lkIjoiMSIsImV4cCI6OTk5OTk5OTk5OTl9."
	for _, token := range []string{none, "x", "a.b.c"} {
		kit.Bearer(token).Get("/me").WantProblem(http.StatusUnauthorized, "unauthenticated")
		kit.Bearer(token).Get("/spaces").WantProblem(http.StatusUnauthorized, "unauthenticated")
	}
}
