package markdown

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// everything is a text that uses each feature once.
const everything = "# How we *close* `channels`\n\nWritten by <kbd>us</kbd> :tada: for ~~some~~ all, see https://go.dev and [the start](#how-we-close-channels).[^why]\n\n" +
	"- [x] read *this*\n- [ ] do it\n\n| what | how |\n|:-----|----:|\n| a `b` | 2 |\n\nEuler: $e^{i\\pi}$ costs $5.\n\n$$\n\\int_0^1 x\n= 1/2\n$$\n\n" +
	"```go\nfunc main() {} // nothing\n```\n\n```mermaid\ngraph TD\n```\n\n![A cat](/uploads/cat.png \"Tom\")\n\n[^why]: Because.\n"

func TestTablesScrollByKeyboardAndAlignWithoutStyles(t *testing.T) {
	t.Parallel()
	got := New().Render("| a | b | c |\n|:--|:-:|--:|\n| 1 | 2 | 3 |\n").HTML
	require.Contains(t, got, `<div class="table-wrap" tabindex="0"><table>`)
	require.Contains(t, got, `<th align="left">a</th>`)
	require.Contains(t, got, `<td align="center">2</td>`)
	require.Contains(t, got, `<td align="right">3</td>`)
	require.True(t, strings.HasSuffix(strings.TrimSpace(got), "</table></div>"))
	require.NotContains(t, got, "style")
}

func TestTaskBoxesAreNamedAfterTheirItem(t *testing.T) {
	t.Parallel()
	got := New().Render("- [x] read *the* docs\n- [ ] write \"more\"\n- [ ] ![x](/y.png)\n").HTML
	require.Contains(t, got, `<input type="checkbox" disabled="" checked="" aria-label="read the docs"> read <em>the</em> docs`)
	require.Contains(t, got, `<input type="checkbox" disabled="" aria-label="write &quot;more&quot;">`)
	require.Contains(t, got, `aria-label="x"`)
}

func TestStrikethroughAutolinksAndEmojiWork(t *testing.T) {
	t.Parallel()
	got := New().Render("~~old~~ www.example.org mail@example.org :smile: :no_such_thing: 10:30:00").HTML
	require.Contains(t, got, "<del>old</del>")
	require.Contains(t, got, `<a href="http://www.example.org" rel="nofollow ugc noopener">www.example.org</a>`)
	require.Contains(t, got, `<a href="mailto:mail@example.org">mail@example.org</a>`)
	require.Contains(t, got, "😄 :no_such_thing: 10:30:00")
}

func TestLinksToOtherHostsCarryNoWeight(t *testing.T) {
	t.Parallel()
	renderer := New("Wellspring.example", "localhost:8080")
	const rel = `rel="nofollow ugc noopener"`
	for _, outside := range []string{"https://go.dev", "//go.dev/x", `/\go.dev`, "http:go.dev", "https://wellspring.example@evil.example", "https://wellspring.example:9"} {
		require.Contains(t, renderer.Render(`<a href="`+outside+`">x</a>`).HTML, rel, outside)
	}
	for _, inside := range []string{"/questions/1", "questions", "#x", "?tab=2", "https://wellspring.example/x", "http://localhost:8080", "//WELLSPRING.example?x"} {
		require.NotContains(t, renderer.Render(`<a href="`+inside+`">x</a>`).HTML, "rel=", inside)
	}
}

func TestImagesLoadLateAndComeOnlyFromTheWeb(t *testing.T) {
	t.Parallel()
	renderer := New("wellspring.example")
	require.Equal(t, `<p><img src="/uploads/a.png" alt="A cat" title="Tom" loading="lazy" decoding="async"></p>`+"\n",
		renderer.Render(`![A cat](/uploads/a.png "Tom")`).HTML)
	require.Contains(t, renderer.Render("![x](https://go.dev/x.png)").HTML, `referrerpolicy="no-referrer"`)
	require.Equal(t, "<p>A cat</p>\n", renderer.Render("![A cat](data:image/png;base64,AAAA)").HTML)
	require.Contains(t, renderer.Render(`<img src="/x.png" width="30" height="1e9">`).HTML, `<img src="/x.png" alt="" width="30" loading`)
}

func TestHeadingsHaveTheirOwnAnchorsInEachText(t *testing.T) {
	t.Parallel()
	renderer := New()
	one := renderer.Render("# Größe & Maß\n\n# Größe & Maß\n\n# !\n\n[up](#größe-maß) [out](#elsewhere)")
	two := renderer.Render("# Größe & Maß\n")
	ids := anchorsIn(t, one.HTML)
	require.Len(t, ids, 3)
	require.True(t, strings.HasSuffix(ids[0], "-größe-maß"))
	require.True(t, strings.HasSuffix(ids[1], "-größe-maß-1"))
	require.True(t, strings.HasSuffix(ids[2], "-section"))
	require.Contains(t, one.HTML, `<a href="#`+ids[0]+`">up</a>`)
	require.Contains(t, one.HTML, `<a href="#elsewhere">out</a>`)
	require.NotEqual(t, ids[0], anchorsIn(t, two.HTML)[0], "two texts on one page must not share ids")
}

