package api

import (
	"context"
	"net/http"
	"time"

	"github.com/labstack/echo/v4"
)

const readyTimeout = 2 * time.Second

// operational adds what machines ask: health, readiness and metrics.
func (s *Server) operational() {
	s.echo.GET("/healthz", func(c echo.Context) error {
		return c.JSON(http.StatusOK, map[string]string{"status": "ok", "version": s.options.Version})
	})
	s.echo.GET("/readyz", s.ready)
	s.echo.GET("/metrics", echo.WrapHandler(s.metrics.handler()))
}

// described adds the description of the API, for programs and for people.
func (s *Server) described() {
	s.echo.GET("/api/v1/openapi.json", func(c echo.Context) error {
		text, err := s.OpenAPI()
		if err != nil {
			return err
		}
		return c.JSONBlob(http.StatusOK, text)
	})
	s.echo.GET("/api/docs", s.apiDocs)
}

// ready says whether requests can be answered: the database must; the search engine may be away, since search
// then answers from the database.
func (s *Server) ready(c echo.Context) error {
	ctx, cancel := context.WithTimeout(c.Request().Context(), readyTimeout)
	defer cancel()
	state := map[string]string{"database": "ok", "search": "meilisearch"}
	code := http.StatusOK
	if err := s.app.DB.Pool().Ping(ctx); err != nil {
		state["database"], code = "away", http.StatusServiceUnavailable
	}
	if !s.app.Search.EngineAvailable() {
		state["search"] = "database"
	}
	return written(c.JSON(code, state))
}
