// Package bus carries events from the use case that publishes them to those who react. Who must agree with the write
// subscribes with Subscribe: the reaction runs inside the publisher's transaction, in the order of subscription, and
// its error undoes the write. Who only follows from it subscribes with SubscribeLater: the reaction runs after the
// commit, in a transaction of its own, once, and is tried again until it succeeds (later.go); SubscribeTogether does so
// for several events at once. Each event is also a row, so that what happened can be read and replayed. Start at
// Subscribe and Publish.
package bus

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"wellspring/pkg/kernel/event"
	"wellspring/pkg/platform/clock"
	"wellspring/pkg/platform/db"
)

// ErrOutsideTransaction says that an event was published where no write could agree with it.
var ErrOutsideTransaction = errors.New("an event can only be published inside a transaction")

// Bus knows who reacts to what. Subscribe before the first Publish; after that it is safe for concurrent use.
type Bus struct {
	db          *db.DB
	clock       clock.Clock
	subscribers map[string][]func(context.Context, event.Event) error
	// later has the names of an event's later subscribers, in the order of subscription.
	later map[string][]string
	// reactions are what later subscribers do, by their name and the event's.
	reactions map[reactionKey]reaction
	poke      chan struct{}
}

// New makes a bus without subscribers.
func New(database *db.DB, now clock.Clock) *Bus {
	return &Bus{
		db: database, clock: now, subscribers: map[string][]func(context.Context, event.Event) error{},
		later: map[string][]string{}, reactions: map[reactionKey]reaction{}, poke: make(chan struct{}, 1),
	}
}

// Subscribe has react run in the transaction of every event of type E.
func Subscribe[E event.Event](b *Bus, react func(context.Context, E) error) {
	var zero E
	name := zero.EventName()
	b.subscribers[name] = append(b.subscribers[name], func(ctx context.Context, e event.Event) error {
		typed, ok := e.(E)
		if !ok {
			return fmt.Errorf("event %s has the type %T", name, e)
		}
		return react(ctx, typed)
	})
}

const (
	publishSQL      = `INSERT INTO events (name, payload, occurred_at) VALUES ($1, $2, $3)`
	publishLaterSQL = `
		WITH published AS (INSERT INTO events (name, payload, occurred_at) VALUES ($1, $2, $3) RETURNING id)
		INSERT INTO event_deliveries (event_id, subscriber, due_at) SELECT id, unnest($4::text[]), $3 FROM published`
)

// Publish runs the event's subscribers, and has its row written with the commit. It fails outside a transaction.
func (b *Bus) Publish(ctx context.Context, e event.Event) error {
	if !db.InTransaction(ctx) {
		return ErrOutsideTransaction
	}
	payload, err := json.Marshal(e)
	if err != nil {
		return fmt.Errorf("encode event %s: %w", e.EventName(), err)
	}
	if later := b.later[e.EventName()]; len(later) > 0 {
		err = b.db.Queue(ctx, publishLaterSQL, e.EventName(), payload, b.clock.Now(), later)
		db.AfterCommit(ctx, b.wake)
	} else {
		err = b.db.Queue(ctx, publishSQL, e.EventName(), payload, b.clock.Now())
	}
	if err != nil {
		return fmt.Errorf("record event %s: %w", e.EventName(), err)
	}
	for _, react := range b.subscribers[e.EventName()] {
		if err := react(ctx, e); err != nil {
			return fmt.Errorf("react to %s: %w", e.EventName(), err)
		}
	}
	return nil
}
