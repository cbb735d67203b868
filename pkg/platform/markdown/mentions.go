package markdown

import (
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// People are those whose mentions become links: where each one's profile is, by handle in lower case.
type People map[string]string

const (
	maxHandle = 60
	// maxMentions bounds how many people one text can call.
	maxMentions = 20
)

var handles = regexp.MustCompile(`^@[A-Za-z0-9]+(?:[-_.]+[A-Za-z0-9]+)*`)

// Mentioning gives a renderer that links the mentions of these people, but never in code.
func (r *Renderer) Mentioning(people People) *Renderer {
	mentioning := *r
	mentioning.people = people
	return &mentioning
}

// Handles gives what may be mentions in a text, in lower case, each once: what is in code too, for only rendering tells.
func Handles(source string) []string {
	var found []string
	for at := 0; at < len(source) && len(found) < maxMentions; at++ {
		if source[at] != '@' || !beginsMention(byteBefore([]byte(source[:at]), at)) {
			continue
		}
		if handle := handleAt([]byte(source[at:min(len(source), at+maxHandle)])); handle != "" && !oneOf(handle, found...) {
			found = append(found, handle)
		}
	}
	return found
}

func handleAt(text []byte) string {
	found := handles.Find(text)
	if found == nil {
		return ""
	}
	return strings.ToLower(string(found[1:]))
}

// beginsMention keeps e-mail addresses and paths apart.
func beginsMention(before byte) bool {
	return !isWordByte(before) && before != '@' && before != '/' && before != '.'
}

// mentions makes links of @handle.
type mentions struct{}

func (mentions) Trigger() []byte { return []byte{'@'} }

func (mentions) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	parse, ok := pc.(*session)
	if !ok || len(parse.people) == 0 {
		return nil
	}
	line, segment := block.PeekLine()
	if !beginsMention(byteBefore(block.Source(), segment.Start)) {
		return nil
	}
	handle := handleAt(line[:min(len(line), maxHandle)])
	address, known := parse.people[handle]
	if !known {
		return nil
	}
	if !oneOf(handle, parse.mentioned...) {
		parse.mentioned = append(parse.mentioned, handle)
	}
	length := len(handle) + 1
	link := ast.NewLink()
	link.Destination = []byte(address)
	link.AppendChild(link, ast.NewTextSegment(segment.WithStop(segment.Start+length)))
	block.Advance(length)
	return link
}
