package localstack

import (
	"bytes"
	"crypto/rand"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
)

const stateFile = "stack.json"

// state is what must outlive a run: secrets, ports, and where the databases
// are. It is a file only its owner can read, replaced as a whole.
type state struct {
	dir  string
	new  bool // no run has used the folder before
	mu   sync.Mutex
	data stateData
	text []byte // what the file holds
}

type stateData struct {
	Place        string            `json:"place,omitempty"`
	PostgresPort int               `json:"postgresPort,omitempty"`
	SearchPort   int               `json:"searchPort,omitempty"`
	SearchPID    int               `json:"searchPid,omitempty"`
	DatabaseURL  string            `json:"databaseUrl,omitempty"` // for Attach, as the next
	WithSearch   bool              `json:"withSearch,omitempty"`
	Secrets      map[string]string `json:"secrets"`
}

// loadState reads the state of a data folder; a new folder has an empty one.
func loadState(dir string) (*state, error) {
	s := &state{dir: dir, data: stateData{Secrets: map[string]string{}}}
	text, err := os.ReadFile(filepath.Join(dir, stateFile))
	if errors.Is(err, fs.ErrNotExist) {
		s.new = true
		return s, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read the stack's state: %w", err)
	}
	s.text = text
	if err := json.Unmarshal(text, &s.data); err != nil {
		return nil, &Problem{
			Kind:  ErrIncomplete,
			What:  fmt.Sprintf("The file %s is damaged.", filepath.Join(dir, stateFile)),
			Do:    "Restore it from a backup, or choose another folder with --data.",
			Cause: err,
		}
	}
	if s.data.Secrets == nil {
		s.data.Secrets = map[string]string{}
	}
	return s, nil
}

// update changes the state and writes it durably before it returns. The change
// must not read the state itself, which is locked meanwhile.
func (s *state) update(change func(*stateData)) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	change(&s.data)
	return s.write()
}

func (s *state) read() stateData {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.data
}

// secret returns the secret of that name, made at its first use from 32 random
// bytes.
func (s *state) secret(name string) (string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if known, ok := s.data.Secrets[name]; ok {
		return known, nil
	}
	raw := make([]byte, 32)
	rand.Read(raw) // it never fails
	s.data.Secrets[name] = base64.RawURLEncoding.EncodeToString(raw)
	if err := s.write(); err != nil {
		delete(s.data.Secrets, name)
		return "", err
	}
	return s.data.Secrets[name], nil
}

func (s *state) write() error {
	text, err := json.MarshalIndent(s.data, "", "  ")
	if err != nil {
		return fmt.Errorf("encode the stack's state: %w", err)
	}
	if text = append(text, '\n'); bytes.Equal(text, s.text) {
		return nil
	}
	if err := replaceFile(filepath.Join(s.dir, stateFile), text); err != nil {
		return fmt.Errorf("write the stack's state: %w", err)
	}
	s.text = text
	return nil
}

// replaceFile writes a file of mode 0600 so that a crash leaves the old or the
// new text, never a part of one.
func replaceFile(path string, text []byte) error {
	file, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+"-*")
	if err != nil {
		return err
	}
	defer func() { _ = os.Remove(file.Name()) }() // in vain after the rename
	if _, err := file.Write(text); err != nil {
		return errors.Join(err, file.Close())
	}
	// Root may lend a hand in another user's folder; the file stays theirs.
	if owner, ok := ownerOf(filepath.Dir(path)); ok && os.Geteuid() == 0 {
		if err := file.Chown(int(owner.Uid), int(owner.Gid)); err != nil {
			return errors.Join(err, file.Close())
		}
	}
	if err := file.Sync(); err != nil {
		return errors.Join(err, file.Close())
	}
	if err := file.Close(); err != nil {
		return err
	}
	if err := os.Rename(file.Name(), path); err != nil {
		return err
	}
	return syncDir(filepath.Dir(path))
}

// syncDir makes a rename in dir survive a power failure.
func syncDir(dir string) error {
	folder, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(folder.Sync(), folder.Close())
}
