package stackexchange

import (
	"cmp"
	"encoding/json"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"wellspring/pkg/content/tags"
)

// revision is one state of a post's text with the people as the dump numbers them.
type revision struct {
	Number    int       `json:"number"`
	Kind      string    `json:"kind"`
	User      int64     `json:"user"`
	UserName  string    `json:"userName"`
	CreatedAt time.Time `json:"createdAt"`
	Summary   string    `json:"summary"`
	Title     string    `json:"title"`
	Body      string    `json:"body"`
	Tags      []string  `json:"tags"`
	// Suggested says that its author had suggested it, and Accepter accepted it, where the dump tells who.
	Suggested bool  `json:"suggested,omitempty"`
	Accepter  int64 `json:"accepter,omitempty"`
}

func changesText(historyType int) bool { return historyType >= initialTitle && historyType <= rollTags }

// revisionsOf puts the rows of a post's history together: what was changed at one time is one revision, and each revision
// is the whole text as it then was. Rows come in the order of their ids.
func revisionsOf(rows []storedHistory) []revision {
	accepted := acceptancesIn(rows)
	rows = slices.DeleteFunc(slices.Clone(rows), func(h storedHistory) bool { return !changesText(h.Type) })
	slices.SortStableFunc(rows, func(a, b storedHistory) int { return a.CreatedAt.Compare(b.CreatedAt) })
	revisions := []revision{}
	group := ""
	for _, row := range rows {
		if key := cmp.Or(row.Revision, row.CreatedAt.String()); len(revisions) == 0 || key != group {
			group = key
			next := following(revisions, row)
			next.Accepter, next.Suggested = accepted[row.Revision]
			revisions = append(revisions, next)
		}
		revisions[len(revisions)-1].apply(row)
	}
	if len(revisions) > 0 {
		revisions[0].Kind = "initial"
	}
	return revisions
}

// acceptance is how the history says that an edit was suggested; several may have accepted it, or nobody who is named. Who
// suggested it is a number, or an address on the network with a key.
var acceptance = regexp.MustCompile(`^Proposed by \S+ approved by (-?[0-9]{1,18})?`)

// acceptancesIn gives the first who accepted an edit that had been suggested, by the key of its revision.
func acceptancesIn(rows []storedHistory) map[string]int64 {
	accepted := map[string]int64{}
	for _, row := range rows {
		found := acceptance.FindStringSubmatch(row.Comment)
		if row.Type != editApproved || found == nil || row.Revision == "" {
			continue
		}
		by, err := strconv.ParseInt(found[1], 10, 64)
		if err != nil {
			by = 0
		}
		accepted[row.Revision] = by
	}
	return accepted
}

// following begins a revision with the text of the one before it.
func following(before []revision, row storedHistory) revision {
	next := revision{Number: len(before) + 1, Kind: "edit", User: row.UserID, CreatedAt: row.CreatedAt}
	next.UserName = authorName(row.UserID, row.UserKnown, row.UserName, row.UserName)
	if len(before) > 0 {
		last := before[len(before)-1]
		next.Title, next.Body, next.Tags = last.Title, last.Body, last.Tags
	}
	return next
}

func (v *revision) apply(row storedHistory) {
	if v.Summary == "" {
		v.Summary = row.Comment
	}
	switch row.Type {
	case initialTitle, editTitle, rollTitle:
		v.Title = row.Body
	case initialBody, editBody, rollBody:
		v.Body = row.Body
	case initialTags, editTags, rollTags:
		v.Tags = tags.Normalise(splitTags(row.Body))
	}
	if row.Type >= rollTitle {
		v.Kind = "rollback"
	}
}

// closure says why a question is closed, and by whom.
type closure struct {
	reason      string
	by          int64
	duplicateOf int64
}

// closureOf finds the last closing in a question's history. Without one the reason is unknown, and the mildest is taken.
func closureOf(rows []storedHistory) (found closure, known bool) {
	found.reason = "needs-detail"
	for _, row := range rows {
		if row.Type != closed {
			continue
		}
		known = true
		found = closure{reason: closeReason(row.Comment), by: row.UserID}
		var details struct {
			OriginalQuestionIDs []int64 `json:"OriginalQuestionIds"`
		}
		if json.Unmarshal([]byte(row.Body), &details) == nil && len(details.OriginalQuestionIDs) > 0 {
			found.duplicateOf = details.OriginalQuestionIDs[0]
		}
	}
	return found, known
}

// closeReason maps the reasons of the network, those since 2013 and those before, to ours.
func closeReason(comment string) string {
	switch strings.TrimSpace(comment) {
	case "1", "101":
		return "duplicate"
	case "2", "3", "10", "20", "102", "105": // off topic, subjective, general reference, noise, opinion-based
		return "out-of-scope"
	case "7": // too localised
		return "outdated"
	default: // not a real question, unclear, too broad
		return "needs-detail"
	}
}

// lockedAt is when a post was locked, unless it was unlocked since.
func lockedAt(rows []storedHistory) *time.Time {
	var at *time.Time
	for i := range rows {
		switch rows[i].Type {
		case locked:
			at = &rows[i].CreatedAt
		case unlocked:
			at = nil
		}
	}
	return at
}
