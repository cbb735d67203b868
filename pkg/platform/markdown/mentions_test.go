package markdown_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/platform/markdown"
)

func TestMentionsOfKnownPeopleAreLinks(t *testing.T) {
	t.Parallel()
	r := markdown.New().Mentioning(markdown.People{"ada": "/people/1/ada", "joerg-aberg": "/people/2/joerg-aberg"})
	got := r.RenderInline("@ada, ask @Joerg-Aberg. And @nobody.")
	require.Equal(t, `<p><a href="/people/1/ada">@ada</a>, ask <a href="/people/2/joerg-aberg">@Joerg-Aberg</a>. And @nobody.</p>`+"\n", got.HTML)
	require.Equal(t, []string{"ada", "joerg-aberg"}, got.Mentioned)
	require.Contains(t, r.Render("# For @ada\n\n- *@ada*").HTML, `<em><a href="/people/1/ada">@ada</a></em>`)
}

func TestWhatIsNoMentionIsNoLink(t *testing.T) {
	t.Parallel()
	r := markdown.New().Mentioning(markdown.People{"ada": "/people/1/ada"})
	for _, source := range []string{
		"`@ada`", "```\n@ada\n```", "    @ada", "mail@ada", "a/@ada", "@@ada", "@adam", "@ada-lovelace", `\@ada`, "$@ada$", "https://example.org/@ada",
	} {
		got := r.Render(source)
		require.NotContains(t, got.HTML, "/people/", source)
		require.Empty(t, got.Mentioned, source)
	}
	require.NotContains(t, markdown.New().Render("@ada").HTML, "<a")
}

func TestHandlesAreFoundOnce(t *testing.T) {
	t.Parallel()
	require.Equal(t, []string{"ada", "ben", "x.y"}, markdown.Handles("@ada, (@Ben) @ADA, me@example.org @x.y. @ @-"))
	require.Empty(t, markdown.Handles("nobody"))
}
