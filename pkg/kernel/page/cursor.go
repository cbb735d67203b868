package page

import (
	"encoding/base64"
	"encoding/json"

	"wellspring/pkg/kernel/fault"
)

// Cursor marks the last row a reader has seen by its sort key; the zero Cursor is the start.
type Cursor struct {
	Key int64 `json:"k"`
	ID  int64 `json:"i"`
}

// Encode gives the opaque text that a client sends back.
func (c Cursor) Encode() string {
	raw, err := json.Marshal(c)
	if err != nil {
		return ""
	}
	return base64.RawURLEncoding.EncodeToString(raw)
}

// ParseCursor reads what Encode gave; anything else is refused. Empty text is the start.
func ParseCursor(text string) (Cursor, error) {
	var c Cursor
	if text == "" {
		return c, nil
	}
	raw, err := base64.RawURLEncoding.DecodeString(text)
	if err == nil {
		err = json.Unmarshal(raw, &c)
	}
	if err != nil || c.ID <= 0 {
		var v fault.Validation
		v.Add("cursor", "bad-cursor", "This cursor is not one of ours. Start again without it.")
		return Cursor{}, v.Err()
	}
	return c, nil
}

// Stream is a part of a list that is read on by cursor; Next is empty at the end.
type Stream[T any] struct {
	Items []T
	Next  string
}
