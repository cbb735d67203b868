// Command bench measures the real server beside pgbench on the same Postgres, in one run, since only ratios of one run
// mean something on a shared machine. It starts a private Postgres, fills it with 100,000 questions (data.go), starts
// bin/wellspring, drives it over keep-alive connections (drive.go), has pgbench run the same SQL (pgbench.go), and
// prints a table and a JSON file (report.go). What is measured stands in measures.go.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"slices"
	"strconv"
	"time"

	"github.com/alecthomas/kong"

	"wellspring/pkg/app"
	"wellspring/pkg/platform/localstack"
)

type options struct {
	Questions   int           `help:"Questions in the data set; answers and comments are twice as many, people a fifth." default:"100000"`
	Each        time.Duration `help:"How long each figure is measured." default:"5s"`
	Connections []int         `help:"Keep-alive connections." default:"1,16,64"`
	Only        string        `help:"Measure only what has this in its name, while working on it." placeholder:"TEXT"`
	Out         string        `help:"The JSON file." default:"bench.json"`
	Program     string        `help:"The server to measure." default:"bin/wellspring"`
	Assets      string        `help:"The built frontend, for the first screen." default:"frontend/dist"`
}

// reserve is how many connections to Postgres the server takes beside those of pgbench.
const reserve = 40

func main() {
	var o options
	kong.Parse(&o, kong.Name("bench"), kong.Description("Measure the server beside pgbench."))
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	err := run(ctx, o)
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, o options) (err error) {
	folder, err := os.MkdirTemp("", "wellspring-bench-")
	if err != nil {
		return fmt.Errorf("make a folder: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	stack, err := localstack.Start(ctx, localstack.Options{
		DataDir: folder, Temporary: true, WithoutSearch: true,
		PostgresSettings: map[string]string{"max_connections": strconv.Itoa(slices.Max(o.Connections) + reserve)},
	})
	if err != nil {
		return fmt.Errorf("start Postgres: %w", err)
	}
	defer func() { err = errors.Join(err, stack.Stop(context.WithoutCancel(ctx))) }()
	pgbench, err := stack.FindTool("pgbench")
	if err != nil {
		return fmt.Errorf("pgbench is missing; install Debian's package postgresql-contrib or postgresql: %w", err)
	}
	if _, err := app.Migrate(ctx, stack.DatabaseURL()); err != nil {
		return err
	}
	fmt.Fprintf(os.Stderr, "making %d questions ...\n", o.Questions)
	if err := fill(ctx, stack.DatabaseURL(), o.Questions); err != nil {
		return err
	}
	b := &bench{options: o, database: stack.DatabaseURL(), pgbench: pgbench, folder: folder}
	report, err := b.measureAll(ctx)
	if err != nil {
		return err
	}
	report.print(os.Stdout)
	return report.write(o.Out)
}
