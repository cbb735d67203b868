package api_test

import (
	"encoding/xml"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/kernel/id"
	"wellspring/pkg/testkit"
)

type readFeed struct {
	XMLName xml.Name  `xml:"http://www.w3.org/2005/Atom feed"`
	ID      string    `xml:"id"`
	Title   string    `xml:"title"`
	Updated time.Time `xml:"updated"`
	Author  struct {
		Name string `xml:"name"`
	} `xml:"author"`
	Links   []feedLink `xml:"link"`
	Entries []struct {
		ID        string     `xml:"id"`
		Title     string     `xml:"title"`
		Links     []feedLink `xml:"link"`
		Published time.Time  `xml:"published"`
		Updated   time.Time  `xml:"updated"`
		Author    struct {
			Name string `xml:"name"`
		} `xml:"author"`
		Summary  string `xml:"summary"`
		Content  string `xml:"content"`
		Category []struct {
			Term string `xml:"term,attr"`
		} `xml:"category"`
	} `xml:"entry"`
}

type feedLink struct {
	Rel  string `xml:"rel,attr"`
	Href string `xml:"href,attr"`
}

// atomOf reads a feed and checks what RFC 4287 demands of every one.
func atomOf(t *testing.T, reply *testkit.Reply) readFeed {
	t.Helper()
	reply.Want(http.StatusOK)
	require.Equal(t, "application/atom+xml; charset=utf-8", reply.Header.Get("Content-Type"))
	var feed readFeed
	require.NoError(t, xml.Unmarshal(reply.Body, &feed), string(reply.Body))
	require.NotEmpty(t, feed.ID)
	require.NotEmpty(t, feed.Title)
	require.NotEmpty(t, feed.Author.Name)
	require.False(t, feed.Updated.IsZero())
	require.Equal(t, "self", feed.Links[0].Rel)
	seen := map[string]bool{}
	for _, entry := range feed.Entries {
		require.True(t, strings.HasPrefix(entry.ID, "https://"), entry.ID)
		require.False(t, seen[entry.ID], "twice: %s", entry.ID)
		seen[entry.ID] = true
		require.NotEmpty(t, entry.Title)
		require.NotEmpty(t, entry.Author.Name)
		require.False(t, entry.Published.IsZero())
		require.False(t, entry.Updated.Before(entry.Published))
		require.Equal(t, "alternate", entry.Links[0].Rel)
	}
	return feed
}

func titles(feed readFeed) []string {
	found := []string{}
	for _, entry := range feed.Entries {
		found = append(found, entry.Title)
	}
	return found
}

type madeToken struct {
	ID   id.FeedToken
	Feed string
	URL  string
}

// secretOf is the token in the address of a private feed.
func secretOf(t *testing.T, made madeToken) string {
	t.Helper()
	address, err := url.Parse(made.URL)
	require.NoError(t, err)
	require.Equal(t, "ask.example.org", address.Host)
	require.Len(t, address.Query().Get("token"), 43)
	return address.Query().Get("token")
}

func makeToken(kit *testkit.Kit, handle, feed string) madeToken {
	var made madeToken
	kit.As(handle).Post("/me/feed-tokens", map[string]any{"name": "Newest questions", "feed": feed}).Want(http.StatusCreated).JSON(&made)
	return made
}

