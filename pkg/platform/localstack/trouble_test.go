package localstack_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/platform/localstack"
)

// refused starts in vain and returns the sentences.
func refused(t *testing.T, kind error, options localstack.Options) string {
	t.Helper()
	stack, err := localstack.Start(t.Context(), options)
	if err == nil {
		require.NoError(t, stack.Stop(t.Context()))
	}
	require.ErrorIs(t, err, kind)
	var problem *localstack.Problem
	require.ErrorAs(t, err, &problem)
	require.NotContains(t, err.Error(), "\n")
	require.Empty(t, processes(t, options.DataDir), "nothing is left running")
	return err.Error()
}

func TestASecondRunInTheSameFolderIsRefused(t *testing.T) {
	t.Parallel()
	dir := folder(t)
	first := start(t, localstack.Options{DataDir: dir, WithoutSearch: true})
	_, err := localstack.Start(t.Context(), localstack.Options{DataDir: dir})
	require.ErrorIs(t, err, localstack.ErrInUse)
	require.EqualError(t, err, "The data folder "+dir+" is in use by another run (process "+strconv.Itoa(os.Getpid())+"). "+
		"Stop that run, or choose another folder with --data.")
	require.NoError(t, connect(t, first).Ping(t.Context()), "the first run is not disturbed")
}

func TestTwoRunsInTwoFoldersLiveSideBySide(t *testing.T) {
	t.Parallel()
	one, two := start(t, localstack.Options{DataDir: folder(t)}), start(t, localstack.Options{DataDir: folder(t)})
	require.NotEqual(t, one.SearchURL(), two.SearchURL())
	require.NotEqual(t, one.SearchKey(), two.SearchKey())
	require.NotEqual(t, one.DatabaseURL(), two.DatabaseURL())
}

func TestAMissingBinaryIsNamed(t *testing.T) {
	t.Parallel()
	text := refused(t, localstack.ErrMissingBinary, localstack.Options{DataDir: folder(t), PostgresBin: "/nowhere"})
	require.Equal(t, "No Postgres runs in /nowhere, which WELLSPRING_POSTGRES_BIN names. "+
		"Name a folder that holds postgres and initdb, or unset the variable.", text)
	text = refused(t, localstack.ErrMissingBinary, localstack.Options{DataDir: folder(t), Meilisearch: "/nowhere/meilisearch"})
	require.Equal(t, "There is no Meilisearch at /nowhere/meilisearch, which WELLSPRING_MEILISEARCH names. "+
		"Name the program's file, or unset the variable.", text)
}

func TestAFolderOfAnotherPostgresVersionSaysWhichIsNeeded(t *testing.T) {
	t.Parallel()
	dir := folder(t)
	stack := start(t, localstack.Options{DataDir: dir, WithoutSearch: true})
	require.NoError(t, stack.Stop(t.Context()))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "postgres", "PG_VERSION"), []byte("9\n"), 0o600))
	text := refused(t, localstack.ErrMissingBinary, localstack.Options{DataDir: dir, WithoutSearch: true})
	require.Regexp(t, `^The data folder was made by Postgres 9, but only Postgres \d+ was found\. `+
		`Install Postgres 9, or choose another folder with --data\.$`, text)
}

func TestAFullDiskIsCalledFullAndLosesNothing(t *testing.T) {
	t.Parallel()
	dir := smallDisk(t, "size=200m")
	stack := start(t, localstack.Options{DataDir: dir, WithoutSearch: true})
	conn := connect(t, stack)
	execute(t, conn, `CREATE TABLE kept AS SELECT 'a row' AS text`)
	filler := filepath.Join(dir, "filler")
	require.ErrorIs(t, os.WriteFile(filler, make([]byte, 200<<20), 0o600), syscall.ENOSPC)

	sentences := "The disk that holds " + dir + " is full. " +
		"Free some space there, or choose another folder with --data, and start again."
	// The log of changes grows until there is no room for its next file, which ends Postgres.
	for range 64 {
		if _, err := conn.Exec(t.Context(), `SELECT pg_logical_emit_message(false, '', repeat('x', 1000000))`); err != nil {
			break
		}
	}
	select {
	case <-stack.Failed():
	case <-time.After(soon):
		text, _ := os.ReadFile(filepath.Join(dir, "logs", "postgres.log"))
		require.Fail(t, "nobody told", "%s", text)
	}
	require.ErrorIs(t, stack.Failure(), localstack.ErrDiskFull)
	require.EqualError(t, stack.Failure(), sentences)
	require.NoError(t, stack.Stop(t.Context()))
	require.Equal(t, sentences, refused(t, localstack.ErrDiskFull, localstack.Options{DataDir: dir}))

	require.NoError(t, os.Remove(filler))
	again := start(t, localstack.Options{DataDir: dir, WithoutSearch: true})
	require.Equal(t, "a row", ask(t, connect(t, again), `SELECT text FROM kept`))
}

