package search

import (
	"strings"
	"time"

	"wellspring/pkg/kernel/id"
	"wellspring/pkg/kernel/page"
)

// Sort is the order of results.
type Sort string

// The orders.
const (
	ByRelevance Sort = "relevance"
	ByNewest    Sort = "newest"
	ByVotes     Sort = "votes"
)

// Request is what somebody searches for: words and operators, as Parse understands them, narrowed by facets.
type Request struct {
	Text   string
	Kind   string
	Space  string
	Tags   []string
	Author string
	State  string
	From   time.Time
	To     time.Time
	Sort   Sort
	page.Request
}

// Term is a word or a phrase to find, or to leave out.
type Term struct {
	Text   string
	Phrase bool
	Not    bool
}

// Query is a request after its operators were read.
type Query struct {
	Terms []Term
	// In limits the terms to the title or the body; empty means both.
	In   string
	Kind string
	// Space is a slug, and SpaceID the space it names.
	Space   string
	SpaceID id.Space
	Tags    []string
	NotTags []string
	// Author is a handle, an id, a name or me, and AuthorID the person it names.
	Author   string
	AuthorID id.User
	State    string
	MinScore *int
	Answers  *int
	Accepted *bool
	HasCode  bool
	// From is the first moment, To the first one after the last.
	From time.Time
	To   time.Time
	Sort Sort
	page.Request
}

// Parse reads the operators that people know: [tag] -[tag] user: "phrase" score:3 answers:0 isaccepted:yes
// is:question title: body: created:2025.. in:space has:code, and -word for what must not be there. What looks like an
// operator but is none stays text. A facet of the request goes before the same thing in the text.
func Parse(request Request) Query {
	q := Query{Sort: request.Sort, Request: request.Request.Normal()}
	if q.Sort == "" {
		q.Sort = ByRelevance
	}
	for _, token := range tokens(request.Text) {
		if !q.operator(token) {
			q.add(token)
		}
	}
	for _, tag := range request.Tags {
		q.Tags = append(q.Tags, strings.ToLower(tag))
	}
	narrow(&q.Kind, request.Kind)
	narrow(&q.Space, request.Space)
	narrow(&q.Author, request.Author)
	narrow(&q.State, request.State)
	if !request.From.IsZero() {
		q.From = request.From
	}
	if !request.To.IsZero() {
		q.To = request.To
	}
	return q
}

func narrow(to *string, given string) {
	if given != "" {
		*to = given
	}
}

// add takes a token as text: a phrase when it stands in quotes, and not wanted when it follows a minus.
func (q *Query) add(token string) {
	var term Term
	if rest, minus := strings.CutPrefix(token, "-"); minus && rest != "" {
		term.Not, token = true, rest
	}
	term.Phrase = strings.HasPrefix(token, `"`) && strings.Count(token, `"`) > 1
	term.Text = strings.Join(strings.Fields(strings.ReplaceAll(token, `"`, " ")), " ")
	if term.Text != "" {
		q.Terms = append(q.Terms, term)
	}
}

// tokens divides at spaces, but keeps "a phrase", [a tag] and name:"a phrase" together. A quote or bracket that is
// never closed is a sign like any other.
func tokens(text string) []string {
	var found []string
	rest := strings.Join(strings.Fields(text), " ")
	for rest != "" {
		end := tokenEnd(rest)
		found = append(found, rest[:end])
		rest = strings.TrimPrefix(rest[end:], " ")
	}
	return found
}

// tokenEnd is where the first token of a text ends.
func tokenEnd(text string) int {
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case ' ':
			return i
		case '"':
			i += max(0, 1+strings.IndexByte(text[i+1:], '"'))
		case '[':
			i += max(0, 1+strings.IndexByte(text[i+1:], ']'))
		}
	}
	return len(text)
}

// Words are the terms as they were written.
func (q *Query) Words() string {
	words := make([]string, len(q.Terms))
	for i, term := range q.Terms {
		if words[i] = term.Text; term.Phrase {
			words[i] = `"` + term.Text + `"`
		}
		if term.Not {
			words[i] = "-" + words[i]
		}
	}
	return strings.Join(words, " ")
}

// Wanted are the terms that must be there, without any signs.
func (q *Query) Wanted() []string {
	var wanted []string
	for _, term := range q.Terms {
		if !term.Not {
			wanted = append(wanted, term.Text)
		}
	}
	return wanted
}

// PostsOnly tells whether something is asked that only posts can have.
func (q *Query) PostsOnly() bool {
	return q.SpaceID != 0 || len(q.Tags) > 0 || len(q.NotTags) > 0 || q.AuthorID != 0 || q.State != "" || q.In != "" ||
		q.MinScore != nil || q.Answers != nil || q.Accepted != nil || q.HasCode || !q.From.IsZero() || !q.To.IsZero()
}

// Widened gives, for each facet by which the query is narrowed to one choice, the query without that.
func (q *Query) Widened() map[string]Query {
	widened := map[string]Query{}
	if q.Kind != "" {
		wide := *q
		wide.Kind = ""
		widened[FacetKind] = wide
	}
	if q.SpaceID != 0 {
		wide := *q
		wide.SpaceID = 0
		widened[FacetSpace] = wide
	}
	if q.State != "" {
		wide := *q
		wide.State = ""
		widened[FacetState] = wide
	}
	return widened
}
