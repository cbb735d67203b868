package localstack

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"
)

// meilisearch is the private search engine. Its index can be rebuilt from the
// database, so its death is mended and never the end of the stack.
type meilisearch struct {
	stack   *Stack
	program string
	dir     string
	mu      sync.Mutex // one start or stop at a time
	child   *child
	wanted  bool        // false after StopSearch and Stop
	died    chan *child // hears of each child that ended
}

const (
	searchSecret = "meilisearch"
	// restartAfter is long enough for a person to see that search goes on without.
	restartAfter = 10 * time.Second
)

func newMeilisearch(s *Stack, named string) (*meilisearch, error) {
	program, err := findMeilisearch(cmp.Or(named, os.Getenv(MeilisearchVariable)))
	if err != nil {
		return nil, err
	}
	return &meilisearch{
		stack: s, program: program, dir: filepath.Join(s.place, "meilisearch"), died: make(chan *child, 1),
	}, nil
}

// start brings the engine to the point where it answers. It is no error when
// it runs already.
func (m *meilisearch) start(ctx context.Context) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.child != nil && m.child.alive() {
		return nil
	}
	m.wanted = true
	return m.launch(ctx)
}

func (m *meilisearch) launch(ctx context.Context) error {
	key, err := m.stack.Secret(searchSecret)
	if err != nil {
		return err
	}
	program, err := runnableMeilisearch(m.program, m.stack.place, m.stack.account)
	if err != nil {
		return err
	}
	if err := m.stack.account.folder(m.dir); err != nil {
		return err
	}
	if err := endOrphan(ctx, m.stack.state.read().SearchPID, m.dir, syscall.SIGTERM, syscall.SIGKILL); err != nil {
		return err
	}
	if err := m.forgetHalf(); err != nil {
		return err
	}
	logFile := m.stack.logFile("meilisearch")
	patience, cancel := context.WithTimeout(ctx, afterKill)
	defer cancel()
	for {
		port, err := m.stack.port(func(d *stateData) *int { return &d.SearchPort })
		if err != nil {
			return err
		}
		if m.child, err = m.stack.spawner.run(m.command(program, key, port), m.stack.account, logFile); err != nil {
			return err
		}
		if err := m.stack.state.update(func(d *stateData) { d.SearchPID = m.child.pid() }); err != nil {
			return err
		}
		if err := m.waitReady(ctx); err != nil {
			return errors.Join(err, m.child.stop(context.WithoutCancel(ctx), syscall.SIGTERM, time.Second))
		}
		if m.child.alive() {
			go m.report(m.child)
			return nil
		}
		said := m.child.tail()
		if !strings.Contains(said, "in use") || patience.Err() != nil {
			return didNotStart("Meilisearch", m.stack.dir, said,
				fmt.Sprintf("Its log is %s; a damaged index is mended by deleting %s and running `wellspring reindex`.", logFile, m.dir))
		}
		if err := pause(ctx, 100*time.Millisecond); err != nil {
			return err
		}
	}
}

// forgetHalf removes an index whose first start was interrupted: without a
// version Meilisearch refuses it for ever, and nothing is in it.
func (m *meilisearch) forgetHalf() error {
	data := m.data()
	if exists(filepath.Join(data, "VERSION")) {
		return nil
	}
	if err := os.RemoveAll(data); err != nil {
		return fmt.Errorf("remove what an interrupted start left: %w", err)
	}
	return nil
}

func (m *meilisearch) data() string { return filepath.Join(m.dir, "data") }

func (m *meilisearch) command(program, key string, port int) *exec.Cmd {
	cmd := exec.Command(program, //nolint:noctx // it outlives the start
		"--http-addr", "127.0.0.1:"+strconv.Itoa(port),
		"--db-path", m.data(),
		"--dump-dir", filepath.Join(m.dir, "dumps"),
		"--snapshot-dir", filepath.Join(m.dir, "snapshots"),
		"--env", "production", "--no-analytics", "--log-level", "WARN",
		"--max-indexing-memory", "512MiB",
	)
	// The key travels in the environment: everybody can read a command line.
	cmd.Env, cmd.Dir = bareEnv(m.dir, "MEILI_MASTER_KEY="+key), m.dir
	return cmd
}

// waitReady returns when the engine answers or has ended.
func (m *meilisearch) waitReady(ctx context.Context) error {
	client := &http.Client{Timeout: time.Second}
	defer client.CloseIdleConnections()
	for m.child.alive() {
		if healthy(ctx, client, m.url()) {
			return nil
		}
		if err := pause(ctx, 10*time.Millisecond); err != nil {
			return fmt.Errorf("wait for Meilisearch: %w", err)
		}
	}
	return nil
}

func healthy(ctx context.Context, client *http.Client, address string) bool {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address+"/health", http.NoBody)
	if err != nil {
		return false
	}
	response, err := client.Do(request)
	if err != nil {
		return false
	}
	return response.Body.Close() == nil && response.StatusCode == http.StatusOK
}

// report tells of a death; when another waits to be heard, that one is enough.
func (m *meilisearch) report(c *child) {
	<-c.exited
	select {
	case m.died <- c:
	default:
	}
}

// supervise starts the engine again whenever it died unasked, until ctx ends.
func (m *meilisearch) supervise(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case dead := <-m.died:
			m.revive(ctx, dead)
		}
	}
}

// revive tries until the engine runs, or is no longer wanted, waiting longer
// each time.
func (m *meilisearch) revive(ctx context.Context, dead *child) {
	for wait := restartAfter; m.misses(dead); wait = min(2*wait, time.Minute) {
		m.stack.log.Warn("Meilisearch died and will be started again", "in", wait, "log", dead.logFile)
		if pause(ctx, wait) != nil || !m.misses(dead) {
			return
		}
		err := m.start(ctx)
		if err == nil {
			m.stack.log.Info("Meilisearch runs again")
			return
		}
		m.stack.log.Error("Meilisearch could not be started again", "error", err)
	}
}

// misses reports whether the engine should run and the dead child was the last
// that did.
func (m *meilisearch) misses(dead *child) bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.wanted && (m.child == dead || !m.child.alive())
}

func (m *meilisearch) url() string { return searchURL(m.stack.state.read()) }

func searchURL(known stateData) string { return "http://127.0.0.1:" + strconv.Itoa(known.SearchPort) }

func (m *meilisearch) stop(ctx context.Context) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.wanted = false
	if m.child == nil || !m.child.alive() {
		return nil
	}
	return m.child.stop(ctx, syscall.SIGTERM, 5*time.Second)
}
