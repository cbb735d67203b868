package stackexchange

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// maxElement is more than any row of a sound dump; without a limit a file with a lost quote would be read into memory.
const maxElement = 16 << 20

// Damaged says where a file of the dump cannot be read, and why.
type Damaged struct {
	File   string
	Line   int
	Reason string
}

// Error gives file, line and reason.
func (d *Damaged) Error() string {
	return fmt.Sprintf("%s is damaged in line %d: %s; nothing was imported", d.File, d.Line, d.Reason)
}

// attribute is a name with its value, its entities resolved.
type attribute struct{ name, value string }

// scanner reads the one shape of XML that a dump has: a root element with rows that have attributes and no content.
// The standard decoder takes six times as long, and accepts what no dump holds.
type scanner struct {
	file    string
	root    string
	input   *bufio.Reader
	line    int // of the last byte read
	started int // line where the current element starts
	element []byte
	row     []attribute
	opened  bool
	closed  bool
}

func newScanner(file, root string, input io.Reader) *scanner {
	return &scanner{file: file, root: root, input: bufio.NewReaderSize(input, 1<<18), line: 1, started: 1}
}

// next gives the attributes of the next row, valid until the following call, and io.EOF at the end of a sound file.
func (s *scanner) next() ([]attribute, error) {
	for {
		err := s.readElement()
		if errors.Is(err, io.EOF) {
			return nil, s.end()
		}
		if err != nil {
			return nil, err
		}
		switch {
		case s.element[1] == '?':
		case bytes.HasPrefix(s.element, []byte("<!--")):
			if err := s.finishComment(); err != nil {
				return nil, err
			}
		case !s.opened:
			if err := s.open(); err != nil {
				return nil, err
			}
		case s.closed:
			return nil, s.damaged("there is more after the end of <%s>", s.root)
		case string(s.element) == "</"+s.root+">":
			s.closed = true
		default:
			return s.parseRow()
		}
	}
}

func (s *scanner) damaged(format string, args ...any) error {
	return &Damaged{File: s.file, Line: s.started, Reason: fmt.Sprintf(format, args...)}
}

func (s *scanner) open() error {
	name := strings.TrimRight(string(s.element[1:len(s.element)-1]), " /")
	if name != s.root {
		return s.damaged("it should begin with <%s> and begins with <%.40s>", s.root, name)
	}
	s.opened = true
	s.closed = s.element[len(s.element)-2] == '/'
	return nil
}

func (s *scanner) end() error {
	s.started = s.line
	switch {
	case !s.opened:
		return s.damaged("the file is empty")
	case !s.closed:
		return s.damaged("the file ends before </%s>, so its end is missing", s.root)
	}
	return io.EOF
}

// readElement reads from one < to the > that ends it, with whatever quotes hold between.
func (s *scanner) readElement() error {
	if err := s.skipSpace(); err != nil {
		return err
	}
	s.started, s.element = s.line, s.element[:0]
	quote := byte(0)
	for {
		part, err := s.input.ReadSlice('>')
		s.element = append(s.element, part...)
		s.line += bytes.Count(part, []byte{'\n'})
		if err != nil && !errors.Is(err, bufio.ErrBufferFull) {
			if errors.Is(err, io.EOF) {
				return s.damaged("the file ends in the middle of a row")
			}
			return fmt.Errorf("read %s: %w", s.file, err)
		}
		if len(s.element) > maxElement {
			return s.damaged("a row is longer than %d MB, so a quote must be missing", maxElement>>20)
		}
		for _, c := range part {
			switch {
			case quote == 0 && (c == '"' || c == '\''):
				quote = c
			case c == quote:
				quote = 0
			}
		}
		if quote == 0 && s.element[len(s.element)-1] == '>' {
			return s.checkText()
		}
	}
}

func (s *scanner) checkText() error {
	if !utf8.Valid(s.element) {
		return s.damaged("it is not valid UTF-8")
	}
	for _, c := range s.element {
		if c < ' ' && c != '\n' && c != '\r' && c != '\t' {
			return s.damaged("it holds the control character %#02x", c)
		}
	}
	return nil
}

func (s *scanner) skipSpace() error {
	for {
		c, _, err := s.input.ReadRune()
		switch {
		case errors.Is(err, io.EOF):
			return io.EOF
		case err != nil:
			return fmt.Errorf("read %s: %w", s.file, err)
		case c == '\n':
			s.line++
		case c == ' ' || c == '\t' || c == '\r' || c == '\uFEFF' && s.line == 1:
		case c == '<':
			if err := s.input.UnreadRune(); err != nil {
				return fmt.Errorf("read %s: %w", s.file, err)
			}
			return nil
		default:
			s.started = s.line
			return s.damaged("there is text outside of a row, starting with %q", c)
		}
	}
}

// finishComment reads on where a comment holds a > before its end.
func (s *scanner) finishComment() error {
	for !bytes.HasSuffix(s.element, []byte("-->")) {
		part, err := s.input.ReadSlice('>')
		s.element = append(s.element[:0], part...)
		s.line += bytes.Count(part, []byte{'\n'})
		if errors.Is(err, io.EOF) {
			return s.damaged("the file ends in a comment")
		}
		if err != nil && !errors.Is(err, bufio.ErrBufferFull) {
			return fmt.Errorf("read %s: %w", s.file, err)
		}
	}
	return nil
}

func (s *scanner) parseRow() ([]attribute, error) {
	inside, ok := bytes.CutPrefix(s.element, []byte("<row"))
	if !ok {
		return nil, s.damaged("expected a <row .../> and found %.40q", s.element)
	}
	if inside, ok = bytes.CutSuffix(inside, []byte("/>")); !ok {
		return nil, s.damaged("a row does not end with />")
	}
	s.row = s.row[:0]
	for {
		inside = bytes.TrimLeft(inside, " \t\r\n")
		if len(inside) == 0 {
			return s.row, nil
		}
		name, rest, found := bytes.Cut(inside, []byte{'='})
		if !found || len(rest) < 2 || rest[0] != '"' && rest[0] != '\'' || !isName(name) {
			return nil, s.damaged("expected name=\"value\" and found %.40q", inside)
		}
		value, after, found := bytes.Cut(rest[1:], rest[:1])
		if !found {
			return nil, s.damaged("the value of %s has no end", name)
		}
		text, err := unescape(value)
		if err != nil {
			return nil, s.damaged("the value of %s: %v", name, err)
		}
		s.row = append(s.row, attribute{string(name), text})
		inside = after
	}
}

func isName(name []byte) bool {
	for _, c := range name {
		if (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && (c < '0' || c > '9') && c != '_' && c != ':' && c != '-' && c != '.' {
			return false
		}
	}
	return len(name) > 0
}

// scan calls visit with each row of the file, until its end or an error.
func (s *scanner) scan(ctx context.Context, visit func(line int, row []attribute) error) error {
	for {
		if err := ctx.Err(); err != nil {
			return err
		}
		row, err := s.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if err := visit(s.started, row); err != nil {
			return err
		}
	}
}
