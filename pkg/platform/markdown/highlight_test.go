package markdown

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"wellspring/pkg/platform/markdown/internal/palette"
)

func TestCodeIsColouredByItsLanguage(t *testing.T) {
	t.Parallel()
	for name, example := range map[string]struct{ fence, code, want string }{
		"go":           {"go", `func f(x int) { return "a\"b" } // c`, `k:func nf:f kt:int k:return s:"a\"b" c:// c`},
		"go's runes":   {"golang", `x := '\'' + 0x1F_f + nil`, `s:'\'' m:0x1F_f kc:nil`},
		"c":            {"c", "#include <x>\nint main(void) { /* a\nb */ }", "cp:#include <x> kt:int nf:main kt:void c:/* a\nb */"},
		"rust":         {"rust", "fn f<'a>(x: &'a str) -> char { 'x' }", "k:fn kt:str kt:char s:'x'"},
		"javascript":   {"js", "const a = `x\n${y}`; f(null)", "k:const s:`x\n${y}` nf:f kc:null"},
		"typescript":   {"lang-ts", "let a: number = 1.5e3", "k:let k:number m:1.5e3"},
		"python":       {"python", "@dec\ndef f(self):\n  \"\"\"a\n\"b\"\"\"\n  return None # x", "nv:@dec k:def nf:f kc:self s:\"\"\"a\n\"b\"\"\" k:return kc:None c:# x"},
		"shell":        {"bash", `echo "$HOME" $# a#b $x # c`, `k:echo s:"$HOME" nv:$x c:# c`},
		"sql":          {"sql", "SELECT count(*) FROM t -- x\nWHERE a = 'it''s'", `k:SELECT nf:count k:FROM c:-- x k:WHERE s:'it' s:'s'`},
		"json":         {"json", `{"a": "b", "c" : [1, true]}`, `na:"a" s:"b" na:"c" m:1 kc:true`},
		"yaml":         {"yaml", "a-b: 1 # c\nd: \"e\"", `na:a-b m:1 c:# c na:d s:"e"`},
		"toml":         {"toml", "a = 1\n[b]", "na:a m:1"},
		"css":          {"css", ".a { color: #fff; margin: 2px } /* x */", "na:color na:margin m:2px c:/* x */"},
		"html":         {"html", `<a href="x" b>t &amp; <!-- c --></a>`, `nt:<a na:href s:"x" na:b nt:> kc:&amp; c:<!-- c --> nt:</a nt:>`},
		"diff":         {"diff", "--- a\n+++ b\n@@ 1 @@\n-x\n+y\n z", "gh:--- a gh:+++ b cp:@@ 1 @@ gd:-x gi:+y"},
		"haskell":      {"haskell", "f x' = case x of Just 'c' -> 1 -- d", "k:case k:of kt:Just s:'c' m:1 c:-- d"},
		"lisp":         {"clojure", "(defn f! [x] \"a\") ; b", "k:defn s:\"a\" c:; b"},
		"visual basic": {"vb", "Dim x As INTEGER ' c", "k:Dim k:As kt:INTEGER c:' c"},
		"unknown":      {"klingon", "qapla'", ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := New().Render("```" + example.fence + "\n" + example.code + "\n```\n").HTML
			require.Equal(t, example.want, strings.Join(tokensIn(got), " "))
			require.Equal(t, strings.Join(strings.Fields(example.code), " "), strings.Join(strings.Fields(PlainFromHTML(got)), " "))
		})
	}
}

func tokensIn(source string) []string {
	var tokens []string
	for _, match := range regexp.MustCompile(`(?s)<span class="(\w+)">(.*?)</span>`).FindAllStringSubmatch(source, -1) {
		tokens = append(tokens, match[1]+":"+html.UnescapeString(match[2]))
	}
	return tokens
}

func TestNoLanguageLosesOrChangesCode(t *testing.T) {
	t.Parallel()
	code := "a 'b\n\"c\\\n`d <e f=g> # h // i /* j -- k ; l % m\n$n @o {p: q = 1} \x7f é 'r' (* s\n"
	writer := nodeWriter{newLanguages()}
	for name := range writer.languages {
		for cut := range len(code) {
			var got limitedBuffer
			buffer := bufferOf(&got)
			writer.languages.highlight(buffer, name, code[cut:])
			require.NoError(t, buffer.Flush())
			plain := html.UnescapeString(regexp.MustCompile(`</?span[^>]*>`).ReplaceAllString(got.String(), ""))
			require.Equal(t, code[cut:], plain, name)
		}
	}
}

func TestTheStyleSheetOfCodeIsCurrentAndComplete(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("highlight.css")
	require.NoError(t, err)
	require.Equal(t, palette.CSS(), string(data), "run `go generate ./pkg/platform/markdown`")
	for _, theme := range []palette.Theme{palette.Light(), palette.Dark()} {
		var classes []string
		for _, token := range theme.Tokens {
			classes = append(classes, token.Class)
		}
		slices.Sort(classes)
		require.ElementsMatch(t, tokenClasses(), classes, theme.Name)
	}
}

func TestColoursOfCodeCanBeReadOnTheirGround(t *testing.T) {
	t.Parallel()
	const enough = 4.5 // WCAG 2.2, 1.4.3
	for _, theme := range []palette.Theme{palette.Light(), palette.Dark()} {
		for _, token := range append(theme.Tokens, palette.Token{Class: "text", Colour: theme.Text}) {
			ratio, err := palette.Contrast(token.Colour, theme.Ground)
			require.NoError(t, err)
			require.GreaterOrEqual(t, ratio, enough, "%s %s", theme.Name, token.Class)
		}
	}
	known, err := palette.Contrast("#000000", "#ffffff")
	require.NoError(t, err)
	require.InDelta(t, 21, known, 0.001)
}
