package markdown

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// gate lets HTML through that is on the allow list, balanced and escaped anew; see the package comment.
type gate struct {
	tokens   *html.Tokenizer
	out      gateWriter
	open     []atom.Atom // elements written and not yet closed, outermost first
	dropped  int         // start tags left out because they were nested too deep
	skipText bool        // the next text belongs to a forbidden element and is no prose
	raw      []byte

	ownHosts   map[string]bool
	pictures   Pictures
	anchors    *anchors // nil where ids are not wanted
	showHidden bool     // forbidden tags are shown as written instead of dropped
	decorate   bool     // add what a page needs: rel, tabindex, lazy loading
	facts      facts
}

// facts are what the gate saw on its way.
type facts struct {
	math, diagram, code bool
	languages           []string
}

func (g *gate) run(source string) string {
	g.tokens = html.NewTokenizer(strings.NewReader(source))
	g.out.Grow(len(source) + len(source)/8)
	for {
		kind := g.tokens.Next()
		g.raw = append(g.raw[:0], g.tokens.Raw()...) // reading a token lowers its case in place
		switch kind {
		case html.ErrorToken:
			g.forbidden()
			g.closeTo(0)
			return g.out.String()
		case html.TextToken:
			g.text()
		case html.StartTagToken, html.SelfClosingTagToken:
			g.start()
		case html.EndTagToken:
			g.end()
		case html.CommentToken, html.DoctypeToken:
			if !strings.HasPrefix(string(g.raw), "<!--") {
				g.forbidden()
			}
		}
	}
}

func (g *gate) text() {
	if g.skipText {
		g.skipText = false
		return
	}
	g.out.preformatted = slices.Contains(g.open, atom.Pre)
	g.out.text(string(g.tokens.Text()))
}

// forbidden shows the markup at hand as it was written, or drops it.
func (g *gate) forbidden() {
	if g.showHidden {
		g.out.text(string(g.raw))
	}
}

func (g *gate) start() {
	name, more := g.tokens.TagName()
	tag := atom.Lookup(name)
	kind := traitsOf(tag)
	if g.showHidden {
		g.tokens.NextIsNotRawText() // the text of a tag that is shown as text is text
	}
	if !kind.allowed {
		g.skipText = !g.showHidden && hidesText(tag)
		g.forbidden()
		return
	}
	given := g.attributes(more)
	if kind.inTable && !slices.Contains(g.open, atom.Table) {
		return
	}
	g.closeImplied(tag, kind)
	if len(g.open) >= maxDepth {
		if !kind.void {
			g.dropped++
		}
		return
	}
	g.write(tag, kind, given)
}

// write puts out a start tag with its checked attributes.
func (g *gate) write(tag atom.Atom, kind traits, given []html.Attribute) {
	switch tag {
	case atom.Input:
		g.checkbox(given)
		return
	case atom.Img:
		g.image(given)
		return
	case atom.A:
		var ok bool
		if given, ok = g.link(given); !ok {
			return
		}
	}
	if g.wraps(tag) {
		g.out.markup(`<div class="table-wrap" tabindex="0">`)
	}
	g.out.markup("<" + tag.String())
	kept := g.keep(tag, given)
	if g.decorate && (tag == atom.Pre || hasClass(kept, classMathDisplay)) {
		kept = append(kept, html.Attribute{Key: "tabindex", Val: "0"})
	}
	g.out.attributes(kept)
	g.out.markup(">")
	g.note(tag, kept)
	if !kind.void {
		g.open = append(g.open, tag)
	}
}

// attributes reads what the tag at hand carries; of repeated names browsers believe the first.
func (g *gate) attributes(more bool) []html.Attribute {
	var list []html.Attribute
	for more && len(list) < maxAttributes {
		var key, value []byte
		key, value, more = g.tokens.TagAttr()
		name := string(key)
		if !slices.ContainsFunc(list, func(a html.Attribute) bool { return a.Key == name }) {
			list = append(list, html.Attribute{Key: name, Val: string(value)})
		}
	}
	return list
}

