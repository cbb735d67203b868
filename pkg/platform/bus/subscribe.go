package bus

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"wellspring/pkg/kernel/event"
)

// Heard is an event and when it happened.
type Heard[E event.Event] struct {
	At    time.Time
	Event E
}

type reactionKey struct{ event, subscriber string }

// reaction is to deliveries of one event to one subscriber, in the order of their events.
type reaction func(ctx context.Context, some []delivery) error

// SubscribeLater has react run once for every event of type E, after the commit, in a transaction of its own that also
// marks the event as heard. at is when it happened. subscriber is stable, since it is stored; one subscriber reacts to
// an event in one way.
func SubscribeLater[E event.Event](b *Bus, subscriber string, react func(ctx context.Context, at time.Time, e E) error) {
	SubscribeTogether(b, subscriber, func(ctx context.Context, heard []Heard[E]) error {
		for _, h := range heard {
			if err := react(ctx, h.At, h.Event); err != nil {
				return err
			}
		}
		return nil
	})
}

// SubscribeTogether is SubscribeLater for what is frequent and can be counted: react gets the events that are delivered
// together, oldest first.
func SubscribeTogether[E event.Event](b *Bus, subscriber string, react func(ctx context.Context, heard []Heard[E]) error) {
	var zero E
	key := reactionKey{zero.EventName(), subscriber}
	b.later[key.event] = append(b.later[key.event], subscriber)
	b.reactions[key] = func(ctx context.Context, some []delivery) error {
		heard := make([]Heard[E], len(some))
		for i, d := range some {
			heard[i].At = d.at
			if err := json.Unmarshal(d.payload, &heard[i].Event); err != nil {
				return fmt.Errorf("decode event %d, %s: %w", d.event, d.name, err)
			}
		}
		return react(ctx, heard)
	}
}

// runs puts together what one subscriber hears of one kind of event before it hears of another kind, so that to each
// subscriber everything still happens in its order.
func runs(taken []delivery) [][]delivery {
	var all [][]delivery
	last := map[string]int{}
	for _, d := range taken {
		at, begun := last[d.subscriber]
		if begun && all[at][0].name == d.name {
			all[at] = append(all[at], d)
			continue
		}
		last[d.subscriber] = len(all)
		all = append(all, []delivery{d})
	}
	return all
}

func (b *Bus) react(ctx context.Context, some []delivery) error {
	first := some[0]
	react, known := b.reactions[reactionKey{first.name, first.subscriber}]
	if !known {
		// Another version of the program subscribed it, and runs beside this one or will again.
		return fmt.Errorf("this program has no subscriber %s of %s", first.subscriber, first.name)
	}
	if err := react(ctx, some); err != nil {
		return fmt.Errorf("%s reacts to %d events from %d, %s: %w", first.subscriber, len(some), first.event, first.name, err)
	}
	return nil
}
