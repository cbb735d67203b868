package markdown

import (
	emoji "github.com/yuin/goldmark-emoji"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// newBlockParser is the whole syntax. The numbers are goldmark's order: lower ones are asked first.
func newBlockParser() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(parser.NewSetextHeadingParser(parser.WithAutoHeadingID()), 100),
			util.Prioritized(parser.NewThematicBreakParser(), 200),
			util.Prioritized(shallow{parser.NewListParser()}, 300),
			util.Prioritized(parser.NewListItemParser(), 400),
			util.Prioritized(parser.NewCodeBlockParser(), 500),
			util.Prioritized(parser.NewATXHeadingParser(parser.WithAutoHeadingID()), 600),
			util.Prioritized(mathBlocks{}, 650),
			util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
			util.Prioritized(shallow{parser.NewBlockquoteParser()}, 800),
			util.Prioritized(parser.NewHTMLBlockParser(), 900),
			util.Prioritized(fewNotes{shallow{extension.NewFootnoteBlockParser()}}, 999),
			util.Prioritized(parser.NewParagraphParser(), 1000),
		),
		parser.WithInlineParsers(append(inlineSyntax(),
			util.Prioritized(extension.NewTaskCheckBoxParser(), 0),
			util.Prioritized(extension.NewFootnoteParser(), 101),
		)...),
		parser.WithParagraphTransformers(
			util.Prioritized(shortDefinitions{parser.LinkReferenceParagraphTransformer}, 100),
			util.Prioritized(smallTables{extension.NewTableParagraphTransformer()}, 200),
		),
		parser.WithASTTransformers(
			util.Prioritized(extension.NewTableASTTransformer(), 0),
			util.Prioritized(extension.NewFootnoteASTTransformer(), 999),
			util.Prioritized(hardBreaks{}, 1000),
		),
	)
}

// newInlineParser knows paragraphs only.
func newInlineParser() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(util.Prioritized(parser.NewParagraphParser(), 1000)),
		parser.WithInlineParsers(inlineSyntax()...),
		parser.WithASTTransformers(util.Prioritized(hardBreaks{}, 1000)),
	)
}

func inlineSyntax() []util.PrioritizedValue {
	links := parser.NewLinkParser()
	closer, _ := links.(parser.CloseBlocker)
	return []util.PrioritizedValue{
		util.Prioritized(parser.NewCodeSpanParser(), 100),
		util.Prioritized(mathSpans{}, 150),
		util.Prioritized(fewLinks{links, closer}, 200),
		util.Prioritized(mentions{}, 250),
		util.Prioritized(parser.NewAutoLinkParser(), 300),
		util.Prioritized(parser.NewRawHTMLParser(), 400),
		util.Prioritized(fewMarks{parser.NewEmphasisParser()}, 500),
		util.Prioritized(fewMarks{extension.NewStrikethroughParser()}, 500),
		util.Prioritized(extension.NewLinkifyParser(), 999),
		util.Prioritized(emoji.NewParser(), 999),
	}
}

// newWriter writes raw HTML and every address as they stand: the gate behind it decides.
func newWriter() renderer.Renderer {
	return renderer.NewRenderer(renderer.WithNodeRenderers(
		util.Prioritized(nodeWriter{newLanguages()}, 100),
		util.Prioritized(extension.NewTableHTMLRenderer(extension.WithTableCellAlignMethod(extension.TableCellAlignAttribute)), 500),
		util.Prioritized(extension.NewStrikethroughHTMLRenderer(), 500),
		util.Prioritized(extension.NewFootnoteHTMLRenderer(), 500),
		util.Prioritized(html.NewRenderer(html.WithUnsafe()), 1000),
	))
}

// hardBreaks removes the spaces that mark a hard line break from the text before it; goldmark does so only while nothing but
// words can begin at a space, and with the autolinks of GFM an address can.
type hardBreaks struct{}

func (hardBreaks) Transform(document *ast.Document, reader text.Reader, _ parser.Context) {
	_ = ast.Walk(document, func(node ast.Node, entering bool) (ast.WalkStatus, error) {
		line, ok := node.(*ast.Text)
		if !entering || !ok || !line.HardLineBreak() || !line.Segment.IsEmpty() {
			return ast.WalkContinue, nil
		}
		if before, ok := line.PreviousSibling().(*ast.Text); ok {
			before.Segment = before.Segment.TrimRightSpace(reader.Source())
		}
		return ast.WalkContinue, nil
	})
}
