package api_test

import (
	"fmt"
	"net/http"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/testkit"
)

type tagHistory struct {
	Items []struct {
		Number      int
		Author      *named
		Description string
	}
	Older *struct{ Number int }
	Total int
}

func TestATagKeepsWhatItSaidAndIsBroughtBackByAnEdit(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	kit.Ask("ada", "How do I close a channel twice?", "go")
	say := func(handle, words string, version int) {
		kit.As(handle).Put("/tags/go", map[string]any{"description": words, "wiki": "About " + words, "version": version}).Want(http.StatusOK)
	}
	say("ada", "A language.", 1)
	say("ben", "A game.", 2)
	say("ada", "A language.", 3)
	var history tagHistory
	kit.As("max").Get("/tags/go/revisions?pageSize=2").Want(http.StatusOK).JSON(&history)
	require.Equal(t, 3, history.Total)
	require.Equal(t, "A language.", history.Items[0].Description)
	require.Equal(t, "ben", history.Items[1].Author.Handle)
	require.Equal(t, history.Items[1].Number-1, history.Older.Number)
	history = tagHistory{}
	kit.As("max").Get("/tags/go/revisions?pageSize=2&page=2").Want(http.StatusOK).JSON(&history)
	require.Len(t, history.Items, 1)
	require.Nil(t, history.Older)
}

func TestWhatACommentSaidBeforeIsForItsAuthorAndModerators(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?", "go")
	said := comment(kit, "ben", q.ID, "Why would you?")
	for _, words := range []string{"Why would anybody?", "Why?"} {
		kit.Clock.Advance(time.Minute)
		kit.As("ben").Put(fmt.Sprintf("/comments/%d", said), map[string]any{"body": words}).Want(http.StatusOK)
	}
	var history struct {
		Items []struct {
			Body string
			At   time.Time
		}
	}
	for _, handle := range []string{"ben", "mia"} {
		kit.As(handle).Get("/comments/%d/revisions", said).Want(http.StatusOK).JSON(&history)
		require.Len(t, history.Items, 3)
		require.Equal(t, "Why?", history.Items[0].Body)
		require.Equal(t, "Why would you?", history.Items[2].Body)
		require.True(t, history.Items[1].At.After(history.Items[2].At))
	}
	kit.As("ada").Get("/comments/%d/revisions", said).WantProblem(http.StatusForbidden, "forbidden")
	kit.As("mia").Delete("/comments/%d", said).Want(http.StatusNoContent)
	kit.As("ben").Get("/comments/%d/revisions", said).WantProblem(http.StatusNotFound, "not-found")
}
