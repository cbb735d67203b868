package api

import (
	"context"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"wellspring/pkg/content/answers"
	"wellspring/pkg/content/questions"
	"wellspring/pkg/discovery/search"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/kernel/page"
	"wellspring/pkg/people/feedtokens"
	"wellspring/pkg/platform/atom"
)

const feedsPath = "/api/v1/feeds"

// FeedQuery is how a private feed is asked for.
type FeedQuery struct {
	hosted
	Token string `query:"token" maxLength:"100" doc:"The secret of a private feed: it is read as its owner. Without one, it shows what the caller may read."`
}

type questionsFeedInput struct {
	FeedQuery
	View  string   `query:"view" enum:"newest,active,unanswered,votes,hot,mine,watched,bounty" default:"newest"`
	Tags  []string `query:"tag,explode" maxItems:"5" doc:"Only questions with all of these tags."`
	Space string   `query:"space" maxLength:"100" doc:"Only questions of the space with this slug."`
}

type answersFeedInput struct {
	FeedQuery
	QuestionPath
}

type personFeedInput struct {
	FeedQuery
	ID id.User `path:"id" minimum:"1"`
}

type searchFeedInput struct {
	FeedQuery
	Text  string   `query:"q" maxLength:"500" doc:"As in the search."`
	Kind  string   `query:"kind" enum:"question,answer"`
	Space string   `query:"space" maxLength:"100"`
	Tags  []string `query:"tag,explode" maxItems:"5"`
	State string   `query:"state" enum:"answered,unanswered,solved,closed"`
}

type feedOutput struct {
	ContentType string `header:"Content-Type"`
	Body        []byte
}

func (s *Server) registerFeeds(api huma.API) {
	huma.Register(api, feedOperation("feed-questions", "/feeds/questions", "Questions by view, tags and space"), s.questionsFeed)
	huma.Register(api, feedOperation("feed-answers", "/feeds/questions/{id}", "A question's answers, newest first"), s.answersFeed)
	huma.Register(api, feedOperation("feed-person", "/feeds/users/{id}", "What a person asked and answered, newest first"), s.personFeed)
	huma.Register(api, feedOperation("feed-search", "/feeds/search", "The questions and answers that a search finds, newest first"), s.searchFeed)
}

func feedOperation(name, path, summary string) huma.Operation {
	op := operation(name, http.MethodGet, path, "Feeds", summary)
	op.Description = "An Atom 1.0 feed."
	op.Errors = append(op.Errors, http.StatusUnauthorized)
	op.Responses = map[string]*huma.Response{"200": {
		Description: "OK", Content: map[string]*huma.MediaType{"application/atom+xml": {Schema: &huma.Schema{Type: huma.TypeString}}},
	}}
	return op
}

// asReader gives who reads a feed: the owner of its token, or whoever asks.
func (s *Server) asReader(ctx context.Context, token string) (context.Context, authz.Actor, error) {
	if token == "" {
		return ctx, actorOf(ctx), nil
	}
	owner, err := s.app.FeedTokens.Owner(ctx, token)
	if err != nil {
		return ctx, authz.Actor{}, err
	}
	actor, err := s.app.Auth.Actor(ctx, owner)
	if refused, ok := fault.As(err); ok && refused.Kind == fault.Unauthenticated {
		// The account is disabled, which is no news for whoever holds the address.
		return ctx, actor, feedtokens.NotFound()
	}
	if actor.Language != "" {
		ctx = context.WithValue(ctx, languageKey{}, actor.Language)
	}
	return ctx, actor, err
}

func (s *Server) questionsFeed(ctx context.Context, in *questionsFeedInput) (*feedOutput, error) {
	ctx, actor, err := s.asReader(ctx, in.Token)
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	list, err := s.app.Questions.List(ctx, actor, questions.Filter{View: questions.View(in.View), Tags: in.Tags, Space: in.Space})
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	f := s.feed(ctx, in.FeedQuery)
	query := url.Values{"view": {in.View}, "tag": in.Tags, "space": {in.Space}}
	f.about(feedTitle(ctx, in), "/feeds/questions", "/questions", query)
	for _, question := range list.Items {
		f.add(f.questionEntry(question))
	}
	return f.encoded()
}

