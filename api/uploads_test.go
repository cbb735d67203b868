package api_test

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"maps"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/app"
	"wellspring/pkg/people/spaces"
	"wellspring/pkg/testkit"
)

type sentUpload struct {
	URL, Name, MediaType string
	Picture              bool
	Width, Height        int
	Size                 int64
}

// drawing is a picture that differs by its shade.
func drawing(t *testing.T, width, height int, shade uint8) []byte {
	t.Helper()
	drawn := image.NewGray(image.Rect(0, 0, width, height))
	drawn.SetGray(0, 0, color.Gray{Y: shade})
	var out bytes.Buffer
	require.NoError(t, png.Encode(&out, drawn))
	return out.Bytes()
}

func sendFile(client *testkit.Client, name string, content []byte) *testkit.Reply {
	return client.With("Content-Type", "application/octet-stream").Send(http.MethodPost, "/uploads?name="+name, content)
}

func upload(t *testing.T, client *testkit.Client, name string, content []byte) sentUpload {
	t.Helper()
	var sent sentUpload
	sendFile(client, name, content).Want(http.StatusCreated).JSON(&sent)
	return sent
}

func restricted(t *testing.T, kit *testkit.Kit, members ...string) {
	t.Helper()
	_, err := kit.App.Spaces.Create(t.Context(), kit.Actor("root"),
		spaces.NewSpace{Slug: "case-work", Name: "Case work", Visibility: spaces.Members, Reason: "Personal data."})
	require.NoError(t, err)
	for _, member := range members {
		require.NoError(t, kit.App.Spaces.AddMember(t.Context(), kit.Actor("root"), "case-work", kit.UserID(member)))
	}
}

func askWith(kit *testkit.Kit, handle, body string, more ...map[string]any) *testkit.Reply {
	question := map[string]any{"title": "Why does the lock gate stand open?", "body": body, "tags": []string{"general"}}
	for _, extra := range more {
		maps.Copy(question, extra)
	}
	return kit.As(handle).Post("/questions", question)
}

func TestPicturesInAQuestionAreShownInTheWidthThatFits(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	sent := upload(t, kit.As("ada"), "Lock%20gate%20(open).PNG", drawing(t, 1000, 500, 1))
	require.Equal(t, "Lock-gate-open.png", sent.Name)
	require.True(t, sent.Picture)
	require.Equal(t, 1000, sent.Width)
	var asked struct {
		ID   int
		HTML string
	}
	body := fmt.Sprintf("It stands open.\n\n![The open gate](%s)", sent.URL)
	askWith(kit, "ada", body).Want(http.StatusCreated).JSON(&asked)
	require.Contains(t, asked.HTML, fmt.Sprintf(
		`<img src="%[1]s" alt="The open gate" width="1000" height="500" srcset="%[1]s?width=400 400w, %[1]s?width=760 760w, %[1]s?width=1000 1000w" sizes=`, sent.URL))
	var preview struct{ HTML string }
	kit.As("ada").Post("/markdown", map[string]any{"body": body}).Want(http.StatusOK).JSON(&preview)
	require.Equal(t, asked.HTML, preview.HTML)
	for address, width := range map[string]int{sent.URL: 1000, sent.URL + "?width=700": 760, sent.URL + "?width=400": 400, sent.URL + "?width=9999": 1000} {
		reply := kit.As("noa").File(http.MethodGet, address).Want(http.StatusOK)
		shown, err := png.DecodeConfig(bytes.NewReader(reply.Body))
		require.NoError(t, err)
		require.Equal(t, width, shown.Width, address)
	}
}

