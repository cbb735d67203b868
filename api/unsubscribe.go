package api

import (
	"bytes"
	"context"
	_ "embed"
	"fmt"
	"html/template"
	"net/http"
	"strconv"

	"github.com/labstack/echo/v4"

	"wellspring/pkg/engagement/mails"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
)

//go:embed unsubscribe.html
var unsubscribePage string

type unsubscribeView struct{ Language, Title, Text, Button, Settings string }

// unsubscribing answers the links in mails outside of the API: by GET a page that says what its button does, since
// programs that look at mails open links, and by POST, from the button or from a mail program (RFC 8058), it does it.
func (s *Server) unsubscribing() {
	s.echo.GET("/unsubscribe", s.offerToUnsubscribe, s.limited)
	s.echo.POST("/unsubscribe", s.unsubscribe, s.limited)
}

func linkOf(c echo.Context) mails.Link {
	// What is no number is nobody's, and so has no genuine stamp.
	who, _ := strconv.ParseInt(c.QueryParam("who"), 10, 64)
	return mails.Link{Who: id.User(who), What: mails.Topic(c.QueryParam("what")), Stamp: c.QueryParam("stamp")}
}

func (s *Server) offerToUnsubscribe(c echo.Context) error {
	ctx := c.Request().Context()
	link := linkOf(c)
	language, err := s.app.Mails.Language(ctx, link)
	if err != nil {
		return s.refuseToUnsubscribe(c, err)
	}
	ctx = context.WithValue(ctx, languageKey{}, language)
	return showUnsubscribe(c, http.StatusOK, unsubscribeView{
		Language: language, Title: say(ctx, "No more e-mails?"), Text: say(ctx, "You will get no more e-mails about %s.", topicInWords(ctx, link.What)),
		Button: say(ctx, "Stop these e-mails"), Settings: say(ctx, "Choose in the settings what you get"),
	})
}

func (s *Server) unsubscribe(c echo.Context) error {
	ctx := c.Request().Context()
	link := linkOf(c)
	language, err := s.app.Mails.Language(ctx, link)
	if err == nil {
		err = s.app.Mails.Unsubscribe(ctx, link)
	}
	if err != nil {
		return s.refuseToUnsubscribe(c, err)
	}
	ctx = context.WithValue(ctx, languageKey{}, language)
	return showUnsubscribe(c, http.StatusOK, unsubscribeView{
		Language: language, Title: say(ctx, "You are unsubscribed"),
		Text:     say(ctx, "You get no more e-mails about %s. Your inbox here still tells you.", topicInWords(ctx, link.What)),
		Settings: say(ctx, "Choose in the settings what you get"),
	})
}

func (s *Server) refuseToUnsubscribe(c echo.Context, err error) error {
	ctx := c.Request().Context()
	found, ok := fault.As(err)
	if !ok {
		return s.problem(ctx, err)
	}
	return showUnsubscribe(c, http.StatusNotFound, unsubscribeView{
		Language: languageOf(ctx), Title: say(ctx, "This link does not work"), Text: say(ctx, found.Format, found.Args...),
		Settings: say(ctx, "Choose in the settings what you get"),
	})
}

func topicInWords(ctx context.Context, topic mails.Topic) string {
	switch topic {
	case mails.Answers:
		return say(ctx, "answers to your questions")
	case mails.Comments:
		return say(ctx, "comments on your posts")
	case mails.Accepts:
		return say(ctx, "answers of yours that were accepted")
	case mails.Edits:
		return say(ctx, "edits of your posts")
	case mails.Votes:
		return say(ctx, "votes on your posts")
	case mails.Followed:
		return say(ctx, "what you follow")
	case mails.Closing:
		return say(ctx, "your questions being closed or reopened")
	default:
		return say(ctx, "whatever happens here")
	}
}

func showUnsubscribe(c echo.Context, status int, view unsubscribeView) error {
	page, err := template.New("unsubscribe").Parse(unsubscribePage)
	if err != nil {
		return fmt.Errorf("read the page to unsubscribe: %w", err)
	}
	var text bytes.Buffer
	if err := page.Execute(&text, view); err != nil {
		return fmt.Errorf("write the page to unsubscribe: %w", err)
	}
	header := c.Response().Header()
	header.Set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'")
	header.Set("Cache-Control", "no-store")
	return written(c.HTMLBlob(status, text.Bytes()))
}
