package markdown

import (
	"errors"
	"fmt"
	"strings"

	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"golang.org/x/net/html"
)

// Version counts the changes of what a text renders to; it is stored beside the HTML, which is made anew when it is behind.
const Version = 1

// Document is a rendered text.
type Document struct {
	HTML       string   // safe to put into a page as it is
	Excerpt    string   // about the first 300 characters of prose, in one line of plain text
	PlainText  string   // all words, a line a block, for the search
	HasMath    bool     // holds elements with the class math, which the page typesets
	HasDiagram bool     // holds pre elements with the class diagram
	HasCode    bool     // holds a block of code
	Languages  []string // named after the fences of its code, in order, as written but in lower case
	Mentioned  []string // of the People it was rendered with those that it links, in lower case
	AsSource   bool     // beyond a limit, so shown as its own source
}

// Renderer renders texts; it may be used from many goroutines.
type Renderer struct {
	blocks   parser.Parser
	inlines  parser.Parser
	writer   renderer.Renderer
	ownHosts map[string]bool
	people   People
	pictures Pictures
}

// New makes a renderer. Links to ownHosts ("example.org", with the port where there is one) count as our own.
func New(ownHosts ...string) *Renderer {
	r := &Renderer{blocks: newBlockParser(), inlines: newInlineParser(), writer: newWriter(), ownHosts: map[string]bool{}}
	for _, host := range ownHosts {
		r.ownHosts[strings.ToLower(host)] = true
	}
	return r
}

// Render makes a document of Markdown. It does not fail: a text beyond the limits comes out as its own source.
func (r *Renderer) Render(source string) Document { return r.document(r.blocks, source) }

// RenderInline is Render for short remarks: emphasis, code, links and so on in plain paragraphs, and no other blocks.
func (r *Renderer) RenderInline(source string) Document { return r.document(r.inlines, source) }

func (r *Renderer) document(syntax parser.Parser, source string) Document {
	source = strings.ToValidUTF8(source, "\uFFFD")
	doc, err := r.render(syntax, source)
	if err != nil {
		doc = asSource(source)
	}
	doc.PlainText = PlainFromHTML(doc.HTML)
	doc.Excerpt = excerpt(doc.HTML, doc.PlainText)
	return doc
}

// render fails on a text beyond the limits, and on one that trips the parser: it is made by others, and one text that it cannot
// read must not stop an import of thousands.
func (r *Renderer) render(syntax parser.Parser, source string) (doc Document, err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = panicError{fmt.Errorf("parse Markdown: %v", cause)}
		}
	}()
	if len(source) > MaxSource {
		return Document{}, errTooLarge
	}
	names := newAnchors(source)
	input := []byte(source)
	parse := &session{Context: parser.NewContext(parser.WithIDs(names)), people: r.people}
	tree := syntax.Parse(text.NewReader(input), parser.WithContext(parse))
	if err := checkAddresses(tree); err != nil {
		return Document{}, err
	}
	var raw limitedBuffer
	if err := r.writer.Render(&raw, input, tree); err != nil {
		return Document{}, fmt.Errorf("write HTML: %w", err)
	}
	g := gate{ownHosts: r.ownHosts, pictures: r.pictures, anchors: names, showHidden: true, decorate: true}
	clean := g.run(raw.String())
	if len(clean) > MaxHTML {
		return Document{}, errTooLarge
	}
	return Document{
		HTML: clean, HasMath: g.facts.math, HasDiagram: g.facts.diagram, HasCode: g.facts.code, Languages: g.facts.languages,
		Mentioned: parse.mentioned,
	}, nil
}

// panicError marks a failure of the parser, which the tests never accept.
type panicError struct{ error }

func isPanic(err error) bool { return errors.As(err, new(panicError)) }

func asSource(source string) Document {
	return Document{
		HTML:     `<pre tabindex="0"><code>` + html.EscapeString(truncate(source, MaxSource)) + "</code></pre>\n",
		HasCode:  true,
		AsSource: true,
	}
}

// SanitizeHTML makes foreign HTML harmless. The result is also Markdown that renders to the same elements, so that
// it can be stored as a source and edited. What is not allowed is dropped; the text in it stays, except a script's or a style's.
func SanitizeHTML(source string) string {
	g := gate{}
	g.out.noBlankLines = true
	clean := strings.TrimSpace(g.run(strings.ToValidUTF8(source, "\uFFFD")))
	if clean == "" || startsBlock(clean) {
		return clean
	}
	return "<div>" + clean + "</div>"
}

// startsBlock tells whether Markdown takes a line that starts like this for HTML up to the next blank line.
func startsBlock(clean string) bool {
	if !strings.HasPrefix(clean, "<") {
		return false
	}
	end := strings.IndexAny(clean, " >\n")
	return end > 0 && oneOf(clean[1:end], "blockquote", "details", "dl", "dt", "dd", "div", "figure", "figcaption", "h1", "h2",
		"h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "section", "summary", "table", "ul")
}
