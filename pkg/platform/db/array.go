package db

import (
	"database/sql/driver"
	"fmt"
	"reflect"
	"strconv"
	"strings"
)

// Array is a Postgres array as one argument or one column of a GORM statement; GORM itself would spread a slice
// over as many placeholders as it has elements, so that each length became another statement to plan.
type Array[T ~int64 | ~string] []T

// Value writes the array as Postgres reads it.
func (a Array[T]) Value() (driver.Value, error) {
	var text strings.Builder
	text.WriteByte('{')
	for i, element := range a {
		if i > 0 {
			text.WriteByte(',')
		}
		if value := reflect.ValueOf(element); value.Kind() == reflect.String {
			writeQuoted(&text, value.String())
		} else {
			text.WriteString(strconv.FormatInt(value.Int(), 10))
		}
	}
	text.WriteByte('}')
	return text.String(), nil
}

func writeQuoted(text *strings.Builder, value string) {
	text.WriteByte('"')
	for i := range len(value) {
		if value[i] == '"' || value[i] == '\\' {
			text.WriteByte('\\')
		}
		text.WriteByte(value[i])
	}
	text.WriteByte('"')
}

// Scan reads a one-dimensional array without NULL elements, which is all that our schema holds.
func (a *Array[T]) Scan(source any) error {
	var text string
	switch source := source.(type) {
	case nil:
		*a = nil
		return nil
	case string:
		text = source
	case []byte:
		text = string(source)
	default:
		return fmt.Errorf("read an array from %T", source)
	}
	if len(text) < 2 || text[0] != '{' || text[len(text)-1] != '}' {
		return fmt.Errorf("read an array from %q", text)
	}
	*a = Array[T]{}
	for _, word := range arrayWords(text[1 : len(text)-1]) {
		element, err := parseElement[T](word)
		if err != nil {
			return fmt.Errorf("read an array element: %w", err)
		}
		*a = append(*a, element)
	}
	return nil
}

// arrayWords divides the inside of an array at its commas and takes the quotes off.
func arrayWords(text string) []string {
	if text == "" {
		return nil
	}
	var words []string
	var word strings.Builder
	quoted := false
	for i := 0; i < len(text); i++ {
		switch {
		case text[i] == '\\' && i+1 < len(text):
			i++
			word.WriteByte(text[i])
		case text[i] == '"':
			quoted = !quoted
		case text[i] == ',' && !quoted:
			words = append(words, word.String())
			word.Reset()
		default:
			word.WriteByte(text[i])
		}
	}
	return append(words, word.String())
}

// parseElement goes by the kind, since T is one of our named types as often as a plain one.
func parseElement[T ~int64 | ~string](word string) (T, error) {
	var element T
	value := reflect.ValueOf(&element).Elem()
	if value.Kind() == reflect.String {
		value.SetString(word)
		return element, nil
	}
	number, err := strconv.ParseInt(word, 10, 64)
	if err != nil {
		return element, fmt.Errorf("read a number: %w", err)
	}
	value.SetInt(number)
	return element, nil
}
