package tags

import (
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
)

// Limits of tags and their texts, in characters.
const (
	MinPerQuestion = 1
	MaxPerQuestion = 5
	MaxName        = 35
	MaxDescription = 500
	MaxWiki        = 30_000
)

// Summary is a tag in a list; Questions counts those the reader may read.
type Summary struct {
	ID          id.Tag
	Name        string
	Description string
	Questions   int
	Watched     bool
}

// Tag is a topic with its wiki.
type Tag struct {
	Summary
	Wiki      string
	WikiHTML  string
	CreatedAt time.Time
	EditedAt  *time.Time
	Version   int
}

// Normalise writes names the one way we keep them: lower case, hyphens between words, each name once, in the given order.
func Normalise(names []string) []string {
	normal := make([]string, 0, len(names))
	for _, name := range names {
		if name = normalise(name); name != "" && !slices.Contains(normal, name) {
			normal = append(normal, name)
		}
	}
	return normal
}

func normalise(name string) string {
	words := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool {
		return unicode.IsSpace(r) || r == '-' || r == '_'
	})
	return strings.Join(words, "-")
}

// Check normalises the tags of a question and notes what is wrong with them.
func Check(v *fault.Validation, names []string) []string {
	normal := Normalise(names)
	v.Check(len(normal) >= MinPerQuestion, "tags", "required", "Add at least one tag, so that those who know the topic find the question.")
	v.Check(len(normal) <= MaxPerQuestion, "tags", "too-many", "Use at most %d tags; the most telling ones are enough.", MaxPerQuestion)
	for _, name := range normal {
		switch {
		case utf8.RuneCountInString(name) > MaxName:
			v.Add("tags", "too-long", "The tag %s is longer than %d characters.", name, MaxName)
		case !wellNamed(name):
			v.Add("tags", "bad-tag", "The tag %s may hold letters, digits, hyphens and the signs + # . only.", name)
		}
	}
	return normal
}

// wellNamed allows what names of technologies need (c++, c#, asp.net) and letters of every script.
func wellNamed(name string) bool {
	telling := false
	for _, r := range name {
		letter := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
		if !letter && !strings.ContainsRune("-+#.", r) {
			return false
		}
		telling = telling || letter
	}
	return telling
}