func TestUploadsAreServedSoThatNothingInThemRuns(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	ada := kit.As("ada")
	page := upload(t, ada, "page.svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`))
	require.Equal(t, "page-svg.txt", page.Name)
	require.False(t, page.Picture)
	reply := ada.File(http.MethodGet, page.URL).Want(http.StatusOK)
	require.Equal(t, "text/plain; charset=utf-8", reply.Header.Get("Content-Type"))
	require.Equal(t, `attachment; filename=page-svg.txt`, reply.Header.Get("Content-Disposition"))
	require.Equal(t, "nosniff", reply.Header.Get("X-Content-Type-Options"))
	require.Equal(t, "default-src 'none'; sandbox; frame-ancestors 'none'", reply.Header.Get("Content-Security-Policy"))
	require.Equal(t, "private, max-age=31536000, immutable", reply.Header.Get("Cache-Control"))

	etag := reply.Header.Get("ETag")
	require.Empty(t, ada.With("If-None-Match", etag).File(http.MethodGet, page.URL).Want(http.StatusNotModified).Body)
	part := ada.With("Range", "bytes=0-3").With("Accept-Encoding", "gzip").File(http.MethodGet, page.URL).Want(http.StatusPartialContent)
	require.Equal(t, "<svg", string(part.Body))
	require.Empty(t, ada.File(http.MethodHead, page.URL).Want(http.StatusOK).Body)
	drawn := upload(t, ada, "a.png", drawing(t, 10, 10, 1))
	require.Equal(t, `inline; filename=a.png`, ada.File(http.MethodGet, drawn.URL).Want(http.StatusOK).Header.Get("Content-Disposition"))
}

func TestWhatAFileIsSaysItsContent(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	ada := kit.As("ada")
	for name, given := range map[string]struct{ content, name, mediaType string }{
		"plan.exe":       {"%PDF-1.7\n", "plan.pdf", "application/pdf"},
		"..%2F..%2Fx.md": {"# Words", "x.md", "text/plain; charset=utf-8"},
		"a%5Db).csv":     {"a;b", "a-b.csv", "text/plain; charset=utf-8"},
		"%2E%2E":         {"words", "file.txt", "text/plain; charset=utf-8"},
		"%C3%9Cbersicht": {"words, others", "Übersicht.txt", "text/plain; charset=utf-8"},
	} {
		sent := upload(t, ada, name, []byte(given.content))
		require.Equal(t, given.name, sent.Name)
		require.Equal(t, given.mediaType, sent.MediaType)
		ada.File(http.MethodGet, sent.URL).Want(http.StatusOK)
	}
}

func TestBadFilesAreRefusedAndLeaveNothing(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	ada := kit.As("ada")
	for _, bad := range [][]byte{
		{}, []byte("MZ\x90\x00\x03"), []byte("\x7fELF\x02\x01\x01\x00"), []byte("\xff\xfe broken"), []byte("\x89PNG\r\n\x1a\n"), {0},
	} {
		sendFile(ada, "a.png", bad).WantProblem(http.StatusUnprocessableEntity, "validation")
	}
	sendFile(ada, "a.txt", bytes.Repeat([]byte("x"), 10<<20+1)).WantProblem(http.StatusRequestEntityTooLarge, "too-large")
	sendFile(ada, "", []byte("words")).Want(http.StatusUnprocessableEntity)
	sendFile(ada, strings.Repeat("x", 256), []byte("words")).Want(http.StatusUnprocessableEntity)
	ada.Send(http.MethodPost, "/uploads", []byte("words")).Want(http.StatusUnprocessableEntity)
	sendFile(kit.Visitor(), "a.txt", []byte("words")).WantProblem(http.StatusUnauthorized, "unauthenticated")
	require.Zero(t, kit.Int(`SELECT count(*) FROM uploads`))
}

func TestTheSameFileIsTheSameUpload(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	first := upload(t, kit.As("ada"), "a.png", drawing(t, 10, 10, 1))
	require.Equal(t, first.URL, upload(t, kit.As("ada"), "b.png", drawing(t, 10, 10, 1)).URL)
	require.NotEqual(t, first.URL, upload(t, kit.As("ben"), "a.png", drawing(t, 10, 10, 1)).URL)
}

func TestAnUploadIsReadByThoseWhoMayReadWhereItStands(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	restricted(t, kit, "ada", "ben")
	sent := upload(t, kit.As("ada"), "case.png", drawing(t, 10, 10, 1))
	wantReaders := func(want ...string) {
		t.Helper()
		var readers []string
		for _, handle := range []string{"ada", "ben", "noa", "mia"} {
			if kit.As(handle).File(http.MethodGet, sent.URL).Status == http.StatusOK {
				readers = append(readers, handle)
			}
		}
		require.Equal(t, want, readers)
		kit.Visitor().File(http.MethodGet, sent.URL).WantProblem(http.StatusNotFound, "not-found")
	}
	wantReaders("ada")
	askWith(kit, "ada", "![The case]("+sent.URL+")", map[string]any{"space": "case-work"}).Want(http.StatusCreated)
	wantReaders("ada", "ben")

	// Whoever may not read it cannot open it to themselves by its address, nor does a refused text use it.
	askWith(kit, "noa", "![The case]("+sent.URL+")").WantProblem(http.StatusUnprocessableEntity, "validation")
	open := kit.Ask("noa", "How do I close a channel twice?")
	kit.As("noa").Post(fmt.Sprintf("/posts/%d/comments", open.ID), map[string]any{"body": "![](" + sent.URL + ")"}).
		WantProblem(http.StatusUnprocessableEntity, "validation")
	wantReaders("ada", "ben")

	// One who may read it can show it to others, as they could describe it.
	kit.As("ben").Post(fmt.Sprintf("/posts/%d/comments", open.ID), map[string]any{"body": "See ![it](" + sent.URL + ")"}).Want(http.StatusCreated)
	wantReaders("ada", "ben", "noa", "mia")
}

func TestAnUploadInAnOldRevisionOrADeletedPostIsKept(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	sent := upload(t, kit.As("ada"), "a.png", drawing(t, 10, 10, 1))
	asked := kit.Ask("ada", "Why does the lock gate stand open?")
	edit := func(version int, body string) {
		kit.As("ada").Put("/questions/"+asked.ID.String(), map[string]any{
			"title": "Why does the lock gate stand open?", "body": body, "tags": []string{"general"}, "version": version,
		}).Want(http.StatusOK)
	}
	edit(asked.Version, "![]("+sent.URL+")")
	edit(asked.Version+1, "Without a picture, which said too much.")
	kit.Clock.Advance(25 * time.Hour)
	removed, err := kit.App.Uploads.Sweep(t.Context())
	require.NoError(t, err)
	require.Zero(t, removed)
	kit.As("noa").File(http.MethodGet, sent.URL).Want(http.StatusOK)
	kit.As("ada").Delete("/questions/%d", asked.ID).Want(http.StatusNoContent)
	kit.As("noa").File(http.MethodGet, sent.URL).WantProblem(http.StatusNotFound, "not-found")
	kit.As("ada").File(http.MethodGet, sent.URL).Want(http.StatusOK)
	removed, err = kit.App.Uploads.Sweep(t.Context())
	require.NoError(t, err)
	require.Zero(t, removed)
}

func TestWhatStandsNowhereIsRemovedAfterADay(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	ada := kit.As("ada")
	unused := upload(t, ada, "unused.png", drawing(t, 10, 10, 1))
	drafted := upload(t, ada, "drafted.png", drawing(t, 10, 10, 2))
	ada.Put("/me/drafts/ask", map[string]any{"body": "![](" + drafted.URL + ")", "version": 0}).Want(http.StatusOK)
	said := upload(t, ada, "said.png", drawing(t, 10, 10, 3))
	asked := kit.Ask("ada", "Why does the lock gate stand open?")
	var comment struct{ ID int }
	ada.Post(fmt.Sprintf("/posts/%d/comments", asked.ID), map[string]any{"body": "![](" + said.URL + ")"}).Want(http.StatusCreated).JSON(&comment)
	sweep := func() int {
		removed, err := kit.App.Uploads.Sweep(t.Context())
		require.NoError(t, err)
		return removed
	}
	require.Zero(t, sweep())
	kit.Clock.Advance(25 * time.Hour)
	ada = kit.As("ada")
	late := upload(t, ada, "late.png", drawing(t, 10, 10, 4))
	require.Equal(t, 1, sweep())
	ada.File(http.MethodGet, unused.URL).WantProblem(http.StatusNotFound, "not-found")
	for _, kept := range []sentUpload{drafted, said, late} {
		ada.File(http.MethodGet, kept.URL).Want(http.StatusOK)
	}
	ada.Delete("/me/drafts/ask").Want(http.StatusNoContent)
	kit.As("ada").Delete("/comments/%d", comment.ID).Want(http.StatusNoContent)
	require.Equal(t, 2, sweep())
	require.Equal(t, 1, kit.Int(`SELECT count(*) FROM uploads`))
	askWith(kit, "ada", "![]("+unused.URL+")").WantProblem(http.StatusUnprocessableEntity, "validation")
	// Sent again, it is a new upload.
	require.NotEqual(t, unused.URL, upload(t, ada, "unused.png", drawing(t, 10, 10, 1)).URL)
}

func TestNobodyFillsMoreThanTheirRoom(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t, testkit.WithApp(func(o *app.Options) { o.UploadQuota = 100 }))
	upload(t, kit.As("ada"), "a.txt", bytes.Repeat([]byte("a"), 60))
	sendFile(kit.As("ada"), "b.txt", bytes.Repeat([]byte("b"), 60)).WantProblem(http.StatusConflict, "quota")
	upload(t, kit.As("ada"), "again.txt", bytes.Repeat([]byte("a"), 60))
	upload(t, kit.As("ben"), "b.txt", bytes.Repeat([]byte("b"), 60))
}