// keep returns the attributes that pass, without those that link, image and checkbox decide.
func (g *gate) keep(tag atom.Atom, given []html.Attribute) []html.Attribute {
	kept := given[:0]
	for _, attribute := range given {
		value := attribute.Val
		var ok bool
		switch attribute.Key {
		case "id":
			value, ok = g.id(value)
		case "href", "rel":
			ok = tag == atom.A
		default:
			value, ok = plainAttribute(tag, attribute.Key, value)
		}
		if ok {
			kept = append(kept, html.Attribute{Key: attribute.Key, Val: value})
		}
	}
	return kept
}

// id lets through only what the renderer itself has named, once.
func (g *gate) id(value string) (string, bool) {
	if g.anchors == nil || !g.anchors.take(value) {
		return "", false
	}
	return g.anchors.own(value), true
}

// link checks where a link leads; one that leads nowhere safe is no link, and its text stays.
func (g *gate) link(given []html.Attribute) ([]html.Attribute, bool) {
	at := slices.IndexFunc(given, func(a html.Attribute) bool { return a.Key == "href" })
	if at < 0 {
		return nil, false
	}
	target, ok := g.safeAddress(given[at].Val, false)
	if !ok {
		return nil, false
	}
	given[at].Val = g.fragment(target.value)
	given = slices.DeleteFunc(given, func(a html.Attribute) bool { return a.Key == "rel" })
	if g.decorate && target.outside {
		given = append(given, html.Attribute{Key: "rel", Val: "nofollow ugc noopener"})
	}
	return given, true
}

// image writes an image that may be fetched, else its description.
func (g *gate) image(given []html.Attribute) {
	source, description := "", ""
	for _, attribute := range given {
		switch attribute.Key {
		case "src":
			source = attribute.Val
		case "alt":
			description = attribute.Val
		}
	}
	target, ok := g.safeAddress(source, true)
	if !ok {
		g.out.text(truncate(description, maxAttribute))
		return
	}
	kept := []html.Attribute{{Key: "src", Val: target.value}, {Key: "alt", Val: truncate(description, maxAttribute)}}
	kept = append(kept, g.keep(atom.Img, slices.DeleteFunc(given, func(a html.Attribute) bool { return a.Key == "alt" }))...)
	kept = g.sized(target.value, kept)
	if g.decorate {
		kept = append(kept, html.Attribute{Key: "loading", Val: "lazy"}, html.Attribute{Key: "decoding", Val: "async"})
		if target.outside {
			kept = append(kept, html.Attribute{Key: "referrerpolicy", Val: "no-referrer"})
		}
	}
	g.out.markup("<img")
	g.out.attributes(kept)
	g.out.markup(">")
}

// checkbox writes the only form control there is: the box of a task list, which nobody can change in place.
func (g *gate) checkbox(given []html.Attribute) {
	kept := []html.Attribute{{Key: "type", Val: "checkbox"}, {Key: "disabled"}}
	isCheckbox := false
	for _, attribute := range given {
		switch attribute.Key {
		case "type":
			isCheckbox = strings.EqualFold(attribute.Val, "checkbox")
		case "checked":
			kept = append(kept, html.Attribute{Key: "checked"})
		case "aria-label":
			kept = append(kept, html.Attribute{Key: "aria-label", Val: truncate(attribute.Val, maxAttribute)})
		}
	}
	if !isCheckbox {
		g.forbidden()
		return
	}
	g.out.markup("<input")
	g.out.attributes(kept)
	g.out.markup(">")
}

func (g *gate) note(tag atom.Atom, kept []html.Attribute) {
	switch tag {
	case atom.Pre:
		g.facts.code = g.facts.code || !hasClass(kept, classDiagram)
		g.facts.diagram = g.facts.diagram || hasClass(kept, classDiagram)
	case atom.Span, atom.Div:
		g.facts.math = g.facts.math || hasClass(kept, classMath)
	case atom.Code:
		for _, attribute := range kept {
			name, ok := strings.CutPrefix(attribute.Val, "language-")
			if attribute.Key == "class" && ok && len(g.facts.languages) < maxLanguages && !slices.Contains(g.facts.languages, name) {
				g.facts.languages = append(g.facts.languages, name)
			}
		}
	}
}

func hasClass(attributes []html.Attribute, name string) bool {
	return slices.ContainsFunc(attributes, func(a html.Attribute) bool {
		return a.Key == "class" && slices.Contains(strings.Fields(a.Val), name)
	})
}
