package api

import (
	"bytes"
	"crypto/rand"
	"fmt"
	"html/template"
	"net/http"
	"os"
	"path/filepath"
	"strings"

	"github.com/labstack/echo/v4"
)

const noncePlaceholder = "__CSP_NONCE__"

// singlePage serves the built frontend: its hashed files for ever, and index.html with a fresh nonce for every
// other address, since the SPA knows its own routes. What visitors may read is described in the HTML too.
func (s *Server) singlePage() error {
	if s.options.Assets == "" {
		return nil
	}
	index, err := readIndex(s.options.Assets)
	if err != nil {
		return err
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
		return s.open(c, index)
	}
	s.echo.GET("/*", serve)
	s.echo.HEAD("/*", serve)
	return nil
}

// index is index.html, cut where the description of a page takes the place of its title.
type index struct {
	before, title, after []byte
	head                 *template.Template
}

func readIndex(folder string) (index, error) {
	text, err := os.ReadFile(filepath.Join(folder, "index.html"))
	if err != nil {
		return index{}, fmt.Errorf("the built frontend is not at %s; run `make build` or set --assets: %w", folder, err)
	}
	const begin, end = "<title>", "</title>"
	from := bytes.Index(text, []byte(begin))
	to := bytes.Index(text, []byte(end))
	if from < 0 || to < from {
		return index{}, fmt.Errorf("index.html in %s has no title", folder)
	}
	to += len(end)
	head, err := template.New("head").Parse(headHTML)
	if err != nil {
		return index{}, fmt.Errorf("read the template of the head: %w", err)
	}
	return index{before: text[:from], title: text[from:to], after: text[to:], head: head}, nil
}

// serveIndex sends index.html, with the head of the page where it has one.
func serveIndex(c echo.Context, page index, head *pageHead) error {
	nonce := rand.Text()
	header := c.Response().Header()
	// JSON-LD is data, which browsers never run, so it needs no leave from script-src.
	header.Set("Content-Security-Policy", "default-src 'self'; script-src 'self'; style-src 'self' 'nonce-"+nonce+"'; "+
		"img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'")
	header.Set("Cache-Control", "no-cache")
	var html bytes.Buffer
	// The nonce stands in our own text only: what people wrote must never be given it.
	html.Write(withNonce(page.before, nonce))
	if head == nil {
		html.Write(page.title)
	} else if err := page.head.Execute(&html, head); err != nil {
		return fmt.Errorf("write the head of a page: %w", err)
	}
	html.Write(withNonce(page.after, nonce))
	return written(c.HTMLBlob(http.StatusOK, html.Bytes()))
}

func withNonce(text []byte, nonce string) []byte {
	return bytes.ReplaceAll(text, []byte(noncePlaceholder), []byte(nonce))
}
