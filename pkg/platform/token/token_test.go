package token_test

import (
	"bytes"
	"encoding/base64"
	"maps"
	"strings"
	"testing"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/stretchr/testify/require"

	"wellspring/pkg/platform/clock"
	"wellspring/pkg/platform/token"
)

var (
	start = time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	key   = bytes.Repeat([]byte("k"), 32)
)

func signer(t *testing.T) (*token.Signer, *clock.Fixed) {
	t.Helper()
	now := clock.NewFixed(start)
	made, err := token.NewSigner(key, now)
	require.NoError(t, err)
	return made, now
}

func TestAccessTokenTellsWhoAndBySignIn(t *testing.T) {
	t.Parallel()
	s, now := signer(t)
	want := token.Claims{User: 7, Session: 42}
	text, err := s.Issue(want)
	require.NoError(t, err)

	now.Advance(token.Lifetime - time.Second)
	got, err := s.Read(text)
	require.NoError(t, err)
	require.Equal(t, want, got)
}

func TestAccessTokenEndsAfterFifteenMinutes(t *testing.T) {
	t.Parallel()
	s, now := signer(t)
	text, err := s.Issue(token.Claims{User: 7, Session: 42})
	require.NoError(t, err)

	now.Advance(15 * time.Minute)
	_, err = s.Read(text)
	require.ErrorIs(t, err, jwt.ErrTokenExpired)
}

func TestATokenThatWasReadBeforeEndsInTimeToo(t *testing.T) {
	t.Parallel()
	s, now := signer(t)
	want := token.Claims{User: 7, Session: 42}
	text, err := s.Issue(want)
	require.NoError(t, err)
	for range 15 {
		got, err := s.Read(text)
		require.NoError(t, err)
		require.Equal(t, want, got)
		now.Advance(time.Minute)
	}
	_, err = s.Read(text)
	require.ErrorIs(t, err, jwt.ErrTokenExpired)
	_, err = s.Read(text[:len(text)-1])
	require.Error(t, err, "not even a token that was read before may be changed")
}

func TestForgedAccessTokensAreRefused(t *testing.T) {
	t.Parallel()
	s, _ := signer(t)
	good := jwt.MapClaims{"iss": "wellspring", "aud": "wellspring-api", "sub": "7", "sid": "42", "exp": start.Add(time.Hour).Unix()}
	with := func(change map[string]any) jwt.MapClaims {
		claims := maps.Clone(good)
		for name, value := range change {
			claims[name] = value
			if value == nil {
				delete(claims, name)
			}
		}
		return claims
	}
	sign := func(method jwt.SigningMethod, claims jwt.MapClaims, key any) string {
		text, err := jwt.NewWithClaims(method, claims).SignedString(key)
		require.NoError(t, err)
		return text
	}
	valid := sign(jwt.SigningMethodHS256, good, key)
	_, err := s.Read(valid)
	require.NoError(t, err)
	parts := strings.Split(valid, ".")
	admin := base64.RawURLEncoding.EncodeToString([]byte(`{"iss":"wellspring","aud":"wellspring-api","sub":"1","sid":"1","exp":99999999999}`))

	for name, text := range map[string]string{
		"no algorithm":       sign(jwt.SigningMethodNone, good, jwt.UnsafeAllowNoneSignatureType),
		"another algorithm":  sign(jwt.SigningMethodHS512, good, key),
		"another key":        sign(jwt.SigningMethodHS256, good, bytes.Repeat([]byte("x"), 32)),
		"another issuer":     sign(jwt.SigningMethodHS256, with(map[string]any{"iss": "elsewhere"}), key),
		"another audience":   sign(jwt.SigningMethodHS256, with(map[string]any{"aud": "elsewhere"}), key),
		"no expiry":          sign(jwt.SigningMethodHS256, with(map[string]any{"exp": nil}), key),
		"no person":          sign(jwt.SigningMethodHS256, with(map[string]any{"sub": "ada"}), key),
		"no session":         sign(jwt.SigningMethodHS256, with(map[string]any{"sid": nil}), key),
		"swapped payload":    parts[0] + "." + admin + "." + parts[2],
		"signature cut off":  parts[0] + "." + parts[1] + ".",
		"not a token at all": "Bearer",
		"empty":              "",
	} {
		_, err := s.Read(text)
		require.Error(t, err, name)
	}
}

func TestShortKeysAreRefused(t *testing.T) {
	t.Parallel()
	_, err := token.NewSigner([]byte("too short"), clock.System{})
	require.ErrorIs(t, err, token.ErrShortKey)
}

func TestSecretsDifferAndOnlyTheirHashIsKept(t *testing.T) {
	t.Parallel()
	one, hash := token.Secret()
	two, _ := token.Secret()
	require.NotEqual(t, one, two)
	require.Len(t, one, 43)
	require.Equal(t, hash, token.Hash(one))
	require.NotContains(t, string(hash), one)
}
