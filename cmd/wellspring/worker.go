package main

import (
	"context"
	"log/slog"

	"wellspring/api"
	"wellspring/pkg/app"
)

type workerCommand struct {
	backend
	mailServer
	kept
	Address string `help:"Where to answer /healthz, /readyz and /metrics." env:"WELLSPRING_ADDRESS" default:"127.0.0.1:8080"`
	BaseURL string `name:"base-url" help:"The address people use; links in mails begin with it." env:"WELLSPRING_BASE_URL"`
	Secret  string `help:"The key that serve has; it signs links in mails." env:"WELLSPRING_SECRET"`
}

// Help shows examples.
func (workerCommand) Help() string {
	return `Example:
  wellspring worker --database-url postgres://... --meili-url http://search:7700 --address 127.0.0.1:8081`
}

// Run does the background work until it is interrupted; work in hand is finished.
func (c *workerCommand) Run(ctx context.Context, log *slog.Logger) error {
	listener, err := listen(ctx, c.Address)
	if err != nil {
		return err
	}
	options, err := c.mailServer.into(c.backend.options([]byte(c.Secret), log), c.BaseURL)
	if err != nil {
		return err
	}
	a, err := app.New(ctx, c.kept.into(options))
	if err != nil {
		return err
	}
	defer a.Close()
	log.Info("working", "address", c.Address)
	server := api.NewOperational(a, api.Options{Version: version, Log: log})
	return process{app: a, server: server, jobs: true, log: log}.serve(ctx, listener)
}
