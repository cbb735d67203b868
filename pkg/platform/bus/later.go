package bus

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"
)

const (
	// tick is how soon a process hears of what another one published; its own commits poke it at once.
	tick       = 200 * time.Millisecond
	minBackoff = time.Second
	maxBackoff = time.Hour
	// together is how many deliveries share a transaction, and with it the cost of a commit.
	together = 50
	// worrying is the number of attempts after which a delivery counts as stuck.
	worrying = 5
)

func (b *Bus) wake() {
	select {
	case b.poke <- struct{}{}:
	default:
	}
}

// Run delivers what later subscribers have to hear until the context ends. Any number of processes may run it.
func (b *Bus) Run(ctx context.Context, log *slog.Logger) {
	if len(b.reactions) == 0 {
		return // nobody would ever hear of anything
	}
	ticker := time.NewTicker(tick)
	defer ticker.Stop()
	for {
		if err := b.Deliver(ctx); err != nil && ctx.Err() == nil {
			log.Warn("an event was not delivered and will be tried again", "error", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		case <-b.poke:
		}
	}
}

// Deliver delivers all that is due. One that fails does not hold up the others; the first error is returned.
func (b *Bus) Deliver(ctx context.Context) error {
	for ctx.Err() == nil {
		some, err := b.deliverUpTo(ctx, together)
		if err != nil {
			// One of them fails: each for itself tells which.
			return b.deliverSingly(ctx)
		}
		if len(some) < together {
			return nil
		}
	}
	return nil
}

func (b *Bus) deliverSingly(ctx context.Context) error {
	var first error
	for ctx.Err() == nil {
		one, err := b.deliverUpTo(ctx, 1)
		if err == nil && len(one) == 0 {
			return first
		}
		if err == nil {
			continue
		}
		if first == nil {
			first = err
		}
		if len(one) == 0 {
			return first
		}
		if err := b.postpone(ctx, one[0]); err != nil {
			return errors.Join(first, err)
		}
	}
	return first
}

// delivery is what one subscriber hears of one event.
type delivery struct {
	event      int64
	subscriber string
	attempts   int
	name       string
	payload    []byte
	at         time.Time
}

// deliverUpTo delivers the next few, all of them or none, and tells which it took.
func (b *Bus) deliverUpTo(ctx context.Context, most int) (taken []delivery, err error) {
	err = b.db.InTx(ctx, func(ctx context.Context) error {
		var err error
		if taken, err = b.take(ctx, most); err != nil {
			return err
		}
		for _, some := range runs(taken) {
			if err := b.react(ctx, some); err != nil {
				return err
			}
		}
		return nil
	})
	return taken, err
}

// take takes the next deliveries that nobody else is making. What several processes do together at the same time may
// block each other in a circle; the database ends that, and the transaction is tried again.
func (b *Bus) take(ctx context.Context, most int) ([]delivery, error) {
	rows, err := b.db.Pgx(ctx).Query(ctx, `
		WITH taken AS (
			DELETE FROM event_deliveries d USING (
				SELECT event_id, subscriber FROM event_deliveries WHERE due_at <= $1
				ORDER BY due_at, event_id LIMIT $2 FOR UPDATE SKIP LOCKED
			) next
			WHERE d.event_id = next.event_id AND d.subscriber = next.subscriber
			RETURNING d.event_id, d.subscriber, d.attempts, d.due_at
		)
		SELECT t.event_id, t.subscriber, t.attempts, e.name, e.payload, e.occurred_at
		FROM taken t JOIN events e ON e.id = t.event_id ORDER BY t.due_at, t.event_id`, b.clock.Now(), most)
	if err != nil {
		return nil, fmt.Errorf("take the next deliveries: %w", err)
	}
	defer rows.Close()
	var taken []delivery
	for rows.Next() {
		var d delivery
		if err := rows.Scan(&d.event, &d.subscriber, &d.attempts, &d.name, &d.payload, &d.at); err != nil {
			return nil, fmt.Errorf("read a delivery: %w", err)
		}
		taken = append(taken, d)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("read the next deliveries: %w", err)
	}
	return taken, nil
}

// postpone tries again later, after a pause that doubles.
func (b *Bus) postpone(ctx context.Context, d delivery) error {
	pause := min(minBackoff<<min(d.attempts, 20), maxBackoff)
	_, err := b.db.Pgx(ctx).Exec(ctx, `
		UPDATE event_deliveries SET attempts = attempts + 1, due_at = $3 WHERE event_id = $1 AND subscriber = $2`,
		d.event, d.subscriber, b.clock.Now().Add(pause))
	if err != nil {
		return fmt.Errorf("postpone the delivery of event %d to %s: %w", d.event, d.subscriber, err)
	}
	return nil
}

// Backlog counts the deliveries that wait, and among them those that failed again and again.
func (b *Bus) Backlog(ctx context.Context) (waiting, stuck int, err error) {
	err = b.db.Pgx(ctx).QueryRow(ctx, `SELECT count(*), count(*) FILTER (WHERE attempts >= $1) FROM event_deliveries`, worrying).
		Scan(&waiting, &stuck)
	if err != nil {
		return 0, 0, fmt.Errorf("count the deliveries: %w", err)
	}
	return waiting, stuck, nil
}
