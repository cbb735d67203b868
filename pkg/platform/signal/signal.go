// Package signal tells every process of the cluster that something changed, so that caches drop what is stale.
// The process that made the change hears it at once; the others hear it through LISTEN/NOTIFY within milliseconds.
// A signal is a hint and may be lost (a process killed between commit and send, a broken connection), so caches
// also expire by age, and all of them are cleared when a listener reconnects. Start at Send and On.
//
// NOTIFY inside the writing transaction was rejected: Postgres serialises such commits on one lock, which costs
// group commit. Signals are therefore sent after the commit by one goroutine: the first at once, and what comes
// within the next pause together.
package signal

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5/pgxpool"

	"wellspring/pkg/platform/db"
)

const (
	channel = "wellspring_signals"
	// maxBatch keeps a payload below the 8,000 bytes that NOTIFY takes.
	maxBatch = 200
	// pause is the least time between two sendings; each costs every process of the cluster a message.
	pause = 10 * time.Millisecond
	retry = time.Second
)

// Topic names a kind of thing that can change.
type Topic string

// The topics.
const (
	// Question carries the ids of questions of which anything shown on their page changed.
	Question Topic = "question"
	// Person carries the ids of people whose powers, reputation or profile changed.
	Person Topic = "person"
	// Session carries the ids of sessions that ended.
	Session Topic = "session"
	// Everything tells to drop all caches; it carries no ids.
	Everything Topic = "everything"
)

type message struct {
	Node  string  `json:"n"`
	Topic Topic   `json:"t"`
	IDs   []int64 `json:"i"`
}

// Hub delivers signals; make one per process. Call On before Run.
type Hub struct {
	node     string
	pool     *pgxpool.Pool
	log      *slog.Logger
	mu       sync.RWMutex
	handlers map[Topic][]func(ids []int64)
	pending  chan message
}

// NewHub makes a hub that delivers within this process until Run joins it to the others.
func NewHub(database *db.DB, log *slog.Logger) *Hub {
	return &Hub{
		node: uuid.NewString(), pool: database.Pool(), log: log,
		handlers: map[Topic][]func([]int64){}, pending: make(chan message, 4096),
	}
}

// On has handle called with the ids of every signal of a topic; it must be quick and must not block.
func (h *Hub) On(topic Topic, handle func(ids []int64)) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.handlers[topic] = append(h.handlers[topic], handle)
}

// Send tells everybody once the context's transaction has committed, or at once where there is none.
func (h *Hub) Send(ctx context.Context, topic Topic, ids ...int64) {
	db.AfterCommit(ctx, func() {
		h.deliver(topic, ids)
		select {
		case h.pending <- message{Topic: topic, IDs: ids}:
		default:
			// The queue is full only while the database is away; the others then clear everything on reconnect.
			h.log.Warn("signal dropped, the other processes catch up by expiry", "topic", topic)
		}
	})
}

func (h *Hub) deliver(topic Topic, ids []int64) {
	h.mu.RLock()
	defer h.mu.RUnlock()
	for _, handle := range h.handlers[topic] {
		handle(ids)
	}
}

// Run sends and hears signals until the context ends.
func (h *Hub) Run(ctx context.Context) {
	var done sync.WaitGroup
	done.Go(func() { h.send(ctx) })
	done.Go(func() { h.listen(ctx) })
	done.Wait()
}

func (h *Hub) send(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case first := <-h.pending:
			h.notify(ctx, h.gather(first))
			if !waited(ctx, pause) {
				return
			}
		}
	}
}

// waited tells whether the time passed before the context ended.
func waited(ctx context.Context, duration time.Duration) bool {
	select {
	case <-ctx.Done():
		return false
	case <-time.After(duration):
		return true
	}
}

// gather joins what is waiting into one message per topic.
func (h *Hub) gather(first message) map[Topic][]int64 {
	batch := map[Topic][]int64{first.Topic: first.IDs}
	for count := len(first.IDs); count < maxBatch; {
		select {
		case next := <-h.pending:
			batch[next.Topic] = append(batch[next.Topic], next.IDs...)
			count += len(next.IDs)
		default:
			return batch
		}
	}
	return batch
}

// notifySQL sends without waiting for the disk, since a signal is worth nothing after a crash.
const notifySQL = `SELECT set_config('synchronous_commit', 'off', true), pg_notify($1, payload) FROM unnest($2::text[]) AS payload`

func (h *Hub) notify(ctx context.Context, batch map[Topic][]int64) {
	payloads := make([]string, 0, len(batch))
	for topic, ids := range batch {
		payload, err := json.Marshal(message{Node: h.node, Topic: topic, IDs: ids})
		if err != nil {
			h.log.Error("signal cannot be encoded", "topic", topic, "error", err)
			continue
		}
		payloads = append(payloads, string(payload))
	}
	if _, err := h.pool.Exec(ctx, notifySQL, channel, payloads); err != nil && ctx.Err() == nil {
		h.log.Warn("signals not sent, the other processes catch up by expiry", "error", err)
	}
}

func (h *Hub) listen(ctx context.Context) {
	for ctx.Err() == nil {
		err := h.hear(ctx)
		if ctx.Err() != nil {
			return
		}
		h.log.Warn("signals are interrupted, listening again", "error", err)
		waited(ctx, retry)
	}
}

func (h *Hub) hear(ctx context.Context) error {
	conn, err := h.pool.Acquire(ctx)
	if err != nil {
		return fmt.Errorf("take a connection to listen: %w", err)
	}
	// A listening connection must not go back to the pool.
	raw := conn.Hijack()
	defer func() { _ = raw.Close(context.WithoutCancel(ctx)) }()
	if _, err := raw.Exec(ctx, `LISTEN `+channel); err != nil {
		return fmt.Errorf("listen: %w", err)
	}
	// Whatever was sent while nobody listened is unknown.
	h.deliver(Everything, nil)
	for {
		note, err := raw.WaitForNotification(ctx)
		if err != nil {
			return fmt.Errorf("wait for a signal: %w", err)
		}
		var heard message
		if err := json.Unmarshal([]byte(note.Payload), &heard); err != nil || heard.Node == h.node {
			continue
		}
		h.deliver(heard.Topic, heard.IDs)
	}
}
