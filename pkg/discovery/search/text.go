package search

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// What an engine puts around what matched. Plain leaves no control characters in any text, so these are only marks.
const (
	MarkStart = "\x02"
	MarkEnd   = "\x03"
)

var escapes = map[rune]string{'&': "&amp;", '<': "&lt;", '>': "&gt;", '"': "&quot;", '\'': "&#39;"}

// Snippet makes escaped HTML of a text with marks in it. Whatever the text holds, its mark elements are balanced.
func Snippet(text string) string {
	var escaped strings.Builder
	open := false
	for _, r := range strings.Join(strings.Fields(text), " ") {
		switch {
		case r == rune(MarkStart[0]) || r == rune(MarkEnd[0]):
			if starts := r == rune(MarkStart[0]); starts != open {
				escaped.WriteString(map[bool]string{true: "<mark>", false: "</mark>"}[starts])
				open = starts
			}
		case escapes[r] != "":
			escaped.WriteString(escapes[r])
		default:
			escaped.WriteRune(r)
		}
	}
	if open {
		escaped.WriteString("</mark>")
	}
	return escaped.String()
}

// inline are the elements that divide no words: fmt<span>.Println</span> is read in one piece.
var inline = map[string]bool{
	"a": true, "abbr": true, "b": true, "code": true, "del": true, "em": true, "i": true, "ins": true, "kbd": true, "mark": true,
	"q": true, "s": true, "samp": true, "small": true, "span": true, "strong": true, "sub": true, "sup": true, "u": true, "var": true,
}

// Plain is the text of HTML on one line, without control characters; the HTML may be cut off anywhere.
func Plain(source string) string {
	var text strings.Builder
	tokens := html.NewTokenizer(strings.NewReader(source))
	for {
		switch tokens.Next() {
		case html.ErrorToken:
			return oneLine(text.String())
		case html.TextToken:
			text.Write(tokens.Text())
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			if name, _ := tokens.TagName(); !inline[string(name)] {
				text.WriteByte(' ')
			}
		case html.CommentToken, html.DoctypeToken:
		}
	}
}

func oneLine(text string) string {
	text = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, text)
	return strings.Join(strings.Fields(text), " ")
}
