// Package fault holds the errors a caller can act on: what was refused, and what to do about it.
// Every other error is a defect or an outage and stays inside the process. Sentences are kept as
// format and arguments, so that the edge can say them in the reader's language. Start at Fault.
package fault

import (
	"errors"
	"fmt"
	"time"
)

// Kind says in which way a request was refused; the edge turns it into a protocol's status.
type Kind int

// The kinds of refusal.
const (
	Invalid Kind = iota + 1
	Unauthenticated
	Denied
	Missing
	Conflicting
	TooLarge
	Limited
	Unavailable
)

// Fault is a refusal with a stable code and a sentence that tells the user what to do.
type Fault struct {
	Kind       Kind
	Code       string
	Format     string
	Args       []any
	Fields     []Field
	RetryAfter time.Duration
}

// Field is what is wrong with one field of the input; Name is its JSON name.
type Field struct {
	Name   string
	Code   string
	Format string
	Args   []any
}

// Error gives the English sentence.
func (f *Fault) Error() string { return fmt.Sprintf(f.Format, f.Args...) }

// As finds the Fault in an error's chain.
func As(err error) (*Fault, bool) {
	var found *Fault
	ok := errors.As(err, &found)
	return found, ok
}

// Is tells whether err is a Fault with this code.
func Is(err error, code string) bool {
	found, ok := As(err)
	return ok && found.Code == code
}

// NotFound says that there is nothing here that the reader may see.
func NotFound(format string, args ...any) error {
	return &Fault{Kind: Missing, Code: "not-found", Format: format, Args: args}
}

// Forbidden says why the actor may not do this.
func Forbidden(format string, args ...any) error {
	return &Fault{Kind: Denied, Code: "forbidden", Format: format, Args: args}
}

// SignInFirst says that this needs a signed-in person.
func SignInFirst(format string, args ...any) error {
	return &Fault{Kind: Unauthenticated, Code: "unauthenticated", Format: format, Args: args}
}

// Conflict says that the state of things does not allow this; code names the conflict.
func Conflict(code, format string, args ...any) error {
	return &Fault{Kind: Conflicting, Code: code, Format: format, Args: args}
}

// TooMany says that a limit was reached and when to try again.
func TooMany(retryAfter time.Duration, format string, args ...any) error {
	return &Fault{Kind: Limited, Code: "rate-limited", Format: format, Args: args, RetryAfter: retryAfter}
}

// Down says that something this needs is away for the moment.
func Down(format string, args ...any) error {
	return &Fault{Kind: Unavailable, Code: "unavailable", Format: format, Args: args}
}
