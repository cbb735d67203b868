package markdown

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/util"
	"golang.org/x/net/html"
)

// The classes of highlighted tokens: the short names that Pygments, and chroma after it, gave them.
const (
	tokenAtom     = "kc"
	tokenComment  = "c"
	tokenDeleted  = "gd"
	tokenFunction = "nf"
	tokenHeading  = "gh"
	tokenInserted = "gi"
	tokenKeyword  = "k"
	tokenMeta     = "cp"
	tokenNumber   = "m"
	tokenProperty = "na"
	tokenString   = "s"
	tokenTag      = "nt"
	tokenType     = "kt"
	tokenVariable = "nv"
)

// tokenClasses lists all classes that highlighted code has.
func tokenClasses() []string {
	return []string{
		tokenAtom, tokenComment, tokenDeleted, tokenFunction, tokenHeading, tokenInserted, tokenKeyword, tokenMeta, tokenNumber,
		tokenProperty, tokenString, tokenTag, tokenType, tokenVariable,
	}
}

func isTokenClass(name string) bool { return oneOf(name, tokenClasses()...) }

// highlight writes code with spans around the tokens that have a colour; code in a language it does not know stays plain.
func (l languages) highlight(w util.BufWriter, name, code string) {
	language, ok := l[name]
	if !ok {
		writeAll(w, html.EscapeString(code))
		return
	}
	s := scanner{language: language, code: code, lineStart: true}
	coloured, plain := 0, 0 // tokens; where the text begins that is not yet written
	for s.at < len(code) && coloured < maxColoured {
		start := s.at
		if class := s.next(); class != "" {
			writeAll(w, html.EscapeString(code[plain:start]), `<span class="`, class, `">`, html.EscapeString(code[start:s.at]), "</span>")
			plain = s.at
			coloured++
		}
	}
	writeAll(w, html.EscapeString(code[plain:]))
}

// scanner reads code once from left to right. It never goes back, so its time is linear in the code whatever stands there.
type scanner struct {
	language  language
	code      string
	at        int
	lineStart bool // only white space since the line began
	inTag     bool // markup: between < and >
}

// next moves behind the next token and returns its class, or "" for what has no colour.
func (s *scanner) next() string {
	if space := s.spaces(); space > 0 {
		s.at += space
		return ""
	}
	lineStart := s.lineStart
	s.lineStart = false
	switch s.language.style {
	case styleMarkup:
		return s.markup()
	case styleDiff:
		return s.diff()
	case styleCode:
	}
	if class := s.delimited(lineStart); class != "" {
		return class
	}
	return s.word(lineStart)
}

func (s *scanner) rest() string { return s.code[s.at:] }

func (s *scanner) spaces() int {
	length := 0
	for _, c := range []byte(s.rest()) {
		if c != ' ' && c != '\t' && c != '\r' && c != '\n' {
			break
		}
		if c == '\n' {
			s.lineStart = true
		}
		length++
	}
	return length
}

// delimited reads comments, preprocessor lines and strings: what a prefix starts and a suffix ends.
func (s *scanner) delimited(lineStart bool) string {
	rest := s.rest()
	if lineStart && s.language.meta != "" && strings.HasPrefix(rest, s.language.meta) {
		s.toLineEnd()
		return tokenMeta
	}
	for _, pair := range s.language.blockComments {
		if strings.HasPrefix(rest, pair.open) {
			s.at += len(pair.open)
			s.through(pair.end)
			return tokenComment
		}
	}
	for _, open := range s.language.lineComments {
		if strings.HasPrefix(rest, open) && s.startsComment(open) {
			s.toLineEnd()
			return tokenComment
		}
	}
	for _, quote := range s.language.quotes {
		if strings.HasPrefix(rest, quote.open) && s.quoted(quote) {
			return s.stringClass()
		}
	}
	return ""
}

// startsComment tells a shell's comment from the sign within a word, as in "$#" and "a#b".
func (s *scanner) startsComment(open string) bool {
	if open != "#" || s.at == 0 {
		return true
	}
	before := s.code[s.at-1]
	return before == ' ' || before == '\t' || before == '\n' || strings.IndexByte(";)}]{([,", before) >= 0
}

