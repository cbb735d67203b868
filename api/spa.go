package api

import (
	"bytes"
	"crypto/rand"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"

	"github.com/labstack/echo/v4"
)

const noncePlaceholder = "__CSP_NONCE__"

// singlePage serves the built frontend: its hashed files for ever, and index.html with a fresh nonce for every
// other address, since the SPA knows its own routes.
func (s *Server) singlePage() error {
	if s.options.Assets == "" {
		return nil
	}
	index, err := os.ReadFile(filepath.Join(s.options.Assets, "index.html"))
	if err != nil {
		return fmt.Errorf("the built frontend is not at %s; run `make build` or set --assets: %w", s.options.Assets, err)
	}
	root, err := os.OpenRoot(s.options.Assets)
	if err != nil {
		return fmt.Errorf("open the frontend's folder: %w", err)
	}
	files := newAssets(root.FS())
	serve := func(c echo.Context) error {
		path := strings.TrimPrefix(c.Request().URL.Path, "/")
		if strings.HasPrefix(path, "api/") {
			return echo.ErrNotFound
		}
		if info, err := root.Stat(path); err == nil && !info.IsDir() && path != "index.html" {
			if strings.HasPrefix(path, "assets/") {
				c.Response().Header().Set("Cache-Control", "public, max-age=31536000, immutable")
			}
			return files.serve(c, path)
		}
		if strings.HasPrefix(path, "assets/") {
			return echo.ErrNotFound
		}
		return serveIndex(c, index)
	}
	s.echo.GET("/*", serve)
	s.echo.HEAD("/*", serve)
	return nil
}

func serveIndex(c echo.Context, index []byte) error {
	nonce := rand.Text()
	header := c.Response().Header()
	header.Set("Content-Security-Policy", "default-src 'self'; script-src 'self'; style-src 'self' 'nonce-"+nonce+"'; "+
		"img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'")
	header.Set("Cache-Control", "no-cache")
	return written(c.HTMLBlob(http.StatusOK, bytes.ReplaceAll(index, []byte(noncePlaceholder), []byte(nonce))))
}
