// Package page holds the two ways to read a long list: by numbered page, where people jump,
// and by cursor, where they read on. Start at Request and Cursor.
package page

// Limits of every list.
const (
	DefaultSize = 30
	MaxSize     = 100
	// MaxNumber keeps offsets within what the database can skip in reasonable time.
	MaxNumber = 100_000
)

// Request asks for a numbered page, counted from 1.
type Request struct {
	Number int
	Size   int
}

// Normal fills in the defaults and keeps both figures within their limits.
func (r Request) Normal() Request {
	if r.Number < 1 {
		r.Number = 1
	}
	if r.Number > MaxNumber {
		r.Number = MaxNumber
	}
	if r.Size < 1 {
		r.Size = DefaultSize
	}
	if r.Size > MaxSize {
		r.Size = MaxSize
	}
	return r
}

// Offset is the number of rows before the page.
func (r Request) Offset() int { return (r.Number - 1) * r.Size }

// List is one page of a longer list of Total rows.
type List[T any] struct {
	Items []T
	Request
	Total int
}

// Pages is the number of pages, at least 1.
func (l List[T]) Pages() int {
	if l.Size < 1 || l.Total == 0 {
		return 1
	}
	return (l.Total + l.Size - 1) / l.Size
}
