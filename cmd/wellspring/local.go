package main

import (
	"context"
	"fmt"
	"log/slog"
	"net"
	"path/filepath"
	"strconv"
	"time"

	"wellspring/api"
	"wellspring/pkg/app"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/platform/localstack"
)

const stopTimeout = 30 * time.Second

type localCommand struct {
	front
	mailServer
	kept
	Data string `help:"The folder that holds everything; it is made when missing." default:".local" type:"path" env:"WELLSPRING_DATA"`
	Port int    `help:"The port on 127.0.0.1." default:"8080" env:"PORT"`
	Demo bool   `help:"Load the demonstration organisation the first time." env:"DEMO"`
}

// Help shows examples.
func (localCommand) Help() string {
	return `Examples:
  wellspring local --demo
  wellspring local --data /srv/wellspring --port 9000`
}

// Run starts the private servers, migrates, loads the demonstration, and serves until it is interrupted.
func (c *localCommand) Run(ctx context.Context, log *slog.Logger) (err error) {
	options, err := c.front.options(log)
	if err != nil {
		return err
	}
	listener, err := listen(ctx, net.JoinHostPort("127.0.0.1", strconv.Itoa(c.Port)))
	if err != nil {
		return err
	}
	defer func() { _ = listener.Close() }()
	stack, err := localstack.Start(ctx, localstack.Options{DataDir: c.Data, Logger: log})
	if err != nil {
		return err
	}
	defer func() {
		finish, cancel := context.WithTimeout(context.WithoutCancel(ctx), stopTimeout)
		defer cancel()
		if stopErr := stack.Stop(finish); err == nil {
			err = stopErr
		}
	}()
	a, err := c.open(ctx, stack, log)
	if err != nil {
		return err
	}
	defer a.Close()
	ctx, lost := context.WithCancelCause(ctx)
	defer lost(nil)
	go func() {
		select {
		case <-stack.Failed():
			lost(stack.Failure())
		case <-ctx.Done():
		}
	}()
	loaded, err := c.demonstration(ctx, a, log)
	if err != nil {
		return err
	}
	announce(c.Port, loaded)
	server, err := api.New(a, options) //nolint:contextcheck // a page is opened with the context of its request
	if err != nil {
		return err
	}
	if err := (process{app: a, server: server, jobs: true, log: log}).serve(ctx, listener); err != nil {
		return err
	}
	return stack.Failure()
}

func (c *localCommand) open(ctx context.Context, stack *localstack.Stack, log *slog.Logger) (*app.App, error) {
	if _, err := app.Migrate(ctx, stack.DatabaseURL()); err != nil {
		return nil, err
	}
	secret, err := stack.Secret("tokens")
	if err != nil {
		return nil, err
	}
	baseURL := c.BaseURL
	if baseURL == "" {
		baseURL = "http://127.0.0.1:" + strconv.Itoa(c.Port)
	}
	options, err := c.mailServer.into(app.Options{
		DatabaseURL: stack.DatabaseURL(), SearchURL: stack.SearchURL(), SearchKey: stack.SearchKey(),
		SearchPrefix: "wellspring_", Secret: []byte(secret), Log: log, KeepMails: c.SMTPURL == "",
	}, baseURL)
	if err != nil {
		return nil, err
	}
	if c.Uploads == "" {
		c.Uploads = filepath.Join(c.Data, "uploads")
	}
	return app.New(ctx, c.kept.into(options))
}

// demonstration loads the demonstration where it is asked for and nobody is there yet, and tells whether it is there.
func (c *localCommand) demonstration(ctx context.Context, a *app.App, log *slog.Logger) (bool, error) {
	loaded, err := a.Demo.Loaded(ctx)
	if err != nil || loaded || !c.Demo {
		return loaded, err
	}
	switch err := a.Demo.Load(ctx); {
	case fault.Is(err, "not-empty"):
		log.Info("the demonstration is left out, since there are people here already")
		return false, nil
	case err != nil:
		return false, err
	}
	return true, nil
}

func announce(port int, demo bool) {
	fmt.Printf("\nWellspring is ready at http://127.0.0.1:%d\n", port)
	if demo {
		fmt.Print("Sign in as ada (asks), ben (answers), mia (moderates), max (manages), noa (is new) or root (administers),\n" +
			"each at example.org, with the password: demonstration\n")
	}
	fmt.Print("Ctrl-C stops everything.\n\n")
}
