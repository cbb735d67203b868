package markdown

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

func TestHostileTextsComeOutInert(t *testing.T) {
	t.Parallel()
	attempts := loadAttempts(t)
	require.GreaterOrEqual(t, len(attempts), 100)
	renderer := New("wellspring.example")
	for name, attempt := range attempts {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for _, doc := range []Document{renderer.Render(attempt), renderer.RenderInline(attempt)} {
				require.False(t, doc.AsSource, "an attempt this short is within every limit")
				requireInert(t, doc.HTML)
			}
			clean := SanitizeHTML(attempt)
			requireInert(t, clean)
			requireInert(t, renderer.Render(clean).HTML)
		})
	}
}

func loadAttempts(t testing.TB) map[string]string {
	t.Helper()
	data, err := os.ReadFile("testdata/xss.txt")
	require.NoError(t, err)
	attempts := map[string]string{}
	for _, part := range strings.Split("\n"+string(data), "\n%% ")[1:] {
		name, attempt, found := strings.Cut(part, "\n")
		require.True(t, found, "the attempt %q is empty", name)
		require.NotContains(t, attempts, name, "two attempts have one name")
		attempts[name] = attempt
	}
	return attempts
}

// requireInert parses HTML as a browser does, in the place where the page puts it, and accepts nothing that it does not know.
// It shares no list with the code it checks.
func requireInert(t testing.TB, source string) {
	t.Helper()
	place := &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div}
	nodes, err := html.ParseFragment(strings.NewReader(source), place)
	require.NoError(t, err)
	for _, node := range nodes {
		for part := range node.Descendants() {
			requireInertNode(t, part)
		}
		requireInertNode(t, node)
	}
	at := strings.IndexFunc(source, func(r rune) bool { return r < ' ' && r != '\n' && r != '\t' || r == 0x7f })
	require.Negative(t, at, "a control character")
}

func requireInertNode(t testing.TB, node *html.Node) {
	t.Helper()
	if node.Type == html.TextNode {
		return
	}
	require.Equal(t, html.ElementNode, node.Type, "neither element nor text: %q", node.Data)
	attributes, known := inertAttributes(node.Data)
	require.True(t, known && node.Namespace == "", "the element %q %q", node.Namespace, node.Data)
	for _, attribute := range node.Attr {
		require.True(t, slices.Contains(attributes, attribute.Key) && attribute.Namespace == "", "%q on %q", attribute.Key, node.Data)
		requireInertValue(t, node, attribute)
	}
	if node.Data == "input" {
		require.True(t, slices.ContainsFunc(node.Attr, func(a html.Attribute) bool { return a.Key == "disabled" }))
	}
}

// inertAttributes tells which elements there may be, with which attributes.
func inertAttributes(element string) ([]string, bool) {
	const everywhere = "class dir id lang role "
	switch element {
	case "b", "bdi", "blockquote", "br", "caption", "cite", "code", "dd", "del", "dl", "dt", "em", "figcaption", "figure",
		"h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "ins", "kbd", "mark", "p", "q", "rp", "rt", "ruby", "s", "samp", "section",
		"small", "strike", "strong", "sub", "summary", "sup", "table", "tbody", "tfoot", "thead", "tr", "tt", "u", "ul", "var", "wbr":
		return strings.Fields(everywhere), true
	case "a":
		return strings.Fields(everywhere + "href title rel"), true
	case "img":
		return strings.Fields(everywhere + "src alt title width height loading decoding referrerpolicy"), true
	case "input":
		return strings.Fields("type checked disabled aria-label"), true
	case "ol":
		return strings.Fields(everywhere + "start type reversed"), true
	case "li":
		return strings.Fields(everywhere + "value"), true
	case "details":
		return strings.Fields(everywhere + "open"), true
	case "div", "pre", "span":
		return strings.Fields(everywhere + "tabindex"), true
	case "th", "td":
		return strings.Fields(everywhere + "align scope colspan rowspan"), true
	case "abbr", "dfn":
		return strings.Fields(everywhere + "title"), true
	default:
		return nil, false
	}
}

func requireInertValue(t testing.TB, node *html.Node, attribute html.Attribute) {
	t.Helper()
	switch attribute.Key {
	case "href":
		requireInertAddress(t, attribute.Val, "http", "https", "mailto", "tel", "ftp", "irc", "ircs", "xmpp")
	case "src":
		requireInertAddress(t, attribute.Val, "http", "https")
	case "id":
		require.Regexp(t, `^m[0-9a-f]{8}-`, attribute.Val, "an id of somebody else")
	case "type":
		require.True(t, node.Data == "ol" || attribute.Val == "checkbox", "an input of type %q", attribute.Val)
	case "class":
		for name := range strings.FieldsSeq(attribute.Val) {
			require.True(t, isInertClass(name), "the class %q", name)
		}
	}
}

func isInertClass(name string) bool {
	const ours = " math math-inline math-display diagram table-wrap footnotes footnote-ref footnote-backref "
	return len(name) <= 2 || strings.Contains(ours, " "+name+" ") || strings.HasPrefix(name, "language-")
}

// requireInertAddress is strict about anything before a colon that a browser could take for a scheme.
func requireInertAddress(t testing.TB, address string, schemes ...string) {
	t.Helper()
	require.False(t, strings.ContainsFunc(address, func(r rune) bool { return r < ' ' }), "control characters in %q", address)
	before, _, found := strings.Cut(address, ":")
	if !found || strings.ContainsAny(before, "/?#\\") {
		return
	}
	require.True(t, slices.Contains(schemes, strings.ToLower(before)), "the scheme of %q", address)
}

func FuzzRenderIsInert(f *testing.F) {
	for _, attempt := range loadAttempts(f) {
		f.Add(attempt)
	}
	for _, text := range []string{everything, "a\x00b\xff", "| a |\n|---|\n| `\\|` |", "$$\na\n$$", "[^1]\n\n[^1]: x", strings.Repeat("> - ", 30), "2\r\x00\x00\r0"} {
		f.Add(text)
	}
	renderer := New("wellspring.example")
	f.Fuzz(func(t *testing.T, source string) {
		valid := strings.ToValidUTF8(source, "\uFFFD")
		doc, err := renderer.render(renderer.blocks, valid)
		require.False(t, isPanic(err), "%v", err)
		requireInert(t, doc.HTML)
		first, second := renderer.Render(source), New("wellspring.example").Render(source)
		require.Equal(t, first, second, "the same text renders the same")
		requireInert(t, renderer.RenderInline(source).HTML)
		clean := SanitizeHTML(source)
		requireInert(t, clean)
		require.Equal(t, clean, SanitizeHTML(clean), "what is clean stays as it is")
		require.Equal(t, decorated(renderer, clean), strings.TrimSpace(renderer.Render(clean).HTML), "clean HTML is Markdown for itself")
	})
}

// decorated is what the page shows of clean HTML without a detour by Markdown.
func decorated(r *Renderer, clean string) string {
	g := gate{ownHosts: r.ownHosts, anchors: newAnchors(clean), showHidden: true, decorate: true}
	return strings.TrimSpace(g.run(clean))
}
