package localstack

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"sync"
)

// Options say what to start and where.
type Options struct {
	// DataDir holds everything: databases, secrets, logs. It is made when
	// missing and belongs to one run at a time.
	DataDir string
	// Logger hears what the supervisor does; nothing is logged without one.
	Logger *slog.Logger
	// Temporary makes Stop remove the data folder, for tests and measurements.
	Temporary bool
	// WithoutSearch starts Postgres alone.
	WithoutSearch bool
	// PostgresSettings are laid over the defaults, as in postgresql.conf.
	PostgresSettings map[string]string
	// PostgresBin and Meilisearch name the binaries; by default the environment
	// variables do, and else the usual places are searched.
	PostgresBin string
	Meilisearch string
}

// Stack is a running pair of servers.
type Stack struct {
	options  Options
	log      *slog.Logger
	dir      string // the data folder
	place    string // what the children own; see place.go
	account  account
	lock     *folderLock
	state    *state
	spawner  *spawner
	postgres *postgres
	search   *meilisearch // nil without search

	end      context.CancelFunc // tells the watchers that Stop has begun
	stopOnce sync.Once
	stopErr  error
	failed   chan struct{}
	failure  error
}

// Start starts the servers and returns when both answer. The context bounds the
// start only. A failure that a person can mend is a *Problem; nothing is left
// running then.
func Start(ctx context.Context, options Options) (*Stack, error) {
	dir, err := openFolder(options.DataDir)
	if err != nil {
		return nil, err
	}
	s := &Stack{options: options, log: options.Logger, dir: dir, failed: make(chan struct{})}
	if s.log == nil {
		s.log = slog.New(slog.DiscardHandler)
	}
	if s.lock, err = lockFolder(ctx, dir); err != nil {
		return nil, explain(dir, err)
	}
	running, end := context.WithCancel(context.WithoutCancel(ctx))
	s.end, s.spawner = end, newSpawner()
	if err := s.start(ctx); err != nil {
		return nil, errors.Join(explain(dir, err), s.Stop(context.WithoutCancel(ctx)))
	}
	go s.watchPostgres(running)
	if s.search != nil {
		go s.search.supervise(running)
	}
	return s, nil
}

func (s *Stack) start(ctx context.Context) error {
	if err := s.settle(); err != nil {
		return err
	}
	var err error
	if s.postgres, err = newPostgres(ctx, s, s.options.PostgresBin); err != nil {
		return err
	}
	searching := make(chan error, 1)
	if s.options.WithoutSearch {
		searching <- nil
	} else {
		if s.search, err = newMeilisearch(s, s.options.Meilisearch); err != nil {
			return err
		}
		go func() { searching <- s.search.start(ctx) }()
	}
	err = s.postgres.start(ctx)
	if searchErr := <-searching; err == nil {
		err = searchErr // one sentence is enough
	}
	if err != nil {
		return err
	}
	address := s.DatabaseURL()
	return s.state.update(func(d *stateData) { d.DatabaseURL, d.WithSearch = address, s.search != nil })
}

// settle finds out where the children's files are and who the children are.
func (s *Stack) settle() error {
	var err error
	if s.state, err = loadState(s.dir); err != nil {
		return err
	}
	if s.place, err = knownPlace(s.dir, s.state); err != nil {
		return err
	}
	if s.account, err = childAccount(s.place); err != nil {
		return err
	}
	if s.state.new {
		if exists(filepath.Join(s.dir, "postgres")) {
			return &Problem{
				Kind: ErrIncomplete,
				What: fmt.Sprintf("The data folder %s has databases, but its file %s with their passwords is gone.", s.dir, stateFile),
				Do:   "Restore that file, or choose another folder with --data.",
			}
		}
		if s.place, err = choosePlace(s.dir, s.account, s.state); err != nil {
			return err
		}
	}
	return checkRoom(s.place)
}

// DatabaseURL returns the address of the database, password included, as pgx
// and libpq read it.
func (s *Stack) DatabaseURL() string { return s.postgres.url(databaseName) }

