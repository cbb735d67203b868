package api

import (
	"context"
	"net/http"
	"regexp"
	"slices"
	"strconv"

	"github.com/labstack/echo/v4"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/content/questions"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/ratelimit"
)

// The addresses of a question and an answer, as they are shared: long ones, old ones, and the short ones that never change.
var postAddress = regexp.MustCompile(`^/(questions|q|a)/([1-9]\d{0,17})(?:/([^/]*))?/?$`)

// opened is what the server itself does about an address: it leads on, or describes the page. Neither is for addresses of
// what visitors may not read: there the SPA looks with the rights of whoever is signed in, and the HTML tells nothing.
type opened struct {
	redirect string
	head     *pageHead
}

func (s *Server) open(c echo.Context, page index) error {
	found := s.opened(c)
	if found.redirect == "" {
		return serveIndex(c, page, found.head)
	}
	// Titles change, and change back: browsers must not remember where an address led.
	c.Response().Header().Set("Cache-Control", "no-cache")
	return written(c.Redirect(http.StatusFound, found.redirect))
}

func (s *Server) opened(c echo.Context) opened {
	request := c.Request()
	ctx := request.Context()
	parts := postAddress.FindStringSubmatch(request.URL.Path)
	if parts == nil {
		if feed := feedOf(request.URL); feed != "" {
			return opened{head: &pageHead{Feed: feed}}
		}
		return opened{}
	}
	if parts[3] == "edit" || !s.looksUp(c) {
		return opened{}
	}
	found, err := s.openPost(ctx, c, parts[1], parts[2])
	if refused, ok := fault.As(err); ok && refused.Kind == fault.Missing {
		return opened{head: unreadable()}
	}
	if err != nil {
		// The SPA asks again and says what is wrong, in the reader's language.
		s.log.WarnContext(ctx, "a page was sent without its description", "requestId", requestID(ctx), "error", err)
		return opened{}
	}
	return found
}

// looksUp keeps those who try one number after the other from making the database work for it.
func (s *Server) looksUp(c echo.Context) bool {
	return s.limiter == nil || s.limiter.Take("page "+ratelimit.Address(c.RealIP())).Allowed
}

func (s *Server) openPost(ctx context.Context, c echo.Context, kind, number string) (opened, error) {
	visitor, err := s.app.Auth.Visitor(ctx)
	if err != nil {
		return opened{}, err
	}
	post, err := strconv.ParseInt(number, 10, 64)
	if err != nil || len(visitor.Spaces) == 0 {
		return opened{}, posts.NotFound()
	}
	if kind == "a" {
		return s.openAnswer(ctx, visitor, id.Post(post))
	}
	document, err := s.app.Questions.Document(ctx, visitor, id.Post(post), questions.Best)
	if err != nil {
		return opened{}, err
	}
	path, request := questionPath(document), c.Request()
	if request.URL.Path != path {
		if request.URL.RawQuery != "" {
			path += "?" + request.URL.RawQuery
		}
		return opened{redirect: path}, nil
	}
	head, err := s.questionHead(ctx, s.address(request.Host, s.secure(c)), visitor, document)
	return opened{head: head}, err
}

// openAnswer leads to the answer on its question's page, which shows all answers where the first ones are without it.
func (s *Server) openAnswer(ctx context.Context, visitor authz.Actor, answer id.Post) (opened, error) {
	alone, err := s.app.Questions.Answer(ctx, visitor, answer)
	if err != nil {
		return opened{}, err
	}
	document, err := s.app.Questions.Document(ctx, visitor, alone.Question.ID, questions.Best)
	if err != nil {
		return opened{}, err
	}
	path := questionPath(document)
	if !slices.ContainsFunc(document.Answers, func(a questions.Answer) bool { return a.ID == answer }) {
		path += "?all=true"
	}
	return opened{redirect: path + answerAnchor(answer)}, nil
}

func questionPath(document *questions.Document) string {
	return postPath(document.Question.ID, document.Question.Title)
}

// postPath is the full address of a question below the installation's.
func postPath(question id.Post, title string) string {
	path := "/questions/" + question.String()
	if slug := posts.Slug(title); slug != "" {
		path += "/" + slug
	}
	return path
}

func answerAnchor(answer id.Post) string { return "#answer-" + answer.String() }
