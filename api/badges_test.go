package api_test

import (
	"net/http"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/engagement/badges"
	"wellspring/pkg/testkit"
)

func TestBadgesAreShownRarestFirstAndCounted(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	ada := kit.Actor("ada").User
	first := time.Date(2026, 3, 1, 10, 0, 0, 0, time.UTC)
	_, err := kit.App.Badges.Import(t.Context(), []badges.ImportedAward{
		{Person: ada, Name: "Nice Answer", Class: badges.Bronze, At: first},
		{Person: ada, Name: "Nice Answer", Class: badges.Bronze, At: first.Add(time.Hour)},
		{Person: ada, Name: "Great Answer", Class: badges.Gold, At: first},
	})
	require.NoError(t, err)

	var shown struct {
		Items []struct {
			Name, Class string
			Count       int
			AwardedAt   time.Time
		}
	}
	kit.As("ben").Get("/users/%d/badges", ada).Want(http.StatusOK).JSON(&shown)
	require.Len(t, shown.Items, 2)
	require.Equal(t, "Great Answer", shown.Items[0].Name)
	require.Equal(t, "gold", shown.Items[0].Class)
	require.Equal(t, 2, shown.Items[1].Count)
	require.True(t, shown.Items[1].AwardedAt.Equal(first.Add(time.Hour)))

	kit.As("ben").Get("/users/999999/badges").WantProblem(http.StatusNotFound, "not-found")
}
