package main

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func shownBy(t *testing.T, terminal bool, work func(p *progress, pass func(time.Duration))) string {
	t.Helper()
	out, err := os.Create(filepath.Join(t.TempDir(), "out"))
	require.NoError(t, err)
	now := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	p := &progress{out: out, terminal: terminal, unit: "documents", now: func() time.Time { return now }, started: now}
	work(p, func(d time.Duration) { now = now.Add(d) })
	p.Close()
	require.NoError(t, out.Close())
	text, err := os.ReadFile(out.Name())
	require.NoError(t, err)
	return string(text)
}

func TestProgressIsPlainLinesNowAndThen(t *testing.T) {
	t.Parallel()
	require.Equal(t, `  0 %  0 of 30,000 documents
 40 %  12,000 of 30,000 documents, 2,000 a second, 9s left
100 %  30,000 of 30,000 documents, 4,285 a second
`, shownBy(t, false, func(p *progress, pass func(time.Duration)) {
		p.Show(0, 30_000)
		pass(3 * time.Second)
		p.Show(6_000, 30_000)
		pass(3 * time.Second)
		p.Show(12_000, 30_000)
		pass(time.Second)
		p.Show(30_000, 30_000)
	}))
}

func TestProgressIsABarOnATerminal(t *testing.T) {
	t.Parallel()
	require.Equal(t, eraseLine+"███████████████░░░░░░░░░░░░░░░  50 %  5 of 10 documents\n",
		shownBy(t, true, func(p *progress, _ func(time.Duration)) {
			p.shown = p.now()
			p.Show(5, 10)
		}))
}

func TestProgressTowardsAnUnknownEndCounts(t *testing.T) {
	t.Parallel()
	require.Equal(t, "1,234,567 documents\n", shownBy(t, false, func(p *progress, _ func(time.Duration)) { p.Show(1_234_567, 0) }))
	require.Empty(t, shownBy(t, false, func(*progress, func(time.Duration)) {}))
}
