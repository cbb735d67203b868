package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// The classes of mathematics and diagrams. Their elements hold the source, which a screen reader can read and the page typesets.
const (
	classMath        = "math"
	classMathInline  = "math-inline"
	classMathDisplay = "math-display"
	classDiagram     = "diagram"
)

const (
	maxInlineMath  = 1000
	maxDisplayMath = 8000
)

// mathSpan is $...$ or $$...$$ within a paragraph.
type mathSpan struct {
	ast.BaseInline
	source  []byte
	display bool
}

// goldmark hands out kinds once per program.
var (
	mathSpanKind  = ast.NewNodeKind("MathSpan")
	mathBlockKind = ast.NewNodeKind("MathBlock")
)

func (m *mathSpan) Kind() ast.NodeKind { return mathSpanKind }

func (m *mathSpan) Dump(source []byte, level int) { ast.DumpHelper(m, source, level, nil, nil) }

// mathSpans reads $...$ by the rules that keep prices in a sentence apart: no space inside the marks, no letter or digit
// before the first or after the second.
type mathSpans struct{}

func (mathSpans) Trigger() []byte { return []byte{'$'} }

func (mathSpans) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	if bytes.HasPrefix(line, []byte("$$")) {
		return displaySpan(block)
	}
	if isWordByte(byteBefore(block.Source(), segment.Start)) || len(line) < 3 || util.IsSpace(line[1]) {
		return nil
	}
	for at := 2; at < min(len(line), maxInlineMath); at++ {
		if line[at] != '$' || line[at-1] == '\\' {
			continue
		}
		if util.IsSpace(line[at-1]) || at+1 < len(line) && (isWordByte(line[at+1]) || line[at+1] == '$') {
			return nil
		}
		block.Advance(at + 1)
		return &mathSpan{source: line[1:at]}
	}
	return nil
}

// displaySpan reads $$...$$ over the lines of one paragraph.
func displaySpan(block text.Reader) ast.Node {
	row, position := block.Position()
	block.Advance(2)
	var formula []byte
	for len(formula) < maxDisplayMath {
		line, _ := block.PeekLine()
		if line == nil {
			break
		}
		if end := bytes.Index(line, []byte("$$")); end >= 0 {
			formula = append(formula, line[:end]...)
			block.Advance(end + 2)
			if len(bytes.TrimSpace(formula)) == 0 {
				break
			}
			return &mathSpan{source: bytes.TrimSpace(formula), display: true}
		}
		formula = append(formula, line...)
		block.AdvanceLine()
	}
	block.SetPosition(row, position)
	return nil
}

func byteBefore(source []byte, at int) byte {
	if at == 0 {
		return ' '
	}
	return source[at-1]
}

func isWordByte(c byte) bool { return util.IsAlphaNumeric(c) || c == '$' || c == '\\' || c >= 0x80 }

// mathBlock is a formula between lines that start and end with $$.
type mathBlock struct {
	ast.BaseBlock
	closed bool
}

func (m *mathBlock) Kind() ast.NodeKind { return mathBlockKind }

// IsRaw keeps the inline parsers out.
func (m *mathBlock) IsRaw() bool { return true }

func (m *mathBlock) Dump(source []byte, level int) { ast.DumpHelper(m, source, level, nil, nil) }

type mathBlocks struct{}

func (mathBlocks) Trigger() []byte { return []byte{'$'} }

func (mathBlocks) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	start := pc.BlockOffset()
	rest, ok := bytes.CutPrefix(bytes.TrimSpace(line[start:]), []byte("$$"))
	if !ok {
		return nil, parser.NoChildren
	}
	node := &mathBlock{}
	if formula, closed := bytes.CutSuffix(rest, []byte("$$")); closed {
		if len(bytes.TrimSpace(formula)) == 0 || bytes.Contains(formula, []byte("$$")) {
			return nil, parser.NoChildren
		}
		node.closed = true
	} else if bytes.Contains(rest, []byte("$$")) || !closesLater(reader.Source(), segment.Stop, pc) {
		return nil, parser.NoChildren
	}
	node.keep(line[start+2:], segment.Start+start+2-segment.Padding)
	reader.AdvanceToEOL()
	return node, parser.NoChildren
}

// closesLater looks ahead to the next blank line, and remembers a search in vain so that many openings cost no more than one.
func closesLater(source []byte, from int, pc parser.Context) bool {
	memory, ok := pc.(*session)
	if !ok || from < memory.mathEnds {
		return false
	}
	for at := from; at < len(source); {
		line := source[at:]
		if end := bytes.IndexByte(line, '\n'); end >= 0 {
			line = line[:end+1]
		}
		at += len(line)
		trimmed := bytes.TrimSpace(line)
		if bytes.HasSuffix(trimmed, []byte("$$")) {
			return true
		}
		if len(trimmed) == 0 {
			memory.mathEnds = at
			return false
		}
	}
	memory.mathEnds = len(source)
	return false
}

// keep adds a line without the closing marks.
func (m *mathBlock) keep(line []byte, start int) {
	trimmed := bytes.TrimRight(line, " \t\r\n")
	stop := start + len(line)
	if formula, ok := bytes.CutSuffix(trimmed, []byte("$$")); ok {
		m.closed = true
		stop = start + len(formula)
	}
	m.Lines().Append(text.NewSegment(start, stop))
}

func (mathBlocks) Continue(node ast.Node, reader text.Reader, _ parser.Context) parser.State {
	formula, ok := node.(*mathBlock)
	line, segment := reader.PeekLine()
	if !ok || formula.closed || util.IsBlank(line) {
		return parser.Close
	}
	formula.keep(line[segment.Padding:], segment.Start)
	reader.AdvanceToEOL()
	return parser.Continue | parser.NoChildren
}

func (mathBlocks) Close(ast.Node, text.Reader, parser.Context) {}

func (mathBlocks) CanInterruptParagraph() bool { return true }

func (mathBlocks) CanAcceptIndentedLine() bool { return false }
