// Command wellspring is the whole product in one program: it serves the API and the SPA, runs the background
// work, migrates, imports, and tells what is wrong. One file per subcommand; this one holds the table of them.
package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/alecthomas/kong"

	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/platform/localstack"
)

// version is set when the program is built.
var version = "unversioned"

type commands struct {
	Config kong.ConfigFlag `help:"Read settings from this JSON file; flags and environment go before it." placeholder:"FILE" env:"WELLSPRING_CONFIG"`
	Log    string          `help:"What to log: debug, info, warn or error." enum:"debug,info,warn,error" default:"info" env:"WELLSPRING_LOG"`

	Local   localCommand   `cmd:"" help:"Run everything on this machine, with a private Postgres and Meilisearch."`
	Serve   serveCommand   `cmd:"" help:"Serve the API and the SPA, and run the background work."`
	Worker  workerCommand  `cmd:"" help:"Run the background work alone."`
	Migrate migrateCommand `cmd:"" help:"Bring the database's schema to this program's version."`
	Import  importCommand  `cmd:"" help:"Import what people wrote elsewhere."`
	Badges  badgesCommand  `cmd:"" help:"Award badges for what was there before them."`
	Reindex reindexCommand `cmd:"" help:"Build a fresh search index and put it in the place of the one in use."`
	Demo    demoCommand    `cmd:"" help:"Load the demonstration organisation into an empty database."`
	User    userCommand    `cmd:"" help:"Make accounts, give roles, set passwords."`
	Doctor  doctorCommand  `cmd:"" help:"Examine the installation, and say how to mend what is wrong."`
	Version versionCommand `cmd:"" help:"Print the program's version."`
	Openapi openapiCommand `cmd:"" hidden:"" help:"Print the OpenAPI document."`
}

const exitUsage = 2

func main() { os.Exit(run()) }

func run() int {
	var cli commands
	parser, err := kong.New(&cli, kong.Name("wellspring"), kong.UsageOnError(),
		kong.Description("Wellspring is a knowledge exchange for organisations.\n\nStart with: wellspring local --demo"),
		kong.Vars{"assets": defaultAssets()},
		kong.Configuration(kong.JSON, "/etc/wellspring.json"), kong.ConfigureHelp(kong.HelpOptions{Compact: true}))
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return exitUsage
	}
	command, err := parser.Parse(os.Args[1:])
	if err != nil {
		fmt.Fprintf(os.Stderr, "wellspring: %s\nRun wellspring --help to see what there is.\n", err)
		return exitUsage
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	command.BindTo(ctx, (*context.Context)(nil))
	command.Bind(newLogger(cli.Log))
	if err := command.Run(); err != nil && !errors.Is(err, context.Canceled) {
		fmt.Fprintln(os.Stderr, "wellspring:", explain(err))
		return 1
	}
	return 0
}

// explain keeps to the sentence that a person can act on, where the error has one.
func explain(err error) string {
	if problem, ok := errors.AsType[*localstack.Problem](err); ok {
		return problem.Error()
	}
	if found, ok := fault.As(err); ok {
		lines := []string{found.Error()}
		for _, field := range found.Fields {
			lines = append(lines, fmt.Sprintf("  %s: %s", field.Name, fmt.Sprintf(field.Format, field.Args...)))
		}
		return strings.Join(lines, "\n")
	}
	return err.Error()
}

func newLogger(level string) *slog.Logger {
	var threshold slog.Level
	if err := threshold.UnmarshalText([]byte(level)); err != nil {
		threshold = slog.LevelInfo
	}
	return slog.New(slog.NewJSONHandler(os.Stderr, &slog.HandlerOptions{Level: threshold}))
}

type versionCommand struct{}

// Run prints the version.
func (versionCommand) Run() error {
	fmt.Println(version)
	return nil
}
