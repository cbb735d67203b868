package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"time"

	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/clock"
	"wellspring/pkg/platform/token"
)

const (
	secret       = "a secret of the benchmark, 32 or more"
	startTimeout = 20 * time.Second
	startPoll    = 50 * time.Millisecond
)

// server is the program under measurement, as a process of its own.
type server struct {
	command *exec.Cmd
	address string
	tokens  []string
}

func (b *bench) startServer(ctx context.Context) (*server, error) {
	listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return nil, fmt.Errorf("find a free port: %w", err)
	}
	address := listener.Addr().String()
	if err := listener.Close(); err != nil {
		return nil, fmt.Errorf("free the port: %w", err)
	}
	args := []string{"serve", "--address", address, "--assets", b.options.Assets, "--rate-limit=-1", "--log", "error"}
	command := exec.CommandContext(ctx, b.options.Program, args...) //nolint:gosec // whoever measures says what
	command.Env = append(os.Environ(), "DATABASE_URL="+b.database, "WELLSPRING_SECRET="+secret)
	command.Stderr = os.Stderr
	command.Cancel = func() error { return command.Process.Signal(os.Interrupt) }
	if err := command.Start(); err != nil {
		return nil, fmt.Errorf("start %s: %w", b.options.Program, err)
	}
	s := &server{command: command, address: address}
	if err := s.sign(); err != nil {
		return nil, errors.Join(err, s.stop())
	}
	if err := s.awaitReady(ctx); err != nil {
		return nil, err
	}
	return s, nil
}

// sign makes an access token for each session of the data set.
func (s *server) sign() error {
	signer, err := token.NewSigner([]byte(secret), clock.System{})
	if err != nil {
		return fmt.Errorf("sign tokens: %w", err)
	}
	for i := range readers {
		signed, err := signer.Issue(token.Claims{User: id.User(i + 1), Session: id.Session(i + 1)})
		if err != nil {
			return fmt.Errorf("sign tokens: %w", err)
		}
		s.tokens = append(s.tokens, signed)
	}
	return nil
}

func (s *server) awaitReady(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, startTimeout)
	defer cancel()
	for {
		if _, err := s.get(ctx, "/readyz"); err == nil {
			return nil
		}
		select {
		case <-ctx.Done():
			return errors.Join(errors.New("the server did not get ready"), s.stop())
		case <-time.After(startPoll):
		}
	}
}

func (s *server) get(ctx context.Context, path string) (string, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+s.address+path, nil)
	if err != nil {
		return "", fmt.Errorf("make a request: %w", err)
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return "", fmt.Errorf("ask the server: %w", err)
	}
	defer func() { _ = response.Body.Close() }()
	text, err := io.ReadAll(response.Body)
	if err == nil && response.StatusCode != http.StatusOK {
		err = fmt.Errorf("%s answered %d", path, response.StatusCode)
	}
	return string(text), err
}

var statementsMetric = regexp.MustCompile(`(?m)^wellspring_sql_statements_total (\S+)$`)

// statements is how many the server has sent to Postgres so far.
func (s *server) statements(ctx context.Context) (float64, error) {
	text, err := s.get(ctx, "/metrics")
	if err != nil {
		return 0, err
	}
	found := statementsMetric.FindStringSubmatch(text)
	if found == nil {
		return 0, errors.New("the server's metrics have no number of statements")
	}
	return strconv.ParseFloat(found[1], 64)
}

var peakMemory = regexp.MustCompile(`(?m)^VmHWM:\s+(\d+) kB$`)

// memory is the most the process ever had in memory, in megabytes; 0 where the system does not tell.
func (s *server) memory() float64 {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", s.command.Process.Pid))
	if err != nil {
		return 0
	}
	found := peakMemory.FindSubmatch(text)
	if found == nil {
		return 0
	}
	kilobytes, err := strconv.ParseFloat(string(found[1]), 64)
	if err != nil {
		return 0
	}
	return kilobytes / 1024
}

func (s *server) stop() error {
	if err := s.command.Process.Signal(os.Interrupt); err != nil {
		return fmt.Errorf("stop the server: %w", err)
	}
	if err := s.command.Wait(); err != nil {
		return fmt.Errorf("stop the server: %w", err)
	}
	return nil
}
