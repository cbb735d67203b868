package posts

import (
	"strings"
	"unicode/utf8"

	"wellspring/pkg/kernel/fault"
)

// Limits of texts, in characters.
const (
	MinTitle   = 10
	MaxTitle   = 150
	MaxBody    = 30_000
	MaxSummary = 300
	MaxNote    = 500
)

// CheckTitle notes what is wrong with a question's title.
func CheckTitle(v *fault.Validation, title string) {
	length := utf8.RuneCountInString(strings.TrimSpace(title))
	v.Check(length >= MinTitle, "title", "too-short", "The title needs at least %d characters. Say in one sentence what you want to know.", MinTitle)
	v.Check(length <= MaxTitle, "title", "too-long", "The title is longer than %d characters. Move the details into the text.", MaxTitle)
	v.Check(!strings.ContainsAny(title, "\n\r\t"), "title", "one-line", "The title is a single line.")
	CheckText(v, "title", title)
}

// CheckBody notes what is wrong with a body of at least so many characters that show.
func CheckBody(v *fault.Validation, body string, least int) { CheckLength(v, "body", body, least) }

// CheckLength is CheckBody for a body that comes in a field of another name.
func CheckLength(v *fault.Validation, field, body string, least int) {
	v.Check(utf8.RuneCountInString(strings.TrimSpace(body)) >= least, field, "too-short", "Write at least %d characters.", least)
	v.Check(utf8.RuneCountInString(body) <= MaxBody, field, "too-long", "The text is longer than %d characters. Link to what is long.", MaxBody)
	CheckText(v, field, body)
}

// CheckSummary notes what is wrong with the summary of an edit.
func CheckSummary(v *fault.Validation, summary string) {
	v.Check(utf8.RuneCountInString(summary) <= MaxSummary, "summary", "too-long", "The summary is longer than %d characters.", MaxSummary)
	CheckText(v, "summary", summary)
}

// CheckNote notes what is wrong with the words in which somebody explains what they did to a post.
func CheckNote(v *fault.Validation, field, note string) {
	v.Check(utf8.RuneCountInString(note) <= MaxNote, field, "too-long", "The text is longer than %d characters. Say it in a comment.", MaxNote)
	CheckText(v, field, note)
}

// ValidateNote is CheckNote for whoever has nothing else to check.
func ValidateNote(note string) error {
	var v fault.Validation
	CheckNote(&v, "note", note)
	return v.Err()
}

// CheckText refuses what a database cannot store.
func CheckText(v *fault.Validation, field, text string) {
	v.Check(utf8.ValidString(text) && !strings.ContainsRune(text, 0), field, "bad-text", "The text holds characters that cannot be stored.")
}
