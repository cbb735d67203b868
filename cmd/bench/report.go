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
	Screen    screen  `json:"firstScreen"`
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

// promise is a bound on what was measured.
type promise struct {
	name string
	// measured may be NaN where nothing was measured, which keeps no promise.
	measured, bound float64
	atMost          bool
}

func (p promise) kept() bool {
	if p.atMost {
		return p.measured <= p.bound
	}
	return p.measured >= p.bound
}

// promises of one round: ratios of rates, and statements a request.
func (r round) promises() []promise {
	rate := func(name string) float64 { return r.Routes[name].PerSecond }
	promised := []promise{
		{name: "cold page / pgbench with the same SQL", measured: rate(pageCold) / r.Pgbench[pgPage], bound: 0.6},
		{name: "recently read page / healthz", measured: rate(pageWarm) / rate(health), bound: 0.5},
		{name: "vote and un-vote / pgbench simple update", measured: rate(voting) / r.Pgbench[pgUpdate], bound: 0.25},
		{name: "statements of a cold page", measured: r.Routes[pageCold].Statements, bound: 4, atMost: true},
		{name: "statements of a recently read page", measured: r.Routes[pageWarm].Statements, bound: 1, atMost: true},
	}
	for _, looked := range []string{fullInbox, fullUnread, longTimeline, reviewing} {
		promised = append(promised,
			promise{name: looked + " / cold page", measured: rate(looked) / rate(pageCold), bound: 0.5},
			promise{name: "statements of " + looked, measured: r.Routes[looked].Statements, bound: 4, atMost: true})
	}
	for _, pages := range [][2]string{{newestFirst, newestDeep}, {hotFirst, hotDeep}, {openFirst, openDeep}} {
		promised = append(promised,
			promise{name: pages[0] + " / cold page", measured: rate(pages[0]) / rate(pageCold), bound: 0.5},
			promise{name: pages[1] + " / cold page", measured: rate(pages[1]) / rate(pageCold), bound: 0.5},
			promise{name: pages[1] + " / page 1", measured: rate(pages[1]) / rate(pages[0]), bound: 0.5},
			promise{name: "statements of " + pages[0], measured: r.Routes[pages[0]].Statements, bound: 3, atMost: true},
			promise{name: "statements of " + pages[1], measured: r.Routes[pages[1]].Statements, bound: 3, atMost: true})
	}
	return promised
}

// promises of the whole run.
func (r report) promises() []promise {
	return []promise{
		{name: "server's peak memory, MB", measured: r.MemoryMB, bound: 256, atMost: true},
		{name: "first screen of a question, ms", measured: r.Screen.Milliseconds, bound: 1000, atMost: true},
		{name: "scripts and styles of it, kB", measured: r.Screen.Kilobytes, bound: 250, atMost: true},
	}
}

func (r report) print(out io.Writer) {
	fmt.Fprintf(out, "\n%s; %d questions; %.0f s each\n", r.Machine, r.Questions, r.Seconds)
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
		_ = table.Flush()
		printPromises(out, round.promises())
	}
	printPromises(out, r.promises())
}

func printPromises(out io.Writer, promises []promise) {
	fmt.Fprintln(out)
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "promise\tmeasured\tbound\t")
	for _, p := range promises {
		bound, mark := "at least", ""
		if p.atMost {
			bound = "at most"
		}
		if !p.kept() {
			mark = "missed"
		}
		fmt.Fprintf(table, "%s\t%.2f\t%s %g\t%s\n", p.name, p.measured, bound, p.bound, mark)
	}
	_ = table.Flush()
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