// smallDisk mounts a disk of its own, which only root may do.
func smallDisk(t *testing.T, size string) string {
	t.Helper()
	dir := folder(t)
	if os.Geteuid() != 0 {
		t.Skip("only root may mount a small disk")
	}
	if out, err := exec.CommandContext(t.Context(), "mount", "-t", "tmpfs", "-o", size, "tmpfs", dir).CombinedOutput(); err != nil {
		t.Skipf("this machine mounts no small disk: %s", out)
	}
	t.Cleanup(func() { require.NoError(t, exec.Command("umount", dir).Run()) })
	return dir
}

func TestALostSecretsFileIsNotReplacedInSilence(t *testing.T) {
	t.Parallel()
	dir := folder(t)
	stack := start(t, localstack.Options{DataDir: dir, WithoutSearch: true})
	require.NoError(t, stack.Stop(t.Context()))
	require.NoError(t, os.Remove(filepath.Join(dir, "stack.json")))
	text := refused(t, localstack.ErrIncomplete, localstack.Options{DataDir: dir})
	require.Contains(t, text, "its file stack.json with their passwords is gone")
}

func TestAFolderThatIsAFileIsRefused(t *testing.T) {
	t.Parallel()
	path := filepath.Join(folder(t), "file")
	require.NoError(t, os.WriteFile(path, nil, 0o600))
	refused(t, localstack.ErrNotAccessible, localstack.Options{DataDir: path})
}

func TestAFirstStartThatWasInterruptedBeginsAnew(t *testing.T) {
	t.Parallel()
	dir := folder(t)
	w := startWriter(t, dir)
	fresh := filepath.Join(dir, "postgres.new-*", "PG_VERSION")
	require.Eventually(t, func() bool { found, err := filepath.Glob(fresh); return err == nil && found != nil }, soon, pollOften)
	require.NoError(t, w.process.Kill())
	stack := start(t, localstack.Options{DataDir: dir})
	require.NoError(t, connect(t, stack).Ping(t.Context()))
}

func TestATemporaryFolderIsRemovedAtTheStop(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(folder(t), "data")
	stack := start(t, localstack.Options{DataDir: dir, Temporary: true})
	require.DirExists(t, dir)
	require.DirExists(t, stack.DatabaseDir())
	require.NoError(t, stack.Stop(t.Context()))
	require.NoDirExists(t, dir)
	require.NoDirExists(t, stack.DatabaseDir())
}

func TestRootsFolderThatOthersCannotReachKeepsItsDatabasesElsewhere(t *testing.T) {
	t.Parallel()
	if os.Geteuid() != 0 {
		t.Skip("only root runs its children as somebody else")
	}
	dir := filepath.Join(folder(t), "data")
	first := start(t, localstack.Options{DataDir: dir})
	var owner syscall.Stat_t
	require.NoError(t, syscall.Stat(first.DatabaseDir(), &owner))
	t.Cleanup(func() { require.NoError(t, os.RemoveAll(filepath.Dir(first.DatabaseDir()))) })
	require.NotZero(t, owner.Uid)
	require.NotContains(t, first.DatabaseDir(), dir)
	execute(t, connect(t, first), `CREATE TABLE kept ()`)
	require.NoError(t, first.Stop(t.Context()))

	second := start(t, localstack.Options{DataDir: dir})
	execute(t, connect(t, second), `TABLE kept`)
	require.NoError(t, second.Stop(t.Context()))

	require.NoError(t, os.RemoveAll(dir))
	third := start(t, localstack.Options{DataDir: dir})
	require.Equal(t, first.DatabaseDir(), third.DatabaseDir())
	execute(t, connect(t, third), `CREATE TABLE kept ()`)
}
