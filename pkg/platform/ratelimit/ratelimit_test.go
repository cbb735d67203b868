package ratelimit_test

import (
	"strconv"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"wellspring/pkg/platform/clock"
	"wellspring/pkg/platform/ratelimit"
)

var start = time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)

func TestBucketGivesItsBurstAndThenRefillsEvenly(t *testing.T) {
	t.Parallel()
	now := clock.NewFixed(start)
	l := ratelimit.New(now, 3, time.Minute)

	require.Equal(t, ratelimit.Verdict{Allowed: true, Limit: 3, Remaining: 2, Reset: 20 * time.Second}, l.Take("ada"))
	require.Equal(t, ratelimit.Verdict{Allowed: true, Limit: 3, Remaining: 1, Reset: 40 * time.Second}, l.Take("ada"))
	require.Equal(t, ratelimit.Verdict{Allowed: true, Limit: 3, Remaining: 0, Reset: time.Minute}, l.Take("ada"))
	require.Equal(t, ratelimit.Verdict{Limit: 3, Reset: time.Minute, RetryAfter: 20 * time.Second}, l.Take("ada"))

	now.Advance(20 * time.Second)
	require.True(t, l.Take("ada").Allowed)
	require.False(t, l.Take("ada").Allowed)
	now.Advance(time.Hour)
	require.Equal(t, 2, l.Take("ada").Remaining)
}

func TestOneKeyDoesNotSpendAnothersTokens(t *testing.T) {
	t.Parallel()
	l := ratelimit.New(clock.NewFixed(start), 1, time.Minute)
	require.True(t, l.Take("ada").Allowed)
	require.False(t, l.Take("ada").Allowed)
	require.True(t, l.Take("ben").Allowed)
}

func TestNoSequenceOfRequestsGetsMoreThanBurstAndRate(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		now := clock.NewFixed(start)
		burst := rapid.IntRange(1, 20).Draw(rt, "burst")
		interval := time.Second
		l := ratelimit.New(now, burst, time.Duration(burst)*interval)
		passed := 0
		for _, pause := range rapid.SliceOf(rapid.IntRange(0, 3000)).Draw(rt, "pauses in ms") {
			now.Advance(time.Duration(pause) * time.Millisecond)
			verdict := l.Take("ada")
			if verdict.Allowed {
				passed++
			}
			require.Equal(rt, verdict.Allowed, verdict.RetryAfter == 0)
			require.GreaterOrEqual(rt, verdict.Remaining, 0)
			require.Less(rt, verdict.Remaining, burst)
		}
		require.LessOrEqual(rt, passed, burst+int(now.Now().Sub(start)/interval))
	})
}

func TestParallelRequestsGetExactlyTheBurst(t *testing.T) {
	t.Parallel()
	l := ratelimit.New(clock.NewFixed(start), 50, time.Minute)
	var passed atomic.Int64
	var done sync.WaitGroup
	for range 200 {
		done.Go(func() {
			if l.Take("ada").Allowed {
				passed.Add(1)
			}
		})
	}
	done.Wait()
	require.EqualValues(t, 50, passed.Load())
}

func TestManyKeysAreForgottenOnceTheirBucketIsFull(t *testing.T) {
	t.Parallel()
	now := clock.NewFixed(start)
	l := ratelimit.New(now, 5, time.Minute)
	for i := range 100_000 {
		l.Take(strconv.Itoa(i))
		now.Advance(time.Second)
	}
	require.Less(t, l.Keys(), 40_000)
}

func TestAddressesOfOneNetworkShareABucket(t *testing.T) {
	t.Parallel()
	require.Equal(t, "192.0.2.7", ratelimit.Address("192.0.2.7"))
	require.Equal(t, "192.0.2.7", ratelimit.Address("::ffff:192.0.2.7"))
	require.Equal(t, ratelimit.Address("2001:db8:1:2:aaaa::1"), ratelimit.Address("2001:db8:1:2:bbbb::2"))
	require.NotEqual(t, ratelimit.Address("2001:db8:1:2::1"), ratelimit.Address("2001:db8:1:3::1"))
	require.Equal(t, "unknown", ratelimit.Address("unknown"))
}
