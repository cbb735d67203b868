package reviews

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"wellspring/pkg/content/posts"
)

// The published rule of low quality: a score of poorScore or less, a text in capitals, and of an answer a text of fewer
// than shortAnswer characters beside its links. A question may be its title alone, so none is too short.
const (
	poorScore   = -2
	shortAnswer = 30
	// A text of fewer letters may well be an abbreviation.
	fewLetters = 20
	// Of ten letters so many in capitals are shouting.
	shoutingOfTen = 8
)

// Why a post waits, as items name it.
const (
	WhyScore         = "score"
	WhyShort         = "short"
	WhyLink          = "link"
	WhyShouting      = "shouting"
	WhyFirstQuestion = "first-question"
	WhyFirstAnswer   = "first-answer"
	WhySimilar       = "similar"
	WhyVotes         = "votes"
)

var links = regexp.MustCompile(`\[([^\]]*)\]\([^)]*\)|<?https?://\S+`)

// poor says why a post is of low quality, or nothing.
func poor(kind posts.Kind, body string, score int) string {
	if score <= poorScore {
		return WhyScore
	}
	body = strings.TrimSpace(body)
	if kind == posts.Answer && !strings.Contains(body, "`") {
		said := strings.TrimSpace(links.ReplaceAllString(body, ""))
		switch {
		case utf8.RuneCountInString(said) >= shortAnswer:
		case said == body:
			return WhyShort
		default:
			return WhyLink
		}
	}
	if shouts(body) {
		return WhyShouting
	}
	return ""
}

func shouts(body string) bool {
	letters, capitals := 0, 0
	for _, sign := range body {
		switch {
		case unicode.IsUpper(sign):
			letters++
			capitals++
		case unicode.IsLower(sign):
			letters++
		}
	}
	return letters >= fewLetters && capitals*10 >= letters*shoutingOfTen
}
