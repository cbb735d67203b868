package api_test

import (
	"compress/gzip"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"wellspring/api"
	"wellspring/pkg/testkit"
)

const script = "export const greeting = 'Good morning';\n"

// frontend serves a small built frontend.
func frontend(t *testing.T) http.Handler {
	t.Helper()
	folder := t.TempDir()
	require.NoError(t, os.Mkdir(filepath.Join(folder, "assets"), 0o700))
	for name, text := range map[string]string{
		"index.html": "<!doctype html><title>Wellspring</title>", "assets/greet-1a2b.js": strings.Repeat(script, 100), "assets/face-3c4d.woff2": "wOF2",
	} {
		require.NoError(t, os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600))
	}
	server, err := api.New(testkit.New(t).App, api.Options{Assets: folder, Version: "test", Log: slog.New(slog.DiscardHandler)})
	require.NoError(t, err)
	return server.Handler()
}

func fetch(t *testing.T, handler http.Handler, path, encodings string) *httptest.ResponseRecorder {
	t.Helper()
	request := httptest.NewRequestWithContext(t.Context(), http.MethodGet, path, nil)
	request.Header.Set("Accept-Encoding", encodings)
	recorder := httptest.NewRecorder()
	handler.ServeHTTP(recorder, request)
	return recorder
}

func TestScriptsAreSentCompressedToWhoeverTakesThemSo(t *testing.T) {
	t.Parallel()
	handler := frontend(t)
	for range 2 {
		packed := fetch(t, handler, "/assets/greet-1a2b.js", "gzip, br")
		require.Equal(t, http.StatusOK, packed.Code)
		require.Equal(t, "gzip", packed.Header().Get("Content-Encoding"))
		require.Contains(t, packed.Header().Get("Content-Type"), "javascript")
		require.Contains(t, packed.Header().Get("Cache-Control"), "immutable")
		require.Contains(t, packed.Header().Values("Vary"), "Accept-Encoding")
		reader, err := gzip.NewReader(packed.Body)
		require.NoError(t, err)
		text, err := io.ReadAll(reader)
		require.NoError(t, err)
		require.Equal(t, strings.Repeat(script, 100), string(text))
	}

	plain := fetch(t, handler, "/assets/greet-1a2b.js", "identity")
	require.Empty(t, plain.Header().Get("Content-Encoding"))
	require.Equal(t, strings.Repeat(script, 100), plain.Body.String())
}

func TestFilesThatAreCompressedByNatureAreSentAsTheyAre(t *testing.T) {
	t.Parallel()
	face := fetch(t, frontend(t), "/assets/face-3c4d.woff2", "gzip")
	require.Equal(t, http.StatusOK, face.Code)
	require.Empty(t, face.Header().Get("Content-Encoding"))
}

func TestAFileThatTheFrontendDoesNotHaveIsNotFound(t *testing.T) {
	t.Parallel()
	require.Equal(t, http.StatusNotFound, fetch(t, frontend(t), "/assets/gone-5e6f.js", "gzip").Code)
}
