package api

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/id"
)

// Timeline is a part of what happened to a post, the latest first.
type Timeline struct {
	PostID   id.Post     `json:"postId"`
	Kind     string      `json:"kind" enum:"question,answer"`
	Question QuestionRef `json:"question"`
	Items    []Deed      `json:"items" nullable:"false"`
	Next     string      `json:"next" doc:"The cursor to read on with; empty at the end."`
}

// Deed is one thing that happened to a post.
type Deed struct {
	Kind       deedKind       `json:"kind"`
	At         time.Time      `json:"at" doc:"Of votes the end of their day."`
	By         *PersonRef     `json:"by" doc:"null where the person has no account here, and for votes, which are secret."`
	ByName     string         `json:"byName"`
	With       []PersonRef    `json:"with" nullable:"false" doc:"The others whose votes did it, or who got a bounty."`
	AcceptedBy *PersonRef     `json:"acceptedBy" doc:"Who accepted an edit that was suggested."`
	Revision   *int           `json:"revision" doc:"Of what was asked, answered or edited."`
	Summary    string         `json:"summary" doc:"What an edit changed, as its author says."`
	Reason     string         `json:"reason,omitempty" doc:"Of a closing or a rejection."`
	Note       string         `json:"note"`
	Up         int            `json:"up" doc:"Votes of a day."`
	Down       int            `json:"down"`
	Amount     int            `json:"amount,omitempty" doc:"Of a bounty."`
	AnswerID   *id.Post       `json:"answerId"`
	CommentID  *id.Comment    `json:"commentId"`
	Suggestion *id.Suggestion `json:"suggestionId"`
	Original   *QuestionRef   `json:"original" doc:"Of a duplicate, or where a question was merged into; null also where the reader may not read it."`
}

type timelineInput struct {
	PostPath
	Cursor   string `query:"cursor" maxLength:"200" doc:"From next of the part before."`
	PageSize int    `query:"pageSize" minimum:"1" maximum:"100" default:"30"`
}

type timelineOutput struct{ Body Timeline }

func (s *Server) readTimeline(ctx context.Context, in *timelineInput) (*timelineOutput, error) {
	timeline, err := s.app.Posts.Timeline(ctx, actorOf(ctx), in.ID, in.Cursor, in.PageSize)
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	question := timeline.Thread.Question
	return &timelineOutput{Timeline{
		PostID: in.ID, Kind: string(timeline.Thread.Post.Kind), Question: questionRef(question.ID, question.Title),
		Items: each(timeline.Items, deed), Next: timeline.Next,
	}}, nil
}

func (s *Server) registerTimeline(api huma.API) {
	huma.Register(api, operation("read-timeline", http.MethodGet, "/posts/{id}/timeline", "Posts", "What happened to a post, the latest first"),
		s.readTimeline)
}

func deed(d posts.Deed) Deed {
	shown := Deed{
		Kind: deedKind(d.Kind), At: d.At, By: personOrNull(d.By), ByName: d.ByName, With: each(d.With, personRef), AcceptedBy: personOrNull(d.AcceptedBy),
		Summary: d.Summary, Reason: d.Reason, Note: d.Note, Up: d.Up, Down: d.Down, Amount: d.Amount,
		Revision: unlessZero(d.Revision), AnswerID: unlessZero(d.Answer), CommentID: unlessZero(d.Comment), Suggestion: unlessZero(d.Suggestion),
	}
	if d.Original != nil {
		original := questionRef(d.Original.ID, d.Original.Title)
		shown.Original = &original
	}
	return shown
}

// unlessZero is nil for zero, which JSON shows as null.
func unlessZero[N comparable](number N) *N {
	var zero N
	if number == zero {
		return nil
	}
	return &number
}
