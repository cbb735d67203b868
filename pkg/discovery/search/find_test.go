package search_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/discovery/search"
	"wellspring/pkg/people/spaces"
)

const (
	channel  = "question: How do I close a channel twice?"
	mutex    = "answer: How do I close a channel twice?"
	image    = "question: Why does the container image not build?"
	passport = "question: Wie verlängere ich meinen Reisepass?"
	office   = "answer: Wie verlängere ich meinen Reisepass?"
)

// town fills a world with a few posts that the tests of this file search.
func town(t *testing.T) *world {
	t.Helper()
	w := newWorld(t)
	asked := w.ask("ada", "", "How do I close a channel twice?", "It panics:\n\n```go\nclose(results)\nclose(results)\n```\n", "go", "channels")
	answered := w.Answer("ben", asked, "You never do. Guard the *second* attempt with a mutex.")
	w.As("ada").Put("/answers/"+answered.ID.String()+"/acceptance", nil).Want(http.StatusOK)
	w.As("mia").Put("/posts/"+asked.ID.String()+"/vote", map[string]any{"value": 1}).Want(http.StatusOK)
	w.ask("ben", "", "Why does the container image not build?", "The build log ends with a network error.", "docker")
	german := w.ask("mia", "", "Wie verlängere ich meinen Reisepass?", "Mein Ausweis ist abgelaufen, was brauche ich für den Termin?", "ausweise")
	w.Answer("max", german, "Kommen Sie mit einem biometrischen Foto in das Bürgerbüro.")
	w.settled()
	return w
}

func TestBothEnginesUnderstandTheOperators(t *testing.T) {
	t.Parallel()
	w := town(t)
	for text, want := range map[string][]string{
		"channel is:question":         {channel},
		"[go]":                        {channel, mutex},
		"[go] mutex":                  {mutex},
		"[go] [docker]":               {},
		"-[go] -[ausweise]":           {image},
		"user:ben":                    {mutex, image},
		"user:Ben is:answer":          {mutex},
		"user:nobody":                 {},
		"user:me":                     {channel},
		`"close a channel"`:           {channel, mutex},
		`"channel a close"`:           {},
		"channel -mutex is:question":  {channel},
		"is:answer -mutex":            {office},
		"score:1":                     {channel},
		"score:1 is:answer":           {},
		"answers:0":                   {image},
		"answers:1 [go]":              {channel},
		"isaccepted:yes":              {channel, mutex},
		"isaccepted:yes is:answer":    {mutex},
		"isaccepted:no is:question":   {image, passport},
		"is:unanswered":               {image},
		"is:answered":                 {channel, passport},
		"is:solved":                   {channel},
		"is:closed":                   {},
		"title:mutex":                 {},
		"body:mutex":                  {mutex},
		"title:channel":               {channel},
		"body:panics":                 {channel},
		"created:2000..2001":          {},
		"created:2020.. is:question":  {channel, image, passport},
		"in:organisation is:question": {channel, image, passport},
		"in:nowhere":                  {},
		"has:code":                    {channel},
		"is:person max":               {"person: Max"},
		"is:tag docker":               {"tag: docker"},
		"reisepass":                   {passport, office},
		"Reisepässe":                  {passport, office},
	} {
		w.each(t, func(t *testing.T, find func(handle, text string) search.Result) {
			require.ElementsMatch(t, want, titles(find("ada", text)), text)
		})
	}
}

func TestTypingErrorsAreForgiven(t *testing.T) {
	t.Parallel()
	w := town(t)
	w.each(t, func(t *testing.T, find func(handle, text string) search.Result) {
		for text, want := range map[string]string{
			"chanel": channel, "cona" + "tiner": image, "contaner image": image, "Resiepass": passport, "verlängern Reisepas": passport,
		} {
			require.Contains(t, titles(find("noa", text)), want, text)
		}
	})
}

func TestWordsAreFoundByTheirBeginning(t *testing.T) {
	t.Parallel()
	w := town(t)
	w.each(t, func(t *testing.T, find func(handle, text string) search.Result) {
		for text, want := range map[string]string{
			"chan": channel, "container im": image, "reis": passport, "cha": "tag: channels", "ma": "person: Max", "bürger": office,
		} {
			require.Contains(t, titles(find("noa", text)), want, text)
		}
	})
}

