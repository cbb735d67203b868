package markdown

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// end closes the nearest open element of that name with all it holds, and ignores an end without a beginning.
func (g *gate) end() {
	name, _ := g.tokens.TagName()
	tag := atom.Lookup(name)
	kind := traitsOf(tag)
	if !kind.allowed {
		g.forbidden()
		return
	}
	if kind.void {
		return
	}
	if g.dropped > 0 {
		g.dropped--
		return
	}
	walls := []atom.Atom{atom.Table}
	if !kind.inTable {
		walls = append(walls, atom.Td, atom.Th, atom.Caption)
	}
	if at, ok := g.find([]atom.Atom{tag}, walls); ok {
		g.closeTo(at)
	}
}

// closeImplied ends what the new element ends by itself: a paragraph before a block, an item before the next item.
func (g *gate) closeImplied(tag atom.Atom, kind traits) {
	if kind.block {
		if at, ok := g.find([]atom.Atom{atom.P}, []atom.Atom{atom.Table, atom.Td, atom.Th, atom.Caption}); ok {
			g.closeTo(at)
		}
	}
	ends, within := closedBy(tag)
	for at, ok := g.find(ends, within); ok; at, ok = g.find(ends, within) {
		g.closeTo(at)
	}
}

// find looks from the innermost open element outwards for one of the wanted, and stops at a wall.
func (g *gate) find(wanted, walls []atom.Atom) (int, bool) {
	for at, tag := range slices.Backward(g.open) {
		if slices.Contains(wanted, tag) {
			return at, true
		}
		if slices.Contains(walls, tag) {
			return 0, false
		}
	}
	return 0, false
}

func (g *gate) closeTo(depth int) {
	for len(g.open) > depth {
		tag := g.open[len(g.open)-1]
		g.open = g.open[:len(g.open)-1]
		g.out.markup("</" + tag.String() + ">")
		if g.wraps(tag) {
			g.out.markup("</div>")
		}
	}
}

// wraps tells whether an element within the open ones gets a box that scrolls: an outermost table.
func (g *gate) wraps(tag atom.Atom) bool {
	return tag == atom.Table && g.decorate && !slices.Contains(g.open, atom.Table)
}

// gateWriter writes escaped HTML. With noBlankLines the result holds none, so that Markdown takes it for one block of HTML.
type gateWriter struct {
	strings.Builder
	noBlankLines bool
	preformatted bool // blank lines count, and are written as entities
	lineHasText  bool
}

func (w *gateWriter) markup(text string) {
	w.lineHasText = true
	w.WriteString(text)
}

func (w *gateWriter) attributes(list []html.Attribute) {
	for _, attribute := range list {
		w.WriteString(" " + attribute.Key + `="`)
		if w.noBlankLines {
			w.escaped(strings.ReplaceAll(attribute.Val, "\n", " "))
		} else {
			w.escaped(attribute.Val)
		}
		w.WriteByte('"')
	}
}

func (w *gateWriter) text(text string) {
	if !w.noBlankLines {
		w.escaped(text)
		return
	}
	for {
		line, rest, more := strings.Cut(text, "\n")
		w.lineHasText = w.lineHasText || strings.ContainsFunc(line, func(r rune) bool { return r > ' ' && r != 0x7f })
		w.escaped(line)
		if !more {
			return
		}
		switch {
		case w.lineHasText:
			w.WriteByte('\n')
			w.lineHasText = false
		case w.preformatted:
			w.WriteString("&#10;") // the same line end to a browser, and no blank line to Markdown
			w.lineHasText = true
		}
		text = rest
	}
}

// escaped writes text with what HTML reserves as entities, and without control characters, which feeds and exports in XML refuse.
func (w *gateWriter) escaped(text string) {
	done := 0
	for at := range len(text) {
		var entity string
		switch c := text[at]; {
		case c == '&':
			entity = "&amp;"
		case c == '<':
			entity = "&lt;"
		case c == '>':
			entity = "&gt;"
		case c == '"':
			entity = "&quot;"
		case c == '\r':
			entity = "&#13;"
		case c >= ' ' && c != 0x7f || c == '\n' || c == '\t':
			continue
		}
		w.WriteString(text[done:at])
		w.WriteString(entity)
		done = at + 1
	}
	w.WriteString(text[done:])
}
