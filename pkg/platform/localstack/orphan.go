package localstack

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// endOrphan ends a process that a killed run left behind. It touches only a
// process whose command line names mark, a path of this data folder: the
// number may belong to somebody else by now.
func endOrphan(ctx context.Context, pid int, mark string, signals ...syscall.Signal) error {
	for _, signal := range signals {
		if !isOurs(ctx, pid, mark) {
			return nil
		}
		if err := syscall.Kill(pid, signal); err != nil && !errors.Is(err, syscall.ESRCH) {
			return fmt.Errorf("end process %d of an earlier run: %w", pid, err)
		}
		if err := awaitEnd(ctx, pid, mark); err != nil {
			return err
		}
	}
	if isOurs(ctx, pid, mark) {
		return fmt.Errorf("process %d of an earlier run does not end", pid)
	}
	return nil
}

// awaitEnd returns when the process is gone, or after five seconds.
func awaitEnd(ctx context.Context, pid int, mark string) error {
	patience, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	for isOurs(ctx, pid, mark) && patience.Err() == nil {
		if err := pause(ctx, 10*time.Millisecond); err != nil {
			return err
		}
	}
	return nil
}

func isOurs(ctx context.Context, pid int, mark string) bool {
	return pid > 1 && syscall.Kill(pid, 0) == nil && strings.Contains(commandLine(ctx, pid), mark)
}

// commandLine is empty for a process that is gone, or dead and not yet buried.
func commandLine(ctx context.Context, pid int) string {
	if text, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/cmdline"); err == nil {
		return strings.ReplaceAll(string(text), "\x00", " ")
	}
	text, err := exec.CommandContext(ctx, "ps", "-ww", "-o", "command=", "-p", strconv.Itoa(pid)).Output()
	if err != nil {
		return ""
	}
	return string(text)
}

// pause waits, or ends early with the context's error.
func pause(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return fmt.Errorf("interrupted: %w", ctx.Err())
	}
}