func TestNobodyFindsOrCountsWhatTheyMayNotRead(t *testing.T) {
	t.Parallel()
	w := town(t)
	w.space(spaces.Members, "case-work", "ada", "ben")
	w.space(spaces.Public, "counter")
	secret := w.ask("ada", "case-work", "Which channel reports a crime?", "The mayor asks for the channel.", "go", "crime")
	w.Answer("ben", secret, "The channel of the police.")
	w.ask("noa", "counter", "Which channel shows the opening hours?", "Asked at the counter.", "hours")
	w.settled()
	const reports, police, hours = "question: Which channel reports a crime?", "answer: Which channel reports a crime?", "question: Which channel shows the opening hours?"
	w.each(t, func(t *testing.T, find func(handle, text string) search.Result) {
		all := find("ada", "channel")
		require.ElementsMatch(t, []string{"tag: channels", channel, mutex, reports, police, hours}, titles(all))
		require.Equal(t, map[string]int{"organisation": 2, "case-work": 2, "counter": 1}, counts(all.Facets[search.FacetSpace]))

		for _, stranger := range []string{"noa", "mia", "max"} {
			open := find(stranger, "channel")
			require.ElementsMatch(t, []string{"tag: channels", channel, mutex, hours}, titles(open), stranger)
			require.Equal(t, 4, open.Total)
			require.Equal(t, map[string]int{"organisation": 2, "counter": 1}, counts(open.Facets[search.FacetSpace]))
			require.Equal(t, map[string]int{"question": 2, "answer": 1, "tag": 1}, counts(open.Facets[search.FacetKind]))
			require.Equal(t, map[string]int{"go": 2, "channels": 2, "hours": 1}, counts(open.Facets[search.FacetTag]))
			for _, text := range []string{"crime", "police", "mayor", "[crime]", "in:case-work", "is:tag crime", "user:ada police", "title:crime", "crmie"} {
				none := find(stranger, text)
				require.Empty(t, titles(none), text)
				require.Zero(t, none.Total, text)
				require.Empty(t, none.Facets, text)
			}
		}

		visitor := find("", "channel")
		require.Equal(t, []string{hours}, titles(visitor))
		require.Equal(t, map[string]int{"counter": 1}, counts(visitor.Facets[search.FacetSpace]))
		require.Empty(t, titles(find("", "max")))
		require.Equal(t, []string{"tag: hours", hours}, titles(find("", "hours")))
		require.Empty(t, titles(find("", "docker")))
		for _, hit := range find("noa", "is:tag go").Items {
			require.Equal(t, 1, hit.Score, "a tag counts the questions that its reader may read")
		}
	})
}

func TestSpacesWithoutReadersAreNoFilter(t *testing.T) {
	t.Parallel()
	w := town(t)
	w.each(t, func(t *testing.T, find func(handle, text string) search.Result) {
		for _, text := range []string{"", "channel", "chanel", "[go]", "is:question", "max", "-x"} {
			require.Empty(t, titles(find("", text)), text)
		}
	})
}

func TestWhatMovedOutOfSightIsLeftOutBeforeTheIndexKnows(t *testing.T) {
	t.Parallel()
	w := town(t)
	w.space(spaces.Members, "case-work", "ada")
	require.Contains(t, w.find("noa", "channel"), channel)
	w.Exec(`UPDATE posts SET space_id = (SELECT id FROM spaces WHERE slug = 'case-work') WHERE 'go' = ANY(tags) OR question_id IN (SELECT id FROM posts WHERE 'go' = ANY(tags))`)
	require.Equal(t, []string{"tag: channels"}, w.find("noa", "channel"))
	w.Exec(`UPDATE posts SET deleted_at = now() WHERE 'docker' = ANY(tags)`)
	w.Exec(`UPDATE users SET state = 'disabled' WHERE handle = 'max'`)
	require.Empty(t, w.find("noa", "container"))
	require.Empty(t, w.find("noa", "is:person max"))
}

