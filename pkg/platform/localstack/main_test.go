package localstack_test

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"testing"

	"github.com/jackc/pgx/v5"
	"github.com/stretchr/testify/require"

	"wellspring/pkg/platform/localstack"
)

// writerFolder tells the test program to be a run of its own that writes until
// it is killed.
const writerFolder = "LOCALSTACK_TEST_WRITER"

func TestMain(m *testing.M) {
	if dir := os.Getenv(writerFolder); dir != "" {
		if err := writeForever(dir); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
	os.Exit(m.Run())
}

// writeForever commits numbers one by one and prints each that was answered
// with success.
func writeForever(dir string) error {
	ctx := context.Background()
	stack, err := localstack.Start(ctx, localstack.Options{DataDir: dir})
	if err != nil {
		return err
	}
	conn, err := pgx.Connect(ctx, stack.DatabaseURL())
	if err != nil {
		return err
	}
	if _, err := conn.Exec(ctx, `CREATE TABLE IF NOT EXISTS number (n bigint GENERATED ALWAYS AS IDENTITY)`); err != nil {
		return err
	}
	for {
		var n int
		if err := conn.QueryRow(ctx, `INSERT INTO number DEFAULT VALUES RETURNING n`).Scan(&n); err != nil {
			return err
		}
		fmt.Fprintln(os.Stdout, n)
	}
}

// writer is another process with a stack of its own.
type writer struct {
	process *os.Process
	lines   *bufio.Scanner
}

func startWriter(t *testing.T, dir string) *writer {
	t.Helper()
	exe, err := os.Executable()
	require.NoError(t, err)
	cmd := exec.CommandContext(t.Context(), exe)
	cmd.Env = append(os.Environ(), writerFolder+"="+dir)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, cmd.Start())
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	})
	return &writer{process: cmd.Process, lines: bufio.NewScanner(out)}
}

// read returns the next committed number, or 0 when the writer is dead.
func (w *writer) read(t *testing.T) int {
	t.Helper()
	if !w.lines.Scan() {
		return 0
	}
	var n int
	_, err := fmt.Sscan(w.lines.Text(), &n)
	require.NoError(t, err)
	return n
}
