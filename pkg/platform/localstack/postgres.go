package localstack

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
)

const (
	postgresSecret = "postgres"
	databaseUser   = "wellspring"
	databaseName   = "wellspring"
	socketPort     = 5432
	// longestSocket is a little less than macOS (103) and Linux (107) allow.
	longestSocket = 100
	// afterKill is how long Postgres may be hindered by what a killed run left:
	// its orphaned backends end by themselves, but not at once.
	afterKill = 10 * time.Second
)

// postgres is the private database server.
type postgres struct {
	stack  *Stack
	bin    postgresBin
	dir    string // its data folder
	socket string // the folder of its socket, or empty where TCP is used
	child  *child
}

func newPostgres(ctx context.Context, s *Stack, named string) (*postgres, error) {
	p := &postgres{stack: s, dir: filepath.Join(s.place, "postgres"), socket: filepath.Join(s.place, "run")}
	// Clients take a comma for the end of a host's name.
	if len(p.socket+"/.s.PGSQL."+strconv.Itoa(socketPort)) > longestSocket || strings.Contains(p.socket, ",") {
		p.socket = ""
	}
	major, err := p.dataMajor()
	if err != nil {
		return nil, err
	}
	p.bin, err = findPostgres(ctx, cmp.Or(named, os.Getenv(PostgresBinVariable)), major)
	return p, err
}

// dataMajor returns the version that made the data folder, 0 for a new one.
func (p *postgres) dataMajor() (int, error) {
	if !exists(p.dir) {
		return 0, nil
	}
	text, err := os.ReadFile(filepath.Join(p.dir, "PG_VERSION"))
	if err != nil {
		return 0, fmt.Errorf("read the version of the database: %w", err)
	}
	major, err := strconv.Atoi(strings.TrimSpace(string(text)))
	if err != nil {
		return 0, fmt.Errorf("read the version of the database: %w", err)
	}
	return major, nil
}

// start brings the server to the point where it answers queries.
func (p *postgres) start(ctx context.Context) error {
	password, err := p.stack.Secret(postgresSecret)
	if err != nil {
		return err
	}
	program, err := readablePostgres(p.bin.dir, p.stack.place, p.stack.account)
	if err != nil {
		return err
	}
	if !exists(p.dir) {
		if err := p.initialise(ctx, program, password); err != nil {
			return err
		}
	}
	if err := p.endOrphan(ctx); err != nil {
		return err
	}
	if err := p.freshSocket(); err != nil {
		return err
	}
	if err := p.launch(ctx, program); err != nil {
		return err
	}
	return p.ensureDatabase(ctx)
}

// initialise makes the data folder beside its final place and renames it, so
// that an interrupted first start leaves nothing half made.
func (p *postgres) initialise(ctx context.Context, program, password string) error {
	fresh, err := p.freshFolder()
	if err != nil {
		return err
	}
	secret := p.dir + ".password"
	defer func() { _ = os.Remove(secret) }()
	if err := errors.Join(replaceFile(secret, []byte(password+"\n")), p.stack.account.own(secret)); err != nil {
		return err
	}
	args := []string{
		"-D", fresh, "-U", databaseUser, "--pwfile=" + secret, "--auth=scram-sha-256",
		"--encoding=UTF8", "--no-instructions",
	}
	cmd := exec.CommandContext(ctx, filepath.Join(program, "initdb"), append(args, p.locale()...)...)
	cmd.Env, cmd.Dir = bareEnv(p.stack.place), p.stack.place
	logFile := p.stack.logFile("initdb")
	c, err := p.stack.spawner.run(cmd, p.stack.account, logFile)
	if err != nil {
		return err
	}
	<-c.exited
	if !cmd.ProcessState.Success() {
		if ctx.Err() != nil {
			return fmt.Errorf("make the database's folder: %w", ctx.Err())
		}
		return didNotStart("Postgres", p.stack.dir, c.tail(), "Its log is "+logFile+".")
	}
	if err := os.Rename(fresh, p.dir); err != nil {
		return err
	}
	return syncDir(p.stack.place)
}

// endOrphan ends the server of a killed run, and mends the file that would
// keep a new one from starting.
func (p *postgres) endOrphan(ctx context.Context) error {
	path := filepath.Join(p.dir, "postmaster.pid")
	text, err := os.ReadFile(path)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	first, rest, _ := strings.Cut(string(text), "\n")
	pid, _ := strconv.Atoi(first) // 0 when a crash cut the file short
	if err := endOrphan(ctx, pid, p.dir, syscall.SIGINT, syscall.SIGQUIT, syscall.SIGKILL); err != nil {
		return err
	}
	if !exists(path) {
		return nil
	}
	// The number may belong to another program by now, which Postgres would
	// take for its own. It never stumbles over its parent's number, and still
	// looks for orphaned backends by the rest of the file.
	return overwrite(path, strconv.Itoa(os.Getpid())+"\n"+rest)
}

