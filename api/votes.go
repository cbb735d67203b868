package api

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"wellspring/pkg/content/votes"
)

// Tally is how a post was voted on.
type Tally struct {
	Score     int `json:"score"`
	UpCount   int `json:"upCount"`
	DownCount int `json:"downCount"`
	MyVote    int `json:"myVote" minimum:"-1" maximum:"1"`
}

type voteInput struct {
	PostPath
	Body struct {
		Value int `json:"value" enum:"1,-1"`
	}
}

type tallyOutput struct{ Body Tally }

func (s *Server) registerVotes(api huma.API) {
	huma.Register(api, signedIn("cast-vote", http.MethodPut, "/posts/{id}/vote", "Votes", "Vote a post up or down"), s.castVote)
	huma.Register(api, signedIn("withdraw-vote", http.MethodDelete, "/posts/{id}/vote", "Votes", "Take one's vote back"), s.withdrawVote)
}

func (s *Server) castVote(ctx context.Context, in *voteInput) (*tallyOutput, error) {
	result, err := s.app.Votes.Cast(ctx, actorOf(ctx), in.ID, in.Body.Value)
	return s.tally(ctx, result, err)
}

func (s *Server) withdrawVote(ctx context.Context, in *PostPath) (*tallyOutput, error) {
	result, err := s.app.Votes.Withdraw(ctx, actorOf(ctx), in.ID)
	return s.tally(ctx, result, err)
}

func (s *Server) tally(ctx context.Context, result votes.Result, err error) (*tallyOutput, error) {
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	return &tallyOutput{Tally{Score: result.Score, UpCount: result.UpCount, DownCount: result.DownCount, MyVote: result.Mine}}, nil
}
