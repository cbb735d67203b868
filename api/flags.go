package api

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"wellspring/pkg/content/flags"
	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/id"
)

// PostFlag is the reader's own flag at a post or a comment.
type PostFlag struct {
	ID        id.Flag     `json:"id"`
	PostID    id.Post     `json:"postId"`
	CommentID *id.Comment `json:"commentId" doc:"null: the flag stands at the post itself."`
	Reason    string      `json:"reason" enum:"spam,rude,low-quality,attention"`
	Note      string      `json:"note"`
	At        time.Time   `json:"at"`
	Outcome   string      `json:"outcome" enum:"open,helpful,declined,withdrawn"`
	EndedAt   *time.Time  `json:"endedAt" doc:"When it was decided or withdrawn."`
	Answer    string      `json:"answer" doc:"What the moderators said to it."`
}

// OpenFlag is the reader's open flag at something.
type OpenFlag struct {
	Flag *PostFlag `json:"flag" doc:"null where there is none."`
}

// MyFlag is one of the reader's flags in their list.
type MyFlag struct {
	PostFlag
	Question *QuestionRef `json:"question" doc:"null where what was flagged is gone, or the reader may no longer read it."`
	PostKind string       `json:"postKind" enum:"question,answer"`
	Excerpt  string       `json:"excerpt"`
}

type flagBody struct {
	Reason string `json:"reason" enum:"spam,rude,low-quality,attention"`
	Note   string `json:"note,omitempty" doc:"For the moderators; at most 500 characters, and at least 10 with the reason attention."`
}

type flagPostInput struct {
	PostPath
	Body flagBody
}

type flagCommentInput struct {
	CommentPath
	Body flagBody
}

type (
	flagOutput     struct{ Body PostFlag }
	openFlagOutput struct{ Body OpenFlag }
	myFlagsPage    struct{ Body Numbered[MyFlag] }
)

func (s *Server) registerFlags(api huma.API) {
	flagging := signedIn("flag-post", http.MethodPut, "/posts/{id}/flag", "Flags", "Call the moderators to a question or an answer")
	flagging.Description = "Everybody has one open flag at each; to flag again changes what it says. Only moderators are told who flagged."
	huma.Register(api, flagging, s.flagPost)
	huma.Register(api, signedIn("read-post-flag", http.MethodGet, "/posts/{id}/flag", "Flags", "One's open flag at a post"), s.readPostFlag)
	huma.Register(api, status(signedIn("withdraw-post-flag", http.MethodDelete, "/posts/{id}/flag", "Flags", "Take one's open flag back"),
		http.StatusNoContent), s.withdrawPostFlag)
	huma.Register(api, signedIn("flag-comment", http.MethodPut, "/comments/{id}/flag", "Flags", "Call the moderators to a comment"), s.flagComment)
	huma.Register(api, signedIn("read-comment-flag", http.MethodGet, "/comments/{id}/flag", "Flags", "One's open flag at a comment"), s.readCommentFlag)
	huma.Register(api, status(signedIn("withdraw-comment-flag", http.MethodDelete, "/comments/{id}/flag", "Flags", "Take that flag back"),
		http.StatusNoContent), s.withdrawCommentFlag)
	huma.Register(api, signedIn("list-my-flags", http.MethodGet, "/me/flags", "Flags", "One's flags and what became of them, latest first"), s.listMyFlags)
}

func (b flagBody) call() flags.Call { return flags.Call{Reason: flags.Reason(b.Reason), Note: b.Note} }

func (s *Server) flagPost(ctx context.Context, in *flagPostInput) (*flagOutput, error) {
	flag, err := s.app.Flags.Flag(ctx, actorOf(ctx), flags.Target{Post: in.ID}, in.Body.call())
	return s.flag(ctx, flag, err)
}

func (s *Server) flagComment(ctx context.Context, in *flagCommentInput) (*flagOutput, error) {
	flag, err := s.app.Flags.Flag(ctx, actorOf(ctx), flags.Target{Comment: in.ID}, in.Body.call())
	return s.flag(ctx, flag, err)
}

func (s *Server) readPostFlag(ctx context.Context, in *PostPath) (*openFlagOutput, error) {
	flag, err := s.app.Flags.Open(ctx, actorOf(ctx), flags.Target{Post: in.ID})
	return s.openFlag(ctx, flag, err)
}

func (s *Server) readCommentFlag(ctx context.Context, in *CommentPath) (*openFlagOutput, error) {
	flag, err := s.app.Flags.Open(ctx, actorOf(ctx), flags.Target{Comment: in.ID})
	return s.openFlag(ctx, flag, err)
}

func (s *Server) flag(ctx context.Context, flag flags.Flag, err error) (*flagOutput, error) {
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	return &flagOutput{postFlag(flag)}, nil
}

func (s *Server) openFlag(ctx context.Context, flag flags.Flag, err error) (*openFlagOutput, error) {
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	shown := &openFlagOutput{}
	if flag.ID != 0 {
		shown.Body.Flag = new(postFlag(flag))
	}
	return shown, nil
}

func (s *Server) withdrawPostFlag(ctx context.Context, in *PostPath) (*struct{}, error) {
	return s.withdrawFlag(ctx, flags.Target{Post: in.ID})
}

func (s *Server) withdrawCommentFlag(ctx context.Context, in *CommentPath) (*struct{}, error) {
	return s.withdrawFlag(ctx, flags.Target{Comment: in.ID})
}

func (s *Server) withdrawFlag(ctx context.Context, target flags.Target) (*struct{}, error) {
	if err := s.app.Flags.Withdraw(ctx, actorOf(ctx), target); err != nil {
		return nil, s.problem(ctx, err)
	}
	return nil, nil //nolint:nilnil // 204: there is nothing to say
}

func (s *Server) listMyFlags(ctx context.Context, in *PageQuery) (*myFlagsPage, error) {
	list, err := s.app.Flags.Mine(ctx, actorOf(ctx), in.request())
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	return &myFlagsPage{numbered(list, myFlag)}, nil
}

func postFlag(f flags.Flag) PostFlag {
	shown := PostFlag{
		ID: f.ID, PostID: f.Target.Post, Reason: string(f.Reason), Note: f.Note, At: f.At, Outcome: string(f.Outcome), EndedAt: f.Ended, Answer: f.Answer,
	}
	if f.Outcome == flags.Open {
		shown.Outcome = "open"
	}
	if f.Target.Comment != 0 {
		shown.CommentID = &f.Target.Comment
	}
	return shown
}

func myFlag(f flags.Flagged) MyFlag {
	shown := MyFlag{PostFlag: postFlag(f.Flag), PostKind: string(posts.Question), Excerpt: f.Excerpt}
	if f.IsAnswer {
		shown.PostKind = string(posts.Answer)
	}
	if f.Question != 0 {
		shown.Question = new(questionRef(f.Question, f.Title))
	}
	return shown
}
