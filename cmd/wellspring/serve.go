package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"runtime/debug"
	"sync"
	"time"

	"wellspring/api"
	"wellspring/pkg/app"
)

const (
	readHeaderTimeout = 10 * time.Second
	idleTimeout       = 2 * time.Minute
	shutdownTimeout   = 20 * time.Second
	minSecret         = 32
)

// backend says where the servers are that hold the data.
type backend struct {
	DatabaseURL  string `name:"database-url" help:"Postgres, as postgres://user:password@host/database." env:"DATABASE_URL" required:""`
	MeiliURL     string `name:"meili-url" help:"Meilisearch; without it search answers from Postgres." env:"MEILI_URL"`
	MeiliKey     string `name:"meili-key" help:"A key of Meilisearch that may write indexes." env:"MEILI_KEY"`
	SearchPrefix string `name:"search-prefix" help:"What the names of the search indexes begin with." env:"WELLSPRING_SEARCH_PREFIX" default:"wellspring_"`
}

func (b backend) options(secret []byte, log *slog.Logger) app.Options {
	return app.Options{
		DatabaseURL: b.DatabaseURL, SearchURL: b.MeiliURL, SearchKey: b.MeiliKey, SearchPrefix: b.SearchPrefix,
		Secret: secret, Log: log,
	}
}

// front says how the server faces people.
type front struct {
	BaseURL        string   `name:"base-url" help:"The address people use, such as https://ask.example.org." env:"WELLSPRING_BASE_URL"`
	TrustedProxies []string `name:"trusted-proxies" help:"Networks (CIDR) of proxies that may name the client's address." env:"WELLSPRING_TRUSTED_PROXIES"`
	Assets         string   `help:"The folder of the built frontend; none serves the API alone." env:"WELLSPRING_ASSETS" default:"${assets}"`
	RateLimit      int      `name:"rate-limit" help:"Requests a minute for one person or address; -1 for no limit." env:"WELLSPRING_RATE_LIMIT" default:"600"`
}

func (f front) options(log *slog.Logger) (api.Options, error) {
	options := api.Options{BaseURL: f.BaseURL, Assets: f.Assets, Version: version, RequestsPerMinute: f.RateLimit, Log: log}
	if f.Assets == "none" {
		options.Assets = ""
	}
	for _, text := range f.TrustedProxies {
		_, network, err := net.ParseCIDR(text)
		if err != nil {
			return options, fmt.Errorf("--trusted-proxies: %q is no network; write it as 10.0.0.0/8", text)
		}
		options.TrustedProxies = append(options.TrustedProxies, network)
	}
	return options, nil
}

// defaultAssets is the frontend beside the program in a checkout or an image, or below the working directory.
func defaultAssets() string {
	places := []string{"frontend/dist"}
	if program, err := os.Executable(); err == nil {
		places = append(places, filepath.Join(filepath.Dir(program), "..", "frontend", "dist"))
	}
	for _, place := range places {
		if _, err := os.Stat(filepath.Join(place, "index.html")); err == nil {
			return place
		}
	}
	return places[0]
}

type serveCommand struct {
	backend
	front
	mailServer
	kept
	Address string `help:"Where to listen." env:"WELLSPRING_ADDRESS" default:"127.0.0.1:8080"`
	Secret  string `help:"The key that signs access tokens, at least 32 characters." env:"WELLSPRING_SECRET" required:""`
	Jobs    bool   `help:"Run the background work in this process too." default:"true" negatable:"" env:"WELLSPRING_JOBS"`
}

// Help shows examples.
func (serveCommand) Help() string {
	return `Examples:
  wellspring serve --database-url postgres://wellspring:...@db/wellspring --meili-url http://search:7700
  wellspring serve --no-jobs          # beside one or more: wellspring worker`
}

// Run serves until it is interrupted, then finishes what is in hand.
func (c *serveCommand) Run(ctx context.Context, log *slog.Logger) error {
	if len(c.Secret) < minSecret {
		return errors.New("WELLSPRING_SECRET is shorter than 32 characters; make one with: openssl rand -base64 48")
	}
	options, err := c.front.options(log)
	if err != nil {
		return err
	}
	listener, err := listen(ctx, c.Address)
	if err != nil {
		return err
	}
	appOptions, err := c.mailServer.into(c.backend.options([]byte(c.Secret), log), c.BaseURL)
	if err != nil {
		return err
	}
	a, err := app.New(ctx, c.kept.into(appOptions))
	if err != nil {
		return err
	}
	defer a.Close()
	server, err := api.New(a, options) //nolint:contextcheck // a page is opened with the context of its request
	if err != nil {
		return err
	}
	return process{app: a, server: server, jobs: c.Jobs, log: log}.serve(ctx, listener)
}

func listen(ctx context.Context, address string) (net.Listener, error) {
	listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", address)
	if err != nil {
		return nil, fmt.Errorf("cannot listen on %s, probably because another program does; stop it or choose another port: %w", address, err)
	}
	return listener, nil
}

// process is what a running program does: it answers requests and, where jobs is set, does the background work.
type process struct {
	app    *app.App
	server *api.Server
	jobs   bool
	log    *slog.Logger
}

// serve runs the server and the background work. At the end of ctx it takes no new request, finishes those in
// hand, and only then ends the background work, so that nothing answered with success is left undone.
func (p process) serve(ctx context.Context, listener net.Listener) error {
	tuneMemory()
	background, endBackground := context.WithCancel(context.WithoutCancel(ctx))
	var done sync.WaitGroup
	done.Go(func() { p.app.Run(background, p.jobs) })
	defer done.Wait()
	defer endBackground()

	web := &http.Server{Handler: p.server.Handler(), ReadHeaderTimeout: readHeaderTimeout, IdleTimeout: idleTimeout}
	web.RegisterOnShutdown(p.server.EndStreams)
	failed := make(chan error, 1)
	go func() { failed <- web.Serve(listener) }()
	select {
	case err := <-failed:
		return fmt.Errorf("serve: %w", err)
	case <-ctx.Done():
	}
	p.log.Info("shutting down: finishing the requests in hand")
	finish, cancel := context.WithTimeout(context.WithoutCancel(ctx), shutdownTimeout)
	defer cancel()
	if err := web.Shutdown(finish); err != nil {
		return fmt.Errorf("some requests did not finish in %s: %w", shutdownTimeout, err)
	}
	return nil
}

// tuneMemory collects garbage less often than Go does by itself, which gives routes that allocate a third more
// requests a second, but keeps the process small. GOGC and GOMEMLIMIT go before it.
func tuneMemory() {
	const percent, limit = 400, 192 << 20
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(percent)
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(limit)
	}
}