// freshFolder makes a folder of a new name, because the helpers of a killed
// first start may still write in theirs for a moment.
func (p *postgres) freshFolder() (string, error) {
	old, err := filepath.Glob(filepath.Join(p.stack.place, "postgres.new-*"))
	if err != nil {
		return "", fmt.Errorf("look for what an interrupted start left: %w", err)
	}
	for _, dir := range old {
		if err := os.RemoveAll(dir); err != nil {
			p.stack.log.Warn("What an interrupted start left is not removed yet", "error", err)
		}
	}
	fresh, err := os.MkdirTemp(p.stack.place, "postgres.new-")
	if err != nil {
		return "", fmt.Errorf("make the database's folder: %w", err)
	}
	return fresh, p.stack.account.own(fresh)
}

// freshSocket makes the socket's folder anew: a killed run leaves a lock there
// whose number may belong to another program by now.
func (p *postgres) freshSocket() error {
	if p.socket == "" {
		return nil
	}
	if err := os.RemoveAll(p.socket); err != nil {
		return fmt.Errorf("remove the socket of an earlier run: %w", err)
	}
	return p.stack.account.folder(p.socket)
}

// overwrite replaces the text of a file in a folder that is not ours, without
// following a link its owner may have put there.
func overwrite(path, text string) error {
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_TRUNC|syscall.O_NOFOLLOW, 0)
	if err != nil {
		return fmt.Errorf("mend what a killed run left: %w", err)
	}
	_, err = file.WriteString(text)
	return errors.Join(err, file.Close())
}

// launch runs the server until it is ready, again and again while the remains
// of a killed run are in its way.
func (p *postgres) launch(ctx context.Context, program string) error {
	patience, cancel := context.WithTimeout(ctx, afterKill)
	defer cancel()
	for {
		args, err := p.arguments()
		if err != nil {
			return err
		}
		cmd := exec.Command(filepath.Join(program, "postgres"), args...) //nolint:noctx // it outlives the start
		cmd.Env, cmd.Dir = bareEnv(p.stack.place), p.stack.place
		logFile := p.stack.logFile("postgres")
		if p.child, err = p.stack.spawner.run(cmd, p.stack.account, logFile); err != nil {
			return err
		}
		if err := p.waitReady(ctx); err != nil {
			return errors.Join(err, p.stop(context.WithoutCancel(ctx)))
		}
		if p.child.alive() {
			return nil
		}
		said := p.child.tail()
		if !passes(said) || patience.Err() != nil {
			return didNotStart("Postgres", p.stack.dir, said, "Its log is "+logFile+".")
		}
		if err := pause(ctx, 100*time.Millisecond); err != nil {
			return err
		}
	}
}

// passes reports whether a failure goes away with time or with another port.
func passes(log string) bool {
	for _, sign := range []string{
		"pre-existing shared memory block", "lock file \"postmaster.pid\" already exists", "Address already in use",
	} {
		if strings.Contains(log, sign) {
			return true
		}
	}
	return false
}

// waitReady returns when the server accepts connections or has ended. It reads
// the server's status file, because an attempt to connect too early is logged
// as an error.
func (p *postgres) waitReady(ctx context.Context) error {
	path := filepath.Join(p.dir, "postmaster.pid")
	for p.child.alive() {
		text, _ := os.ReadFile(path)
		lines := strings.Split(string(text), "\n")
		if len(lines) > 7 && lines[0] == strconv.Itoa(p.child.pid()) && strings.TrimSpace(lines[7]) == "ready" {
			return nil
		}
		if err := pause(ctx, 5*time.Millisecond); err != nil {
			return fmt.Errorf("wait for Postgres: %w", err)
		}
	}
	return nil
}

// ensureDatabase makes the database at the first start, and proves at every
// start that the server answers.
func (p *postgres) ensureDatabase(ctx context.Context) error {
	conn, err := pgx.Connect(ctx, p.url(databaseName))
	if err == nil {
		return conn.Close(ctx)
	}
	var refused *pgconn.PgError
	if !errors.As(err, &refused) || refused.Code != "3D000" {
		return fmt.Errorf("connect to the private Postgres: %w", err)
	}
	if conn, err = pgx.Connect(ctx, p.url("postgres")); err != nil {
		return fmt.Errorf("connect to the private Postgres: %w", err)
	}
	_, err = conn.Exec(ctx, "CREATE DATABASE "+databaseName)
	return errors.Join(err, conn.Close(ctx))
}

// url returns the address of a database, in a form that pgx and libpq read.
func (p *postgres) url(database string) string {
	st := p.stack.state.read()
	address := url.URL{Scheme: "postgres", User: url.UserPassword(databaseUser, st.Secrets[postgresSecret]), Path: "/" + database}
	address.RawQuery = "sslmode=disable"
	if p.socket != "" {
		// Clients do not read a + as a space.
		folder := strings.ReplaceAll(url.QueryEscape(p.socket), "+", "%20")
		address.RawQuery += "&host=" + folder + "&port=" + strconv.Itoa(socketPort)
	} else {
		address.Host = net.JoinHostPort("127.0.0.1", strconv.Itoa(st.PostgresPort))
	}
	return address.String()
}

// stop shuts down at once but in order: sessions end, the last changes reach
// the data files, and the next start need not recover.
func (p *postgres) stop(ctx context.Context) error {
	if p.child == nil || !p.child.alive() {
		return nil
	}
	return p.child.stop(ctx, syscall.SIGINT, 30*time.Second)
}
