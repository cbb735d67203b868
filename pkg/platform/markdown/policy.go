package markdown

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/atom"
)

// traits say how the gate treats an allowed element.
type traits struct {
	allowed bool
	void    bool // has no end tag
	block   bool // ends an open paragraph
	inTable bool // means nothing outside a table
}

func traitsOf(tag atom.Atom) traits {
	switch tag {
	case atom.A, atom.Abbr, atom.B, atom.Bdi, atom.Cite, atom.Code, atom.Del, atom.Dfn, atom.Em, atom.I, atom.Ins,
		atom.Kbd, atom.Mark, atom.Q, atom.Rp, atom.Rt, atom.Ruby, atom.S, atom.Samp, atom.Small, atom.Span,
		atom.Strike, atom.Strong, atom.Sub, atom.Sup, atom.Tt, atom.U, atom.Var:
		return traits{allowed: true}
	case atom.Br, atom.Img, atom.Input, atom.Wbr:
		return traits{allowed: true, void: true}
	case atom.Hr:
		return traits{allowed: true, void: true, block: true}
	case atom.Blockquote, atom.Dd, atom.Details, atom.Div, atom.Dl, atom.Dt, atom.Figcaption, atom.Figure, atom.H1,
		atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Li, atom.Ol, atom.P, atom.Pre, atom.Section, atom.Summary,
		atom.Table, atom.Ul:
		return traits{allowed: true, block: true}
	case atom.Caption, atom.Tbody, atom.Td, atom.Tfoot, atom.Th, atom.Thead, atom.Tr:
		return traits{allowed: true, block: true, inTable: true}
	default:
		return traits{}
	}
}

// hidesText tells which forbidden elements hold something other than words, so that HTML from elsewhere loses them whole.
func hidesText(tag atom.Atom) bool {
	switch tag {
	case atom.Iframe, atom.Noembed, atom.Noframes, atom.Noscript, atom.Script, atom.Style, atom.Textarea, atom.Title, atom.Xmp:
		return true
	default:
		return false
	}
}

// closedBy lists what a start tag ends although no end tag was written, and the elements beyond which it does not look.
func closedBy(tag atom.Atom) (ends, within []atom.Atom) {
	cell := []atom.Atom{atom.Table, atom.Td, atom.Th, atom.Caption}
	switch tag {
	case atom.A:
		return []atom.Atom{atom.A}, cell
	case atom.Li:
		return []atom.Atom{atom.Li}, append(cell, atom.Ul, atom.Ol)
	case atom.Dd, atom.Dt:
		return []atom.Atom{atom.Dd, atom.Dt}, append(cell, atom.Dl)
	case atom.Td, atom.Th:
		return []atom.Atom{atom.Td, atom.Th, atom.Caption}, []atom.Atom{atom.Table, atom.Tr}
	case atom.Tr:
		return []atom.Atom{atom.Tr, atom.Caption}, []atom.Atom{atom.Table}
	case atom.Tbody, atom.Thead, atom.Tfoot, atom.Caption:
		return []atom.Atom{atom.Tbody, atom.Thead, atom.Tfoot, atom.Tr, atom.Caption}, []atom.Atom{atom.Table}
	default:
		return nil, nil
	}
}

// plainAttribute checks an attribute whose value does not depend on the text around it.
func plainAttribute(tag atom.Atom, key, value string) (string, bool) {
	switch key {
	case "title":
		return truncate(value, maxAttribute), tag == atom.A || tag == atom.Img || tag == atom.Abbr || tag == atom.Dfn
	case "alt":
		return truncate(value, maxAttribute), tag == atom.Img
	case "width", "height":
		return value, tag == atom.Img && isNumber(value, 4)
	case "dir":
		return value, oneOf(value, "ltr", "rtl", "auto")
	case "lang":
		return value, isLanguageTag(value)
	case "role":
		return value, oneOf(value, "doc-noteref", "doc-backlink", "doc-endnotes")
	case "class":
		return allowedClasses(value)
	case "start":
		return value, tag == atom.Ol && isNumber(value, 9)
	case "value":
		return value, tag == atom.Li && isNumber(value, 9)
	case "type":
		return value, tag == atom.Ol && oneOf(value, "1", "a", "A", "i", "I")
	case "reversed":
		return "", tag == atom.Ol
	case "open":
		return "", tag == atom.Details
	case "align":
		return value, isCell(tag) && oneOf(value, "left", "center", "right")
	case "scope":
		return value, tag == atom.Th && oneOf(value, "row", "col")
	case "colspan", "rowspan":
		return value, isCell(tag) && isNumber(value, 2)
	default:
		return "", false
	}
}

func isCell(tag atom.Atom) bool { return tag == atom.Td || tag == atom.Th }

func allowedClasses(value string) (string, bool) {
	var kept []string
	for name := range strings.FieldsSeq(truncate(value, maxAttribute)) {
		if len(kept) < maxClasses && isAllowedClass(name) {
			kept = append(kept, name)
		}
	}
	return strings.Join(kept, " "), len(kept) > 0
}

func isAllowedClass(name string) bool {
	if language, ok := strings.CutPrefix(name, "language-"); ok {
		return isLanguageName(language)
	}
	switch name {
	case classMath, classMathInline, classMathDisplay, classDiagram, "footnotes", "footnote-ref", "footnote-backref":
		return true
	default:
		return isTokenClass(name)
	}
}

// isLanguageName accepts what people write after a code fence, as long as it is short and printable.
func isLanguageName(name string) bool {
	if name == "" || len(name) > maxLanguageName {
		return false
	}
	return !strings.ContainsFunc(name, func(r rune) bool {
		return unicode.IsSpace(r) || !unicode.IsPrint(r) || strings.ContainsRune(`"'<>&=`, r)
	})
}

func isLanguageTag(value string) bool {
	if value == "" || len(value) > 35 {
		return false
	}
	return !strings.ContainsFunc(value, func(r rune) bool {
		return r != '-' && (r >= utf8.RuneSelf || !unicode.IsLetter(r) && !unicode.IsDigit(r))
	})
}

func isNumber(value string, digits int) bool {
	if value == "" || len(value) > digits {
		return false
	}
	return !strings.ContainsFunc(value, func(r rune) bool { return r < '0' || r > '9' })
}

func oneOf(value string, choices ...string) bool { return slices.Contains(choices, value) }

// truncate cuts at a rune's boundary, to at most max bytes.
func truncate(value string, maximum int) string {
	if len(value) <= maximum {
		return value
	}
	cut := maximum
	for cut > 0 && !utf8.RuneStart(value[cut]) {
		cut--
	}
	return value[:cut]
}
