package search

import (
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
)

func TestPlainTextKeepsWordsTogetherAndBlocksApart(t *testing.T) {
	t.Parallel()
	for source, want := range map[string]string{
		"<p>Close <em>a</em> channel</p><p>Twice</p>":                            "Close a channel Twice",
		`<pre><code><span class="nx">fmt</span><span class="p">.</span>X</code>`: "fmt.X",
		"<ul><li>one</li><li>two</li></ul>":                                      "one two",
		"a &lt;b&gt; &amp; c":                                                    "a <b> & c",
		"a<br>b<img src=x alt='c'>d":                                             "a b d",
		"cut <a href=\"https://exam":                                             "cut",
		"\x02no\x03 marks\u0085here\x00":                                         "no marks here",
		"<table><tr><td>1</td><td>2</td></tr></table>":                           "1 2",
		"Umlaute &auml; bleiben":                                                 "Umlaute ä bleiben",
		"<p>x</p>\n<!-- hidden --><script>alert(1)</script>":                     "x alert(1)",
	} {
		require.Equal(t, want, Plain(source), source)
	}
}

func TestSnippetsAreEscapedAndOnlyMarked(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"close a \x02channel\x03":           "close a <mark>channel</mark>",
		"<script>alert(\x021\x03)</script>": "&lt;script&gt;alert(<mark>1</mark>)&lt;/script&gt;",
		`<img src="x" onerror='a&b'>`:       "&lt;img src=&quot;x&quot; onerror=&#39;a&amp;b&#39;&gt;",
		"<mark>\x02a\x02b":                  "&lt;mark&gt;<mark>ab</mark>",
		"a\x03b\x02":                        "ab<mark></mark>",
		"  lines\n and   spaces ":           "lines and spaces",
	} {
		require.Equal(t, want, Snippet(text))
	}
}

func FuzzSnippet(f *testing.F) {
	f.Add("<b>\x02x\x03</b> & \"'")
	f.Add("\x03\x02\x02<mark>")
	f.Fuzz(func(t *testing.T, text string) {
		tokens := html.NewTokenizer(strings.NewReader(Snippet(text)))
		depth := 0
		for {
			kind := tokens.Next()
			if kind == html.ErrorToken {
				break
			}
			if kind == html.TextToken {
				continue
			}
			token := tokens.Token()
			require.Equal(t, "mark", token.Data)
			require.Empty(t, token.Attr)
			require.NotEqual(t, html.SelfClosingTagToken, kind)
			if depth++; kind == html.EndTagToken {
				depth -= 2
			}
			require.Contains(t, []int{0, 1}, depth)
		}
		require.Zero(t, depth)
	})
}

func FuzzPlain(f *testing.F) {
	f.Add("<p>a<b>c</b></p>&lt;")
	f.Fuzz(func(t *testing.T, source string) {
		require.False(t, strings.ContainsFunc(Plain(source), unicode.IsControl))
	})
}
