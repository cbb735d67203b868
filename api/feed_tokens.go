package api

import (
	"context"
	"net/http"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"wellspring/pkg/kernel/id"
	"wellspring/pkg/people/feedtokens"
)

// FeedToken opens one private feed; its secret is told once, when it is made or renewed.
type FeedToken struct {
	ID         id.FeedToken `json:"id"`
	Name       string       `json:"name"`
	Feed       string       `json:"feed" doc:"The feed's address below the installation's, without the secret."`
	CreatedAt  time.Time    `json:"createdAt"`
	LastUsedAt *time.Time   `json:"lastUsedAt" doc:"To the hour; null before the first use."`
}

// MadeFeedToken is a token with the address that feed readers take.
type MadeFeedToken struct {
	FeedToken
	URL string `json:"url" doc:"Whoever has it reads in this feed what its owner may read. It is shown once."`
}

// FeedTokens are a person's tokens.
type FeedTokens struct {
	Items []FeedToken `json:"items" nullable:"false"`
}

type makeFeedTokenInput struct {
	hosted
	Body struct {
		Name string `json:"name" doc:"What the feed lists, in 1 to 200 characters."`
		Feed string `json:"feed" doc:"The feed's address below the installation's, such as /api/v1/feeds/questions?tag=go."`
	}
}

// FeedTokenPath names a token in an address.
type FeedTokenPath struct {
	ID id.FeedToken `path:"id" minimum:"1"`
}

type renewFeedTokenInput struct {
	hosted
	FeedTokenPath
}

type (
	feedTokensOutput    struct{ Body FeedTokens }
	madeFeedTokenOutput struct{ Body MadeFeedToken }
)

func (s *Server) registerFeedTokens(api huma.API) {
	huma.Register(api, signedIn("list-feed-tokens", http.MethodGet, "/me/feed-tokens", "Feeds", "One's private feeds"), s.listFeedTokens)
	huma.Register(api, status(signedIn("make-feed-token", http.MethodPost, "/me/feed-tokens", "Feeds", "Make the private address of a feed"),
		http.StatusCreated), s.makeFeedToken)
	huma.Register(api, signedIn("renew-feed-token", http.MethodPut, "/me/feed-tokens/{id}/secret", "Feeds", "Give a private feed another address"),
		s.renewFeedToken)
	huma.Register(api, status(signedIn("revoke-feed-token", http.MethodDelete, "/me/feed-tokens/{id}", "Feeds", "Take a private feed back"),
		http.StatusNoContent), s.revokeFeedToken)
}

func (s *Server) listFeedTokens(ctx context.Context, _ *struct{}) (*feedTokensOutput, error) {
	tokens, err := s.app.FeedTokens.List(ctx, actorOf(ctx))
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	return &feedTokensOutput{FeedTokens{each(tokens, func(t feedtokens.Token) FeedToken { return FeedToken(t) })}}, nil
}

func (s *Server) makeFeedToken(ctx context.Context, in *makeFeedTokenInput) (*madeFeedTokenOutput, error) {
	made, err := s.app.FeedTokens.Make(ctx, actorOf(ctx), in.Body.Name, in.Body.Feed)
	return s.madeFeedToken(ctx, in.host, made, err)
}

func (s *Server) renewFeedToken(ctx context.Context, in *renewFeedTokenInput) (*madeFeedTokenOutput, error) {
	made, err := s.app.FeedTokens.Renew(ctx, actorOf(ctx), in.ID)
	return s.madeFeedToken(ctx, in.host, made, err)
}

func (s *Server) madeFeedToken(ctx context.Context, host string, made feedtokens.Made, err error) (*madeFeedTokenOutput, error) {
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	mark := "?"
	if strings.Contains(made.Feed, "?") {
		mark = "&"
	}
	address := s.address(host, clientOf(ctx).Secure) + made.Feed + mark + "token=" + made.Secret
	return &madeFeedTokenOutput{MadeFeedToken{FeedToken: FeedToken(made.Token), URL: address}}, nil
}

func (s *Server) revokeFeedToken(ctx context.Context, in *FeedTokenPath) (*struct{}, error) {
	if err := s.app.FeedTokens.Revoke(ctx, actorOf(ctx), in.ID); err != nil {
		return nil, s.problem(ctx, err)
	}
	return nil, nil //nolint:nilnil // 204: there is nothing to say
}
