package api

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"strings"
	"sync"
	"time"

	"github.com/labstack/echo/v4"
)

const assetsPrefix = "/assets/"

// assets serves the built frontend's files. Those that compress are compressed once, as well as gzip can: what every
// reader waits for at first is worth more than the moment it takes.
type assets struct {
	files  fs.FS
	server http.Handler
	// packed has a func() ([]byte, error) by path.
	packed sync.Map
}

func newAssets(files fs.FS) *assets { return &assets{files: files, server: http.FileServerFS(files)} }

func (a *assets) serve(c echo.Context, name string) error {
	header := c.Response().Header()
	if !strings.HasPrefix(name, assetsPrefix[1:]) || !compresses(name) {
		a.server.ServeHTTP(c.Response(), c.Request())
		return nil
	}
	header.Add(echo.HeaderVary, echo.HeaderAcceptEncoding)
	if !strings.Contains(c.Request().Header.Get(echo.HeaderAcceptEncoding), "gzip") {
		a.server.ServeHTTP(c.Response(), c.Request())
		return nil
	}
	pack, _ := a.packed.LoadOrStore(name, sync.OnceValues(func() ([]byte, error) { return compressed(a.files, name) }))
	body, err := pack.(func() ([]byte, error))() //nolint:forcetypeassert // nothing else is stored
	if err != nil {
		return err
	}
	header.Set(echo.HeaderContentType, mime.TypeByExtension(path.Ext(name)))
	header.Set(echo.HeaderContentEncoding, "gzip")
	// Its name carries a hash of its content, so no time is needed to tell it from a later one.
	http.ServeContent(c.Response(), c.Request(), name, time.Time{}, bytes.NewReader(body))
	return nil
}

func compresses(name string) bool {
	switch path.Ext(name) {
	case ".js", ".css", ".svg", ".ttf", ".json":
		return true
	default:
		return false
	}
}

func compressed(files fs.FS, name string) ([]byte, error) {
	text, err := fs.ReadFile(files, name)
	if err != nil {
		return nil, fmt.Errorf("read the frontend's %s: %w", name, err)
	}
	var packed bytes.Buffer
	writer, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err != nil {
		return nil, fmt.Errorf("compress %s: %w", name, err)
	}
	if _, err := writer.Write(text); err != nil {
		return nil, fmt.Errorf("compress %s: %w", name, err)
	}
	if err := writer.Close(); err != nil {
		return nil, fmt.Errorf("compress %s: %w", name, err)
	}
	return packed.Bytes(), nil
}
