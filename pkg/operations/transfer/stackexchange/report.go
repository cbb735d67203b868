package stackexchange

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"
)

// Tally counts what became of the rows of one kind.
type Tally struct {
	New       int `json:"new"`
	Changed   int `json:"changed"`
	Unchanged int `json:"unchanged"`
	Removed   int `json:"removed"`
}

// Report is what an import did, and what it left out and why.
type Report struct {
	Site  string `json:"site"`
	Space string `json:"space"`
	// Born is when the site came into being, by which its dumps are known.
	Born string `json:"born"`
	// Newest is the latest date in the dump.
	Newest time.Time        `json:"newest"`
	Files  map[string]int64 `json:"files"`
	Absent []string         `json:"absent"`
	Kinds  map[string]Tally `json:"kinds"`
	// LeftOut counts rows by the reason why they are not here.
	LeftOut map[string]int `json:"leftOut"`
	// Notes count what was imported otherwise than the dump has it.
	Notes map[string]int `json:"notes"`
	// People are those with a reputation in the dump; Equal those whose ledger here comes to the same sum.
	People  int           `json:"people"`
	Equal   int           `json:"equal"`
	Resumed bool          `json:"resumed"`
	Took    time.Duration `json:"took"`
}

func newReport() Report {
	return Report{Files: map[string]int64{}, Kinds: map[string]Tally{}, LeftOut: map[string]int{}, Notes: map[string]int{}}
}

// Changed tells whether the import changed anything.
func (r Report) Changed() bool {
	for _, tally := range r.Kinds {
		if tally.New+tally.Changed+tally.Removed > 0 {
			return true
		}
	}
	return false
}

// Rows is the number of rows in all files.
func (r Report) Rows() (total int64) {
	for _, rows := range r.Files {
		total += rows
	}
	return total
}

// clone keeps the numbers of a try that may have to be repeated apart from those before it.
func (r Report) clone() Report {
	r.Kinds, r.LeftOut, r.Notes = maps.Clone(r.Kinds), maps.Clone(r.LeftOut), maps.Clone(r.Notes)
	return r
}

func (r Report) leave(reason string, rows int) {
	if rows > 0 {
		r.LeftOut[reason] += rows
	}
}

func (r Report) note(what string, rows int) {
	if rows > 0 {
		r.Notes[what] += rows
	}
}

// kindNames are the kinds of a report in the order of telling.
var kindNames = []string{kindPeople, kindTags, kindQuestions, kindAnswers, kindRevisions, kindVotes, kindLinks, kindAcceptances, kindClosures,
	kindBounties, kindComments, kindBadges, kindLedger}

// Kinds of what an import writes, as its report names them.
const (
	kindPeople      = "people"
	kindTags        = "tags"
	kindQuestions   = "questions"
	kindAnswers     = "answers"
	kindRevisions   = "revisions"
	kindVotes       = "posts with votes"
	kindLinks       = "links"
	kindAcceptances = "accepted answers"
	kindClosures    = "closures"
	kindBounties    = "bounties"
	kindComments    = "comments"
	kindBadges      = "badges"
	kindLedger      = "reputation entries"
)

// String is the report as the terminal shows it.
func (r Report) String() string {
	var text strings.Builder
	fmt.Fprintf(&text, "Imported %s, up to %s, into the space %s.\n\n", r.Site, r.Newest.Format(time.DateOnly), r.Space)
	fmt.Fprintf(&text, "  %-24s %9s %9s %9s %9s\n", "", "new", "changed", "unchanged", "removed")
	for _, kind := range kindNames {
		if t, ok := r.Kinds[kind]; ok {
			fmt.Fprintf(&text, "  %-24s %9d %9d %9d %9d\n", kind, t.New, t.Changed, t.Unchanged, t.Removed)
		}
	}
	counts(&text, "Left out, by reason:", r.LeftOut)
	counts(&text, "To know:", r.Notes)
	if len(r.Absent) > 0 {
		fmt.Fprintf(&text, "\nThe dump has no %s; what it would hold was left as it is.\n", strings.Join(r.Absent, ", "))
	}
	if r.People > 0 {
		fmt.Fprintf(&text, "\nReputation comes to what the site says for %d of %d people (%.2f %%).\n", r.Equal, r.People, 100*float64(r.Equal)/float64(r.People))
	}
	fmt.Fprintf(&text, "%d rows in %s", r.Rows(), r.Took.Round(time.Millisecond*10))
	if seconds := r.Took.Seconds(); seconds > 0 {
		fmt.Fprintf(&text, " (%.0f rows/s)", float64(r.Rows())/seconds)
	}
	text.WriteString(".\n")
	return text.String()
}

func counts(text *strings.Builder, title string, rows map[string]int) {
	if len(rows) == 0 {
		return
	}
	fmt.Fprintf(text, "\n%s\n", title)
	reasons := slices.SortedFunc(maps.Keys(rows), func(a, b string) int { return cmp.Or(cmp.Compare(rows[b], rows[a]), strings.Compare(a, b)) })
	for _, reason := range reasons {
		fmt.Fprintf(text, "  %7d  %s\n", rows[reason], reason)
	}
}