func TestBrowsersFetchUploadsByThePassOfTheirSession(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	sent := upload(t, kit.As("ada"), "a.png", drawing(t, 10, 10, 1))
	kit.Exec(`UPDATE users SET email = 'ada@example.org' WHERE handle = 'ada'`)
	reply := kit.Visitor().Post("/sessions", map[string]any{"email": "ada@example.org", "password": testkit.Password}).Want(http.StatusCreated)
	var session struct{ AccessToken string }
	reply.JSON(&session)
	var pass *http.Cookie
	for _, cookie := range (&http.Response{Header: reply.Header}).Cookies() {
		if cookie.Name == "wellspring_pass" {
			pass = cookie
		}
	}
	require.NotNil(t, pass)
	require.True(t, pass.HttpOnly)
	require.Equal(t, "/uploads/", pass.Path)
	require.Equal(t, http.SameSiteStrictMode, pass.SameSite)
	browser := kit.Visitor().With("Cookie", pass.Name+"="+pass.Value)
	browser.File(http.MethodGet, sent.URL).Want(http.StatusOK)
	browser.Get("/me").Want(http.StatusUnauthorized)
	kit.Visitor().With("Cookie", pass.Name+"="+pass.Value+"x").File(http.MethodGet, sent.URL).Want(http.StatusNotFound)
	kit.Bearer(session.AccessToken).Delete("/sessions/current").Want(http.StatusNoContent)
	browser.File(http.MethodGet, sent.URL).WantProblem(http.StatusNotFound, "not-found")
}

func TestWithoutAStoreNothingIsTaken(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t, testkit.WithApp(func(o *app.Options) { o.Uploads = "" }))
	sendFile(kit.As("ada"), "a.txt", []byte("words")).WantProblem(http.StatusForbidden, "forbidden")
	var organisation struct{ Uploads bool }
	kit.As("ada").Get("/organisation").Want(http.StatusOK).JSON(&organisation)
	require.False(t, organisation.Uploads)
}
