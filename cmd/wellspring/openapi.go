package main

import (
	"fmt"
	"log/slog"

	"wellspring/api"
	"wellspring/pkg/app"
)

type openapiCommand struct{}

// Run prints the document, which needs neither a database nor a network.
func (openapiCommand) Run(log *slog.Logger) error {
	server, err := api.New(&app.App{}, api.Options{Log: log, Version: version})
	if err != nil {
		return err
	}
	text, err := server.OpenAPI()
	if err != nil {
		return err
	}
	fmt.Print(string(text))
	return nil
}
