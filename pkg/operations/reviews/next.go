package reviews

import (
	"context"
	"time"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
)

// lease is how long an item is a reviewer's alone: long enough to read a question with care, short enough that one who
// went home holds nothing up.
const lease = 10 * time.Minute

// MaxCount is where counting what waits ends.
const MaxCount = 1_000

// Count is how much of a queue waits for the actor, up to MaxCount.
type Count struct {
	Queue   Queue
	Waiting int
	Refused error
}

// Counts tells for each queue how much waits for the actor, and why they may not review it.
func (s *Service) Counts(ctx context.Context, actor authz.Actor) ([]Count, error) {
	if err := actor.MustSignIn(); err != nil {
		return nil, err
	}
	var counts []Count
	var open []Queue
	for _, queue := range Queues() {
		refused := CanReview(actor, queue)
		counts = append(counts, Count{Queue: queue, Refused: refused})
		if refused == nil {
			open = append(open, queue)
		}
	}
	waiting, err := s.store.counts(ctx, actor, open, s.Clock.Now())
	if err != nil {
		return nil, err
	}
	for i := range counts {
		counts[i].Waiting = waiting[counts[i].Queue]
	}
	return counts, nil
}

// Next gives the item that the actor holds in a queue, or claims the oldest one that nobody holds. With after, the item of
// that number is let go and the one behind it is next; behind the last one comes the first again. It takes two statements.
// The item's ID is 0 where nothing waits.
func (s *Service) Next(ctx context.Context, actor authz.Actor, queue Queue, after id.ReviewItem) (Item, error) {
	if err := CanReview(actor, queue); err != nil {
		return Item{}, err
	}
	now := s.Clock.Now()
	claimed, err := s.store.claim(ctx, actor, queue, after, now, now.Add(lease))
	if err != nil || claimed == 0 {
		return Item{}, err
	}
	return s.store.item(ctx, actor, claimed)
}

// Release lets go what the actor holds in a queue.
func (s *Service) Release(ctx context.Context, actor authz.Actor, queue Queue) error {
	if err := CanReview(actor, queue); err != nil {
		return err
	}
	return s.store.release(ctx, actor.User, queue)
}

// Item gives one item, waiting or not, with what was decided about it.
func (s *Service) Item(ctx context.Context, actor authz.Actor, item id.ReviewItem) (Item, error) {
	if err := actor.MustSignIn(); err != nil {
		return Item{}, err
	}
	found, err := s.store.item(ctx, actor, item)
	if err != nil {
		return Item{}, err
	}
	if CanReview(actor, found.Queue) != nil {
		return Item{}, noItem()
	}
	return found, nil
}
