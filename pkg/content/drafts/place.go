package drafts

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
)

// Limits of drafts: how many one person keeps, and how long one is kept after its last change.
const (
	Most = 100
	Kept = 90 * 24 * time.Hour
)

const (
	maxTags    = 20
	maxTagName = 100
	maxSlug    = 100
)

// Kind says what a draft will become.
type Kind string

// The kinds. A question is written in one place; the others name the post they belong to.
const (
	Ask     Kind = "ask"
	Answer  Kind = "answer"
	Comment Kind = "comment"
	Edit    Kind = "edit"
)

// Place is where a draft is written. Post is the question that is answered, or the post that is commented or edited.
type Place struct {
	Kind Kind
	Post id.Post
}

// String is the place as it is kept.
func (p Place) String() string {
	if p.Kind == Ask {
		return string(Ask)
	}
	return fmt.Sprintf("%s-%d", p.Kind, p.Post)
}

// ParsePlace reads what String wrote.
func ParsePlace(text string) (Place, error) {
	if text == string(Ask) {
		return Place{Kind: Ask}, nil
	}
	kind, number, _ := strings.Cut(text, "-")
	post, err := strconv.ParseInt(number, 10, 64)
	place := Place{Kind: Kind(kind), Post: id.Post(post)}
	known := place.Kind == Answer || place.Kind == Comment || place.Kind == Edit
	if err != nil || post <= 0 || !known || place.String() != text {
		var v fault.Validation
		v.Add("place", "unknown", "A draft is written at ask, or at answer-, comment- or edit- with the number of a post.")
		return Place{}, v.Err()
	}
	return place, nil
}

// Content is what was written so far. Base is the version of the post that an edit began with.
type Content struct {
	Title   string
	Body    string
	Answer  string
	Tags    []string
	Space   string
	Summary string
	Base    int
}

// Validate tells what is too long to be kept. What is too short, or not yet right, is what drafts are for.
func (c *Content) Validate() error {
	var v fault.Validation
	checkLength(&v, "title", c.Title, posts.MaxTitle)
	checkLength(&v, "body", c.Body, posts.MaxBody)
	checkLength(&v, "answer", c.Answer, posts.MaxBody)
	checkLength(&v, "space", c.Space, maxSlug)
	checkLength(&v, "summary", c.Summary, posts.MaxSummary)
	v.Check(len(c.Tags) <= maxTags, "tags", "too-many", "Use at most %d tags; the most telling ones are enough.", maxTags)
	for _, tag := range c.Tags {
		checkLength(&v, "tags", tag, maxTagName)
	}
	if c.Tags == nil {
		c.Tags = []string{}
	}
	return v.Err()
}

func checkLength(v *fault.Validation, field, text string, most int) {
	v.Check(utf8.RuneCountInString(text) <= most, field, "too-long", "Use at most %d characters.", most)
	posts.CheckText(v, field, text)
}