func TestAFeedListsWhatItsReaderMayReadAndNothingElse(t *testing.T) {
	t.Parallel()
	kit := site(t)
	askIn(kit, "case-work", "Who is the applicant?", "Secretly.")
	askIn(kit, "organisation", "Who merges the budget?", "Inside.")
	public := askIn(kit, "ask-us", "Where may I <park> & charge?", "In the *old* town.")

	feed := atomOf(t, kit.Visitor().Get("/feeds/questions"))
	require.Equal(t, []string{"Where may I <park> & charge?"}, titles(feed))
	entry := feed.Entries[0]
	require.Equal(t, "https://ask.example.org/q/"+public.ID.String(), entry.ID)
	require.Equal(t, "https://ask.example.org/questions/"+public.ID.String()+"/where-may-i-park-charge", entry.Links[0].Href)
	require.Equal(t, "In the old town.", entry.Summary)
	require.Equal(t, "parking", entry.Category[0].Term)

	ben, ada := secretOf(t, makeToken(kit, "ben", "/api/v1/feeds/questions")), secretOf(t, makeToken(kit, "ada", "/api/v1/feeds/questions"))
	require.Len(t, atomOf(t, kit.Visitor().Get("/feeds/questions?token=%s", ben)).Entries, 2)
	all := kit.Visitor().Get("/feeds/questions?token=%s", ada)
	require.Len(t, atomOf(t, all).Entries, 3)
	require.NotContains(t, string(all.Body), ada, "the feed itself does not repeat its secret")
	require.Len(t, atomOf(t, kit.Visitor().Get("/feeds/questions?view=mine&token=%s", ada)).Entries, 3)
	require.Empty(t, atomOf(t, kit.Visitor().Get("/feeds/questions?view=unanswered&tag=go&token=%s", ada)).Entries)
	require.Len(t, atomOf(t, kit.Visitor().Get("/feeds/questions?space=case-work&token=%s", ada)).Entries, 1)
	kit.Visitor().Get("/feeds/questions?space=case-work&token=%s", ben).WantProblem(http.StatusNotFound, "not-found")
	kit.Visitor().Get("/feeds/questions?view=mine").WantProblem(http.StatusUnauthorized, "unauthenticated")

	// Membership counts from the next time the feed is fetched.
	require.NoError(t, kit.App.Spaces.RemoveMember(t.Context(), kit.Actor("root"), "case-work", kit.UserID("ada")))
	require.Len(t, atomOf(t, kit.Visitor().Get("/feeds/questions?token=%s", ada)).Entries, 2)
}

func TestAFeedIsSentAgainOnlyWhenItChanged(t *testing.T) {
	t.Parallel()
	kit := site(t)
	asked := askIn(kit, "ask-us", "Where may I park a trailer?", "In the old town.")
	first := kit.Visitor().Get("/feeds/questions/%d", asked.ID)
	require.Empty(t, atomOf(t, first).Entries)
	tag := first.Header.Get("ETag")
	require.NotEmpty(t, tag)
	kit.Clock.Advance(time.Hour)
	require.Empty(t, kit.Visitor().With("If-None-Match", tag).Get("/feeds/questions/%d", asked.ID).Want(http.StatusNotModified).Body)

	answer := kit.Answer("ben", asked, "See [the map](/questions/1).")
	gone := kit.Answer("noa", asked, "I take this back.")
	kit.As("noa").Delete("/answers/%d", gone.ID).Want(http.StatusNoContent)
	feed := atomOf(t, kit.Visitor().With("If-None-Match", tag).Get("/feeds/questions/%d", asked.ID))
	require.Equal(t, []string{"Answer by Ben"}, titles(feed))
	require.Equal(t, "https://ask.example.org/a/"+answer.ID.String(), feed.Entries[0].ID)
	require.Contains(t, feed.Entries[0].Content, `href="/questions/1"`, "relative addresses start from xml:base")
	require.True(t, feed.Entries[0].Updated.Equal(feed.Updated))
}

func TestAPersonsFeedHasTheirQuestionsAndAnswersNewestFirst(t *testing.T) {
	t.Parallel()
	kit := site(t)
	first := askIn(kit, "ask-us", "Where may I park a trailer?", "")
	kit.Clock.Advance(time.Minute)
	kit.Answer("ada", first, "Behind the harbour, I found.")
	kit.Clock.Advance(time.Minute)
	askIn(kit, "organisation", "Who merges the budget?", "")
	require.Equal(t, []string{"Who merges the budget?", "Answer to “Where may I park a trailer?”", "Where may I park a trailer?"},
		titles(atomOf(t, kit.As("ben").Get("/feeds/users/%d", kit.UserID("ada")))))
	kit.Visitor().Get("/feeds/users/999999").WantProblem(http.StatusNotFound, "not-found")
}

func TestASearchIsAFeedToo(t *testing.T) {
	t.Parallel()
	kit := site(t)
	askIn(kit, "ask-us", "Where may I park a trailer?", "In the old town.")
	askIn(kit, "organisation", "Who parks the trailer of the fire brigade?", "Inside.")
	require.Equal(t, []string{"Where may I park a trailer?"}, titles(atomOf(t, kit.Visitor().Get("/feeds/search?q=trailer"))))
	german := kit.Visitor().With("Accept-Language", "de").Get("/feeds/search?q=trailer&kind=answer")
	require.Equal(t, "Suche: trailer", atomOf(t, german).Title)
}