func feedTitle(ctx context.Context, in *questionsFeedInput) string {
	parts := []string{viewTitle(ctx, questions.View(in.View))}
	for _, tag := range in.Tags {
		parts = append(parts, "["+tag+"]")
	}
	if in.Space != "" {
		parts = append(parts, in.Space)
	}
	return strings.Join(parts, " · ")
}

func viewTitle(ctx context.Context, view questions.View) string {
	switch view {
	case questions.ByActivity:
		return say(ctx, "Active questions")
	case questions.Unanswered:
		return say(ctx, "Unanswered questions")
	case questions.ByVotes:
		return say(ctx, "Most voted questions")
	case questions.Hot:
		return say(ctx, "Hot questions")
	case questions.Mine:
		return say(ctx, "My questions")
	case questions.Watching:
		return say(ctx, "Questions with my tags")
	case questions.WithBounty:
		return say(ctx, "Questions with a bounty")
	case questions.ByAge:
	}
	return say(ctx, "Newest questions")
}

func (s *Server) answersFeed(ctx context.Context, in *answersFeedInput) (*feedOutput, error) {
	ctx, actor, err := s.asReader(ctx, in.Token)
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	document, err := s.app.Questions.Document(ctx, actor, in.ID, questions.Newest)
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	f := s.feed(ctx, in.FeedQuery)
	f.about(say(ctx, "Answers to “%s”", document.Question.Title), "/feeds/questions/"+in.ID.String(), questionPath(document), nil)
	for _, answer := range document.VisibleAnswers(actor) {
		if answer.DeletedAt == nil {
			f.add(f.answerEntry(document, answer))
		}
	}
	return f.encoded()
}

func (s *Server) personFeed(ctx context.Context, in *personFeedInput) (*feedOutput, error) {
	ctx, actor, err := s.asReader(ctx, in.Token)
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	person, err := s.app.Users.Find(ctx, actor, in.ID)
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	asked, err := s.app.Questions.List(ctx, actor, questions.Filter{View: questions.ByAge, Author: in.ID})
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	answered, err := s.app.Answers.ListByAuthor(ctx, actor, in.ID, "newest", page.Request{})
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	f := s.feed(ctx, in.FeedQuery)
	f.about(say(ctx, "Posts by %s", person.Name), "/feeds/users/"+in.ID.String(), "/people/"+in.ID.String()+"/"+person.Handle, nil)
	f.addNewest(asked.Items, answered.Items)
	return f.encoded()
}

// addNewest puts two lists that are each newest first into one, as long as one of them.
func (f *feed) addNewest(asked []questions.Summary, answered []answers.Summary) {
	var entries []atom.Entry
	for _, question := range asked {
		entries = append(entries, f.questionEntry(question))
	}
	for _, answer := range answered {
		entries = append(entries, f.answerSummaryEntry(answer))
	}
	slices.SortStableFunc(entries, func(a, b atom.Entry) int { return b.Published.Compare(a.Published) })
	for _, entry := range entries[:min(len(entries), page.Request{}.Normal().Size)] {
		f.add(entry)
	}
}

func (s *Server) searchFeed(ctx context.Context, in *searchFeedInput) (*feedOutput, error) {
	ctx, actor, err := s.asReader(ctx, in.Token)
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	found, err := s.app.Search.Search(ctx, actor, search.Request{
		Text: in.Text, Kind: in.Kind, Space: in.Space, Tags: in.Tags, State: in.State, Sort: search.ByNewest,
	})
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	f := s.feed(ctx, in.FeedQuery)
	query := url.Values{"q": {in.Text}, "kind": {in.Kind}, "space": {in.Space}, "tag": in.Tags, "state": {in.State}}
	f.about(say(ctx, "Search: %s", in.Text), "/feeds/search", "/search", query)
	for _, hit := range found.Items {
		if hit.Kind == search.KindQuestion || hit.Kind == search.KindAnswer {
			f.add(f.hitEntry(hit))
		}
	}
	return f.encoded()
}
