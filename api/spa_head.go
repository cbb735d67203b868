package api

import (
	"context"
	"strings"
	"time"
	"unicode/utf8"

	"wellspring/pkg/content/questions"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/platform/markdown"
)

const maxDescription = 200 // characters; search engines and chats show fewer

// headHTML describes a page to those who read no scripts: search engines, chats that show a preview, feed readers. The
// SPA takes what is marked with data-page away when it leads to another page.
const headHTML = `{{if .Title}}<title>{{.Title}}</title>{{else}}<title>Wellspring</title>{{end}}
{{- if .Hidden}}
    <meta name="robots" content="noindex" data-page>
{{- end}}
{{- if .Feed}}
    <link rel="alternate" type="application/atom+xml" href="{{.Feed}}" data-page>
{{- end}}
{{- if .Address}}
    <meta name="description" content="{{.Description}}" data-page>
    <link rel="canonical" href="{{.Address}}" data-page>
    <meta property="og:type" content="article" data-page>
    <meta property="og:site_name" content="{{.Site}}" data-page>
    <meta property="og:title" content="{{.Name}}" data-page>
    <meta property="og:description" content="{{.Description}}" data-page>
    <meta property="og:url" content="{{.Address}}" data-page>
    <meta name="twitter:card" content="summary" data-page>
    <script type="application/ld+json" data-page>{{.Data}}</script>
{{- end}}`

// pageHead is what headHTML shows.
type pageHead struct {
	// Hidden pages are those of posts that visitors may not read, or that are not there: nobody may tell which.
	Hidden bool
	// Feed is the address of the feed of what the page lists.
	Feed        string
	Title       string
	Name        string
	Site        string
	Description string
	Address     string
	Data        qaPage
}

// qaPage and those below are schema.org's, spelled as there.
type qaPage struct {
	Context    string     `json:"@context"`
	Type       string     `json:"@type"`
	MainEntity qaQuestion `json:"mainEntity"`
}

type qaPost struct {
	Type        string    `json:"@type"`
	Text        string    `json:"text"`
	URL         string    `json:"url"`
	UpvoteCount int       `json:"upvoteCount"`
	DateCreated time.Time `json:"dateCreated"`
	// DateModified is left out where nothing was edited.
	DateModified *time.Time `json:"dateModified,omitempty"`
	Author       qaPerson   `json:"author"`
}

type qaQuestion struct {
	qaPost
	Name            string   `json:"name"`
	AnswerCount     int      `json:"answerCount"`
	Keywords        []string `json:"keywords"`
	AcceptedAnswer  *qaPost  `json:"acceptedAnswer,omitempty"`
	SuggestedAnswer []qaPost `json:"suggestedAnswer,omitempty"`
}

type qaPerson struct {
	Type string `json:"@type"`
	Name string `json:"name"`
}

func unreadable() *pageHead { return &pageHead{Hidden: true} }

// questionHead describes a question's page as the visitor may read it.
func (s *Server) questionHead(ctx context.Context, base string, visitor authz.Actor, document *questions.Document) (*pageHead, error) {
	organisation, err := s.app.Users.Organisation(ctx)
	if err != nil {
		return nil, err
	}
	shown := onPage{ctx: ctx, actor: visitor, document: document}
	question, address := &document.Question, base+questionPath(document)
	data := qaQuestion{
		qaPost: shown.qaPost("Question", address, &question.Common), Name: question.Title,
		AnswerCount: question.AnswerCount, Keywords: question.Tags,
	}
	for _, answer := range document.VisibleAnswers(visitor) {
		described := shown.qaPost("Answer", base+"/a/"+answer.ID.String(), &answer.Common)
		if answer.ID == question.AcceptedAnswer {
			data.AcceptedAnswer = &described
		} else {
			data.SuggestedAnswer = append(data.SuggestedAnswer, described)
		}
	}
	return &pageHead{
		Title: question.Title + " · Wellspring", Name: question.Title, Site: organisation.Name, Address: address,
		Feed:        feedsPath + "/questions/" + question.ID.String(),
		Description: describe(question.Title, data.Text),
		Data:        qaPage{Context: "https://schema.org", Type: "QAPage", MainEntity: data},
	}, nil
}

func (p onPage) qaPost(kind, address string, post *questions.Common) qaPost {
	return qaPost{
		Type: kind, Text: markdown.PlainFromHTML(post.HTML), URL: address, UpvoteCount: post.Score, DateCreated: post.CreatedAt,
		DateModified: post.EditedAt, Author: qaPerson{Type: "Person", Name: named(p.person(post.Author), post.AuthorName)},
	}
}

// describe takes the first words of a text; a question that has none is described by its title.
func describe(title, text string) string {
	line := strings.Join(strings.Fields(text), " ")
	if line == "" {
		return title
	}
	if utf8.RuneCountInString(line) <= maxDescription {
		return line
	}
	return string([]rune(line)[:maxDescription-1]) + "…"
}