func TestAPrivateFeedIsShownOnceRenewedAndTakenBack(t *testing.T) {
	t.Parallel()
	kit := site(t)
	made := makeToken(kit, "ada", "/api/v1/feeds/questions?tag=parking")
	secret := secretOf(t, made)
	require.Contains(t, made.URL, "/api/v1/feeds/questions?tag=parking&token=")
	require.Zero(t, kit.Int(`SELECT count(*) FROM feed_tokens WHERE secret_hash = convert_to($1, 'UTF8')`, secret))

	var listed struct {
		Items []struct {
			ID         id.FeedToken
			Name       string
			LastUsedAt *time.Time
		}
	}
	list := kit.As("ada").Get("/me/feed-tokens").Want(http.StatusOK).JSON(&listed)
	require.NotContains(t, string(list.Body), secret)
	require.Len(t, listed.Items, 1)
	require.Nil(t, listed.Items[0].LastUsedAt)
	atomOf(t, kit.Visitor().Get("/feeds/questions?token=%s", secret))
	kit.As("ada").Get("/me/feed-tokens").Want(http.StatusOK).JSON(&listed)
	require.NotNil(t, listed.Items[0].LastUsedAt)

	path := fmt.Sprintf("/me/feed-tokens/%d", made.ID)
	kit.As("ben").Put(path+"/secret", nil).WantProblem(http.StatusNotFound, "not-found")
	kit.As("ben").Delete("%s", path).WantProblem(http.StatusNotFound, "not-found")
	var renewed madeToken
	kit.As("ada").Put(path+"/secret", nil).Want(http.StatusOK).JSON(&renewed)
	kit.Visitor().Get("/feeds/questions?token=%s", secret).WantProblem(http.StatusNotFound, "not-found")
	atomOf(t, kit.Visitor().Get("/feeds/questions?token=%s", secretOf(t, renewed)))
	kit.As("ada").Delete("%s", path).Want(http.StatusNoContent)
	kit.Visitor().Get("/feeds/questions?token=%s", secretOf(t, renewed)).WantProblem(http.StatusNotFound, "not-found")
}

func TestAFeedTokenOpensFeedsOnlyAndEndsWithTheAccount(t *testing.T) {
	t.Parallel()
	kit := site(t)
	secret := secretOf(t, makeToken(kit, "ada", "/api/v1/feeds/questions"))
	kit.Bearer(secret).Get("/me").WantProblem(http.StatusUnauthorized, "unauthenticated")
	require.NoError(t, kit.App.Users.Disable(t.Context(), kit.Actor("root"), kit.UserID("ada")))
	kit.Visitor().Get("/feeds/questions?token=%s", secret).WantProblem(http.StatusNotFound, "not-found")
}

func TestOnlyFeedsHaveTokensAndNobodyHasTooMany(t *testing.T) {
	t.Parallel()
	kit := site(t)
	for _, feed := range []string{"", "/api/v1/me", "https://evil.example/api/v1/feeds/", "/api/v1/feeds/a b", "/api/v1/feeds/x#y", "/api/v1/feeds/" + strings.Repeat("x", 1000)} {
		kit.As("ada").Post("/me/feed-tokens", map[string]any{"name": "Feed", "feed": feed}).WantProblem(http.StatusUnprocessableEntity, "validation")
	}
	kit.As("ada").Post("/me/feed-tokens", map[string]any{"name": " ", "feed": "/api/v1/feeds/questions"}).WantProblem(http.StatusUnprocessableEntity, "validation")
	kit.Visitor().Get("/me/feed-tokens").WantProblem(http.StatusUnauthorized, "unauthenticated")
	kit.Exec(`INSERT INTO feed_tokens (user_id, name, feed, secret_hash, created_at)
		SELECT $1, 'x', '/api/v1/feeds/questions', decode(md5(n::text), 'hex'), now() FROM generate_series(1, 100) n`, kit.UserID("ada"))
	kit.As("ada").Post("/me/feed-tokens", map[string]any{"name": "Feed", "feed": "/api/v1/feeds/questions"}).WantProblem(http.StatusConflict, "too-many-feeds")
}
