package search

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/kernel/page"
)

func day(year int, month time.Month, day int) time.Time {
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}

func terms(words ...string) []Term {
	var all []Term
	for _, word := range words {
		all = append(all, Term{Text: word})
	}
	return all
}

func TestOperatorsAreReadAndTheRestIsText(t *testing.T) {
	t.Parallel()
	three, none, minus, yes, no := 3, 0, -2, true, false
	for text, want := range map[string]Query{
		"":                           {},
		"  ":                         {},
		"close a  channel\ttwice":    {Terms: terms("close", "a", "channel", "twice")},
		`"close a channel" twice`:    {Terms: []Term{{Text: "close a channel", Phrase: true}, {Text: "twice"}}},
		`say"hello there"you`:        {Terms: terms("say hello there you")},
		`"never closed`:              {Terms: terms("never", "closed")},
		`"" '`:                       {Terms: terms("'")},
		"-mutex channel":             {Terms: []Term{{Text: "mutex", Not: true}, {Text: "channel"}}},
		`-"a mutex" channel`:         {Terms: []Term{{Text: "a mutex", Phrase: true, Not: true}, {Text: "channel"}}},
		"- --":                       {Terms: []Term{{Text: "-"}, {Text: "-", Not: true}}},
		"[Go] channel":               {Tags: []string{"go"}, Terms: terms("channel")},
		"[two words] -[java]":        {Tags: []string{"two words"}, NotTags: []string{"java"}},
		"[] a[0] [open":              {Terms: terms("[]", "a[0]", "[open")},
		"user:Ada":                   {Author: "Ada"},
		`user:"Ada Lovelace" x`:      {Author: "Ada Lovelace", Terms: terms("x")},
		"user: ada":                  {Terms: terms("user:", "ada")},
		"score:3 answers:0":          {MinScore: &three, Answers: &none},
		"score:-2":                   {MinScore: &minus},
		"score:many answers:3.5":     {Terms: terms("score:many", "answers:3.5")},
		"score:99999999999999999999": {Terms: terms("score:99999999999999999999")},
		"isaccepted:yes":             {Accepted: &yes},
		"IsAccepted:No":              {Accepted: &no},
		"isaccepted:maybe":           {Terms: terms("isaccepted:maybe")},
		"is:question":                {Kind: KindQuestion},
		"is:Answer is:closed":        {Kind: KindAnswer, State: Closed},
		"is:person x":                {Kind: KindPerson, Terms: terms("x")},
		"is:unanswered":              {State: Unanswered},
		"is:great":                   {Terms: terms("is:great")},
		"title:channel go":           {In: "title", Terms: terms("channel", "go")},
		`body:"a phrase"`:            {In: "body", Terms: []Term{{Text: "a phrase", Phrase: true}}},
		"in:Town-Hall":               {Space: "town-hall"},
		"has:code":                   {HasCode: true},
		"has:cheese":                 {Terms: terms("has:cheese")},
		"created:2025":               {From: day(2025, 1, 1), To: day(2026, 1, 1)},
		"created:2025-03":            {From: day(2025, 3, 1), To: day(2025, 4, 1)},
		"created:2024-02-29":         {From: day(2024, 2, 29), To: day(2024, 3, 1)},
		"created:2025..":             {From: day(2025, 1, 1)},
		"created:..2025-03":          {To: day(2025, 4, 1)},
		"created:2024..2025-03-07":   {From: day(2024, 1, 1), To: day(2025, 3, 8)},
		"created:.. created:2025-13": {Terms: terms("created:..", "created:2025-13")},
		"https://example.org/a:b":    {Terms: terms("https://example.org/a:b")},
		"func: std::move x:y":        {Terms: terms("func:", "std::move", "x:y")},
		"Wie schließe ich Kanäle?":   {Terms: terms("Wie", "schließe", "ich", "Kanäle?")},
	} {
		want.Sort, want.Request = ByRelevance, page.Request{Number: 1, Size: page.DefaultSize}
		require.Equal(t, want, Parse(Request{Text: text}), text)
	}
}

func TestFacetsGoBeforeTheSameThingInTheText(t *testing.T) {
	t.Parallel()
	q := Parse(Request{
		Text: "[go] is:question is:closed in:a user:ben created:2025 x", Kind: KindAnswer, State: Solved, Space: "b", Author: "ada", Tags: []string{"Docker"},
		From: day(2024, 5, 1), Sort: ByVotes, Request: page.Request{Number: 3, Size: 10},
	})
	require.Equal(t, Query{
		Terms: terms("x"), Kind: KindAnswer, State: Solved, Space: "b", Author: "ada", Tags: []string{"go", "docker"},
		From: day(2024, 5, 1), To: day(2026, 1, 1), Sort: ByVotes, Request: page.Request{Number: 3, Size: 10},
	}, q)
}

func TestQueriesWidenByTheFacetsThatNarrowThem(t *testing.T) {
	t.Parallel()
	q := Query{Kind: KindQuestion, State: Solved, SpaceID: 7, Tags: []string{"go"}}
	require.Equal(t, map[string]Query{
		FacetKind:  {State: Solved, SpaceID: 7, Tags: []string{"go"}},
		FacetState: {Kind: KindQuestion, SpaceID: 7, Tags: []string{"go"}},
		FacetSpace: {Kind: KindQuestion, State: Solved, Tags: []string{"go"}},
	}, q.Widened())
	require.Empty(t, (&Query{Tags: []string{"go"}}).Widened())
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		`[go] -[java] user:"Ada L" "a phrase" -x score:3 answers:0 isaccepted:yes`, `is:question title:a body:"b c" created:2025..2026-01-02 in:space has:code`,
		`"`, `[`, `[]`, `-`, `-"`, `"""`, `a"b c"d"`, `[a "b] c"`, `title:`, `title:-`, "\x00\xff", `:`, `::`, `-[x]`, `created:..`,
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		q := Parse(Request{Text: text})
		for _, term := range q.Terms {
			require.NotEmpty(t, strings.TrimSpace(term.Text))
			require.NotContains(t, term.Text, `"`)
			require.Equal(t, strings.Join(strings.Fields(term.Text), " "), term.Text)
		}
		for _, tag := range append(append([]string{}, q.Tags...), q.NotTags...) {
			require.NotEmpty(t, strings.TrimSpace(tag))
			require.False(t, strings.ContainsAny(tag, `[]"`))
		}
	})
}
