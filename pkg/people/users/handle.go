package users

import (
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

const (
	maxHandle = 30
	// nameless is the handle of a name in which no Latin letter is found.
	nameless = "person"
)

// spelled are letters that do not come apart into a Latin letter and a mark, or that German spells with two.
var spelled = strings.NewReplacer(
	"ä", "ae", "ö", "oe", "ü", "ue", "ß", "ss", "æ", "ae", "ø", "o", "ł", "l", "đ", "d", "ð", "d", "þ", "th", "œ", "oe", "ı", "i", "'", "", "’", "",
)

// handleFrom makes "joerg-aberg" from "Jörg Åberg".
func handleFrom(name string) string {
	plain := norm.NFD.String(spelled.Replace(norm.NFC.String(strings.ToLower(name))))
	var handle strings.Builder
	gap := false
	for _, r := range plain {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			if gap && handle.Len() > 0 {
				handle.WriteByte('-')
			}
			gap = false
			handle.WriteRune(r)
		case !unicode.Is(unicode.Mn, r):
			gap = true
		}
	}
	text := handle.String()
	if len(text) > maxHandle {
		text = strings.TrimRight(text[:maxHandle], "-")
	}
	if text == "" {
		return nameless
	}
	return text
}

// numbered tells people of one name apart: the second Ada Lindqvist is ada-lindqvist-2.
func numbered(base string, number int) string {
	if number == 1 {
		return base
	}
	return base + "-" + strconv.Itoa(number)
}
