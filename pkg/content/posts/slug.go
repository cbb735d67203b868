package posts

import (
	"strings"
	"unicode"
)

const maxSlug = 80

var transcribed = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "ß", "ss", "æ", "ae", "ø", "o", "å", "a", "é", "e", "è", "e", "ê", "e",
	"á", "a", "à", "a", "â", "a", "ç", "c", "ñ", "n", "ó", "o", "ò", "o", "ô", "o", "í", "i", "ú", "u", "ł", "l", "'", "", "’", "")

// Slug writes a title as the readable part of an address. It may be empty, and addresses work without it.
func Slug(title string) string {
	var slug strings.Builder
	gap := false
	for _, r := range transcribed.Replace(strings.ToLower(title)) {
		if r > unicode.MaxASCII || !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			gap = slug.Len() > 0
			continue
		}
		if slug.Len() >= maxSlug {
			break
		}
		if gap {
			slug.WriteByte('-')
			gap = false
		}
		slug.WriteRune(r)
	}
	return slug.String()
}
