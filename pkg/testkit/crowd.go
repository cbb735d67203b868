package testkit

import (
	"fmt"
	"sync"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/fault"
)

// Crowd makes people with a reputation, for races.
func (k *Kit) Crowd(size, reputation int) []authz.Actor {
	k.t.Helper()
	k.Exec(`
		INSERT INTO users (handle, name, created_at) SELECT 'voter' || n, 'Voter ' || n, now() FROM generate_series(1, $1::integer) n`, size)
	k.Exec(`INSERT INTO reputation_totals (user_id, reputation) SELECT id, $1::integer FROM users WHERE handle LIKE 'voter%'`, reputation)
	actors := make([]authz.Actor, size)
	for i := range actors {
		actors[i] = k.Actor(fmt.Sprintf("voter%d", i+1))
	}
	return actors
}

// Together runs deeds at once, fails on any error that is no refusal, and tells how many were taken.
func (k *Kit) Together(deeds []func() error) (taken int) {
	k.t.Helper()
	var wait sync.WaitGroup
	failures := make([]error, len(deeds))
	for i, deed := range deeds {
		wait.Go(func() { failures[i] = deed() })
	}
	wait.Wait()
	for _, err := range failures {
		if err == nil {
			taken++
			continue
		}
		if _, refused := fault.As(err); !refused {
			require.NoError(k.t, err)
		}
	}
	return taken
}
