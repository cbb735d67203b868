package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

// request makes the n-th request of one connection.
type request func(connection, n int) (method, path, token, body string)

// load is what came of driving one route.
type load struct {
	PerSecond float64 `json:"perSecond"`
	P50       float64 `json:"p50ms"`
	P99       float64 `json:"p99ms"`
	Requests  int     `json:"requests"`
}

// drive sends requests over keep-alive connections for a while, each connection one after the other. It writes and
// reads the wire itself, because net/http's client takes as much of the two processors as the server.
func drive(ctx context.Context, address string, connections int, during time.Duration, next request) (load, error) {
	ctx, cancel := context.WithTimeout(ctx, during)
	defer cancel()
	var all sync.WaitGroup
	took := make([][]time.Duration, connections)
	failed := make([]error, connections)
	start := time.Now()
	for i := range connections {
		all.Go(func() { took[i], failed[i] = driveOne(ctx, address, i, next) })
	}
	all.Wait()
	elapsed := time.Since(start).Seconds()
	if err := errors.Join(failed...); err != nil {
		return load{}, err
	}
	times := slices.Concat(took...)
	if len(times) == 0 {
		return load{}, errors.New("not a single request was answered in time")
	}
	slices.Sort(times)
	at := func(share float64) float64 {
		return float64(times[int(float64(len(times)-1)*share)].Microseconds()) / 1000
	}
	return load{PerSecond: float64(len(times)) / elapsed, P50: at(.5), P99: at(.99), Requests: len(times)}, nil
}

func driveOne(ctx context.Context, address string, connection int, next request) ([]time.Duration, error) {
	conn, err := (&net.Dialer{}).DialContext(ctx, "tcp", address)
	if err != nil {
		return nil, fmt.Errorf("connect: %w", err)
	}
	defer func() { _ = conn.Close() }()
	reader := bufio.NewReaderSize(conn, 1<<16)
	var took []time.Duration
	for n := 0; ctx.Err() == nil; n++ {
		method, path, token, body := next(connection, n)
		start := time.Now()
		if err := send(conn, method, path, token, body); err != nil {
			return nil, err
		}
		status, err := receive(reader)
		if err != nil {
			return nil, err
		}
		if status < http.StatusOK || status >= http.StatusMultipleChoices {
			return nil, fmt.Errorf("%s %s answered %d", method, path, status)
		}
		took = append(took, time.Since(start))
	}
	return took, nil
}

func send(conn net.Conn, method, path, token, body string) error {
	var text strings.Builder
	fmt.Fprintf(&text, "%s %s HTTP/1.1\r\nHost: bench\r\n", method, path)
	if token != "" {
		fmt.Fprintf(&text, "Authorization: Bearer %s\r\n", token)
	}
	if body != "" {
		fmt.Fprintf(&text, "Content-Type: application/json\r\nContent-Length: %d\r\n", len(body))
	}
	text.WriteString("\r\n" + body)
	if _, err := io.WriteString(conn, text.String()); err != nil {
		return fmt.Errorf("send: %w", err)
	}
	return nil
}

// receive reads one answer to its end and gives its status.
func receive(reader *bufio.Reader) (int, error) {
	line, err := reader.ReadString('\n')
	if err != nil || len(line) < len("HTTP/1.1 200") {
		return 0, fmt.Errorf("read the status (%q): %w", line, err)
	}
	status, err := strconv.Atoi(line[9:12])
	if err != nil {
		return 0, fmt.Errorf("read the status: %w", err)
	}
	length, chunked := 0, false
	for {
		header, err := reader.ReadString('\n')
		if err != nil {
			return 0, fmt.Errorf("read the headers: %w", err)
		}
		if header == "\r\n" {
			break
		}
		name, value, _ := strings.Cut(strings.TrimSpace(header), ":")
		switch {
		case strings.EqualFold(name, "Content-Length"):
			if length, err = strconv.Atoi(strings.TrimSpace(value)); err != nil {
				return 0, fmt.Errorf("read the length: %w", err)
			}
		case strings.EqualFold(name, "Transfer-Encoding"):
			chunked = true
		}
	}
	if chunked {
		return status, discardChunks(reader)
	}
	if _, err := reader.Discard(length); err != nil {
		return 0, fmt.Errorf("read the body: %w", err)
	}
	return status, nil
}

func discardChunks(reader *bufio.Reader) error {
	for {
		line, err := reader.ReadString('\n')
		if err != nil {
			return fmt.Errorf("read a chunk: %w", err)
		}
		size, err := strconv.ParseInt(strings.TrimSpace(line), 16, 32)
		if err != nil {
			return fmt.Errorf("read a chunk: %w", err)
		}
		if _, err := reader.Discard(int(size) + len("\r\n")); err != nil {
			return fmt.Errorf("read a chunk: %w", err)
		}
		if size == 0 {
			return nil
		}
	}
}