// SearchURL returns the address of Meilisearch, or "" without search.
func (s *Stack) SearchURL() string {
	if s.search == nil {
		return ""
	}
	return s.search.url()
}

// SearchKey returns Meilisearch's master key, or "" without search.
func (s *Stack) SearchKey() string {
	if s.search == nil {
		return ""
	}
	return s.state.read().Secrets[searchSecret]
}

// PostgresBinDir returns the folder of the Postgres that runs.
func (s *Stack) PostgresBinDir() string { return s.postgres.bin.dir }

// DatabaseDir returns the folder of the database's files, which is not below
// the data folder when its servers cannot reach that.
func (s *Stack) DatabaseDir() string { return s.postgres.dir }

// DataDir returns the real path of the data folder.
func (s *Stack) DataDir() string { return s.dir }

// Secret returns the data folder's secret of that name, made once from 32
// random bytes and kept in a file that only its owner reads.
func (s *Stack) Secret(name string) (string, error) { return s.state.secret(name) }

// StopSearch stops Meilisearch and keeps it stopped until StartSearch.
func (s *Stack) StopSearch(ctx context.Context) error {
	if s.search == nil {
		return nil
	}
	return s.search.stop(ctx)
}

// StartSearch starts Meilisearch again, at the address it had unless that was
// taken meanwhile.
func (s *Stack) StartSearch(ctx context.Context) error {
	if s.search == nil {
		return errors.New("this stack has no search")
	}
	return s.search.start(ctx)
}

// Failed is closed when Postgres died unasked; Failure then tells why. A dead
// Meilisearch is started again instead.
func (s *Stack) Failed() <-chan struct{} { return s.failed }

// Failure returns why the stack failed, or nil before Failed is closed.
func (s *Stack) Failure() error {
	select {
	case <-s.failed:
		return s.failure
	default:
		return nil
	}
}

func (s *Stack) watchPostgres(running context.Context) {
	select {
	case <-running.Done():
		return
	case <-s.postgres.child.exited:
	}
	if running.Err() != nil {
		return
	}
	said := s.postgres.child.tail()
	s.failure = &Problem{
		Kind: ErrDied,
		What: fmt.Sprintf("Postgres died: %s.", lastLine(said)),
		Do:   fmt.Sprintf("Its log is %s. Start again; nothing that was saved is lost.", s.postgres.child.logFile),
	}
	if saysDiskFull(said) {
		s.failure = diskFull(s.dir, nil)
	}
	close(s.failed)
}

// Stop stops everything Start started and gives the data folder back. When ctx
// ends first, what still runs is killed. Further calls return the first's error.
func (s *Stack) Stop(ctx context.Context) error {
	s.stopOnce.Do(func() {
		s.end()
		searching := make(chan error, 1)
		go func() { searching <- s.StopSearch(ctx) }()
		if s.postgres != nil {
			s.stopErr = s.postgres.stop(ctx)
		}
		s.stopErr = errors.Join(s.stopErr, <-searching)
		if s.options.Temporary {
			s.stopErr = errors.Join(s.stopErr, os.RemoveAll(s.place), os.RemoveAll(s.dir))
		}
		s.stopErr = errors.Join(s.stopErr, s.lock.release())
		s.spawner.close()
	})
	return s.stopErr
}

func (s *Stack) logFile(name string) string { return filepath.Join(s.dir, "logs", name+".log") }

// port returns the remembered port when it is free, else a new one.
func (s *Stack) port(of func(*stateData) *int) (int, error) {
	known := s.state.read()
	for _, wish := range []int{*of(&known), 0} {
		listener, err := net.Listen("tcp", fmt.Sprintf("127.0.0.1:%d", wish)) //nolint:noctx // closed at once
		if err != nil {
			continue
		}
		address, ok := listener.Addr().(*net.TCPAddr)
		if err := listener.Close(); err != nil || !ok {
			return 0, fmt.Errorf("choose a port: %w", err)
		}
		return address.Port, s.state.update(func(d *stateData) { *of(d) = address.Port })
	}
	return 0, errors.New("no free port on 127.0.0.1")
}
