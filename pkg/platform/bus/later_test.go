package bus_test

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/kernel/event"
	"wellspring/pkg/platform/bus"
	"wellspring/pkg/testkit"
)

func publish(t *testing.T, kit *testkit.Kit, b *bus.Bus, name string) {
	t.Helper()
	require.NoError(t, kit.DB.InTx(t.Context(), func(ctx context.Context) error {
		return b.Publish(ctx, event.TagEdited{Tag: 1, Name: name})
	}))
}

func TestALaterSubscriberHearsOnceOfWhatWasCommitted(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	b := bus.New(kit.DB, kit.Clock)
	var heard []string
	bus.SubscribeLater(b, "listener", func(_ context.Context, at time.Time, e event.TagEdited) error {
		require.WithinDuration(t, kit.Clock.Now(), at, time.Millisecond)
		heard = append(heard, e.Name)
		return nil
	})
	publish(t, kit, b, "kept")
	undone := errors.New("undone")
	err := kit.DB.InTx(t.Context(), func(ctx context.Context) error {
		return errors.Join(b.Publish(ctx, event.TagEdited{Name: "lost"}), undone)
	})
	require.ErrorIs(t, err, undone)

	require.NoError(t, b.Deliver(t.Context()))
	require.NoError(t, b.Deliver(t.Context()))
	require.Equal(t, []string{"kept"}, heard)
}

func TestAFailedReactionIsUndoneAndTriedAgainWithoutHoldingUpOthers(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	b := bus.New(kit.DB, kit.Clock)
	broken := errors.New("broken")
	fails := true
	var heard []string
	bus.SubscribeLater(b, "listener", func(ctx context.Context, _ time.Time, e event.TagEdited) error {
		_, err := kit.DB.Pgx(ctx).Exec(ctx, `UPDATE organisation SET tagline = $1`, e.Name)
		if e.Name == "bad" && fails {
			return errors.Join(err, broken)
		}
		heard = append(heard, e.Name)
		return err
	})
	publish(t, kit, b, "bad")
	publish(t, kit, b, "good")
	require.ErrorIs(t, b.Deliver(t.Context()), broken)
	require.Equal(t, []string{"good"}, heard)
	require.Zero(t, kit.Int(`SELECT count(*) FROM organisation WHERE tagline = 'bad'`), "what the failed reaction wrote is undone")

	fails = false
	require.NoError(t, b.Deliver(t.Context()))
	require.Equal(t, []string{"good"}, heard, "it is not due yet")
	kit.Clock.Advance(2 * time.Second)
	require.NoError(t, b.Deliver(t.Context()))
	require.Equal(t, []string{"good", "bad"}, heard)
	waiting, stuck, err := b.Backlog(t.Context())
	require.NoError(t, err)
	require.Zero(t, waiting+stuck)
}

func TestTwoProcessesDeliverEachEventOnce(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	var heard atomic.Int64
	listen := func() *bus.Bus {
		b := bus.New(kit.DB, kit.Clock)
		bus.SubscribeLater(b, "listener", func(context.Context, time.Time, event.TagEdited) error {
			heard.Add(1)
			return nil
		})
		return b
	}
	first, second := listen(), listen()
	const events = 100
	for range events {
		publish(t, kit, first, "again")
	}
	var both sync.WaitGroup
	for _, b := range []*bus.Bus{first, second} {
		both.Go(func() {
			if err := b.Deliver(t.Context()); err != nil {
				t.Error(err)
			}
		})
	}
	both.Wait()
	require.EqualValues(t, events, heard.Load())
}

func TestManyDeliveriesShareATransactionAndAFailureAmongThemStillUndoesItselfAlone(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	b := bus.New(kit.DB, kit.Clock)
	broken := errors.New("broken")
	bus.SubscribeLater(b, "listener", func(ctx context.Context, _ time.Time, e event.TagEdited) error {
		_, err := kit.DB.Pgx(ctx).Exec(ctx, `INSERT INTO tags (name, created_at) VALUES ($1, now())`, e.Name)
		if e.Name == "bad" {
			return errors.Join(err, broken)
		}
		return err
	})
	for n := range 30 {
		publish(t, kit, b, fmt.Sprintf("good-%d", n))
		if n == 10 {
			publish(t, kit, b, "bad")
		}
	}
	require.ErrorIs(t, b.Deliver(t.Context()), broken)
	require.Equal(t, 30, kit.Int(`SELECT count(*) FROM tags WHERE name LIKE 'good-%'`), "each once")
	require.Zero(t, kit.Int(`SELECT count(*) FROM tags WHERE name = 'bad'`))
	require.Equal(t, 1, kit.Int(`SELECT count(*) FROM event_deliveries`), "only what failed waits")
}

func TestWhatIsHeardTogetherComesOnceAndKeepsItsPlaceAmongTheRest(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	b := bus.New(kit.DB, kit.Clock)
	var heard []string
	bus.SubscribeTogether(b, "listener", func(_ context.Context, some []bus.Heard[event.TagEdited]) error {
		names := ""
		for _, h := range some {
			require.WithinDuration(t, kit.Clock.Now(), h.At, time.Millisecond)
			names += h.Event.Name
		}
		heard = append(heard, names)
		return nil
	})
	bus.SubscribeLater(b, "listener", func(context.Context, time.Time, event.AccountRegistered) error {
		heard = append(heard, "somebody came")
		return nil
	})
	bus.SubscribeLater(b, "another", func(context.Context, time.Time, event.TagEdited) error { return nil })
	publish(t, kit, b, "a")
	publish(t, kit, b, "b")
	require.NoError(t, kit.DB.InTx(t.Context(), func(ctx context.Context) error {
		return b.Publish(ctx, event.AccountRegistered{User: 1})
	}))
	publish(t, kit, b, "c")
	require.NoError(t, b.Deliver(t.Context()))
	require.NoError(t, b.Deliver(t.Context()))
	require.Equal(t, []string{"ab", "somebody came", "c"}, heard)
}
