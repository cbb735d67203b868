package api_test

import (
	"net/http"
	"testing"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/people/spaces"
	"wellspring/pkg/testkit"
)

func TestSpacesAreListedForThoseWhoMayReadThem(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	for _, space := range []spaces.NewSpace{
		{Slug: "ask-us", Name: "Ask us", Visibility: spaces.Public},
		{Slug: "case-work", Name: "Case work", Visibility: spaces.Members, Reason: "Personal data."},
	} {
		_, err := kit.App.Spaces.Create(t.Context(), kit.Actor("root"), space)
		require.NoError(t, err)
	}
	require.NoError(t, kit.App.Spaces.AddMember(t.Context(), kit.Actor("root"), "case-work", kit.UserID("ada")))
	list := func(client *testkit.Client) []string {
		var found struct {
			Items []struct{ Slug string }
		}
		client.Get("/spaces").Want(http.StatusOK).JSON(&found)
		slugs := []string{}
		for _, space := range found.Items {
			slugs = append(slugs, space.Slug)
		}
		return slugs
	}
	require.Equal(t, []string{"organisation", "ask-us", "case-work"}, list(kit.As("ada")))
	require.Equal(t, []string{"organisation", "ask-us"}, list(kit.As("noa")))
	require.Equal(t, []string{"ask-us"}, list(kit.Visitor()))

	var space struct {
		Visibility       string
		Reason, Unit     *string
		IsMember, CanAsk bool
		MemberCount      int
	}
	kit.As("ada").Get("/spaces/case-work").Want(http.StatusOK).JSON(&space)
	require.Equal(t, "members", space.Visibility)
	require.Equal(t, "Personal data.", *space.Reason)
	require.Nil(t, space.Unit)
	require.True(t, space.IsMember && space.CanAsk)
	kit.As("noa").Get("/spaces/case-work").WantProblem(http.StatusNotFound, "not-found")
	kit.Visitor().Get("/spaces/organisation").WantProblem(http.StatusNotFound, "not-found")
}
