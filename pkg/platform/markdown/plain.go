package markdown

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

const excerptLength = 300 // characters

// PlainFromHTML returns the words of any HTML, safe or not: a line a block, without scripts and styles, images as their description.
func PlainFromHTML(source string) string {
	words := plainWriter{}
	words.read(source)
	return strings.TrimSpace(words.out.String())
}

// excerpt takes the first words of prose; code, tables and footnotes do only where there is nothing else.
func excerpt(source, plain string) string {
	words := plainWriter{proseOnly: true}
	words.read(source)
	line := strings.Join(strings.Fields(words.out.String()), " ")
	if line == "" {
		line = strings.Join(strings.Fields(truncate(plain, 8*excerptLength)), " ")
	}
	if utf8.RuneCountInString(line) <= excerptLength {
		return line
	}
	cut := 0
	for range excerptLength {
		_, size := utf8.DecodeRuneInString(line[cut:])
		cut += size
	}
	if space := strings.LastIndexByte(line[:cut], ' '); space > cut*2/3 {
		cut = space
	}
	return strings.TrimRight(line[:cut], " ,;:.") + "…"
}

// plainWriter collects the text of HTML, with white space as a browser shows it.
type plainWriter struct {
	out       strings.Builder
	proseOnly bool
	skipped   []atom.Atom // elements that hold no prose, open around the text at hand
	gap       byte        // white space that is due before the next word
}

func (p *plainWriter) read(source string) {
	tokens := html.NewTokenizer(strings.NewReader(source))
	for {
		switch tokens.Next() {
		case html.ErrorToken:
			return
		case html.TextToken:
			if len(p.skipped) == 0 {
				p.words(string(tokens.Text()))
			}
		case html.StartTagToken:
			p.start(tokens, false)
		case html.SelfClosingTagToken:
			p.start(tokens, true)
		case html.EndTagToken:
			name, _ := tokens.TagName()
			p.end(atom.Lookup(name))
		case html.CommentToken, html.DoctypeToken:
		}
		if p.proseOnly && p.out.Len() > 8*excerptLength {
			return
		}
	}
}

func (p *plainWriter) start(tokens *html.Tokenizer, closed bool) {
	name, more := tokens.TagName()
	tag := atom.Lookup(name)
	p.breakLine(tag)
	role := ""
	for more {
		var key, value []byte
		key, value, more = tokens.TagAttr()
		if tag == atom.Img && string(key) == "alt" && len(p.skipped) == 0 {
			p.words(" " + string(value) + " ")
		}
		if string(key) == "role" {
			role = string(value)
		}
	}
	isMark := role == "doc-noteref" || role == "doc-backlink" // a number or an arrow, and no word
	noProse := p.proseOnly && (tag == atom.Pre || tag == atom.Table || role == "doc-endnotes")
	if !closed && (hidesText(tag) || isMark || noProse) {
		p.skipped = append(p.skipped, tag)
	} else if len(p.skipped) > 0 && tag == p.skipped[len(p.skipped)-1] && !closed {
		p.skipped = append(p.skipped, tag) // its end tag comes before the one we wait for
	}
}

func (p *plainWriter) end(tag atom.Atom) {
	if len(p.skipped) > 0 && p.skipped[len(p.skipped)-1] == tag {
		p.skipped = p.skipped[:len(p.skipped)-1]
	}
	p.breakLine(tag)
}

func (p *plainWriter) breakLine(tag atom.Atom) {
	if tag == atom.Br || traitsOf(tag).block {
		p.gap = '\n'
	} else if traitsOf(tag) == (traits{}) && p.gap == 0 {
		p.gap = ' '
	}
}

func (p *plainWriter) words(text string) {
	for text != "" {
		end := strings.IndexAny(text, " \t\r\n\f")
		if end < 0 {
			end = len(text)
		}
		if end > 0 {
			if p.gap != 0 && p.out.Len() > 0 {
				p.out.WriteByte(p.gap)
			}
			p.gap = 0
			p.out.WriteString(text[:end])
		}
		if end < len(text) {
			if p.gap == 0 {
				p.gap = ' '
			}
			end++
		}
		text = text[end:]
	}
}
