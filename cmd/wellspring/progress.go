package main

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"

	"golang.org/x/term"
)

const (
	barWidth  = 30
	redraw    = 100 * time.Millisecond
	nextLine  = 5 * time.Second
	eraseLine = "\r\x1b[K"
)

// progress shows how far long work is: a bar that is drawn over itself on a terminal, else a plain line now and then.
// It writes to standard error, so that results can be piped.
type progress struct {
	out      *os.File
	terminal bool
	unit     string
	now      func() time.Time
	started  time.Time
	shown    time.Time
	last     string
	waiting  bool // last is not written yet
}

// newProgress begins to measure; unit says what is counted, in the plural.
func newProgress(unit string) *progress {
	return &progress{out: os.Stderr, terminal: term.IsTerminal(int(os.Stderr.Fd())), unit: unit, now: time.Now, started: time.Now()}
}

// Show tells how much is done; a total of 0 is an unknown one. It may be called as often as one likes.
func (p *progress) Show(done, total int) {
	wait := nextLine
	if p.terminal {
		wait = redraw
	}
	p.last, p.waiting = p.line(done, total), true
	if now := p.now(); now.Sub(p.shown) >= wait {
		p.shown = now
		p.write()
	}
}

// Close shows the last state and leaves the line.
func (p *progress) Close() {
	if p.waiting {
		p.write()
	}
	if p.terminal && p.last != "" {
		fmt.Fprintln(p.out)
	}
	p.last = ""
}

func (p *progress) write() {
	p.waiting = false
	if p.terminal {
		fmt.Fprint(p.out, eraseLine+p.last)
		return
	}
	fmt.Fprintln(p.out, p.last)
}

func (p *progress) line(done, total int) string {
	elapsed := p.now().Sub(p.started)
	parts := []string{grouped(done) + " " + p.unit}
	if total > 0 {
		parts[0] = fmt.Sprintf("%3d %%  %s of %s %s", min(100, 100*done/total), grouped(done), grouped(total), p.unit)
		if p.terminal {
			full := min(barWidth, barWidth*done/total)
			parts[0] = strings.Repeat("█", full) + strings.Repeat("░", barWidth-full) + " " + parts[0]
		}
	}
	if rate := float64(done) / elapsed.Seconds(); elapsed >= time.Second && done > 0 {
		parts = append(parts, grouped(int(rate))+" a second")
		if left := total - done; left > 0 {
			parts = append(parts, time.Duration(float64(left)/rate*float64(time.Second)).Round(time.Second).String()+" left")
		}
	}
	return strings.Join(parts, ", ")
}

// grouped writes a number as 1,234,567.
func grouped(number int) string {
	digits := strconv.Itoa(number)
	var text strings.Builder
	for i, digit := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 && digits[i-1] != '-' {
			text.WriteByte(',')
		}
		text.WriteRune(digit)
	}
	return text.String()
}
