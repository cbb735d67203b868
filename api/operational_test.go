package api_test

import (
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/stretchr/testify/require"

	"wellspring/api"
	"wellspring/pkg/testkit"
)

func TestWorkerTellsItsHealthAndAnswersNothingElse(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	worker := httptest.NewServer(api.NewOperational(kit.App, api.Options{Version: "1.2.3", Log: slog.New(slog.DiscardHandler)}).Handler())
	t.Cleanup(worker.Close)
	for path, want := range map[string]struct {
		status int
		text   string
	}{
		"/healthz":          {http.StatusOK, `"version":"1.2.3"`},
		"/readyz":           {http.StatusOK, `"database":"ok"`},
		"/metrics":          {http.StatusOK, "wellspring_sql_statements_total"},
		"/api/v1/questions": {http.StatusNotFound, "not-found"},
		"/":                 {http.StatusNotFound, "not-found"},
	} {
		request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, worker.URL+path, nil)
		require.NoError(t, err)
		response, err := http.DefaultClient.Do(request)
		require.NoError(t, err)
		text, err := io.ReadAll(response.Body)
		require.NoError(t, err)
		require.NoError(t, response.Body.Close())
		require.Equal(t, want.status, response.StatusCode, path)
		require.Contains(t, string(text), want.text, path)
	}
}

func TestDocumentTellsWhereAnIdempotencyKeyCounts(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, kit.URL+"/api/v1/openapi.json", nil)
	require.NoError(t, err)
	response, err := http.DefaultClient.Do(request)
	require.NoError(t, err)
	defer func() { require.NoError(t, response.Body.Close()) }()
	type parameter struct {
		Name string `json:"name"`
	}
	var document struct {
		Paths map[string]map[string]struct {
			Parameters []parameter `json:"parameters"`
		} `json:"paths"`
	}
	require.NoError(t, json.NewDecoder(response.Body).Decode(&document))
	require.Contains(t, document.Paths["/questions"]["post"].Parameters, parameter{"Idempotency-Key"})
	require.NotContains(t, document.Paths["/sessions"]["post"].Parameters, parameter{"Idempotency-Key"})
}
