package markdown

import (
	"bytes"
	"strings"

	emojiast "github.com/yuin/goldmark-emoji/ast"
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"
	"golang.org/x/net/html"
)

// nodeWriter writes the nodes that we show differently from goldmark.
type nodeWriter struct{ languages languages }

func (n nodeWriter) RegisterFuncs(register renderer.NodeRendererFuncRegisterer) {
	register.Register(ast.KindFencedCodeBlock, n.code)
	register.Register(ast.KindHTMLBlock, n.rawBlock)
	register.Register(extast.KindTaskCheckBox, n.checkbox)
	register.Register(emojiast.KindEmoji, n.emoji)
	register.Register(mathSpanKind, n.mathSpan)
	register.Register(mathBlockKind, n.mathBlock)
}

// code colours a block of code, and turns the languages that are pictures of something else into what they stand for.
func (n nodeWriter) code(w util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	block, ok := node.(*ast.FencedCodeBlock)
	if !entering || !ok {
		return ast.WalkContinue, nil
	}
	name := languageOf(block, source)
	code := string(block.Lines().Value(source))
	switch name {
	case "math":
		writeAll(w, `<div class="math math-display">`, html.EscapeString(strings.TrimSpace(code)), "</div>\n")
	case "mermaid":
		writeAll(w, `<pre class="diagram"><code class="language-mermaid">`, html.EscapeString(code), "</code></pre>\n")
	case "":
		writeAll(w, "<pre><code>", html.EscapeString(code), "</code></pre>\n")
	default:
		writeAll(w, `<pre><code class="language-`, html.EscapeString(name), `">`)
		n.languages.highlight(w, name, code)
		writeAll(w, "</code></pre>\n")
	}
	return ast.WalkSkipChildren, nil
}

// languageOf reads the first word after the fence, also where it is written "{.go}" or "lang-go".
func languageOf(block *ast.FencedCodeBlock, source []byte) string {
	if block.Info == nil {
		return ""
	}
	info := util.UnescapePunctuations(util.ResolveEntityNames(util.ResolveNumericReferences(block.Info.Segment.Value(source))))
	word, _, _ := strings.Cut(strings.TrimLeft(strings.ToLower(string(info)), "{. "), " ")
	word = strings.TrimRight(strings.TrimPrefix(word, "lang-"), "},")
	if !isLanguageName(word) {
		return ""
	}
	return word
}

// rawBlock writes a block of HTML. A tag that the block leaves unfinished is text, lest it swallow what follows.
func (nodeWriter) rawBlock(w util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	block, ok := node.(*ast.HTMLBlock)
	if !entering || !ok {
		return ast.WalkContinue, nil
	}
	raw := block.Lines().Value(source)
	if block.HasClosure() {
		raw = append(raw, block.ClosureLine.Value(source)...)
	}
	finished := len(raw) - unfinished(raw)
	_, _ = w.Write(raw[:finished])
	_, _ = w.WriteString(html.EscapeString(string(raw[finished:])))
	return ast.WalkSkipChildren, nil
}

// unfinished is the length of the tag or comment at the end of raw that does not end there.
func unfinished(raw []byte) int {
	tokens := html.NewTokenizer(bytes.NewReader(raw))
	rest := len(raw)
	for {
		kind := tokens.Next()
		if kind == html.ErrorToken {
			return rest
		}
		rest -= len(tokens.Raw())
		if kind == html.StartTagToken {
			tokens.NextIsNotRawText()
		}
	}
}

// checkbox names the box after its item, for those who do not see where it stands.
func (nodeWriter) checkbox(w util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	box, ok := node.(*extast.TaskCheckBox)
	if !entering || !ok {
		return ast.WalkContinue, nil
	}
	_, _ = w.WriteString(`<input type="checkbox" disabled`)
	label := "☐"
	if box.IsChecked {
		_, _ = w.WriteString(" checked")
		label = "☑"
	}
	if words := strings.Join(strings.Fields(wordsAfter(box, source)), " "); words != "" {
		label = words
	}
	writeAll(w, ` aria-label="`, html.EscapeString(label), `"> `)
	return ast.WalkContinue, nil
}

const maxLabel = 100

// wordsAfter gathers the text of the nodes that follow, up to the length of a label.
func wordsAfter(node ast.Node, source []byte) string {
	var b strings.Builder
	for next := node.NextSibling(); next != nil && b.Len() < maxLabel; next = next.NextSibling() {
		_ = ast.Walk(next, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
			if b.Len() >= maxLabel {
				return ast.WalkStop, nil
			}
			if words, ok := n.(*ast.Text); ok && entering {
				b.Write(words.Segment.Value(source))
				if words.SoftLineBreak() || words.HardLineBreak() {
					b.WriteByte(' ')
				}
			}
			return ast.WalkContinue, nil
		})
	}
	return truncate(b.String(), maxLabel)
}

func (nodeWriter) emoji(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	emoji, ok := node.(*emojiast.Emoji)
	if !entering || !ok {
		return ast.WalkContinue, nil
	}
	if emoji.Value.IsUnicode() {
		_, _ = w.WriteString(string(emoji.Value.Unicode))
	} else {
		writeAll(w, ":", string(emoji.ShortName), ":")
	}
	return ast.WalkContinue, nil
}

func (nodeWriter) mathSpan(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	span, ok := node.(*mathSpan)
	if !entering || !ok {
		return ast.WalkContinue, nil
	}
	class := classMathInline
	if span.display {
		class = classMathDisplay
	}
	writeAll(w, `<span class="math `, class, `">`, html.EscapeString(string(span.source)), "</span>")
	return ast.WalkContinue, nil
}

func (nodeWriter) mathBlock(w util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		formula := bytes.TrimSpace(node.Lines().Value(source))
		writeAll(w, `<div class="math math-display">`, html.EscapeString(string(formula)), "</div>\n")
	}
	return ast.WalkSkipChildren, nil
}

// writeAll ignores errors as goldmark does: its writer keeps the first one and returns it at the end.
func writeAll(w util.BufWriter, parts ...string) {
	for _, part := range parts {
		_, _ = w.WriteString(part)
	}
}
