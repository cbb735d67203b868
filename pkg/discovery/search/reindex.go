package search

import (
	"context"
	"errors"
	"time"

	"wellspring/pkg/kernel/fault"
)

const (
	discardTimeout = 30 * time.Second
	// lookAround is how long a relay may take to see that nobody rebuilds, for which it holds the lock.
	lookAround = 2 * time.Second
)

// Reindex builds a fresh index beside the live one and swaps it in. The relay goes on meanwhile and writes to both. When
// the context ends before, the live index stays as it is.
func (s *Service) Reindex(ctx context.Context, progress func(done, total int)) error {
	if s.index == nil {
		return fault.Down("There is no search engine. Search answers from the database and needs no index.")
	}
	err := errElsewhere
	for waited := time.Duration(0); errors.Is(err, errElsewhere) && waited < lookAround; waited += relayTurn {
		err = s.store.locked(ctx, rebuildLock, false, func() error { return s.rebuild(ctx, progress) })
		if errors.Is(err, errElsewhere) {
			pause(ctx, relayTurn, nil)
		}
	}
	if errors.Is(err, errElsewhere) {
		return fault.Conflict("reindexing", "The search index is being rebuilt already. Wait until that is done.")
	}
	return err
}

// rebuild is called under the rebuild lock. Each batch is loaded and handed over under the write lock as well, so that
// it can never overwrite something newer that the relay sent.
func (s *Service) rebuild(ctx context.Context, progress func(done, total int)) error {
	total, err := s.store.countDocuments(ctx)
	if err != nil {
		return err
	}
	var build Build
	err = s.writing(ctx, func() error {
		build, err = s.index.Rebuild(ctx)
		return err
	})
	if err == nil {
		err = s.fill(ctx, build, func(done int) { progress(done, total) })
	}
	if err == nil {
		err = s.writing(ctx, func() error { return build.Finish(ctx) })
	}
	if err == nil {
		return nil
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), discardTimeout)
	defer cancel()
	return errors.Join(err, s.writing(ctx, func() error { return s.index.Discard(ctx) }))
}

func (s *Service) writing(ctx context.Context, do func() error) error {
	return s.store.locked(ctx, writeLock, true, do)
}

func (s *Service) fill(ctx context.Context, build Build, progress func(done int)) error {
	done := 0
	progress(done)
	for _, kind := range []string{outboxPost, outboxUser, outboxTag} {
		for last := int64(0); ; {
			var documents []Document
			err := s.writing(ctx, func() error {
				var err error
				documents, err = s.store.after(ctx, kind, last, relayBatch)
				if err != nil || len(documents) == 0 {
					return err
				}
				return build.Add(ctx, documents)
			})
			if err != nil {
				return err
			}
			if len(documents) == 0 {
				break
			}
			if err := build.Settle(ctx); err != nil {
				return err
			}
			last = documents[len(documents)-1].ID
			done += len(documents)
			progress(done)
		}
	}
	return nil
}
