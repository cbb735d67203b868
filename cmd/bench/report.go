package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"runtime"
	"slices"
	"text/tabwriter"
)

type report struct {
	Machine   string  `json:"machine"`
	Questions int     `json:"questions"`
	Seconds   float64 `json:"secondsEach"`
	Rounds    []round `json:"rounds"`
	MemoryMB  float64 `json:"serverPeakMemoryMB"`
}

type round struct {
	Connections int                `json:"connections"`
	Routes      map[string]figure  `json:"routes"`
	Pgbench     map[string]float64 `json:"pgbenchPerSecond"`
}

type figure struct {
	load
	Statements float64 `json:"statementsPerRequest"`
}

// ratio is a promise: one figure divided by another is at least so much.
type ratio struct {
	name  string
	of    func(round) float64
	least float64
}

func ratios() []ratio {
	rate := func(r round, name string) float64 { return r.Routes[name].PerSecond }
	against := func(name, other string) func(round) float64 {
		return func(r round) float64 { return rate(r, name) / rate(r, other) }
	}
	pg := func(name, other string) func(round) float64 {
		return func(r round) float64 { return rate(r, name) / r.Pgbench[other] }
	}
	promised := []ratio{
		{"cold page / pgbench with the same SQL", pg(pageCold, pgPage), 0.6},
		{"recently read page / healthz", against(pageWarm, health), 0.5},
		{"vote and un-vote / pgbench simple update", pg(voting, pgUpdate), 0.25},
	}
	for _, pages := range [][2]string{{newestFirst, newestDeep}, {hotFirst, hotDeep}, {openFirst, openDeep}} {
		promised = append(promised,
			ratio{pages[0] + " / cold page", against(pages[0], pageCold), 0.5},
			ratio{pages[1] + " / cold page", against(pages[1], pageCold), 0.5},
			ratio{pages[1] + " / page 1", against(pages[1], pages[0]), 0.5})
	}
	return promised
}

func (r report) print(out io.Writer) {
	fmt.Fprintf(out, "\n%s; %d questions; %.0f s each; server's peak memory %.0f MB\n", r.Machine, r.Questions, r.Seconds, r.MemoryMB)
	for _, round := range r.Rounds {
		fmt.Fprintf(out, "\n%d connections\n", round.Connections)
		table := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
		fmt.Fprintln(table, "route\trequests/s\tp50 ms\tp99 ms\tSQL/request")
		for _, name := range sortedNames(round.Routes) {
			f := round.Routes[name]
			fmt.Fprintf(table, "%s\t%.0f\t%.2f\t%.2f\t%.2f\n", name, f.PerSecond, f.P50, f.P99, f.Statements)
		}
		for _, name := range sortedNames(round.Pgbench) {
			fmt.Fprintf(table, "%s\t%.0f\t\t\t\n", name, round.Pgbench[name])
		}
		fmt.Fprintln(table, "\t\t\t\t\nratio\tmeasured\tat least\t\t")
		for _, promise := range ratios() {
			measured, mark := promise.of(round), ""
			if measured < promise.least {
				mark = "missed"
			}
			fmt.Fprintf(table, "%s\t%.2f\t%.2f\t%s\t\n", promise.name, measured, promise.least, mark)
		}
		_ = table.Flush()
	}
}

func sortedNames[V any](m map[string]V) []string {
	names := make([]string, 0, len(m))
	for name := range m {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

func (r report) write(path string) error {
	text, err := json.MarshalIndent(r, "", "  ")
	if err != nil {
		return fmt.Errorf("encode the report: %w", err)
	}
	if err := os.WriteFile(path, append(text, '\n'), 0o644); err != nil { //nolint:gosec // a report is for everybody
		return fmt.Errorf("write the report: %w", err)
	}
	return nil
}

// machine names the processor, as far as the system tells.
func machine() string {
	model := "unknown processor"
	if text, err := os.ReadFile("/proc/cpuinfo"); err == nil {
		for line := range bytes.Lines(text) {
			if name, value, ok := bytes.Cut(line, []byte(":")); ok && string(bytes.TrimSpace(name)) == "model name" {
				model = string(bytes.TrimSpace(value))
				break
			}
		}
	}
	return fmt.Sprintf("%s, %d cores, %s/%s", model, runtime.NumCPU(), runtime.GOOS, runtime.GOARCH)
}
