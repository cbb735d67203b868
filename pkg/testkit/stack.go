package testkit

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"sync"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"wellspring/pkg/app"
	"wellspring/pkg/platform/clock"
	"wellspring/pkg/platform/db"
	"wellspring/pkg/platform/localstack"
)

const (
	startTimeout = 2 * time.Minute
	template     = "wellspring_template"
)

// servers are the Postgres and Meilisearch of one test process.
type servers struct {
	stack     *localstack.Stack
	adminURL  string
	cloning   sync.Mutex
	databases int
}

// running is set once, by Main, before any test begins.
var running *servers

// Main starts the servers, runs the package's tests and stops them.
func Main(m *testing.M) { os.Exit(run(m)) }

func run(m *testing.M) int {
	ctx, cancel := context.WithTimeout(context.Background(), startTimeout)
	defer cancel()
	folder, err := os.MkdirTemp("", "wellspring-test-")
	if err != nil {
		fmt.Fprintln(os.Stderr, "testkit:", err)
		return 1
	}
	defer func() { _ = os.RemoveAll(folder) }()
	// Tests lose nothing that matters when the machine goes down, so Postgres need not wait for the disk.
	stack, err := localstack.Start(ctx, localstack.Options{DataDir: folder, Temporary: true, PostgresSettings: map[string]string{
		"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "max_connections": "400",
	}})
	if err != nil {
		fmt.Fprintln(os.Stderr, "testkit:", err)
		return 1
	}
	defer func() { _ = stack.Stop(context.WithoutCancel(ctx)) }()
	running = &servers{stack: stack, adminURL: stack.DatabaseURL()}
	if err := running.makeTemplate(ctx); err != nil {
		fmt.Fprintln(os.Stderr, "testkit:", err)
		return 1
	}
	return m.Run()
}

func (s *servers) makeTemplate(ctx context.Context) error {
	if err := s.admin(ctx, `CREATE DATABASE `+template); err != nil {
		return err
	}
	if _, err := app.Migrate(ctx, s.urlOf(template)); err != nil {
		return fmt.Errorf("migrate the template: %w", err)
	}
	database, err := db.Open(ctx, s.urlOf(template), db.Options{MaxConns: 2})
	if err != nil {
		return fmt.Errorf("open the template: %w", err)
	}
	defer database.Close()
	return insertCast(ctx, database, clock.System{}.Now())
}

// clone makes a database from the template. One at a time: Postgres allows nobody else on a template meanwhile.
func (s *servers) clone(ctx context.Context) (name string, err error) {
	s.cloning.Lock()
	defer s.cloning.Unlock()
	s.databases++
	name = fmt.Sprintf("wellspring_test_%d", s.databases)
	return name, s.admin(ctx, `CREATE DATABASE `+name+` TEMPLATE `+template)
}

func (s *servers) drop(ctx context.Context, name string) error {
	return s.admin(ctx, `DROP DATABASE IF EXISTS `+name+` WITH (FORCE)`)
}

func (s *servers) admin(ctx context.Context, statement string) error {
	conn, err := pgx.Connect(ctx, s.adminURL)
	if err != nil {
		return fmt.Errorf("reach the test Postgres: %w", err)
	}
	defer func() { _ = conn.Close(ctx) }()
	if _, err := conn.Exec(ctx, statement); err != nil {
		return fmt.Errorf("%s: %w", statement, err)
	}
	return nil
}

// urlOf is the address of another database on the same server.
func (s *servers) urlOf(name string) string {
	address, err := url.Parse(s.adminURL)
	if err != nil {
		return s.adminURL
	}
	address.Path = "/" + name
	return address.String()
}