// quoted moves behind a string and tells whether there is one.
func (s *scanner) quoted(quote quote) bool {
	at := s.at + len(quote.open)
	if quote.short {
		return s.oneRune(at, quote.end)
	}
	for at < len(s.code) {
		switch c := s.code[at]; {
		case c == '\\' && quote.escapes:
			at++
		case strings.HasPrefix(s.code[at:], quote.end):
			s.at = at + len(quote.end)
			return true
		case c == '\n' && !quote.lines:
			s.at = at
			return true
		}
		at++
	}
	s.at = len(s.code)
	return true
}

// oneRune tells a character in quotes from a lone mark, which is a lifetime or a type's parameter.
func (s *scanner) oneRune(at int, end string) bool {
	const longestEscape = 12
	rest := truncate(s.code[at:], longestEscape)
	_, size := utf8.DecodeRuneInString(rest)
	if strings.HasPrefix(rest, `\`) && len(rest) > 1 {
		if closing := strings.Index(rest[2:], end); closing >= 0 {
			size = 2 + closing
		}
	}
	if size == 0 || !strings.HasPrefix(rest[size:], end) {
		return false
	}
	s.at = at + size + len(end)
	return true
}

// stringClass tells the names of an object's members from other strings.
func (s *scanner) stringClass() string {
	if s.language.keys != ':' {
		return tokenString
	}
	if rest := strings.TrimLeft(truncate(s.rest(), 8), " "); strings.HasPrefix(rest, ":") {
		return tokenProperty
	}
	return tokenString
}

func (s *scanner) toLineEnd() {
	if end := strings.IndexByte(s.rest(), '\n'); end >= 0 {
		s.at += end
	} else {
		s.at = len(s.code)
	}
}

// through moves behind the next end, or to the end of the code.
func (s *scanner) through(end string) {
	if found := strings.Index(s.rest(), end); found >= 0 {
		s.at += found + len(end)
	} else {
		s.at = len(s.code)
	}
}

// word reads names, numbers and single signs.
func (s *scanner) word(lineStart bool) string {
	start := s.at
	first, size := utf8.DecodeRuneInString(s.rest())
	if strings.ContainsRune(s.language.sigils, first) {
		if s.at += size; s.name() {
			return tokenVariable
		}
		return ""
	}
	if unicode.IsDigit(first) {
		s.number()
		return tokenNumber
	}
	if !s.name() {
		s.at += size
		return ""
	}
	return s.classOf(s.code[start:s.at], lineStart)
}

// name moves behind a name and tells whether there was one.
func (s *scanner) name() bool {
	start := s.at
	for s.at < len(s.code) {
		r, size := utf8.DecodeRuneInString(s.rest())
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' && (s.at == start || !strings.ContainsRune(s.language.wordSigns, r)) {
			break
		}
		s.at += size
	}
	return s.at > start
}

func (s *scanner) number() {
	for s.at < len(s.code) {
		c := s.code[s.at]
		if c != '.' && c != '_' && !util.IsAlphaNumeric(c) {
			return
		}
		s.at++
	}
}

func (s *scanner) classOf(word string, lineStart bool) string {
	known := word
	if s.language.foldCase {
		known = strings.ToLower(word)
	}
	if class, ok := s.language.words[known]; ok {
		return class
	}
	rest := truncate(s.rest(), 8)
	after := strings.TrimLeft(rest, " \t")
	switch {
	case s.language.keys == ':' && strings.HasPrefix(after, ":") && !strings.HasPrefix(after, "::"),
		s.language.keys == '=' && lineStart && strings.HasPrefix(after, "="):
		return tokenProperty
	case s.language.calls && strings.HasPrefix(rest, "("):
		return tokenFunction
	case s.language.capitalTypes && isCapitalised(word):
		return tokenType
	default:
		return ""
	}
}

func isCapitalised(word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(first) && len(word) > 1
}
