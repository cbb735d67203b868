package search

import (
	"context"
	"errors"
	"slices"
	"time"
)

const (
	relayBatch = 1_000
	relayTick  = time.Second
	// relayTurn is how soon a relay asks again for the lock that another one holds.
	relayTurn  = 100 * time.Millisecond
	minBackoff = 250 * time.Millisecond
	maxBackoff = 5 * time.Second
)

// errNoIndex says that there is no live index, because it was lost or never built.
var errNoIndex = errors.New("there is no search index")

// Relay feeds the engine until the context ends: poked after a commit of this process, and each second for those of
// others. While the engine is away it backs off, and the outbox keeps what changed. A lost index is built anew.
func (s *Service) Relay(ctx context.Context) {
	if s.index == nil {
		return
	}
	backoff := minBackoff
	for ctx.Err() == nil {
		err := s.relayOnce(ctx)
		if errors.Is(err, errNoIndex) {
			s.log.Info("there is no search index, building one")
			err = s.store.locked(ctx, rebuildLock, false, func() error { return s.rebuild(ctx, func(int, int) {}) })
		}
		switch {
		case err == nil:
			backoff = minBackoff
			pause(ctx, relayTick, s.poke)
		case errors.Is(err, errElsewhere):
			pause(ctx, relayTurn, nil)
		case ctx.Err() == nil:
			s.log.Warn("the search index is not fed; what changes waits in the outbox", "error", err)
			pause(ctx, backoff, nil)
			backoff = min(2*backoff, maxBackoff)
		}
	}
}

func pause(ctx context.Context, wait time.Duration, poke <-chan struct{}) {
	timer := time.NewTimer(wait)
	defer timer.Stop()
	select {
	case <-ctx.Done():
	case <-timer.C:
	case <-poke:
	}
}

// relayOnce drains the outbox.
func (s *Service) relayOnce(ctx context.Context) error {
	return s.store.locked(ctx, writeLock, false, func() error {
		condition, err := s.index.Condition(ctx)
		switch {
		case err != nil:
			return err
		case !condition.Live:
			return errNoIndex
		case condition.Building:
			if condition.Building, err = s.stillBuilding(ctx); err != nil {
				return err
			}
		}
		for {
			rows, err := s.store.pending(ctx, relayBatch)
			if err != nil || len(rows) == 0 {
				return err
			}
			if err := s.deliver(ctx, condition, rows); err != nil {
				return err
			}
		}
	})
}

// stillBuilding tells whether somebody builds the second index; one whose builder died is thrown away.
func (s *Service) stillBuilding(ctx context.Context) (bool, error) {
	err := s.store.locked(ctx, rebuildLock, false, func() error { return s.index.Discard(ctx) })
	if errors.Is(err, errElsewhere) {
		return true, nil
	}
	return false, err
}

// deliver sends what the rows name as it is now, and forgets the rows that did not change meanwhile.
func (s *Service) deliver(ctx context.Context, to Condition, rows []outboxRow) error {
	wanted := map[string][]int64{}
	for _, row := range rows {
		wanted[row.Kind] = append(wanted[row.Kind], row.ID)
	}
	tags, err := s.store.tagsOf(ctx, wanted[outboxTagged])
	if err != nil {
		return err
	}
	delete(wanted, outboxTagged)
	wanted[outboxTag] = append(wanted[outboxTag], tags...)
	var put []Document
	var remove []string
	for kind, ids := range wanted {
		documents, err := s.store.documents(ctx, kind, ids)
		if err != nil {
			return err
		}
		put = append(put, documents...)
		remove = append(remove, missing(kind, ids, documents)...)
	}
	if err := s.index.Apply(ctx, to, put, remove); err != nil {
		return err
	}
	return s.store.done(ctx, rows)
}

func missing(kind string, ids []int64, documents []Document) []string {
	present := make([]int64, len(documents))
	for i := range documents {
		present[i] = documents[i].ID
	}
	slices.Sort(present)
	var keys []string
	for _, id := range ids {
		if _, found := slices.BinarySearch(present, id); !found {
			keys = append(keys, key(kind, id))
		}
	}
	return keys
}
