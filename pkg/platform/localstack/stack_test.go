package localstack_test

import (
	"context"
	"log/slog"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/stretchr/testify/require"

	"wellspring/pkg/platform/localstack"
)

const (
	soon      = 20 * time.Second
	pollOften = 5 * time.Millisecond
)

// folder makes a data folder that the children's account can reach: unlike
// those of t.TempDir, whose parents are closed to others.
func folder(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "ws") //nolint:usetesting // see above
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, os.RemoveAll(dir)) })
	return dir
}

func start(t *testing.T, options localstack.Options) *localstack.Stack {
	t.Helper()
	options.Logger = slog.New(slog.NewTextHandler(t.Output(), nil))
	before := time.Now()
	stack, err := localstack.Start(t.Context(), options)
	require.NoError(t, err)
	t.Logf("started in %v", time.Since(before).Round(time.Millisecond))
	t.Cleanup(func() { require.NoError(t, stack.Stop(context.Background())) })
	return stack
}

func connect(t *testing.T, stack *localstack.Stack) *pgx.Conn {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), stack.DatabaseURL())
	require.NoError(t, err)
	t.Cleanup(func() { _ = conn.Close(context.Background()) })
	return conn
}

func execute(t *testing.T, conn *pgx.Conn, sql string) {
	t.Helper()
	_, err := conn.Exec(t.Context(), sql)
	require.NoError(t, err)
}

func ask(t *testing.T, conn *pgx.Conn, sql string) string {
	t.Helper()
	var answer string
	require.NoError(t, conn.QueryRow(t.Context(), sql).Scan(&answer))
	return answer
}

// searchStatus asks Meilisearch for its indexes and returns the HTTP status, or
// 0 when it does not answer.
func searchStatus(t *testing.T, stack *localstack.Stack, key string) int {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, stack.SearchURL()+"/indexes", http.NoBody)
	require.NoError(t, err)
	request.Header.Set("Authorization", "Bearer "+key)
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return 0
	}
	require.NoError(t, response.Body.Close())
	return response.StatusCode
}

func TestRowsSecretsAndAddressesAreThereAfterARestart(t *testing.T) {
	t.Parallel()
	dir := folder(t)
	first := start(t, localstack.Options{DataDir: dir})
	conn := connect(t, first)
	execute(t, conn, `CREATE TABLE note (text text)`)
	execute(t, conn, `INSERT INTO note VALUES ('Ärger')`)
	require.Equal(t, http.StatusOK, searchStatus(t, first, first.SearchKey()))
	secret, err := first.Secret("tokens")
	require.NoError(t, err)
	require.NoError(t, first.Stop(t.Context()))

	second := start(t, localstack.Options{DataDir: dir})
	require.Equal(t, "ÄRGER", ask(t, connect(t, second), `SELECT upper(text) FROM note`))
	again, err := second.Secret("tokens")
	require.NoError(t, err)
	require.Equal(t, secret, again)
	require.Equal(t, first.SearchURL(), second.SearchURL())
	require.Equal(t, first.DatabaseURL(), second.DatabaseURL())
	require.Equal(t, http.StatusOK, searchStatus(t, second, second.SearchKey()))
}

func TestNobodyEntersWithoutTheKeys(t *testing.T) {
	t.Parallel()
	stack := start(t, localstack.Options{DataDir: folder(t)})
	require.Equal(t, http.StatusForbidden, searchStatus(t, stack, "a guess"))

	config, err := pgx.ParseConfig(stack.DatabaseURL())
	require.NoError(t, err)
	config.Password = "a guess"
	_, err = pgx.ConnectConfig(t.Context(), config)
	require.ErrorContains(t, err, "password authentication failed")

	info, err := os.Stat(filepath.Join(stack.DataDir(), "stack.json"))
	require.NoError(t, err)
	require.Equal(t, os.FileMode(0o600), info.Mode().Perm())
	socket, err := os.Stat(config.Host)
	require.NoError(t, err)
	require.Equal(t, os.FileMode(0o700), socket.Mode().Perm())
}

func TestFoldersWithOddNamesWork(t *testing.T) {
	t.Parallel()
	for name, dir := range map[string]string{
		"spaces and quotes":     `a "b" & 'ö'`,
		"a comma":               "a, b",
		"too long for a socket": strings.Repeat("long/", 20),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			base := folder(t)
			require.NoError(t, os.Chmod(base, 0o711))
			stack := start(t, localstack.Options{DataDir: filepath.Join(base, dir), WithoutSearch: true})
			require.Equal(t, "on", ask(t, connect(t, stack), `SHOW fsync`))
		})
	}
}

func TestSettingsAreLaidOverTheDefaults(t *testing.T) {
	t.Parallel()
	stack := start(t, localstack.Options{
		DataDir: folder(t), WithoutSearch: true, PostgresSettings: map[string]string{"fsync": "off"},
	})
	conn := connect(t, stack)
	require.Equal(t, "off", ask(t, conn, `SHOW fsync`))
	require.Equal(t, "60", ask(t, conn, `SHOW max_connections`))
	require.Empty(t, stack.SearchURL())
	require.Empty(t, stack.SearchKey())
}

func TestSearchStopsAndReturnsAtTheSameAddress(t *testing.T) {
	t.Parallel()
	stack := start(t, localstack.Options{DataDir: folder(t)})
	address := stack.SearchURL()
	require.NoError(t, stack.StopSearch(t.Context()))
	require.Zero(t, searchStatus(t, stack, stack.SearchKey()))
	require.NoError(t, connect(t, stack).Ping(t.Context()))
	require.NoError(t, stack.StartSearch(t.Context()))
	require.Equal(t, address, stack.SearchURL())
	require.Equal(t, http.StatusOK, searchStatus(t, stack, stack.SearchKey()))
}

func TestAnotherProcessFindsWhatRuns(t *testing.T) {
	t.Parallel()
	dir := folder(t)
	_, err := localstack.Attach(t.Context(), dir)
	require.ErrorIs(t, err, localstack.ErrNotRunning)

	stack := start(t, localstack.Options{DataDir: dir})
	secret, err := stack.Secret("tokens")
	require.NoError(t, err)
	peer, err := localstack.Attach(t.Context(), dir)
	require.NoError(t, err)
	require.Equal(t, stack.DatabaseURL(), peer.DatabaseURL)
	require.Equal(t, stack.SearchURL(), peer.SearchURL)
	require.Equal(t, stack.SearchKey(), peer.SearchKey)
	shared, err := peer.Secret("tokens")
	require.NoError(t, err)
	require.Equal(t, secret, shared)

	require.NoError(t, stack.Stop(t.Context()))
	_, err = localstack.Attach(t.Context(), dir)
	require.ErrorIs(t, err, localstack.ErrNotRunning)
}

func TestDebiansPostgresServesToo(t *testing.T) {
	t.Parallel()
	bins, err := filepath.Glob("/usr/lib/postgresql/*/bin")
	require.NoError(t, err)
	for _, bin := range bins {
		t.Run(bin, func(t *testing.T) {
			t.Parallel()
			stack := start(t, localstack.Options{DataDir: folder(t), WithoutSearch: true, PostgresBin: bin})
			require.Equal(t, bin, stack.PostgresBinDir())
			require.Equal(t, "ÄRGER", ask(t, connect(t, stack), `SELECT upper('Ärger')`))
		})
	}
}
