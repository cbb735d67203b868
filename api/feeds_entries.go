package api

import (
	"context"
	"net/url"

	"wellspring/pkg/content/answers"
	"wellspring/pkg/content/questions"
	"wellspring/pkg/discovery/search"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/atom"
)

// feed is a feed in the making, with what its entries need.
type feed struct {
	ctx  context.Context //nolint:containedctx // it carries the reader's language, and ends with the request as this does
	base string
	atom atom.Feed
}

func (s *Server) feed(ctx context.Context, in FeedQuery) *feed {
	base := s.address(in.host, clientOf(ctx).Secure)
	return &feed{ctx: ctx, base: base, atom: atom.Feed{Base: base + "/", Lang: languageOf(ctx), Author: atom.Person{Name: "Wellspring", URI: base}}}
}

// about says what the feed lists, where its own address is and where people read the same. The token stays out of both.
func (f *feed) about(title, path, pagePath string, query url.Values) {
	for name, values := range query {
		if len(values) == 0 || values[0] == "" {
			query.Del(name)
		}
	}
	asked := ""
	if len(query) > 0 {
		asked = "?" + query.Encode()
	}
	self := f.base + feedsPath + path[len("/feeds"):] + asked
	f.atom.ID, f.atom.Title = self, plainText(title)
	f.atom.Links = []atom.Link{
		{Rel: "self", Type: "application/atom+xml", Href: self},
		{Rel: "alternate", Type: "text/html", Href: f.base + pagePath + asked},
	}
}

func (f *feed) add(entry atom.Entry) { f.atom.Entries = append(f.atom.Entries, entry) }

func (f *feed) encoded() (*feedOutput, error) {
	text, err := f.atom.Encode()
	if err != nil {
		return nil, err
	}
	return &feedOutput{ContentType: atom.ContentType, Body: text}, nil
}

func plainText(text string) atom.Text { return atom.Text{Type: "text", Body: text} }

func alternate(address string) []atom.Link {
	return []atom.Link{{Rel: "alternate", Type: "text/html", Href: address}}
}

// Entries are named by their short address, which outlives every title.
func (f *feed) questionID(question id.Post) string { return f.base + "/q/" + question.String() }
func (f *feed) answerID(answer id.Post) string     { return f.base + "/a/" + answer.String() }

func (f *feed) answerAddress(question, answer id.Post, title string) string {
	return f.base + postPath(question, title) + answerAnchor(answer)
}

func (f *feed) questionEntry(q questions.Summary) atom.Entry {
	excerpt := plainText(q.Excerpt)
	entry := atom.Entry{
		ID: f.questionID(q.ID), Title: plainText(q.Title), Links: alternate(f.base + postPath(q.ID, q.Title)),
		Published: q.CreatedAt, Updated: q.ActivityAt, Author: atom.Person{Name: q.AuthorName}, Summary: &excerpt,
	}
	for _, tag := range q.Tags {
		entry.Categories = append(entry.Categories, atom.Category{Term: tag})
	}
	return entry
}

func (f *feed) answerEntry(document *questions.Document, a *questions.Answer) atom.Entry {
	name := a.AuthorName
	if person := document.Person(a.Author); person != nil {
		name = person.Name
	}
	entry := atom.Entry{
		ID: f.answerID(a.ID), Title: plainText(say(f.ctx, "Answer by %s", name)),
		Links:     alternate(f.answerAddress(a.Question, a.ID, document.Question.Title)),
		Published: a.CreatedAt, Updated: a.CreatedAt, Author: atom.Person{Name: name}, Content: &atom.Text{Type: "html", Body: a.HTML},
	}
	if a.EditedAt != nil {
		entry.Updated = *a.EditedAt
	}
	return entry
}

func (f *feed) answerSummaryEntry(a answers.Summary) atom.Entry {
	excerpt := plainText(a.Excerpt)
	return atom.Entry{
		ID: f.answerID(a.ID), Title: plainText(say(f.ctx, "Answer to “%s”", a.QuestionTitle)),
		Links:     alternate(f.answerAddress(a.Question, a.ID, a.QuestionTitle)),
		Published: a.CreatedAt, Updated: a.CreatedAt, Author: atom.Person{Name: a.AuthorName}, Summary: &excerpt,
	}
}

func (f *feed) hitEntry(hit search.Hit) atom.Entry {
	post := id.Post(hit.ID)
	entry := atom.Entry{
		ID: f.questionID(post), Title: plainText(hit.Title), Links: alternate(f.base + postPath(post, hit.Title)),
		Published: hit.CreatedAt, Updated: hit.CreatedAt, Author: atom.Person{Name: hit.AuthorName}, Summary: &atom.Text{Type: "html", Body: hit.Snippet},
	}
	if hit.Kind == search.KindAnswer {
		entry.ID, entry.Title = f.answerID(post), plainText(say(f.ctx, "Answer to “%s”", hit.Title))
		entry.Links = alternate(f.answerAddress(hit.Question, post, hit.Title))
	}
	for _, tag := range hit.Tags {
		entry.Categories = append(entry.Categories, atom.Category{Term: tag})
	}
	return entry
}
