package api

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"wellspring/pkg/content/moderation"
	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/id"
)

type closeInput struct {
	QuestionPath
	Body struct {
		Reason      string  `json:"reason" enum:"duplicate,needs-detail,out-of-scope,outdated"`
		DuplicateOf id.Post `json:"duplicateOf,omitempty" minimum:"0" doc:"The question that was asked before; only with the reason duplicate."`
		Note        string  `json:"note,omitempty" doc:"What the asker should know; at most 500 characters."`
	}
}

type noteBody struct {
	Note string `json:"note,omitempty" doc:"Why; at most 500 characters."`
}

type mergeInput struct {
	QuestionPath
	Body struct {
		Into id.Post `json:"into" minimum:"1" doc:"The question that gets the answers."`
		Note string  `json:"note,omitempty" doc:"Why; at most 500 characters."`
	}
}

type reopenInput struct {
	QuestionPath
	Body noteBody
}

// MarkPath names a mark of a question in an address.
type MarkPath struct {
	QuestionPath
	Mark string `path:"mark" enum:"locked,pinned,protected"`
}

type markInput struct {
	MarkPath
	Body noteBody
}

type unmarkInput struct {
	MarkPath
	NoteQuery
}

// NoteQuery says why something is taken away, where a request has no body.
type NoteQuery struct {
	Note string `query:"note" doc:"Why; at most 500 characters."`
}

func (s *Server) registerModeration(api huma.API) {
	closing := signedIn("close-question", http.MethodPut, "/questions/{id}/closure", "Moderation", "Close a question, or vote for it")
	closing.Description = "A moderator closes it at once. Of others it is a vote, and the third within 14 days closes it."
	huma.Register(api, closing, s.closeQuestion)
	reopening := signedIn("reopen-question", http.MethodPut, "/questions/{id}/reopening", "Moderation", "Reopen a question, or vote for it")
	reopening.Description = "A moderator reopens it at once. Of others it is a vote, and the third within 14 days reopens it."
	huma.Register(api, reopening, s.reopenQuestion)
	huma.Register(api, signedIn("withdraw-close-vote", http.MethodDelete, "/questions/{id}/close-vote", "Moderation",
		"Take one's vote to close or to reopen back"), s.withdrawCloseVote)
	merging := signedIn("merge-question", http.MethodPut, "/questions/{id}/merging", "Moderation", "Merge a question into another one of its space")
	merging.Description = "Moves its answers and comments; its address leads to the other one, which is the answer."
	huma.Register(api, merging, s.mergeQuestion)
	mark := signedIn("mark-question", http.MethodPut, "/questions/{id}/marks/{mark}", "Moderation", "Lock, pin or protect a question")
	mark.Description = "Only moderators change a locked question. A pinned one stands first in its space. A protected one asks 10 reputation of who answers."
	huma.Register(api, mark, s.markQuestion)
	huma.Register(api, signedIn("unmark-question", http.MethodDelete, "/questions/{id}/marks/{mark}", "Moderation",
		"Unlock, unpin or no longer protect a question"), s.unmarkQuestion)
}

func (s *Server) mergeQuestion(ctx context.Context, in *mergeInput) (*questionOutput, error) {
	return s.question(ctx, in.Body.Into, s.app.Questions.Merge(ctx, actorOf(ctx), in.ID, in.Body.Into, in.Body.Note))
}

func (s *Server) closeQuestion(ctx context.Context, in *closeInput) (*questionOutput, error) {
	err := s.app.Moderation.Close(ctx, actorOf(ctx), in.ID, moderation.Closure{
		Reason: posts.CloseReason(in.Body.Reason), Note: in.Body.Note, DuplicateOf: in.Body.DuplicateOf,
	})
	return s.question(ctx, in.ID, err)
}

func (s *Server) reopenQuestion(ctx context.Context, in *reopenInput) (*questionOutput, error) {
	return s.question(ctx, in.ID, s.app.Moderation.Reopen(ctx, actorOf(ctx), in.ID, in.Body.Note))
}

func (s *Server) withdrawCloseVote(ctx context.Context, in *QuestionPath) (*questionOutput, error) {
	return s.question(ctx, in.ID, s.app.Moderation.Withdraw(ctx, actorOf(ctx), in.ID))
}

func (s *Server) markQuestion(ctx context.Context, in *markInput) (*questionOutput, error) {
	return s.question(ctx, in.ID, s.app.Moderation.Mark(ctx, actorOf(ctx), in.ID, posts.Mark(in.Mark), true, in.Body.Note))
}

func (s *Server) unmarkQuestion(ctx context.Context, in *unmarkInput) (*questionOutput, error) {
	return s.question(ctx, in.ID, s.app.Moderation.Mark(ctx, actorOf(ctx), in.ID, posts.Mark(in.Mark), false, in.Note))
}
