package api_test

import (
	"bytes"
	"fmt"
	"image/png"
	"net/http"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/testkit"
)

func wear(client *testkit.Client, content []byte) *testkit.Reply {
	return client.With("Content-Type", "application/octet-stream").Send(http.MethodPut, "/me/avatar", content)
}

func TestAFaceStandsBesideEverythingThatItsPersonSays(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	var me struct {
		ID        int
		AvatarURL *string
	}
	wear(kit.As("ada"), drawing(t, 300, 200, 1)).Want(http.StatusOK).JSON(&me)
	require.NotNil(t, me.AvatarURL)
	for query, side := range map[string]int{"": 288, "?side=40": 72, "?side=100": 144, "?side=1000": 288} {
		reply := kit.Visitor().File(http.MethodGet, *me.AvatarURL+query).Want(http.StatusOK)
		require.Equal(t, "image/png", reply.Header.Get("Content-Type"))
		require.Equal(t, "private, max-age=31536000, immutable", reply.Header.Get("Cache-Control"))
		face, err := png.DecodeConfig(bytes.NewReader(reply.Body))
		require.NoError(t, err)
		require.Equal(t, [2]int{side, side}, [2]int{face.Width, face.Height}, query)
	}

	asked := kit.Ask("ada", "Why does the lock gate stand open?")
	kit.Answer("ada", kit.Ask("ben", "How do I close a channel twice?"), "You do not.")
	kit.As("ada").Post(fmt.Sprintf("/posts/%d/comments", asked.ID), map[string]any{"body": "It is urgent."}).Want(http.StatusCreated)
	kit.As("noa").Put(fmt.Sprintf("/users/%d/follow", me.ID), nil)
	noa := kit.As("noa")
	for _, path := range []string{
		"/questions", fmt.Sprintf("/questions/%d", asked.ID), fmt.Sprintf("/posts/%d/comments", asked.ID), fmt.Sprintf("/posts/%d/revisions", asked.ID),
		fmt.Sprintf("/users/%d", me.ID), fmt.Sprintf("/users/%d/answers", me.ID), "/users", "/mentions?space=organisation&q=ada",
	} {
		require.Contains(t, string(noa.Get("%s", path).Want(http.StatusOK).Body), *me.AvatarURL, path)
	}

	kit.As("ada").Delete("/me/avatar").Want(http.StatusOK).JSON(&me)
	require.Nil(t, me.AvatarURL)
}

func TestAReplacedFaceIsKeptForADay(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	var before, after struct{ AvatarURL string }
	wear(kit.As("ada"), drawing(t, 30, 30, 1)).Want(http.StatusOK).JSON(&before)
	kit.Clock.Advance(25 * time.Hour)
	wear(kit.As("ada"), drawing(t, 30, 30, 2)).Want(http.StatusOK).JSON(&after)
	sweep := func() int {
		removed, err := kit.App.Avatars.Sweep(t.Context())
		require.NoError(t, err)
		return removed
	}
	require.Zero(t, sweep())
	kit.Visitor().File(http.MethodGet, before.AvatarURL).Want(http.StatusOK)
	kit.Clock.Advance(25 * time.Hour)
	require.Equal(t, 1, sweep())
	kit.Visitor().File(http.MethodGet, before.AvatarURL).WantProblem(http.StatusNotFound, "not-found")
	kit.Visitor().File(http.MethodGet, after.AvatarURL).Want(http.StatusOK)
}

func TestWhatIsNoPictureIsNoFace(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	for _, bad := range [][]byte{[]byte("words"), []byte("\x89PNG\r\n\x1a\n"), []byte("<svg></svg>")} {
		wear(kit.As("ada"), bad).WantProblem(http.StatusUnprocessableEntity, "validation")
	}
	wear(kit.As("ada"), bytes.Repeat([]byte("x"), 10<<20+1)).WantProblem(http.StatusRequestEntityTooLarge, "too-large")
	wear(kit.Visitor(), drawing(t, 30, 30, 1)).WantProblem(http.StatusUnauthorized, "unauthenticated")
	require.Zero(t, kit.Int(`SELECT count(*) FROM avatars`))
}
