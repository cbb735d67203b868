package localstack

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"syscall"
	"time"
)

// biggestLog is the size at which a child's log is put aside at its next start.
const biggestLog = 4 << 20

// spawner starts all children from one operating system thread: the
// parent-death signal of Linux fires when the thread that forked ends, and Go
// ends threads as it likes.
type spawner struct{ work chan func() }

func newSpawner() *spawner {
	s := &spawner{work: make(chan func())}
	go func() {
		runtime.LockOSThread()
		for do := range s.work {
			do()
		}
	}()
	return s
}

func (s *spawner) close() { close(s.work) }

// start runs cmd in a process group of its own, so that Ctrl-C reaches only the
// parent, which then stops its children in order.
func (s *spawner) start(cmd *exec.Cmd, as account) error {
	cmd.SysProcAttr = childAttributes()
	if as.drop {
		cmd.SysProcAttr.Credential = &syscall.Credential{Uid: as.uid, Gid: as.gid}
	}
	started := make(chan error)
	s.work <- func() { started <- cmd.Start() }
	return <-started
}

// child is one running server.
type child struct {
	cmd     *exec.Cmd
	logFile string
	logFrom int64         // where this run's part of the log begins
	exited  chan struct{} // closed when the process is gone
}

// run starts a server that logs to logFile.
func (s *spawner) run(cmd *exec.Cmd, as account, logFile string) (*child, error) {
	log, from, err := openLog(logFile)
	if err != nil {
		return nil, err
	}
	defer func() { _ = log.Close() }() // the child has a handle of its own
	cmd.Stdout, cmd.Stderr = log, log
	if err := s.start(cmd, as); err != nil {
		return nil, fmt.Errorf("start %s: %w", cmd.Path, err)
	}
	c := &child{cmd: cmd, logFile: logFile, logFrom: from, exited: make(chan struct{})}
	go func() {
		_ = cmd.Wait() // how it ended is in its log
		close(c.exited)
	}()
	return c, nil
}

func openLog(path string) (*os.File, int64, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, 0, err
	}
	if info, err := os.Stat(path); err == nil && info.Size() > biggestLog {
		if err := os.Rename(path, path+".old"); err != nil {
			return nil, 0, err
		}
	}
	log, err := os.OpenFile(path, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, 0, err
	}
	info, err := log.Stat()
	if err != nil {
		return nil, 0, errors.Join(err, log.Close())
	}
	return log, info.Size(), nil
}

func (c *child) pid() int { return c.cmd.Process.Pid }

func (c *child) alive() bool {
	select {
	case <-c.exited:
		return false
	default:
		return true
	}
}

// tail returns the last 8 kB of what this run of the child logged.
func (c *child) tail() string {
	log, err := os.Open(c.logFile)
	if err != nil {
		return ""
	}
	defer func() { _ = log.Close() }()
	from := c.logFrom
	if info, err := log.Stat(); err == nil && info.Size()-from > 8<<10 {
		from = info.Size() - 8<<10
	}
	text, _ := io.ReadAll(io.NewSectionReader(log, from, 8<<10))
	return string(text)
}

// stop asks the child to end and insists when ctx ends or patience runs out.
func (c *child) stop(ctx context.Context, ask syscall.Signal, patience time.Duration) error {
	if err := c.cmd.Process.Signal(ask); err != nil && !errors.Is(err, os.ErrProcessDone) {
		return fmt.Errorf("stop %s: %w", filepath.Base(c.cmd.Path), err)
	}
	timer := time.NewTimer(patience)
	defer timer.Stop()
	select {
	case <-c.exited:
		return nil
	case <-ctx.Done():
	case <-timer.C:
	}
	if err := c.cmd.Process.Kill(); err != nil && !errors.Is(err, os.ErrProcessDone) {
		return fmt.Errorf("kill %s: %w", filepath.Base(c.cmd.Path), err)
	}
	<-c.exited
	return nil
}

// bareEnv is the environment of the children: nothing of the caller's, whose
// PG* and MEILI_* variables would change what they do.
func bareEnv(home string, more ...string) []string {
	return append([]string{"PATH=/usr/bin:/bin", "LC_ALL=C", "TZ=UTC", "HOME=" + home, "TMPDIR=" + home}, more...)
}
