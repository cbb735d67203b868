package stackexchange

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"
)

// fields reads the attributes of one row as what they mean, and keeps the first thing that is wrong.
type fields struct {
	row []attribute
	err error
	// newest is the latest date that was read.
	newest time.Time
}

func (f *fields) find(name string) (string, bool) {
	for i := range f.row {
		if f.row[i].name == name {
			return f.row[i].value, true
		}
	}
	return "", false
}

func (f *fields) fail(format string, args ...any) {
	if f.err == nil {
		f.err = &rowError{fmt.Sprintf(format, args...)}
	}
}

// rowError says what is wrong with a row.
type rowError struct{ reason string }

// Error gives the reason.
func (e *rowError) Error() string { return e.reason }

func (f *fields) required(name string) string {
	value, ok := f.find(name)
	if !ok {
		f.fail("the row has no %s", name)
	}
	return value
}

// text is empty where the row does not say.
func (f *fields) text(name string) string {
	value, _ := f.find(name)
	return value
}

// prose is text with the ends of lines as we keep them.
func (f *fields) prose(name string) string {
	return strings.ReplaceAll(f.text(name), "\r\n", "\n")
}

// id is an identifier that must be there.
func (f *fields) id(name string) int64 { return f.parseID(name, f.required(name)) }

// optionalID is 0 where the row names nobody.
func (f *fields) optionalID(name string) int64 {
	value, ok := f.find(name)
	if !ok || value == "" {
		return 0
	}
	return f.parseID(name, value)
}

func (f *fields) parseID(name, value string) int64 {
	if f.err != nil {
		return 0
	}
	number, err := strconv.ParseInt(value, 10, 64)
	if err != nil {
		f.fail("%s is %.40q, which is no number", name, value)
	}
	return number
}

// count is a number that may be missing.
func (f *fields) count(name string) int {
	number := f.optionalID(name)
	if number > math.MaxInt32 || number < math.MinInt32 {
		f.fail("%s is %d, which is out of range", name, number)
		return 0
	}
	return int(number)
}

// time is a date that must be there.
func (f *fields) time(name string) time.Time {
	value := f.required(name)
	if f.err != nil {
		return time.Time{}
	}
	return f.parseTime(name, value)
}

// optionalTime is nil where the row does not say when.
func (f *fields) optionalTime(name string) *time.Time {
	value, ok := f.find(name)
	if !ok || value == "" {
		return nil
	}
	at := f.parseTime(name, value)
	return &at
}

// parseTime takes dates as dumps write them: UTC, without saying so.
func (f *fields) parseTime(name, value string) time.Time {
	at, err := time.Parse("2006-01-02T15:04:05.999", strings.TrimSuffix(value, "Z"))
	if err != nil || at.Year() < 1970 || at.Year() > 9999 {
		f.fail("%s is %.40q, which is no date", name, value)
		return time.Time{}
	}
	if at.After(f.newest) {
		f.newest = at
	}
	return at
}

func (f *fields) flag(name string) bool { return strings.EqualFold(f.text(name), "true") }

// tags reads <a><b> and, as dumps since 2024 have it, |a|b|.
func splitTags(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return r == '<' || r == '>' || r == '|' })
}
