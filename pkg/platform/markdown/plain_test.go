package markdown

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

func TestPlainTextHasALineABlockAndNoMarkup(t *testing.T) {
	t.Parallel()
	require.Equal(t, "How we close channels\n"+
		"Written by us 🎉 for some all, see https://go.dev and the start.\n"+
		"read this\ndo it\nwhat\nhow\na b\n2\nEuler: e^{i\\pi} costs $5.\n\\int_0^1 x = 1/2\n"+
		"func main() {} // nothing\ngraph TD\nA cat\nBecause.", New().Render(everything).PlainText)
}

func TestExcerptIsProse(t *testing.T) {
	t.Parallel()
	require.Equal(t, `How we close channels Written by us 🎉 for some all, see https://go.dev and the start. read this do it Euler: e^{i\pi} costs $5. \int_0^1 x = 1/2 A cat`,
		New().Render(everything).Excerpt)
	require.Equal(t, "only code", New().Render("```\nonly\n  code\n```").Excerpt, "where there is no prose, code is better than nothing")
	require.Empty(t, New().Render("").Excerpt)
}

func TestExcerptEndsAtAWord(t *testing.T) {
	t.Parallel()
	got := New().Render(strings.Repeat("Größe, ", 100)).Excerpt
	require.True(t, strings.HasSuffix(got, "Größe…"), got)
	require.LessOrEqual(t, utf8.RuneCountInString(got), excerptLength+1)
	require.Equal(t, strings.Repeat("ß", excerptLength)+"…", New().Render(strings.Repeat("ß", 400)).Excerpt)
}

func TestPlainFromHTMLReadsForeignHTML(t *testing.T) {
	t.Parallel()
	for source, want := range map[string]string{
		"<p>a <b>b</b>c</p><p>d</p>": "a bc\nd",
		"a<br>b<br/>c":               "a\nb\nc",
		"<script>x</script>a<style>y</style><textarea>z</textarea>": "a",
		"a <script>x":                              "a",
		`<img alt="a cat" src=x>!`:                 "a cat !",
		"&lt;b&gt; &amp; &#228;":                   "<b> & ä",
		"<ul><li>a</li><li>b</li></ul>c":           "a\nb\nc",
		"<article>a</article><section>b</section>": "a\nb",
		"": "",
	} {
		require.Equal(t, want, PlainFromHTML(source), source)
	}
}

func TestSanitizedHTMLIsMarkdownForItself(t *testing.T) {
	t.Parallel()
	renderer := New()
	for source, want := range map[string]string{
		"<p>a *b* <i>c</i></p>\n\n<p>d</p>\n":                                  "<p>a *b* <i>c</i></p>\n<p>d</p>",
		"plain *text* <b>x</b>":                                                "<div>plain *text* <b>x</b></div>",
		"<ul>\n<li><p>a</p>\n\n<pre><code>x\n\n  y\n</code></pre></li></ul>":   "<ul>\n<li><p>a</p>\n<pre><code>x\n&#10;  y\n</code></pre></li></ul>",
		"<pre><code>a\n\n\n$b$</code></pre>":                                   "<div><pre><code>a\n&#10;\n$b$</code></pre></div>",
		`<p>a <img src="/x.png" alt="b` + "\n\n" + `c"></p>`:                   `<p>a <img src="/x.png" alt="b  c"></p>`,
		"<h2 id=x class=y>a</h2><script>alert(1)</script><article>b</article>": "<h2>a</h2>b",
		"<p>a<p>b</i></div>":                                                   "<p>a</p><p>b</p>",
		"":                                                                     "",
	} {
		clean := SanitizeHTML(source)
		require.Equal(t, want, clean, source)
		require.Equal(t, decorated(renderer, clean), strings.TrimSpace(renderer.Render(clean).HTML), source)
		require.Equal(t, clean, SanitizeHTML(clean), source)
	}
}

func TestBrokenHTMLComesOutBalanced(t *testing.T) {
	t.Parallel()
	for source, want := range map[string]string{
		"<ul><li>a<li>b</ul>c":                        "<ul><li>a</li><li>b</li></ul>c",
		"<table><tr><td>a<td>b<tr><td>c</table>":      "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>",
		"<table><tr><td></p></b>a</div></table></td>": "<table><tr><td>a</td></tr></table>",
		"<td>a</td>":                   "a",
		"<a href=/x>b<a href=/y>c</a>": `<a href="/x">b</a><a href="/y">c</a>`,
		"<dl><dt>a<dd>b<dt>c</dl>":     "<dl><dt>a</dt><dd>b</dd><dt>c</dt></dl>",
		"<b><i>a</b>b</i>":             "<b><i>a</i></b>b",
		"<p>a<div>b</div></p>":         "<p>a</p><div>b</div>",
	} {
		g := gate{}
		require.Equal(t, want, g.run(source), source)
	}
}
