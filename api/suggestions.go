package api

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/content/suggestions"
	"wellspring/pkg/kernel/id"
)

// SuggestionSummary is a suggested edit in a list.
type SuggestionSummary struct {
	ID         id.Suggestion `json:"id"`
	PostID     id.Post       `json:"postId"`
	PostKind   string        `json:"postKind" enum:"question,answer"`
	Question   QuestionRef   `json:"question"`
	Space      SpaceRef      `json:"space"`
	Author     *PersonRef    `json:"author" doc:"null where the person has no account here; authorName has the name."`
	AuthorName string        `json:"authorName"`
	CreatedAt  time.Time     `json:"createdAt"`
	Summary    string        `json:"summary" doc:"What was changed and why, as its author says."`
	State      string        `json:"state" enum:"waiting,accepted,rejected,withdrawn"`
	DecidedAt  *time.Time    `json:"decidedAt"`
	DecidedBy  *PersonRef    `json:"decidedBy" doc:"null while it waits, and where it is not known."`
	Reason     string        `json:"reason,omitempty" enum:"unneeded,wrong,meaning,incomplete,spam,other" doc:"Why it was rejected."`
	Note       string        `json:"note" doc:"What whoever rejected it says."`
	Revision   *int          `json:"revision" doc:"The revision that it became."`
	Improved   bool          `json:"improved" doc:"Who accepted it made it better first."`
}

// SuggestedText is one of the texts that a suggestion compares.
type SuggestedText struct {
	Title *string  `json:"title" doc:"null for answers."`
	Body  string   `json:"body"`
	Tags  []string `json:"tags" nullable:"true" doc:"null for answers."`
}

// Suggestion is a suggested edit with its texts.
type Suggestion struct {
	SuggestionSummary
	Before   SuggestedText       `json:"before" doc:"What it changes."`
	After    SuggestedText       `json:"after" doc:"What it proposes."`
	Current  SuggestedText       `json:"current" doc:"What the post says now."`
	Version  int                 `json:"version" doc:"That of the post now; send it back with an improvement."`
	Conflict bool                `json:"conflict" doc:"The post was edited since, and the suggestion cannot be accepted as it is."`
	Can      SuggestionDecisions `json:"can"`
}

// SuggestionDecisions are what the reader may do with a suggestion that waits.
type SuggestionDecisions struct {
	Decide   Decision `json:"decide" doc:"Accept, improve and reject."`
	Withdraw Decision `json:"withdraw"`
}

type suggestedEdit struct {
	Title   string   `json:"title,omitempty" doc:"Of a question."`
	Body    string   `json:"body"`
	Tags    []string `json:"tags,omitempty" nullable:"false" doc:"Of a question."`
	Summary string   `json:"summary,omitempty" doc:"What was changed and why; an improvement may leave it as it was."`
	Version int      `json:"version" doc:"The version the edit started from."`
}

func (e *suggestedEdit) edit() suggestions.Edit {
	return suggestions.Edit{Title: e.Title, Body: e.Body, Tags: e.Tags, Summary: e.Summary, Version: e.Version}
}

type suggestInput struct {
	PostPath
	Body suggestedEdit
}

// SuggestionPath names a suggestion in an address.
type SuggestionPath struct {
	ID id.Suggestion `path:"id" minimum:"1"`
}

type improveInput struct {
	SuggestionPath
	Body suggestedEdit
}

type rejectInput struct {
	SuggestionPath
	Body struct {
		Reason string `json:"reason" enum:"unneeded,wrong,meaning,incomplete,spam,other"`
		Note   string `json:"note,omitempty" doc:"At most 500 characters; needed with the reason other."`
	}
}

type listSuggestionsInput struct {
	View string `query:"view" enum:"to-decide,mine" default:"to-decide" doc:"What waits for the reader's decision, or what the reader suggested."`
	PageQuery
}

type (
	suggestionOutput struct{ Body Suggestion }
	suggestionPage   struct{ Body Numbered[SuggestionSummary] }
)

func (s *Server) registerSuggestions(api huma.API) {
	suggest := status(signedIn("suggest-edit", http.MethodPost, "/posts/{id}/suggestions", "Suggestions", "Suggest an edit of a post"), http.StatusCreated)
	suggest.Description = "For those who may not edit it. One suggestion at most waits at a post."
	huma.Register(api, suggest, s.suggestEdit)
	huma.Register(api, signedIn("list-suggestions", http.MethodGet, "/suggestions", "Suggestions", "Suggested edits to decide about, or one's own"),
		s.listSuggestions)
	huma.Register(api, operation("read-suggestion", http.MethodGet, "/suggestions/{id}", "Suggestions", "A suggested edit"), s.readSuggestion)
	huma.Register(api, status(signedIn("withdraw-suggestion", http.MethodDelete, "/suggestions/{id}", "Suggestions", "Take one's suggestion back"),
		http.StatusNoContent), s.withdrawSuggestion)
	huma.Register(api, signedIn("accept-suggestion", http.MethodPut, "/suggestions/{id}/acceptance", "Suggestions",
		"Make a suggestion a revision as it is"), s.acceptSuggestion)
	huma.Register(api, signedIn("improve-suggestion", http.MethodPut, "/suggestions/{id}/improvement", "Suggestions",
		"Make a suggestion better, and a revision that credits both"), s.improveSuggestion)
	huma.Register(api, signedIn("reject-suggestion", http.MethodPut, "/suggestions/{id}/rejection", "Suggestions", "Turn a suggestion down"),
		s.rejectSuggestion)
}

