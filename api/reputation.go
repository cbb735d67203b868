package api

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"wellspring/pkg/engagement/reputation"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/kernel/page"
)

// ReputationEntry is one line of a person's ledger.
type ReputationEntry struct {
	ID       int64           `json:"id"`
	At       time.Time       `json:"at"`
	Amount   int             `json:"amount"`
	Reason   string          `json:"reason" doc:"Such as answer-upvoted, answer-accepted, post-downvoted, daily-cap or base."`
	Reversal bool            `json:"reversal" doc:"This entry takes an earlier one back."`
	Post     *ReputationPost `json:"post" doc:"null where there is none, or where the reader may not see it."`
	Total    int             `json:"total" doc:"The person's reputation after this entry."`
}

// ReputationPost names the post an entry is about.
type ReputationPost struct {
	ID         id.Post `json:"id"`
	QuestionID id.Post `json:"questionId"`
	Title      string  `json:"title"`
	Kind       string  `json:"kind" enum:"question,answer"`
}

// Cursored is a part of a list that is read on with its cursor.
type Cursored[T any] struct {
	Items      []T     `json:"items" nullable:"false"`
	NextCursor *string `json:"nextCursor" doc:"Send it as cursor for the next part; null at the end."`
}

type reputationInput struct {
	ID     id.User `path:"id" minimum:"1"`
	Cursor string  `query:"cursor" maxLength:"200"`
	Limit  int     `query:"limit" minimum:"1" maximum:"100" default:"30"`
}

type reputationOutput struct{ Body Cursored[ReputationEntry] }

func (s *Server) registerReputation(api huma.API) {
	huma.Register(api, operation("list-reputation", http.MethodGet, "/users/{id}/reputation", "Reputation",
		"A person's ledger, newest first"), s.listReputation)
}

func (s *Server) listReputation(ctx context.Context, in *reputationInput) (*reputationOutput, error) {
	after, err := page.ParseCursor(in.Cursor)
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	actor := actorOf(ctx)
	if _, err := s.app.Users.Find(ctx, actor, in.ID); err != nil {
		return nil, s.problem(ctx, err)
	}
	history, err := s.app.Reputation.History(ctx, actor, in.ID, after, in.Limit)
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	return &reputationOutput{Cursored[ReputationEntry]{
		Items: each(history.Items, reputationEntry), NextCursor: orNull(history.Next),
	}}, nil
}

func reputationEntry(e reputation.Entry) ReputationEntry {
	shown := ReputationEntry{ID: e.ID, At: e.At, Amount: e.Amount, Reason: string(e.Reason), Reversal: e.Undo, Total: e.Total}
	if e.PostID != 0 && e.Title != "" {
		shown.Post = &ReputationPost{ID: e.PostID, QuestionID: e.QuestionID, Title: e.Title, Kind: e.PostKind}
	}
	return shown
}