func TestFacetsKeepOtherChoicesOpen(t *testing.T) {
	t.Parallel()
	w := town(t)
	for engine := range w.engines {
		t.Run(engine, func(t *testing.T) {
			all := map[string]int{"question": 3, "answer": 2}
			both := w.search(engine, "ada", search.Request{Text: "in:organisation"})
			require.Equal(t, 5, both.Total)
			require.Equal(t, all, counts(both.Facets[search.FacetKind]))
			require.Equal(t, []search.FacetValue{{Value: "organisation", Label: "Whole organisation", Count: 5}}, both.Facets[search.FacetSpace])
			require.Equal(t, map[string]int{"answered": 2, "unanswered": 1, "solved": 1}, counts(both.Facets[search.FacetState]))
			require.Equal(t, map[string]int{"go": 2, "channels": 2, "docker": 1, "ausweise": 2}, counts(both.Facets[search.FacetTag]))

			answers := w.search(engine, "ada", search.Request{Text: "in:organisation", Kind: search.KindAnswer})
			require.ElementsMatch(t, []string{mutex, office}, titles(answers))
			require.Equal(t, all, counts(answers.Facets[search.FacetKind]), "as if the kind were not chosen")
			require.Equal(t, map[string]int{"go": 1, "channels": 1, "ausweise": 1}, counts(answers.Facets[search.FacetTag]))

			solved := w.search(engine, "ada", search.Request{Text: "in:organisation", State: search.Solved, Tags: []string{"go"}})
			require.Equal(t, []string{channel}, titles(solved))
			require.Equal(t, map[string]int{"answered": 1, "solved": 1}, counts(solved.Facets[search.FacetState]))
		})
	}
}

func TestSnippetsMarkWhatMatchedAndEscapeTheRest(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.ask("ada", "", "What does this payload do to us?",
		"A fizzbuzz `<script>alert('fizzbuzz')</script>` and\n\n    <img src=x onerror=\"fizzbuzz()\">\n\n<b onmouseover=alert(1)>fizzbuzz</b> &lt;mark&gt; \u0002fizzbuzz\u0003", "safety")
	w.ask("ada", "", "Where is the word in a long text?", strings.Repeat("Nothing here to see. ", 300)+"The zanzibar is here. "+strings.Repeat("Nothing more. ", 50), "safety")
	w.settled()
	w.each(t, func(t *testing.T, find func(handle, text string) search.Result) {
		found := find("noa", "fizzbuzz")
		require.Len(t, found.Items, 1)
		snippet := found.Items[0].Snippet
		require.Contains(t, snippet, "<mark>fizzbuzz</mark>")
		require.Contains(t, snippet, "&lt;script&gt;")
		bare := strings.NewReplacer("<mark>", "", "</mark>", "").Replace(snippet)
		require.NotContains(t, bare, "<")
		require.NotContains(t, bare, ">")
		require.NotContains(t, bare, `"`)

		long := find("noa", "zanzibar").Items[0].Snippet
		require.Contains(t, long, "The <mark>zanzibar</mark> is here.")
		require.Regexp(t, `^….*…$`, long)
		require.Less(t, len(long), 400)
	})
}

func TestPagesAreCutFromOneOrder(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	for _, animal := range []string{"cat", "dog", "cow", "hen", "fox", "owl", "pig"} {
		w.Ask("ada", "Who feeds the "+animal+" of the town?", "animals")
	}
	w.settled()
	for engine := range w.engines {
		t.Run(engine, func(t *testing.T) {
			seen := map[string]bool{}
			for number := 1; number <= 4; number++ {
				request := search.Request{Text: "feeds is:question", Sort: search.ByNewest}
				request.Number, request.Size = number, 2
				page := w.search(engine, "noa", request)
				require.Equal(t, 7, page.Total)
				require.Equal(t, 4, page.Pages())
				for _, title := range titles(page) {
					require.False(t, seen[title], title)
					seen[title] = true
				}
			}
			require.Len(t, seen, 7)
			beyond := search.Request{Text: "feeds"}
			beyond.Number = 500
			require.Empty(t, w.search(engine, "noa", beyond).Items)
		})
	}
}
