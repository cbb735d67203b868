package api

import (
	"encoding/json"
	"fmt"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
)

// document is the head of the OpenAPI description; the operations add themselves.
func (s *Server) document() huma.Config {
	config := huma.DefaultConfig("Wellspring", "1.0.0")
	config.Info.Description = "Questions, answers, votes and reputation of an organisation. Every error is a problem document (RFC 9457) with a stable code."
	config.Servers = []*huma.Server{{URL: "/api/v1"}}
	config.OpenAPIPath, config.DocsPath, config.SchemasPath = "/openapi", "", ""
	config.CreateHooks = nil
	config.RejectUnknownQueryParameters = true
	config.Components.SecuritySchemes = map[string]*huma.SecurityScheme{
		"session": {Type: "http", Scheme: "bearer", BearerFormat: "JWT", Description: "The accessToken of POST /sessions."},
	}
	return config
}

// OpenAPI gives the description as indented JSON, the same for every build of the same code.
func (s *Server) OpenAPI() ([]byte, error) {
	text, err := json.MarshalIndent(s.api.OpenAPI(), "", "  ")
	if err != nil {
		return nil, fmt.Errorf("encode the OpenAPI document: %w", err)
	}
	return append(text, '\n'), nil
}

// operation describes a route that a visitor may call; signedIn describes one that needs a session.
func operation(id, method, path, tag, summary string) huma.Operation {
	return huma.Operation{
		OperationID: id, Method: method, Path: path, Tags: []string{tag}, Summary: summary,
		Errors: []int{http.StatusBadRequest, http.StatusNotFound, http.StatusUnprocessableEntity, http.StatusTooManyRequests},
	}
}

func signedIn(id, method, path, tag, summary string) huma.Operation {
	op := operation(id, method, path, tag, summary)
	op.Security = []map[string][]string{{"session": {}}}
	op.Errors = append(op.Errors, http.StatusUnauthorized, http.StatusForbidden, http.StatusConflict)
	return op
}

// status sets the success status of an operation, 201 or 204.
func status(op huma.Operation, code int) huma.Operation {
	op.DefaultStatus = code
	return op
}