func TestAnchorsInRawHTMLAreDropped(t *testing.T) {
	t.Parallel()
	require.Empty(t, anchorsIn(t, New().Render(`<p id="root">x</p> <h2 id="h">y</h2>`).HTML))
}

func TestFootnotesLinkBothWays(t *testing.T) {
	t.Parallel()
	got := New().Render("One[^a], again[^a].\n\n[^a]: The *note*.\n").HTML
	ids := anchorsIn(t, got)
	require.Len(t, ids, 3)
	for _, id := range ids {
		require.Contains(t, got, `href="#`+id+`"`)
	}
	require.Contains(t, got, `role="doc-noteref"`)
	require.Contains(t, got, `role="doc-backlink"`)
	require.Contains(t, got, `<div class="footnotes" role="doc-endnotes">`)
}

func anchorsIn(t *testing.T, source string) []string {
	t.Helper()
	var ids []string
	for _, part := range strings.Split(source, ` id="`)[1:] {
		id, _, _ := strings.Cut(part, `"`)
		ids = append(ids, id)
	}
	return ids
}

func TestMathIsMarkedForThePageToTypeset(t *testing.T) {
	t.Parallel()
	renderer := New()
	for source, want := range map[string]string{
		"so $a_1*b*c<d$ holds":   `<p>so <span class="math math-inline">a_1*b*c&lt;d</span> holds</p>`,
		"see $$x^2$$ here":       `<p>see <span class="math math-display" tabindex="0">x^2</span> here</p>`,
		"$$x^2$$":                `<div class="math math-display" tabindex="0">x^2</div>`,
		"$$\na\n- b\n= c\n$$":    `<div class="math math-display" tabindex="0">a` + "\n- b\n= c</div>",
		"text\n$$ a\nb $$\nend":  `<p>text</p>` + "\n" + `<div class="math math-display" tabindex="0">a` + "\nb</div>\n<p>end</p>",
		"> $$\n> a\n> $$":        "<blockquote>\n" + `<div class="math math-display" tabindex="0">a</div>` + "\n</blockquote>",
		"- x\n\n  $$\n  a\n  $$": "<ul>\n<li>\n<p>x</p>\n" + `<div class="math math-display" tabindex="0">a</div>` + "\n</li>\n</ul>",
		"```math\na\n```":        `<div class="math math-display" tabindex="0">a</div>`,
	} {
		doc := renderer.Render(source)
		require.Equal(t, want, strings.TrimSpace(doc.HTML), source)
		require.True(t, doc.HasMath, source)
	}
}

func TestDollarsThatAreMoneyOrVariablesAreNoMath(t *testing.T) {
	t.Parallel()
	renderer := New()
	for _, source := range []string{
		"it costs $5 or $10", "from $5-$6", "echo $HOME and $PATH", "$HOME:$PATH", `\$a$`, "$ a $", "US$5 and CA$6", "a$b$c", "$$ open", "$$\nopen\n\n$$x", "`$a$`", "$$$$",
	} {
		doc := renderer.Render(source)
		require.False(t, doc.HasMath, source)
		require.NotContains(t, doc.HTML, "math", source)
	}
}

func TestADocumentKnowsWhatItHolds(t *testing.T) {
	t.Parallel()
	doc := New().Render(everything)
	require.True(t, doc.HasMath)
	require.True(t, doc.HasDiagram)
	require.True(t, doc.HasCode)
	require.Equal(t, []string{"go", "mermaid"}, doc.Languages)
	require.False(t, doc.AsSource)
	requireInert(t, doc.HTML)
	plain := New().Render("Just words.")
	require.Equal(t, Document{HTML: "<p>Just words.</p>\n", Excerpt: "Just words.", PlainText: "Just words."}, plain)
	require.True(t, New().Render("    indented").HasCode)
	require.False(t, New().Render("```mermaid\nx\n```").HasCode, "a picture is no code")
}

func TestWhatIsNotAllowedIsShownAsWritten(t *testing.T) {
	t.Parallel()
	require.Equal(t, "<p>A List&lt;Foo&gt; and a &lt;Bar baz=&quot;1&quot;/&gt; and <b>bold</b>.</p>\n",
		New().Render(`A List<Foo> and a <Bar baz="1"/> and <b>bold</b>.`).HTML)
	require.NotContains(t, New().Render("<!-- language: go -->\n\n    x").HTML, "language", "comments stay hidden")
}

func TestSafeHTMLMayBeUsedInMarkdown(t *testing.T) {
	t.Parallel()
	got := New().Render("H<sub>2</sub>O <mark>x</mark> <abbr title=\"t\">y</abbr>\n\n<details open><summary>More</summary>\n\n*inside*\n\n</details>\n").HTML
	require.Contains(t, got, `H<sub>2</sub>O <mark>x</mark> <abbr title="t">y</abbr>`)
	require.Contains(t, got, "<details open=\"\"><summary>More</summary>\n<p><em>inside</em></p>\n</details>")
}

func TestRemarksHaveInlineMarksOnly(t *testing.T) {
	t.Parallel()
	got := New().RenderInline("# no *heading*\n- no list `code` [x](/y) $a$").HTML
	require.Equal(t, "<p># no <em>heading</em>\n- no list <code>code</code> <a href=\"/y\">x</a> <span class=\"math math-inline\">a</span></p>\n", got)
}
