// Package idempotency carries a creation out once, however often a client sends it: the claim of the key, the
// creation and the note of its answer are one transaction. A second request with the same key waits for the
// first and gets its answer; a refused request leaves no trace and may be sent again. Start at Once.
package idempotency

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"net/http"
	"time"

	"github.com/jackc/pgx/v5"

	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/clock"
	"wellspring/pkg/platform/db"
)

// Kept is how long a key is remembered.
const Kept = 24 * time.Hour

// Call is a creation that a client may send again. Keys of different people (or, for visitors, addresses)
// never meet.
type Call struct {
	Actor   id.User
	Address string
	Key     string
	// Request is what is called, such as "POST /questions".
	Request string
	Body    []byte
}

func (c Call) scope() string {
	if c.Actor != 0 {
		return fmt.Sprintf("user %d %s", c.Actor, c.Request)
	}
	return "visitor " + c.Address + " " + c.Request
}

// Answer is what the creation said.
type Answer struct {
	Status      int
	ContentType string
	Body        []byte
}

// errRefused rolls a refused creation back.
var errRefused = errors.New("refused")

// Service remembers keys and answers.
type Service struct {
	db    *db.DB
	clock clock.Clock
}

// New makes the service.
func New(database *db.DB, now clock.Clock) *Service { return &Service{db: database, clock: now} }

// Once runs the creation, or gives the answer it gave before; replayed tells which.
// The same key with another body is a conflict.
func (s *Service) Once(ctx context.Context, call Call, run func(context.Context) (Answer, error)) (answer Answer, replayed bool, err error) {
	hash := sha256.Sum256(call.Body)
	err = s.db.InTx(ctx, func(ctx context.Context) error {
		// The insert waits here for a transaction that holds the same key.
		claimed, err := s.claim(ctx, call, hash[:])
		if err != nil {
			return err
		}
		if !claimed {
			answer, err = s.recall(ctx, call, hash[:])
			replayed = true
			return err
		}
		answer, err = run(ctx)
		if err != nil {
			return err
		}
		if answer.Status >= http.StatusBadRequest {
			return errRefused
		}
		return s.remember(ctx, call, answer)
	})
	if errors.Is(err, errRefused) {
		err = nil
	}
	return answer, replayed, err
}

func (s *Service) claim(ctx context.Context, call Call, hash []byte) (bool, error) {
	tag, err := s.db.Pgx(ctx).Exec(ctx, `
		INSERT INTO idempotency_keys (scope, key, request_hash, created_at) VALUES ($1, $2, $3, $4)
		ON CONFLICT (scope, key) DO NOTHING`, call.scope(), call.Key, hash, s.clock.Now())
	if err != nil {
		return false, fmt.Errorf("claim idempotency key: %w", err)
	}
	return tag.RowsAffected() == 1, nil
}

func (s *Service) recall(ctx context.Context, call Call, hash []byte) (Answer, error) {
	var answer Answer
	var known []byte
	err := s.db.Pgx(ctx).QueryRow(ctx, `
		SELECT request_hash, status, content_type, response FROM idempotency_keys WHERE scope = $1 AND key = $2`,
		call.scope(), call.Key).Scan(&known, &answer.Status, &answer.ContentType, &answer.Body)
	if errors.Is(err, pgx.ErrNoRows) {
		return Answer{}, fault.Conflict("idempotency-key-expired", "This Idempotency-Key has just expired. Send the request with a new one.")
	}
	if err != nil {
		return Answer{}, fmt.Errorf("recall idempotency key: %w", err)
	}
	if !bytes.Equal(known, hash) {
		return Answer{}, fault.Conflict("idempotency-key-reused", "This Idempotency-Key was used for another request. Use a new one.")
	}
	return answer, nil
}

func (s *Service) remember(ctx context.Context, call Call, answer Answer) error {
	_, err := s.db.Pgx(ctx).Exec(ctx, `
		UPDATE idempotency_keys SET status = $3, content_type = $4, response = $5 WHERE scope = $1 AND key = $2`,
		call.scope(), call.Key, answer.Status, answer.ContentType, answer.Body)
	if err != nil {
		return fmt.Errorf("remember idempotent answer: %w", err)
	}
	return nil
}

// Forget removes keys older than Kept and tells how many.
func (s *Service) Forget(ctx context.Context) (int64, error) {
	tag, err := s.db.Pgx(ctx).Exec(ctx, `DELETE FROM idempotency_keys WHERE created_at < $1`, s.clock.Now().Add(-Kept))
	if err != nil {
		return 0, fmt.Errorf("forget idempotency keys: %w", err)
	}
	return tag.RowsAffected(), nil
}
