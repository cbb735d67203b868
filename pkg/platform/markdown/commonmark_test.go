package markdown

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
)

// specExamples is the number of examples in the CommonMark specification that goldmark's module carries.
const specExamples = 652

type specExample struct {
	Example  int    `json:"example"`
	Section  string `json:"section"`
	Markdown string `json:"markdown"`
	HTML     string `json:"html"`
}

func TestCommonMarkExamplesRenderAsTheSpecificationSays(t *testing.T) {
	t.Parallel()
	examples := loadSpecification(t)
	require.Len(t, examples, specExamples)
	exceptions := specExceptions()
	renderer := New()
	for _, example := range examples {
		t.Run(example.Section+" "+strconv.Itoa(example.Example), func(t *testing.T) {
			t.Parallel()
			got, want := canonical(t, renderer.Render(example.Markdown).HTML), canonical(t, example.HTML)
			reason, excepted := exceptions[example.Example]
			if !excepted {
				require.Equal(t, want, got, "of the Markdown %q", example.Markdown)
				return
			}
			require.NotEmpty(t, reason)
			require.NotEqual(t, want, got, "renders as specified, so strike it off the exceptions")
		})
	}
}

// loadSpecification reads the examples where the Go command has put goldmark's source; they are not ours to copy.
func loadSpecification(t *testing.T) []specExample {
	t.Helper()
	folder, err := exec.CommandContext(t.Context(), "go", "list", "-m", "-f", "{{.Dir}}", "github.com/yuin/goldmark").Output()
	require.NoError(t, err, "the go command must be there to find goldmark's source")
	path := filepath.Join(strings.TrimSpace(string(folder)), "_test", "spec.json")
	data, err := os.ReadFile(path)
	require.NoError(t, err, "goldmark's source must be in the module cache: run `go mod download`")
	var examples []specExample
	require.NoError(t, json.Unmarshal(data, &examples))
	return examples
}

// canonical writes HTML token by token in one spelling, without the attributes and the wrapper that we add to what is specified.
func canonical(t *testing.T, source string) string {
	t.Helper()
	source = strings.ReplaceAll(source, `<div class="table-wrap" tabindex="0"><table>`, "<table>")
	source = strings.ReplaceAll(source, "</table></div>", "</table>")
	var b strings.Builder
	tokens := html.NewTokenizer(strings.NewReader(source))
	for tokens.Next() != html.ErrorToken {
		token := tokens.Token()
		if token.Data == "span" { // the specification has none, we have them around the tokens of code
			continue
		}
		if token.Type == html.SelfClosingTagToken {
			token.Type = html.StartTagToken
		}
		token.Attr = slices.DeleteFunc(token.Attr, func(a html.Attribute) bool {
			switch a.Key {
			case "tabindex", "loading", "decoding", "referrerpolicy", "rel":
				return true
			case "id":
				return strings.HasPrefix(token.Data, "h") // of headings
			case "alt":
				return a.Val == "" // where raw HTML has none
			default:
				return false
			}
		})
		slices.SortFunc(token.Attr, func(a, b html.Attribute) int { return strings.Compare(a.Key, b.Key) })
		b.WriteString(token.String())
	}
	return strings.TrimSpace(b.String())
}

// specExceptions names each example that must come out differently, and why.
func specExceptions() map[int]string {
	reasons := map[string][]int{
		"an element that is not on the allow list is shown as it was written": {
			163, 170, 171, 172, 173, 176, 178, 201, 491, 524, 536, 617,
		},
		"a declaration, a processing instruction or CDATA is shown as it was written": {180, 181, 182, 627, 628, 629},
		"comments are dropped": {177, 179, 183, 308, 309, 625, 626},
		"attributes and classes that are not on the allow list are dropped": {152, 153, 154, 164, 169},
		"a link without an address is no link, so only its text is shown":   {613, 614, 615, 616, 623},
		"an element that raw HTML leaves open is closed": {
			21, 31, 148, 150, 155, 174, 175, 184, 187, 344, 476, 477, 494, 630, 631, 642, 643,
		},
		"an end tag without its beginning is dropped":           {151, 165},
		"a tag that the block does not finish is shown as text": {156, 157, 158},
		"a scheme that is not on the allow list makes no link":  {500, 598, 599, 601},
		"an address in the text becomes a link, as GFM says":    {608, 611, 612},
	}
	exceptions := map[int]string{}
	for reason, examples := range reasons {
		for _, example := range examples {
			exceptions[example] = reason
		}
	}
	return exceptions
}
