package stackexchange

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// longestEntity is &#x10FFFF; with a few leading zeros.
const longestEntity = 16

// unescape resolves the entities of an attribute's value. Characters that XML does not know are kept as the mark for
// an unknown character, except NUL, which no database keeps and which is dropped.
func unescape(value []byte) (string, error) {
	if bytes.IndexByte(value, '&') < 0 {
		if bytes.IndexByte(value, '<') >= 0 {
			return "", errTag
		}
		return string(value), nil
	}
	var text strings.Builder
	text.Grow(len(value))
	for {
		start := bytes.IndexByte(value, '&')
		plain := value
		if start >= 0 {
			plain = value[:start]
		}
		if bytes.IndexByte(plain, '<') >= 0 {
			return "", errTag
		}
		text.Write(plain)
		if start < 0 {
			return text.String(), nil
		}
		value = value[start+1:]
		end := bytes.IndexByte(value[:min(len(value), longestEntity)], ';')
		if end < 0 {
			return "", fmt.Errorf("an & stands alone before %.20q", value)
		}
		r, err := entity(string(value[:end]))
		if err != nil {
			return "", err
		}
		if r != 0 {
			text.WriteRune(r)
		}
		value = value[end+1:]
	}
}

var errTag = fmt.Errorf("a < stands in it, so a quote is missing before")

func entity(name string) (rune, error) {
	switch name {
	case "lt":
		return '<', nil
	case "gt":
		return '>', nil
	case "amp":
		return '&', nil
	case "quot":
		return '"', nil
	case "apos":
		return '\'', nil
	}
	digits, numeric := strings.CutPrefix(name, "#")
	if !numeric {
		return 0, fmt.Errorf("&%s; is no entity of XML", name)
	}
	base := 10
	if hex, ok := strings.CutPrefix(digits, "x"); ok {
		digits, base = hex, 16
	}
	code, err := strconv.ParseUint(digits, base, 32)
	if err != nil {
		return 0, fmt.Errorf("&%s; is no character", name)
	}
	if code > utf8.MaxRune || !utf8.ValidRune(rune(code)) {
		return utf8.RuneError, nil
	}
	return rune(code), nil
}
