package localstack_test

import (
	"errors"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/platform/localstack"
)

// processes lists the running processes whose command line names the folder.
func processes(t *testing.T, dir string) []int {
	t.Helper()
	text, err := exec.CommandContext(t.Context(), "ps", "-ax", "-ww", "-o", "pid=,command=").Output()
	require.NoError(t, err)
	var pids []int
	for line := range strings.Lines(string(text)) {
		number, command, _ := strings.Cut(strings.TrimSpace(line), " ")
		if strings.Contains(command, dir+"/") {
			pid, err := strconv.Atoi(number)
			require.NoError(t, err)
			pids = append(pids, pid)
		}
	}
	return pids
}

func kill(t *testing.T, pids ...int) {
	t.Helper()
	for _, pid := range pids {
		if err := syscall.Kill(pid, syscall.SIGKILL); !errors.Is(err, syscall.ESRCH) { // its parent's death may be quicker
			require.NoError(t, err)
		}
	}
}

// killAmidWrites lets another process commit rows, kills it and the given
// others, and returns every number it was told was saved.
func killAmidWrites(t *testing.T, dir string, others func() []int) []int {
	t.Helper()
	w := startWriter(t, dir)
	var saved []int
	for len(saved) < 300 {
		saved = append(saved, w.read(t))
		require.NotZero(t, saved[len(saved)-1])
	}
	kill(t, append([]int{w.process.Pid}, others()...)...)
	for n := w.read(t); n != 0; n = w.read(t) {
		saved = append(saved, n)
	}
	return saved
}

func requireSaved(t *testing.T, stack *localstack.Stack, numbers []int) {
	t.Helper()
	var found int
	err := connect(t, stack).QueryRow(t.Context(), `SELECT count(*) FROM number WHERE n = ANY($1)`, numbers).Scan(&found)
	require.NoError(t, err)
	require.Len(t, numbers, found)
}

func TestKillingEverythingAmidWritesLosesNoCommittedRow(t *testing.T) {
	t.Parallel()
	dir := folder(t)
	var saved []int
	for range 3 {
		saved = append(saved, killAmidWrites(t, dir, func() []int {
			children := processes(t, dir)
			require.Len(t, children, 2, "Postgres and Meilisearch")
			return children
		})...)
		stack := start(t, localstack.Options{DataDir: dir})
		requireSaved(t, stack, saved)
		require.Equal(t, http.StatusOK, searchStatus(t, stack, stack.SearchKey()))
		require.NoError(t, stack.Stop(t.Context()))
	}
}

func TestANewRunTakesOverAtOnceWhenOnlyTheParentWasKilled(t *testing.T) {
	t.Parallel()
	dir := folder(t)
	saved := killAmidWrites(t, dir, func() []int { return nil })
	stack := start(t, localstack.Options{DataDir: dir})
	requireSaved(t, stack, saved)
	require.Len(t, processes(t, dir), 2)
}

func TestOnLinuxTheChildrenEndWithTheirParent(t *testing.T) {
	t.Parallel()
	if runtime.GOOS != "linux" {
		t.Skip("only Linux has a parent-death signal; elsewhere the next start ends the children")
	}
	dir := folder(t)
	killAmidWrites(t, dir, func() []int { return nil })
	require.Eventually(t, func() bool { return len(processes(t, dir)) == 0 }, soon, 20*time.Millisecond)
}

func TestAnOrphanThatGotNoSignalIsEndedByTheNextRun(t *testing.T) {
	t.Parallel()
	dir := folder(t)
	// A stopped process hears no signal but SIGKILL, as little as one on a system without parent-death signals.
	saved := killAmidWrites(t, dir, func() []int {
		for _, pid := range processes(t, dir) {
			require.NoError(t, syscall.Kill(pid, syscall.SIGSTOP))
		}
		return nil
	})
	stack := start(t, localstack.Options{DataDir: dir})
	requireSaved(t, stack, saved)
	require.Equal(t, http.StatusOK, searchStatus(t, stack, stack.SearchKey()))
}

func TestANumberThatNowBelongsToAnotherProgramIsNoObstacle(t *testing.T) {
	t.Parallel()
	dir := folder(t)
	saved := killAmidWrites(t, dir, func() []int { return processes(t, dir) })
	other := exec.CommandContext(t.Context(), "sleep", "600")
	require.NoError(t, other.Start())
	t.Cleanup(func() { _ = other.Wait() })
	path := filepath.Join(dir, "postgres", "postmaster.pid")
	text, err := os.ReadFile(path)
	require.NoError(t, err)
	_, rest, _ := strings.Cut(string(text), "\n")
	require.NoError(t, os.WriteFile(path, []byte(strconv.Itoa(other.Process.Pid)+"\n"+rest), 0o600))

	stack := start(t, localstack.Options{DataDir: dir, WithoutSearch: true})
	requireSaved(t, stack, saved)
	require.NoError(t, syscall.Kill(other.Process.Pid, 0), "the other program was left alone")
}

func TestTheStackTellsWhenPostgresDies(t *testing.T) {
	t.Parallel()
	dir := folder(t)
	stack := start(t, localstack.Options{DataDir: dir, WithoutSearch: true})
	require.NoError(t, stack.Failure())
	kill(t, processes(t, dir)...)
	select {
	case <-stack.Failed():
	case <-time.After(soon):
		require.Fail(t, "nobody told")
	}
	require.ErrorIs(t, stack.Failure(), localstack.ErrDied)
}

func TestMeilisearchIsStartedAgainWhenItDies(t *testing.T) {
	t.Parallel()
	dir := folder(t)
	stack := start(t, localstack.Options{DataDir: dir})
	address := stack.SearchURL()
	for _, pid := range processes(t, filepath.Join(dir, "meilisearch")) {
		kill(t, pid)
	}
	require.Eventually(t, func() bool { return searchStatus(t, stack, stack.SearchKey()) == 0 }, soon, 10*time.Millisecond)
	require.NoError(t, connect(t, stack).Ping(t.Context()))
	require.Eventually(t, func() bool {
		return searchStatus(t, stack, stack.SearchKey()) == http.StatusOK
	}, 3*soon, 100*time.Millisecond)
	require.Equal(t, address, stack.SearchURL())
}

func TestStopLeavesNoProcess(t *testing.T) {
	t.Parallel()
	dir := folder(t)
	stack := start(t, localstack.Options{DataDir: dir})
	require.NotEmpty(t, processes(t, dir))
	require.NoError(t, stack.Stop(t.Context()))
	require.Empty(t, processes(t, dir))
	require.NoError(t, stack.Stop(t.Context()), "a second call is no error")
	select {
	case <-stack.Failed():
		require.Fail(t, "a stop is no failure")
	default:
	}
}
