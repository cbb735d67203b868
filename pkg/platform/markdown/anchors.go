package markdown

import (
	"fmt"
	"hash/fnv"
	"strconv"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
)

// anchors are the ids of one text: its headings' and its footnotes'. In HTML they carry a prefix made from the text,
// because the texts of a question and its answers stand on one page.
type anchors struct {
	prefix string
	names  map[string]int  // times that a heading asked for the name
	taken  map[string]bool // written into the HTML
}

func newAnchors(source string) *anchors {
	sum := fnv.New32a()
	_, _ = sum.Write([]byte(source))
	return &anchors{prefix: fmt.Sprintf("m%08x-", sum.Sum32()), names: map[string]int{}, taken: map[string]bool{}}
}

// Generate names a heading after its words; it is goldmark's interface.
func (a *anchors) Generate(value []byte, _ ast.NodeKind) []byte {
	name := slug(string(value))
	for {
		count := a.names[name]
		a.names[name] = count + 1
		if count == 0 {
			return []byte(name)
		}
		name += "-" + strconv.Itoa(count)
	}
}

// Put takes a name; it is goldmark's interface.
func (a *anchors) Put(value []byte) { a.names[string(value)]++ }

func (a *anchors) knows(name string) bool { return a.names[name] > 0 || isFootnoteAnchor(name) }

func (a *anchors) own(name string) string { return a.prefix + strings.ReplaceAll(name, ":", "-") }

// take grants each known name once.
func (a *anchors) take(name string) bool {
	if !a.knows(name) || a.taken[name] {
		return false
	}
	a.taken[name] = true
	return true
}

// isFootnoteAnchor knows the names that goldmark gives: fn:1, fnref:1 and, for a second reference, fnref1:1.
func isFootnoteAnchor(name string) bool {
	kind, number, ok := strings.Cut(name, ":")
	kind = strings.TrimRight(kind, "0123456789")
	return ok && isNumber(number, 6) && (kind == "fn" || kind == "fnref") && len(name) <= 20
}

const maxSlug = 60

func slug(text string) string {
	var b strings.Builder
	gap := false
	for _, r := range text {
		if b.Len() >= maxSlug {
			break
		}
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			gap = b.Len() > 0
			continue
		}
		if gap {
			b.WriteByte('-')
			gap = false
		}
		b.WriteRune(unicode.ToLower(r))
	}
	if b.Len() == 0 {
		return "section"
	}
	return b.String()
}
