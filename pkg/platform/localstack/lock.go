package localstack

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// folderLock is held by the one run that may use a data folder. The kernel
// gives it back when the process ends, however it ends.
type folderLock struct{ file *os.File }

// lockFolder waits a moment for a run that is just being killed.
func lockFolder(ctx context.Context, dir string) (*folderLock, error) {
	patience, cancel := context.WithTimeout(ctx, 500*time.Millisecond)
	defer cancel()
	for {
		lock, err := tryLock(dir)
		if !errors.Is(err, ErrInUse) || pause(patience, 20*time.Millisecond) != nil {
			return lock, err
		}
	}
}

func tryLock(dir string) (*folderLock, error) {
	path := filepath.Join(dir, "lock")
	file, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, err
	}
	if err := syscall.Flock(int(file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		holder := lockHolder(path)
		closed := file.Close()
		if !errors.Is(err, syscall.EWOULDBLOCK) {
			return nil, errors.Join(fmt.Errorf("lock %s: %w", path, err), closed)
		}
		return nil, &Problem{
			Kind: ErrInUse,
			What: fmt.Sprintf("The data folder %s is in use by another run%s.", dir, holder),
			Do:   "Stop that run, or choose another folder with --data.",
		}
	}
	lock := &folderLock{file: file}
	if err := file.Truncate(0); err != nil {
		return nil, errors.Join(err, lock.release())
	}
	if _, err := file.WriteAt([]byte(strconv.Itoa(os.Getpid())+"\n"), 0); err != nil {
		return nil, errors.Join(err, lock.release())
	}
	return lock, nil
}

func (l *folderLock) release() error { return l.file.Close() }

func lockHolder(path string) string {
	text, err := os.ReadFile(path)
	pid := strings.TrimSpace(string(text))
	if err != nil || pid == "" {
		return ""
	}
	return " (process " + pid + ")"
}
