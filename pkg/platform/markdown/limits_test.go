package markdown

import (
	"bufio"
	"fmt"
	"io"
	"maps"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func bufferOf(w io.Writer) *bufio.Writer { return bufio.NewWriter(w) }

const hostileLength = 50_000

// hostileTexts would cost a careless renderer quadratic time, gigabytes of output or its stack.
func hostileTexts() map[string]string {
	texts := hostileMarks()
	maps.Copy(texts, hostileLeaves())
	return texts
}

func fill(part string) string { return strings.Repeat(part, hostileLength/len(part)) }

func hostileMarks() map[string]string {
	definitions := &strings.Builder{}
	for i := range 2500 {
		fmt.Fprintf(definitions, "[^%d]: x\n", i)
	}
	return map[string]string{
		"quotes":                 fill(">"),
		"quotes, line by line":   fill(strings.Repeat("> ", 30) + "a\n"),
		"lists":                  fill("- "),
		"numbered lists":         fill("1. "),
		"lists in quotes":        fill("> - "),
		"items":                  fill("- a\n"),
		"tasks":                  fill("- [ ] a\n"),
		"headings":               fill("# a\n"),
		"underlined headings":    fill("a\n-\n"),
		"emphasis that opens":    fill("*a **a "),
		"emphasis of two kinds":  fill("*a_"),
		"emphasis in emphasis":   strings.Repeat("**", 12_000) + "a" + strings.Repeat("**", 12_000),
		"emphasis by paragraph":  fill(strings.Repeat("*a_", 200) + "\n\n"),
		"strikes":                fill("~~a "),
		"brackets":               fill("["),
		"images":                 fill("!["),
		"links that open":        fill("[a]("),
		"links that open with <": fill("[a](<b"),
		"links within links":     strings.Repeat("[", 12_000) + "a" + strings.Repeat("](b)", 9_000),
		"brackets round marks":   strings.Repeat("[", 400) + fill("*a* ") + strings.Repeat("]", 400),
		"definitions":            fill("[a]: /u\n"),
		"a long address, often":  "[a]: /" + strings.Repeat("u", 25_000) + "\n\n" + strings.Repeat("[a]", 8_000),
		"footnotes":              definitions.String() + strings.Repeat("[^2499]\n\n", 3_000),
		"one footnote, often":    "[^a]: b\n\n" + fill("[^a]"),
		"footnotes in footnotes": fill("[^a]: "),
		"a wide and long table":  strings.Repeat("|a", 3_000) + "|\n" + strings.Repeat("|-", 3_000) + "|\n" + strings.Repeat("|\n", 3_000),
		"many tables":            fill("|a|\n|-|\n\n"),
		"escaped pipes":          fill("|`\\|`|\n|-|\n|`\\|`|\n\n"),
	}
}

func hostileLeaves() map[string]string {
	return map[string]string{
		"backticks":              fill("`a``"),
		"formulas":               fill("$a "),
		"formulas on lines":      fill("$$a\n"),
		"formulas in paragraphs": fill("$$a\n\n"),
		"comments":               fill("a <!-- "),
		"processing":             fill("a <?"),
		"tags":                   fill("a <a "),
		"attributes":             "<a " + fill("b='c' ") + ">",
		"elements in elements":   fill("<b>"),
		"paragraphs in elements": fill("<p><b>"),
		"tables in tables":       fill("<table><td>"),
		"blocks of HTML":         fill("<div>\n\n"),
		"preformatted":           fill("<pre>"),
		"addresses":              fill("http://a.b/( "),
		"mail addresses":         fill("a.b@c."),
		"emoji":                  fill(":smile:"),
		"entities":               fill("&amp;"),
		"ampersands":             fill("&"),
		"line breaks":            fill("a  \n"),
		"NUL":                    fill("\x00"),
		"invalid UTF-8":          fill("\xff\xc0"),
		"code: numbers":          "```go\n" + fill("1,"),
		"code: open string":      "```go\n" + fill("\"\\"),
		"code: line ends":        "```c\n" + fill("\n"),
		"code: brackets":         "```hcl\n" + fill("<"),
		"code: quotes":           "```rust\n" + fill("'"),
		"code: blocks":           fill("```go\n1\n```\n"),
		"code: tags":             "```html\n" + fill("<a "),
		"code: long language":    "```" + fill("a") + "\nx\n```",
		"too long":               strings.Repeat("a ", MaxSource),
	}
}

func TestHostileTextsStayWithinTheLimits(t *testing.T) {
	t.Parallel()
	renderer := New()
	for name, source := range hostileTexts() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, err := renderer.render(renderer.blocks, strings.ToValidUTF8(source, "\uFFFD"))
			require.False(t, isPanic(err), "%v", err)
			doc := renderer.Render(source)
			require.LessOrEqual(t, len(doc.HTML), MaxHTML)
			require.LessOrEqual(t, len([]rune(doc.Excerpt)), excerptLength+1)
			require.LessOrEqual(t, deepest(doc.HTML), maxDepth+2, "the wrapper of a table comes on top")
			require.LessOrEqual(t, len(renderer.RenderInline(source).HTML), MaxHTML)
			requireInert(t, doc.HTML)
		})
	}
}

// deepest counts how far elements are nested.
func deepest(source string) int {
	depth, most := 0, 0
	for _, part := range strings.Split(source, "<")[1:] {
		name := strings.FieldsFunc(part, func(r rune) bool { return r == '>' || r == ' ' })[0]
		switch {
		case strings.HasPrefix(name, "/"):
			depth--
		case !oneOf(name, "br", "hr", "img", "input", "wbr"):
			depth++
			most = max(most, depth)
		}
	}
	return most
}

func TestATextBeyondTheLimitsIsShownAsItsSource(t *testing.T) {
	t.Parallel()
	source := strings.Repeat("*a* <script> ", MaxSource/10)
	doc := New().Render(source)
	require.True(t, doc.AsSource)
	require.True(t, strings.HasPrefix(doc.HTML, `<pre tabindex="0"><code>*a* &lt;script&gt; `))
	require.LessOrEqual(t, len(doc.HTML), MaxHTML)
	requireInert(t, doc.HTML)
}

func TestMarksBeyondALimitStayAsTheyWereTyped(t *testing.T) {
	t.Parallel()
	deep := New().Render(strings.Repeat("> ", 40) + "deep")
	require.Equal(t, maxContainers, strings.Count(deep.HTML, "<blockquote>"))
	require.Contains(t, deep.PlainText, "> deep")
	wide := New().Render(strings.Repeat("|a", 200) + "|\n" + strings.Repeat("|-", 200) + "|\n" + strings.Repeat("|b|\n", 60))
	require.NotContains(t, wide.HTML, "<table>")
	require.Contains(t, wide.PlainText, "|b|")
	require.False(t, wide.AsSource)
}

func BenchmarkRender(b *testing.B) {
	renderer := New()
	texts := map[string]string{"a post": strings.Repeat(everything, 2000/len(everything)+1)[:2000], "a remark": "See `x` in [the docs](https://go.dev)."}
	for name, source := range hostileTexts() {
		texts["hostile "+name] = source
	}
	for name, source := range texts {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(source)))
			for b.Loop() {
				renderer.Render(source)
			}
		})
	}
}
