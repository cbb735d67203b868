package localstack

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"syscall"
)

// Kinds of a Problem, for errors.Is.
var (
	// ErrInUse says that another run holds the data folder.
	ErrInUse = errors.New("data folder in use")
	// ErrMissingBinary says that Postgres or Meilisearch was not found.
	ErrMissingBinary = errors.New("binary missing")
	// ErrDiskFull says that the data folder's disk has no room.
	ErrDiskFull = errors.New("disk full")
	// ErrNotAccessible says that the data folder cannot be read or written.
	ErrNotAccessible = errors.New("data folder not accessible")
	// ErrIncomplete says that a part of the data folder was lost.
	ErrIncomplete = errors.New("data folder incomplete")
	// ErrDidNotStart says that a child ended, or did not answer, while starting.
	ErrDidNotStart = errors.New("did not start")
	// ErrDied says that Postgres ended while it was needed.
	ErrDied = errors.New("died")
	// ErrNotRunning says that nothing runs in the data folder.
	ErrNotRunning = errors.New("not running")
)

// Problem is a failure a person can mend: one sentence that says what is wrong
// and one that says what to do.
type Problem struct {
	Kind  error  // one of the Err values of this package
	What  string // what is wrong
	Do    string // what to do about it
	Cause error  // the underlying error, or nil
}

// Error returns both sentences.
func (p *Problem) Error() string { return p.What + " " + p.Do }

// Unwrap gives errors.Is the kind and the cause.
func (p *Problem) Unwrap() []error {
	if p.Cause == nil {
		return []error{p.Kind}
	}
	return []error{p.Kind, p.Cause}
}

func diskFull(dir string, cause error) error {
	return &Problem{
		Kind:  ErrDiskFull,
		What:  fmt.Sprintf("The disk that holds %s is full.", dir),
		Do:    "Free some space there, or choose another folder with --data, and start again.",
		Cause: cause,
	}
}

func notAccessible(dir string, cause error) error {
	return &Problem{
		Kind:  ErrNotAccessible,
		What:  fmt.Sprintf("The data folder %s cannot be used: %v.", dir, cause),
		Do:    "Run as the user who owns it, or choose another folder with --data.",
		Cause: cause,
	}
}

// explain turns the failures of our own file operations into sentences.
func explain(dir string, err error) error {
	var known *Problem
	switch {
	case err == nil || errors.As(err, &known):
		return err
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		return diskFull(dir, err)
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS), errors.Is(err, syscall.ENOTDIR):
		return notAccessible(dir, err)
	}
	return err
}

// didNotStart explains why a child ended while starting from what it logged.
func didNotStart(name, dir, tail, do string) error {
	if saysDiskFull(tail) {
		return diskFull(dir, nil)
	}
	reason := lastLine(tail)
	if reason == "" {
		reason = "it said nothing"
	}
	return &Problem{
		Kind: ErrDidNotStart,
		What: fmt.Sprintf("%s did not start: %s.", name, strings.TrimSuffix(reason, ".")),
		Do:   do,
	}
}

func saysDiskFull(log string) bool {
	return strings.Contains(log, "No space left on device") || strings.Contains(log, "os error 28")
}

// lastLine prefers what a program calls fatal over what it said afterwards.
func lastLine(log string) string {
	lines := strings.Split(strings.TrimSpace(log), "\n")
	for _, line := range slices.Backward(lines) {
		for _, mark := range []string{"FATAL:", "PANIC:", "error:", "Error:"} {
			if _, reason, found := strings.Cut(line, mark); found {
				return strings.TrimSpace(reason)
			}
		}
	}
	return strings.TrimSpace(lines[len(lines)-1])
}