func (s *Server) suggestEdit(ctx context.Context, in *suggestInput) (*suggestionOutput, error) {
	made, err := s.app.Suggestions.Suggest(ctx, actorOf(ctx), in.ID, in.Body.edit())
	return s.suggestion(ctx, made, err)
}

func (s *Server) readSuggestion(ctx context.Context, in *SuggestionPath) (*suggestionOutput, error) {
	return s.suggestion(ctx, in.ID, nil)
}

func (s *Server) acceptSuggestion(ctx context.Context, in *SuggestionPath) (*suggestionOutput, error) {
	return s.suggestion(ctx, in.ID, s.app.Suggestions.Accept(ctx, actorOf(ctx), in.ID))
}

func (s *Server) improveSuggestion(ctx context.Context, in *improveInput) (*suggestionOutput, error) {
	return s.suggestion(ctx, in.ID, s.app.Suggestions.Improve(ctx, actorOf(ctx), in.ID, in.Body.edit()))
}

func (s *Server) rejectSuggestion(ctx context.Context, in *rejectInput) (*suggestionOutput, error) {
	err := s.app.Suggestions.Reject(ctx, actorOf(ctx), in.ID, suggestions.Rejection{Reason: suggestions.Reason(in.Body.Reason), Note: in.Body.Note})
	return s.suggestion(ctx, in.ID, err)
}

func (s *Server) withdrawSuggestion(ctx context.Context, in *SuggestionPath) (*struct{}, error) {
	if err := s.app.Suggestions.Withdraw(ctx, actorOf(ctx), in.ID); err != nil {
		return nil, s.problem(ctx, err)
	}
	return nil, nil //nolint:nilnil // 204: there is nothing to say
}

func (s *Server) listSuggestions(ctx context.Context, in *listSuggestionsInput) (*suggestionPage, error) {
	list := s.app.Suggestions.ToDecide
	if in.View == "mine" {
		list = s.app.Suggestions.Mine
	}
	found, err := list(ctx, actorOf(ctx), in.request())
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	return &suggestionPage{numbered(found, suggestionSummary)}, nil
}

// suggestion presents one after it was changed, unless that failed.
func (s *Server) suggestion(ctx context.Context, suggestion id.Suggestion, err error) (*suggestionOutput, error) {
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	actor := actorOf(ctx)
	found, err := s.app.Suggestions.Find(ctx, actor, suggestion)
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	var suggester id.User
	if found.Author != nil {
		suggester = found.Author.ID
	}
	return &suggestionOutput{Suggestion{
		SuggestionSummary: suggestionSummary(found.Summary), Before: suggestedText(found.Kind, found.Before),
		After: suggestedText(found.Kind, found.After), Current: suggestedText(found.Kind, found.Current),
		Version: found.Version, Conflict: found.Conflict,
		Can: SuggestionDecisions{
			Decide:   decision(ctx, suggestions.CanDecide(actor, found.PostState, suggester)),
			Withdraw: decision(ctx, suggestions.CanWithdraw(actor, suggester)),
		},
	}}, nil
}

func suggestionSummary(g suggestions.Summary) SuggestionSummary {
	shown := SuggestionSummary{
		ID: g.ID, PostID: g.Post, PostKind: string(g.Kind), Question: questionRef(g.Question, g.Title), Space: spaceRef(g.Space),
		Author: personOrNull(g.Author), AuthorName: g.AuthorName, CreatedAt: g.CreatedAt, Summary: g.Summary, State: string(g.State),
		DecidedAt: g.DecidedAt, DecidedBy: personOrNull(g.DecidedBy), Reason: string(g.Reason), Note: g.Note, Improved: g.Improved,
	}
	if g.Revision != 0 {
		shown.Revision = &g.Revision
	}
	return shown
}

func suggestedText(kind posts.Kind, text posts.Text) SuggestedText {
	if kind == posts.Answer {
		return SuggestedText{Body: text.Body}
	}
	return SuggestedText{Title: &text.Title, Body: text.Body, Tags: text.Tags}
}
