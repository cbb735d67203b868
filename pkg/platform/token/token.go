// Package token makes and reads what proves a sign-in: short-lived access tokens, which are signed and need no
// look-up, and opaque secrets, of which only a hash is kept. It does not know who may sign in. Start at Signer.
package token

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"strconv"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/maypok86/otter/v2"

	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/clock"
)

const (
	// Lifetime of an access token.
	Lifetime = 15 * time.Minute

	issuer   = "wellspring"
	audience = "wellspring-api"
	// minKey is the length below which HMAC-SHA256 loses strength.
	minKey      = 32
	secretBytes = 32
	// maxVerified bounds the memory that known tokens take, to some 10 MB.
	maxVerified = 50_000
)

// ErrShortKey says that the signing key has fewer than 32 bytes.
var ErrShortKey = errors.New("the key that signs access tokens needs at least 32 bytes")

// Claims is what an access token says: who, and by which sign-in.
type Claims struct {
	User    id.User
	Session id.Session
}

type payload struct {
	jwt.RegisteredClaims
	Session string `json:"sid"`
}

// Signer issues and reads access tokens; it is safe for concurrent use.
type Signer struct {
	key    []byte
	clock  clock.Clock
	parser *jwt.Parser
	// verified spares the second and later reads of a token, which are most, the decoding and the signature. The keys
	// are digests of whole tokens, so that nobody finds a token that works in a memory dump.
	verified *otter.Cache[[sha256.Size]byte, verified]
}

type verified struct {
	claims    Claims
	expiresAt time.Time
}

// NewSigner takes the secret key that all processes of one installation share.
func NewSigner(key []byte, now clock.Clock) (*Signer, error) {
	if len(key) < minKey {
		return nil, ErrShortKey
	}
	parser := jwt.NewParser(
		jwt.WithValidMethods([]string{jwt.SigningMethodHS256.Alg()}),
		jwt.WithIssuer(issuer),
		jwt.WithAudience(audience),
		jwt.WithExpirationRequired(),
		jwt.WithTimeFunc(now.Now),
	)
	return &Signer{key: key, clock: now, parser: parser, verified: otter.Must(&otter.Options[[sha256.Size]byte, verified]{
		MaximumSize: maxVerified, ExpiryCalculator: otter.ExpiryWriting[[sha256.Size]byte, verified](Lifetime),
	})}, nil
}

// Issue gives an access token that is good for Lifetime.
func (s *Signer) Issue(claims Claims) (string, error) {
	now := s.clock.Now()
	unsigned := jwt.NewWithClaims(jwt.SigningMethodHS256, payload{
		RegisteredClaims: jwt.RegisteredClaims{
			Issuer:    issuer,
			Audience:  jwt.ClaimStrings{audience},
			Subject:   strconv.FormatInt(int64(claims.User), 10),
			IssuedAt:  jwt.NewNumericDate(now),
			ExpiresAt: jwt.NewNumericDate(now.Add(Lifetime)),
		},
		Session: strconv.FormatInt(int64(claims.Session), 10),
	})
	signed, err := unsigned.SignedString(s.key)
	if err != nil {
		return "", fmt.Errorf("sign an access token: %w", err)
	}
	return signed, nil
}

// Read checks signature, method, issuer, audience and time. The error is for the log, not for the reader.
func (s *Signer) Read(text string) (Claims, error) {
	digest := sha256.Sum256([]byte(text))
	if known, ok := s.verified.GetIfPresent(digest); ok && s.clock.Now().Before(known.expiresAt) {
		return known.claims, nil
	}
	read, err := s.read(text)
	if err != nil {
		return Claims{}, err
	}
	s.verified.Set(digest, read)
	return read.claims, nil
}

func (s *Signer) read(text string) (verified, error) {
	var found payload
	if _, err := s.parser.ParseWithClaims(text, &found, func(*jwt.Token) (any, error) { return s.key, nil }); err != nil {
		return verified{}, fmt.Errorf("read an access token: %w", err)
	}
	user, err := strconv.ParseInt(found.Subject, 10, 64)
	if err != nil {
		return verified{}, fmt.Errorf("read the person of an access token: %w", err)
	}
	session, err := strconv.ParseInt(found.Session, 10, 64)
	if err != nil {
		return verified{}, fmt.Errorf("read the session of an access token: %w", err)
	}
	return verified{Claims{User: id.User(user), Session: id.Session(session)}, found.ExpiresAt.Time}, nil
}

// Secret gives 256 random bits as text for the holder, and the hash to keep.
func Secret() (text string, hash []byte) {
	raw := make([]byte, secretBytes)
	// crypto/rand.Read never fails: it ends the program when the system has no randomness.
	_, _ = rand.Read(raw)
	text = base64.RawURLEncoding.EncodeToString(raw)
	return text, Hash(text)
}

// Hash gives what is kept of a secret. A plain digest is enough, as nobody can guess 256 random bits.
func Hash(secret string) []byte {
	sum := sha256.Sum256([]byte(secret))
	return sum[:]
}
