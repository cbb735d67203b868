package testkit

import (
	"bufio"
	"context"
	"net/http"
	"strings"
	"time"

	"github.com/stretchr/testify/require"
)

// streamPatience is how long a test waits for an event before it fails.
const streamPatience = 30 * time.Second

// Stream is an answer of server-sent events that is still open.
type Stream struct {
	kit   *Kit
	lines *bufio.Scanner
	// Close ends the stream from this side, as closing the page does.
	Close func()
}

// Stream opens a path below /api/v1 as server-sent events; it is closed with the test at the latest.
func (c *Client) Stream(path string) *Stream {
	c.kit.t.Helper()
	ctx, cancel := context.WithTimeout(c.kit.context(), streamPatience)
	c.kit.t.Cleanup(cancel)
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, c.kit.URL+"/api/v1"+path, http.NoBody)
	require.NoError(c.kit.t, err)
	request.Header.Set("Accept", "text/event-stream")
	request.Header.Set("Authorization", "Bearer "+c.token)
	response, err := http.DefaultClient.Do(request)
	require.NoError(c.kit.t, err)
	c.kit.t.Cleanup(func() { _ = response.Body.Close() })
	require.Equal(c.kit.t, http.StatusOK, response.StatusCode)
	require.Equal(c.kit.t, "text/event-stream", response.Header.Get("Content-Type"))
	return &Stream{kit: c.kit, lines: bufio.NewScanner(response.Body), Close: cancel}
}

// Next gives the data of the next event, and "" where the stream has ended.
func (s *Stream) Next() string {
	s.kit.t.Helper()
	for s.lines.Scan() {
		if data, found := strings.CutPrefix(s.lines.Text(), "data: "); found {
			return data
		}
	}
	return ""
}

// Want reads events until one has this data, and fails the test where the stream ends before.
func (s *Stream) Want(data string) {
	s.kit.t.Helper()
	for {
		switch next := s.Next(); next {
		case data:
			return
		case "":
			require.Failf(s.kit.t, "the stream ended", "before %s came", data)
		}
	}
}
