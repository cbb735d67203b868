package api_test

import (
	"encoding/json"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"wellspring/api"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/people/spaces"
	"wellspring/pkg/testkit"
)

const builtIndex = `<!doctype html><html><head><meta name="csp-nonce" content="__CSP_NONCE__"><title>Wellspring</title></head><body></body></html>`

// site is a world with a built frontend and the spaces ask-us, which everybody reads, and case-work, which ada does.
func site(t *testing.T) *testkit.Kit {
	t.Helper()
	folder := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(folder, "index.html"), []byte(builtIndex), 0o600))
	kit := testkit.New(t, testkit.WithServer(func(o *api.Options) { o.Assets, o.BaseURL = folder, "https://ask.example.org" }))
	for _, space := range []spaces.NewSpace{
		{Slug: "ask-us", Name: "Ask us", Visibility: spaces.Public},
		{Slug: "case-work", Name: "Case work", Visibility: spaces.Members, Reason: "Personal data."},
	} {
		_, err := kit.App.Spaces.Create(t.Context(), kit.Actor("root"), space)
		require.NoError(t, err)
	}
	require.NoError(t, kit.App.Spaces.AddMember(t.Context(), kit.Actor("root"), "case-work", kit.UserID("ada")))
	return kit
}

func askIn(kit *testkit.Kit, space, title, body string) testkit.Asked {
	var asked testkit.Asked
	kit.As("ada").Post("/questions", map[string]any{"title": title, "body": body, "tags": []string{"parking"}, "space": space}).
		Want(http.StatusCreated).JSON(&asked)
	return asked
}

// visit opens an address as a browser or a search engine does, without following where it leads.
func visit(t *testing.T, kit *testkit.Kit, path string) (status int, header http.Header, html string) {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, kit.URL+path, nil)
	require.NoError(t, err)
	client := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	response, err := client.Do(request)
	require.NoError(t, err)
	defer func() { require.NoError(t, response.Body.Close()) }()
	text, err := io.ReadAll(response.Body)
	require.NoError(t, err)
	return response.StatusCode, response.Header, string(text)
}

func leadsTo(t *testing.T, kit *testkit.Kit, path string) string {
	t.Helper()
	status, header, _ := visit(t, kit, path)
	require.Equal(t, http.StatusFound, status, path)
	require.Equal(t, "no-cache", header.Get("Cache-Control"))
	return header.Get("Location")
}

func TestShortAndOldAddressesLeadToTheFullOne(t *testing.T) {
	t.Parallel()
	kit := site(t)
	asked := askIn(kit, "ask-us", "Where may I park a trailer?", "In the old town.")
	answer := kit.Answer("ben", asked, "Behind the harbour.")
	short, full := "/q/"+asked.ID.String(), "/questions/"+asked.ID.String()+"/where-may-i-park-a-trailer"
	require.Equal(t, full, leadsTo(t, kit, short))
	require.Equal(t, full, leadsTo(t, kit, "/questions/"+asked.ID.String()))
	require.Equal(t, full+"?answers=newest", leadsTo(t, kit, "/questions/"+asked.ID.String()+"/an-older-title?answers=newest"))
	require.Equal(t, full+"#answer-"+answer.ID.String(), leadsTo(t, kit, "/a/"+answer.ID.String()))

	kit.As("ada").Put("/questions/"+asked.ID.String(), map[string]any{
		"title": "Where may I park a caravan?", "body": "In the old town.", "tags": []string{"parking"}, "version": asked.Version,
	}).Want(http.StatusOK)
	require.Equal(t, "/questions/"+asked.ID.String()+"/where-may-i-park-a-caravan", leadsTo(t, kit, full))
}

func TestAShortLinkToALateAnswerShowsAllAnswers(t *testing.T) {
	t.Parallel()
	kit := site(t)
	asked := askIn(kit, "ask-us", "Where may I park a trailer?", "")
	var last testkit.Answered
	for range 31 {
		kit.As("ben").Post("/questions/"+asked.ID.String()+"/answers", map[string]any{"body": "Behind the harbour.", "confirmSecond": true}).
			Want(http.StatusCreated).JSON(&last)
	}
	kit.As("noa").Put("/posts/"+last.ID.String()+"/vote", map[string]any{"value": -1}).Want(http.StatusOK)
	require.Contains(t, leadsTo(t, kit, "/a/"+last.ID.String()), "?all=true#answer-"+last.ID.String())
}

type describedAnswer struct {
	Text string `json:"text"`
	URL  string `json:"url"`
}

var dataBlock = regexp.MustCompile(`<script type="application/ld\+json" data-page>(.*?)</script>`)

