package api

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"wellspring/pkg/engagement/leaderboards"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/people/users"
)

// Leaderboard ranks people by what they contributed in a period.
type Leaderboard struct {
	Period string    `json:"period" enum:"week,month,quarter,year,all"`
	By     string    `json:"by" enum:"reputation,answers,acceptedAnswers"`
	From   time.Time `json:"from" doc:"The first moment that counts; the year 1 for all time."`
	To     time.Time `json:"to"`
	Numbered[LeaderboardPlace]
	Me *LeaderboardStanding `json:"me" doc:"The reader's own place; null for visitors and for those who have none."`
}

// LeaderboardPlace is one person's place; equal figures share a rank.
type LeaderboardPlace struct {
	Rank   int       `json:"rank"`
	Person PersonRef `json:"person"`
	Value  int       `json:"value"`
}

// LeaderboardStanding is the reader's place with those around it.
type LeaderboardStanding struct {
	Rank       int                `json:"rank"`
	Value      int                `json:"value"`
	Neighbours []LeaderboardPlace `json:"neighbours" nullable:"false"`
}

type leaderboardInput struct {
	Period string `query:"period" enum:"week,month,quarter,year,all" default:"month" doc:"The current calendar period, in UTC."`
	By     string `query:"by" enum:"reputation,answers,acceptedAnswers" default:"reputation"`
	PageQuery
}

type leaderboardOutput struct{ Body Leaderboard }

func (s *Server) registerLeaderboards(api huma.API) {
	huma.Register(api, operation("read-leaderboard", http.MethodGet, "/leaderboards", "Leaderboards", "Who contributed most"), s.readLeaderboard)
}

func (s *Server) readLeaderboard(ctx context.Context, in *leaderboardInput) (*leaderboardOutput, error) {
	board, err := s.app.Leaderboards.Board(ctx, actorOf(ctx), leaderboards.Period(in.Period), leaderboards.Measure(in.By), in.request())
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	people, err := s.app.Users.Refs(ctx, peopleOn(board))
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	place := func(p leaderboards.Place) LeaderboardPlace {
		return LeaderboardPlace{Rank: p.Rank, Person: personRef(people[p.User]), Value: p.Value}
	}
	shown := Leaderboard{Period: in.Period, By: in.By, From: board.From, To: board.To, Numbered: numbered(board.List, place)}
	if board.Me != nil {
		shown.Me = &LeaderboardStanding{Rank: board.Me.Rank, Value: board.Me.Value, Neighbours: each(board.Me.Neighbours, place)}
	}
	return &leaderboardOutput{shown}, nil
}

func peopleOn(board leaderboards.Board) []id.User {
	var people []id.User
	for _, place := range board.Items {
		people = append(people, place.User)
	}
	if board.Me != nil {
		for _, place := range board.Me.Neighbours {
			people = append(people, place.User)
		}
	}
	return people
}

func personRef(p users.Ref) PersonRef {
	return PersonRef{
		ID: p.ID, Handle: p.Handle, Name: p.Name, AvatarURL: avatarURL(p.Avatar), Unit: orNull(p.Unit), Reputation: p.Reputation, Role: string(p.Role),
	}
}
