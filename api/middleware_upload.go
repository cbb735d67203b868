package api

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"strings"

	"github.com/labstack/echo/v4"

	"wellspring/pkg/content/uploads"
	"wellspring/pkg/kernel/fault"
)

const (
	uploadsPath = "/uploads"
	// uploadsInHand is how many uploads a process has in its memory at once; the others wait on its disk.
	uploadsInHand = 2
)

// takesFile names the requests whose body is a file rather than JSON.
func takesFile(r *http.Request) bool {
	path := strings.TrimPrefix(r.URL.Path, "/api/v1")
	return r.Method == http.MethodPost && path == uploadsPath || r.Method == http.MethodPut && path == avatarPath
}

// spooled takes files in: a slow sender fills no memory, and a visitor sends nothing at all.
func (s *Server) spooled(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		request := c.Request()
		ctx := request.Context()
		if !takesFile(request) {
			return next(c)
		}
		if err := actorOf(ctx).MustSignIn(); err != nil {
			return s.problem(ctx, err)
		}
		spool, err := spool(http.MaxBytesReader(c.Response(), request.Body, uploads.MaxSize))
		var tooLarge *http.MaxBytesError
		switch {
		case errors.As(err, &tooLarge):
			return newProblem(ctx, http.StatusRequestEntityTooLarge, "too-large", "The file is larger than %d MB. Send a smaller one.", uploads.MaxSize>>20)
		case errors.Is(err, errNoRoom):
			s.log.ErrorContext(ctx, "an upload could not be taken in", "requestId", requestID(ctx), "error", err)
			return s.problem(ctx, fault.Down("The file could not be kept. Send it again in a moment."))
		case err != nil:
			return newProblem(ctx, http.StatusBadRequest, "bad-request", "The request broke off before its end. Send it again.")
		}
		defer func() { _ = spool.Close() }()
		select {
		case s.inHand <- struct{}{}:
			defer func() { <-s.inHand }()
		case <-ctx.Done():
			return s.problem(ctx, ctx.Err())
		}
		content, err := io.ReadAll(spool)
		if err != nil {
			return fmt.Errorf("read a spooled upload: %w", err)
		}
		if len(content) == 0 {
			var v fault.Validation
			v.Add("file", "required", "The file is empty.")
			return s.problem(ctx, v.Err())
		}
		request.Body = io.NopCloser(bytes.NewReader(content))
		return next(c)
	}
}

var errNoRoom = errors.New("no room for an upload")

// spool writes what comes to a file without a name, which is gone when it is closed or the process ends.
func spool(from io.Reader) (*os.File, error) {
	file, err := os.CreateTemp("", "wellspring-upload-")
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errNoRoom, err)
	}
	_ = os.Remove(file.Name())
	source := &failing{Reader: from}
	if _, err = io.Copy(file, source); err == nil {
		_, err = file.Seek(0, io.SeekStart)
	}
	switch {
	case err == nil:
		return file, nil
	case source.err == nil:
		err = fmt.Errorf("%w: %w", errNoRoom, err)
	}
	_ = file.Close()
	return nil, err
}

// failing remembers that reading failed, to tell it from writing.
type failing struct {
	io.Reader
	err error
}

func (f *failing) Read(into []byte) (int, error) {
	count, err := f.Reader.Read(into)
	if err != nil && !errors.Is(err, io.EOF) {
		f.err = err
	}
	return count, err //nolint:wrapcheck // a reader says io.EOF as it is
}
