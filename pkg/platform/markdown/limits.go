package markdown

import (
	"bytes"
	"errors"
	"fmt"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// The limits are far above what people write and low enough that each stage stays linear in the text's length.
const (
	// MaxSource is the longest text in bytes that is rendered; a longer one is shown as its own source, cut there.
	MaxSource = 128 << 10
	// MaxHTML is the longest HTML in bytes that a text may become before it is shown as its own source instead.
	MaxHTML = 1 << 20

	maxContainers   = 24     // lists, quotes and footnotes within one another
	maxDepth        = 100    // elements within one another
	maxMarks        = 500    // of emphasis, in one paragraph
	maxBrackets     = 500    // closed, in one paragraph
	maxNotes        = 500    // footnotes defined in one text; each reference looks through them
	maxDefinitions  = 1000   // of link addresses, one below the other
	maxEscapedPipes = 1000   // in the tables of one text
	maxCells        = 10_000 // lines times columns of one table
	maxAddress      = 2048
	maxAddresses    = 512 << 10 // bytes of all addresses and titles; one definition can be used thousands of times
	maxAttribute    = 500
	maxAttributes   = 20
	maxClasses      = 3
	maxLanguageName = 32
	maxLanguages    = 20
	maxColoured     = 10_000 // tokens in one block of code
)

var errTooLarge = errors.New("the text becomes too much HTML")

// session is one parse: goldmark's context with our counters beside it.
type session struct {
	parser.Context
	marks, brackets int // in the paragraph at hand
	notes           int // footnotes defined so far
	escapedPipes    int // in tables so far
	mathEnds        int // no "$$" closes a formula that starts before this offset
	people          People
	mentioned       []string
}

// shallow opens its block only where not too many others are open already.
type shallow struct{ parser.BlockParser }

func (s shallow) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	depth := 0
	for node := parent; node != nil; node = node.Parent() {
		switch node.Kind() {
		case ast.KindList, ast.KindBlockquote, extast.KindFootnote:
			depth++
		}
	}
	if depth >= maxContainers {
		return nil, parser.NoChildren
	}
	return s.BlockParser.Open(parent, reader, pc)
}

// fewNotes counts the footnotes that are defined.
type fewNotes struct{ parser.BlockParser }

func (f fewNotes) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	counters, ok := pc.(*session)
	if !ok || counters.notes >= maxNotes {
		return nil, parser.NoChildren
	}
	node, state := f.BlockParser.Open(parent, reader, pc)
	if node != nil {
		counters.notes++
	}
	return node, state
}

// fewMarks counts the marks of emphasis; matching them takes the square of their number.
type fewMarks struct{ parser.InlineParser }

func (f fewMarks) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	counters, ok := pc.(*session)
	if !ok || counters.marks >= maxMarks {
		return nil
	}
	node := f.InlineParser.Parse(parent, block, pc)
	if node != nil {
		counters.marks++
	}
	return node
}

// fewLinks counts closing brackets; each may look for an address up to the end of its line.
type fewLinks struct {
	parser.InlineParser
	parser.CloseBlocker
}

func (f fewLinks) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	counters, ok := pc.(*session)
	if !ok || counters.brackets >= maxBrackets {
		return nil
	}
	if block.Peek() == ']' {
		counters.brackets++
	}
	return f.InlineParser.Parse(parent, block, pc)
}

func (f fewLinks) CloseBlock(parent ast.Node, block text.Reader, pc parser.Context) {
	if counters, ok := pc.(*session); ok {
		counters.marks, counters.brackets = 0, 0
	}
	f.CloseBlocker.CloseBlock(parent, block, pc)
}

// shortDefinitions reads no definitions from a paragraph of very many lines, each of which would be moved for each definition.
type shortDefinitions struct{ parser.ParagraphTransformer }

func (s shortDefinitions) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	if node.Lines().Len() <= maxDefinitions {
		s.ParagraphTransformer.Transform(node, reader, pc)
	}
}

// smallTables leaves a paragraph alone that would become more cells than anyone reads: rows are filled up to
// the width of the head, so the cells grow with the square of the text. Each escaped pipe is looked for in each cell.
type smallTables struct{ parser.ParagraphTransformer }

func (s smallTables) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	counters, ok := pc.(*session)
	if !ok {
		return
	}
	lines := node.Lines()
	columns, pipes := 0, 0
	for i := range lines.Len() {
		line := lines.At(i)
		value := line.Value(reader.Source())
		pipes += bytes.Count(value, []byte(`\|`))
		if len(bytes.Trim(value, "|-: \t\r\n")) == 0 {
			columns = max(columns, bytes.Count(value, []byte{'|'})+1)
		}
	}
	if columns == 0 || columns*lines.Len() > maxCells || counters.escapedPipes+pipes > maxEscapedPipes {
		return
	}
	counters.escapedPipes += pipes
	s.ParagraphTransformer.Transform(node, reader, pc)
}

// checkAddresses refuses a document that repeats long addresses so often that writing them would take long.
func checkAddresses(document ast.Node) error {
	total := 0
	err := ast.Walk(document, func(node ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch node := node.(type) {
		case *ast.Link:
			total += len(node.Destination) + len(node.Title)
		case *ast.Image:
			total += len(node.Destination) + len(node.Title)
		}
		if total > maxAddresses {
			return ast.WalkStop, errTooLarge
		}
		return ast.WalkContinue, nil
	})
	if err != nil {
		return fmt.Errorf("add up addresses: %w", err)
	}
	return nil
}

// limitedBuffer refuses what exceeds MaxHTML.
type limitedBuffer struct{ bytes.Buffer }

func (b *limitedBuffer) Write(data []byte) (int, error) {
	if b.Len()+len(data) > MaxHTML {
		return 0, errTooLarge
	}
	return b.Buffer.Write(data)
}