func TestAPublicQuestionIsDescribedInTheHTML(t *testing.T) {
	t.Parallel()
	kit := site(t)
	asked := askIn(kit, "ask-us", `May I park "here" & <there>?`, "A **trailer**, `__CSP_NONCE__` </script><script>alert(1)</script>")
	accepted, other := kit.Answer("ben", asked, "Behind the harbour."), kit.Answer("max", asked, "Nowhere.")
	gone := kit.Answer("noa", asked, "I take this back.")
	kit.As("noa").Delete("/answers/%d", gone.ID).Want(http.StatusNoContent)
	kit.As("ada").Put("/answers/"+accepted.ID.String()+"/acceptance", nil).Want(http.StatusOK)
	kit.As("mia").Put("/posts/"+asked.ID.String()+"/vote", map[string]any{"value": 1}).Want(http.StatusOK)

	status, header, html := visit(t, kit, leadsTo(t, kit, "/q/"+asked.ID.String()))
	require.Equal(t, http.StatusOK, status)
	address := "https://ask.example.org/questions/" + asked.ID.String() + "/may-i-park-here-there"
	require.Contains(t, html, `<title>May I park &#34;here&#34; &amp; &lt;there&gt;? · Wellspring</title>`)
	require.NotContains(t, html, "<title>Wellspring</title>")
	require.Contains(t, html, `<link rel="canonical" href="`+address+`" data-page>`)
	require.Contains(t, html, `<meta property="og:url" content="`+address+`" data-page>`)
	require.Contains(t, html, `<meta property="og:title" content="May I park &#34;here&#34; &amp; &lt;there&gt;?" data-page>`)
	require.Contains(t, html, `<meta name="description" content="A trailer, __CSP_NONCE__`, "the nonce is given to nothing that people wrote")
	require.NotContains(t, html, "<script>alert")
	require.NotContains(t, html, "I take this back")
	require.NotContains(t, header.Get("Content-Security-Policy"), "unsafe")

	var data struct {
		Type       string `json:"@type"`
		MainEntity struct {
			Name        string `json:"name"`
			Text        string `json:"text"`
			URL         string `json:"url"`
			AnswerCount int    `json:"answerCount"`
			UpvoteCount int    `json:"upvoteCount"`
			Author      struct {
				Name string `json:"name"`
			} `json:"author"`
			AcceptedAnswer  describedAnswer   `json:"acceptedAnswer"`
			SuggestedAnswer []describedAnswer `json:"suggestedAnswer"`
		} `json:"mainEntity"`
	}
	block := dataBlock.FindStringSubmatch(html)
	require.Len(t, block, 2)
	require.NoError(t, json.Unmarshal([]byte(block[1]), &data))
	question := data.MainEntity
	require.Equal(t, "QAPage", data.Type)
	require.Equal(t, `May I park "here" & <there>?`, question.Name)
	require.Equal(t, address, question.URL)
	require.Equal(t, "Ada", question.Author.Name)
	require.Equal(t, 2, question.AnswerCount)
	require.Equal(t, 1, question.UpvoteCount)
	require.Equal(t, "Behind the harbour.", question.AcceptedAnswer.Text)
	require.Equal(t, "https://ask.example.org/a/"+accepted.ID.String(), question.AcceptedAnswer.URL)
	require.Len(t, question.SuggestedAnswer, 1)
	require.Equal(t, "https://ask.example.org/a/"+other.ID.String(), question.SuggestedAnswer[0].URL)
}

func TestTheHTMLTellsNothingOfWhatVisitorsMayNotRead(t *testing.T) {
	t.Parallel()
	kit := site(t)
	inside, closed := askIn(kit, "organisation", "Who merges the budget?", "Secretly."), askIn(kit, "case-work", "Who is the applicant?", "Secretly.")
	deleted := askIn(kit, "ask-us", "Where was the harbour?", "Secretly.")
	answers := []id.Post{kit.Answer("ben", inside, "Secretly too.").ID}
	kit.As("ada").Delete("/questions/%d", deleted.ID).Want(http.StatusNoContent)
	absent := page(t, kit, "/questions/999999")
	for _, question := range []id.Post{inside.ID, closed.ID, deleted.ID} {
		for _, path := range []string{"/questions/" + question.String(), "/questions/" + question.String() + "/who", "/q/" + question.String()} {
			require.Equal(t, absent, page(t, kit, path), path)
		}
	}
	for _, answer := range answers {
		require.Equal(t, absent, page(t, kit, "/a/"+answer.String()))
		require.Equal(t, absent, page(t, kit, "/questions/"+answer.String()), "an answer is no question")
	}
	require.Contains(t, absent, `<meta name="robots" content="noindex" data-page>`)
	for _, path := range []string{"/", "/q/0", "/q/99999999999999999999", "/questions/ask", "/a/x", "/settings/feeds"} {
		require.NotContains(t, page(t, kit, path), "data-page", path)
	}
}

var nonce = regexp.MustCompile(`content="[A-Z2-7]{26}"`)

// page is the HTML of an address that leads nowhere else, without its nonce.
func page(t *testing.T, kit *testkit.Kit, path string) string {
	t.Helper()
	status, header, html := visit(t, kit, path)
	require.Equal(t, http.StatusOK, status, path)
	require.Empty(t, header.Get("Location"))
	require.NotContains(t, strings.ToLower(html), "secretly")
	return nonce.ReplaceAllString(html, "")
}

func TestAListsFeedIsNamedInTheHTML(t *testing.T) {
	t.Parallel()
	kit := site(t)
	asked := askIn(kit, "ask-us", "Where may I park a trailer?", "")
	for path, feed := range map[string]string{
		"/questions":                             "/questions",
		"/questions?view=hot&tag=a&tag=b&page=3": "/questions?tag=a&amp;tag=b&amp;view=hot",
		"/tags/go?view=active":                   "/questions?tag=go&amp;view=active",
		"/spaces/ask-us":                         "/questions?space=ask-us",
		"/search?q=%22%3E%3Cscript%3E":           "/search?q=%22%3E%3Cscript%3E",
		"/people/1/ada?tab=answers":              "/users/1",
		leadsTo(t, kit, "/q/"+asked.ID.String()): "/questions/" + asked.ID.String(),
	} {
		link := `<link rel="alternate" type="application/atom+xml" href="/api/v1/feeds` + feed + `" data-page>`
		require.Contains(t, page(t, kit, path), link, path)
	}
	require.NotContains(t, page(t, kit, "/questions/999999"), "feeds")
}
