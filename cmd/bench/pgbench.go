package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"time"

	"wellspring/pkg/content/questions"
)

var transactionsPerSecond = regexp.MustCompile(`tps = ([0-9.]+)`)

// pgbenchRate runs pgbench with prepared statements and gives its transactions a second.
func (b *bench) pgbenchRate(ctx context.Context, connections int, args ...string) (float64, error) {
	all := append([]string{
		"--no-vacuum", "--protocol=prepared", "--client=" + strconv.Itoa(connections), "--jobs=" + strconv.Itoa(min(2, connections)),
		"--time=" + strconv.Itoa(int(max(time.Second, b.options.Each)/time.Second)),
	}, args...)
	out, err := b.runPgbench(ctx, all...)
	if err != nil {
		return 0, err
	}
	found := transactionsPerSecond.FindStringSubmatch(out)
	if found == nil {
		return 0, fmt.Errorf("pgbench gave no rate: %s", out)
	}
	return strconv.ParseFloat(found[1], 64)
}

func (b *bench) runPgbench(ctx context.Context, args ...string) (string, error) {
	command := exec.CommandContext(ctx, b.pgbench, append(args, b.database)...) //nolint:gosec // the arguments are ours
	// The server's connections live for hours and have settled on their plans. Without this each of pgbench's would plan the
	// page's long statements five times first, which takes 64 of them longer than they are measured.
	command.Env = append(os.Environ(), "PGOPTIONS=-c plan_cache_mode=force_generic_plan")
	out, err := command.CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("pgbench %s: %w: %s", strings.Join(args, " "), err, out)
	}
	return string(out), nil
}

// pageScript has pgbench run the very statements that a question page runs, for a random reader and question.
func (b *bench) pageScript() (string, error) {
	path := filepath.Join(b.folder, "page.sql")
	document, viewer := questions.PageSQL()
	text := fmt.Sprintf("\\set id random(1, %d)\n\\set reader random(1, %d)\n%s;\n%s;\n", b.options.Questions, readers,
		strings.ReplaceAll(document, "$1", ":id"), strings.NewReplacer("$1", ":reader", "$2", ":id").Replace(viewer))
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		return "", fmt.Errorf("write the script of pgbench: %w", err)
	}
	return path, nil
}
