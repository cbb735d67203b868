// Package password hashes and checks passwords with argon2id, and says which passwords are too easy to guess.
// It does not know whose password it is. Start at Hasher and Check.
package password

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"sync"
	"time"

	"github.com/alexedwards/argon2id"
	"golang.org/x/text/unicode/norm"

	"wellspring/pkg/kernel/fault"
)

// The cost of one hash: 19 MiB, two passes, one lane, as OWASP advises; about 30 ms.
const (
	memoryKiB   = 19 * 1024
	iterations  = 2
	parallelism = 1
	saltLength  = 16
	keyLength   = 32
)

// patience is how long a request waits for its turn before it is told to come back.
const patience = 5 * time.Second

// Hasher runs at most one hash per processor at a time, so that a burst of sign-ins cannot take all memory and
// all processors from everybody else. It is safe for concurrent use.
type Hasher struct {
	slots  chan struct{}
	params *argon2id.Params
	decoy  func() (string, error)
}

// NewHasher makes a hasher for the whole process.
func NewHasher() *Hasher {
	params := &argon2id.Params{
		Memory: memoryKiB, Iterations: iterations, Parallelism: parallelism, SaltLength: saltLength, KeyLength: keyLength,
	}
	return &Hasher{
		slots:  make(chan struct{}, runtime.NumCPU()),
		params: params,
		decoy:  sync.OnceValues(func() (string, error) { return argon2id.CreateHash("nobody's password", params) }),
	}
}

// Hash gives the text to store, which holds the salt and the cost.
func (h *Hasher) Hash(ctx context.Context, password string) (string, error) {
	done, err := h.turn(ctx)
	if err != nil {
		return "", err
	}
	defer done()
	hash, err := argon2id.CreateHash(normal(password), h.params)
	if err != nil {
		return "", fmt.Errorf("hash a password: %w", err)
	}
	return hash, nil
}

// Verify tells whether the password made the hash. With an empty hash it works as long as with a real one and
// says no, so that nobody can tell from the time whether an account exists.
func (h *Hasher) Verify(ctx context.Context, password, hash string) (bool, error) {
	decoy, err := h.decoy()
	if err != nil {
		return false, fmt.Errorf("make the decoy: %w", err)
	}
	against := hash
	if hash == "" {
		against = decoy
	}
	done, err := h.turn(ctx)
	if err != nil {
		return false, err
	}
	defer done()
	matches, err := argon2id.ComparePasswordAndHash(normal(password), against)
	if err != nil {
		return false, fmt.Errorf("check a password: %w", err)
	}
	return matches && hash != "", nil
}

// turn waits until fewer than one hash per processor is running; the caller must call done afterwards.
func (h *Hasher) turn(ctx context.Context) (done func(), err error) {
	waiting, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	select {
	case h.slots <- struct{}{}:
		return func() { <-h.slots }, nil
	case <-waiting.Done():
		if errors.Is(ctx.Err(), context.Canceled) {
			return nil, fmt.Errorf("wait for a turn: %w", ctx.Err())
		}
		return nil, fault.Down("Very many people are signing in at this moment. Try again in a few seconds.")
	}
}

// normal makes the same password from what different keyboards send for the same letters.
func normal(password string) string { return norm.NFKC.String(password) }
