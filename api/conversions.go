package api

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"wellspring/pkg/content/comments"
	"wellspring/pkg/kernel/id"
)

type commentToAnswerInput struct {
	CommentPath
	Body struct {
		Note          string `json:"note,omitempty" doc:"Why; at most 500 characters."`
		ConfirmSecond bool   `json:"confirmSecond,omitempty" doc:"Do it although the question has an answer by the same person."`
	}
}

type answerToCommentInput struct {
	AnswerPath
	Body struct {
		On   id.Post `json:"on,omitempty" minimum:"0" doc:"The post that the comment stands on: the question, or another answer to it. Left out, it is the question."`
		Note string  `json:"note,omitempty" doc:"Why; at most 500 characters."`
	}
}

func (s *Server) registerConversions(api huma.API) {
	growing := signedIn("make-answer-of-comment", http.MethodPut, "/comments/{id}/answer", "Comments", "Make an answer of a comment")
	growing.Description = "By its author and at its time; its replies become comments on the answer. One that was made of an answer becomes that one again."
	huma.Register(api, growing, s.makeAnswerOfComment)
	shrinking := signedIn("make-comment-of-answer", http.MethodPut, "/answers/{id}/comment", "Answers", "Make a comment of an answer")
	shrinking.Description = "By its author and at its time; its comments become replies, and what it had earned is taken back. To undelete the answer undoes it."
	huma.Register(api, shrinking, s.makeCommentOfAnswer)
}

func (s *Server) makeAnswerOfComment(ctx context.Context, in *commentToAnswerInput) (*answerOutput, error) {
	made, err := s.app.Comments.ToAnswer(ctx, actorOf(ctx), in.ID, comments.Conversion{Note: in.Body.Note, ConfirmSecond: in.Body.ConfirmSecond})
	return s.answer(ctx, made, err)
}

func (s *Server) makeCommentOfAnswer(ctx context.Context, in *answerToCommentInput) (*commentOutput, error) {
	made, err := s.app.Comments.FromAnswer(ctx, actorOf(ctx), in.ID, in.Body.On, in.Body.Note)
	return s.comment(ctx, made, err)
}
