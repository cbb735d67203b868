package mails

import (
	"bytes"
	"embed"
	"fmt"
	htmltemplate "html/template"
	netmail "net/mail"
	"net/url"
	"strings"
	"text/template"

	"wellspring/pkg/engagement/notifications"
	"wellspring/pkg/platform/mail"
)

//go:embed templates
var templates embed.FS

// shown is what the templates of the layout are given: sentences in the reader's language.
type shown struct {
	Language    string
	Subject     string
	Intro       string
	Threads     []shownThread
	Footer      string
	Settings    string
	SettingsURL string
	Stop        string
	StopURL     string
}

type shownThread struct {
	Title string
	URL   string
	Space string
	News  []shownNews
}

type shownNews struct {
	Sentence string
	Excerpt  string
	URL      string
}

// sentence is what the words of a language are given to say what happened.
type sentence struct {
	Kind   notifications.Kind
	By     string
	Own    bool
	Asked  bool
	Answer bool
	Count  int
	// Name is that of a badge, or the key of a privilege.
	Name string
}

// write puts a letter into words.
func (s *Service) write(l letter) (mail.Message, error) {
	words, err := template.ParseFS(templates, "templates/"+l.to.Language+".tmpl")
	if err != nil {
		return mail.Message{}, fmt.Errorf("read the words of mails: %w", err)
	}
	page, err := s.shown(words, l)
	if err != nil {
		return mail.Message{}, err
	}
	text, html, err := laidOut(page)
	if err != nil {
		return mail.Message{}, err
	}
	host := "wellspring.local"
	if base, err := url.Parse(s.BaseURL); err == nil && base.Hostname() != "" {
		host = base.Hostname()
	}
	own, thread := l.ids(host)
	return mail.Message{
		ID: own, Thread: thread, To: netmail.Address{Name: l.to.Name, Address: l.to.Email}, At: s.Clock.Now(),
		Subject: page.Subject, Text: text, HTML: html, Unsubscribe: page.StopURL,
	}, nil
}

func (s *Service) shown(words *template.Template, l letter) (shown, error) {
	page := shown{
		Language: l.to.Language, SettingsURL: s.BaseURL + "/settings/notices", StopURL: s.unsubscribeURL(l.person, l.topic()),
	}
	var failed error
	say := func(name string, about any) string {
		var text strings.Builder
		if err := words.ExecuteTemplate(&text, name, about); err != nil && failed == nil {
			failed = fmt.Errorf("write the %s of a mail: %w", name, err)
		}
		return strings.Join(strings.Fields(text.String()), " ")
	}
	questions := 0
	for i := range l.threads {
		if l.threads[i].Question == 0 {
			page.Threads = append(page.Threads, s.shownRecognition(&l.threads[i], l.to.Language, say))
			continue
		}
		questions++
		page.Threads = append(page.Threads, s.shownThread(&l.threads[i], say))
	}
	page.Subject = page.Threads[0].Title
	if questions > 1 {
		page.Subject = say("subject", questions)
	}
	page.Intro = say("intro", map[string]any{"Name": l.to.Name, "Questions": questions})
	page.Footer, page.Settings, page.Stop = say("footer", nil), say("settings", nil), say("stop", l.topic())
	return page, failed
}

func (s *Service) shownThread(t *notifications.Thread, say func(string, any) string) shownThread {
	address := fmt.Sprintf("%s/questions/%d", s.BaseURL, t.Question)
	thread := shownThread{Title: t.Title, URL: address, Space: t.Space.Name}
	for i := range t.Notifications {
		n := &t.Notifications[i]
		about := sentence{Kind: n.Kind, Own: n.Own, Asked: t.Asked, Answer: n.Answer, Count: n.Count}
		if n.By != nil {
			about.By = n.By.Name
		}
		news := shownNews{Sentence: say("sentence", about), Excerpt: strings.Join(strings.Fields(n.Excerpt), " "), URL: address}
		switch {
		case n.Comment != 0:
			news.URL += fmt.Sprintf("#comment-%d", n.Comment)
		case n.Answer:
			news.URL += fmt.Sprintf("#answer-%d", n.Post)
		}
		thread.News = append(thread.News, news)
	}
	return thread
}

// shownRecognition tells of badges and privileges together.
func (s *Service) shownRecognition(t *notifications.Thread, language string, say func(string, any) string) shownThread {
	thread := shownThread{Title: say("recognition", len(t.Notifications)), URL: s.BaseURL + "/inbox"}
	for i := range t.Notifications {
		n := &t.Notifications[i]
		about := sentence{Kind: n.Kind, Count: n.Count, Name: n.Name}
		address := s.BaseURL + "/privileges"
		if n.Kind == notifications.Badge {
			about.Name, address = s.BadgeName(n.Name, language), s.BaseURL+"/badges/"+url.PathEscape(n.Name)
		}
		thread.News = append(thread.News, shownNews{Sentence: say("sentence", about), URL: address})
	}
	return thread
}

func laidOut(page shown) (text, html string, err error) {
	plain, err := template.ParseFS(templates, "templates/layout.txt.tmpl")
	if err != nil {
		return "", "", fmt.Errorf("read the layout of a mail: %w", err)
	}
	rich, err := htmltemplate.ParseFS(templates, "templates/layout.html.tmpl")
	if err != nil {
		return "", "", fmt.Errorf("read the layout of a mail: %w", err)
	}
	var plainText, richText bytes.Buffer
	if err := plain.Execute(&plainText, page); err != nil {
		return "", "", fmt.Errorf("lay a mail out as text: %w", err)
	}
	if err := rich.Execute(&richText, page); err != nil {
		return "", "", fmt.Errorf("lay a mail out as HTML: %w", err)
	}
	return plainText.String(), richText.String(), nil
}
