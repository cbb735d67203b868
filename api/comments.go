package api

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"wellspring/pkg/content/answers"
	"wellspring/pkg/content/comments"
	"wellspring/pkg/content/flags"
	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
)

// Comment is a short remark on a post.
type Comment struct {
	ID         id.Comment       `json:"id"`
	PostID     id.Post          `json:"postId"`
	ParentID   *id.Comment      `json:"parentId" doc:"The comment that this one answers; it answers none itself."`
	Deleted    bool             `json:"deleted" doc:"Shown without text and author, only because it has replies."`
	Body       string           `json:"body"`
	HTML       string           `json:"html"`
	Score      int              `json:"score"`
	MyVote     int              `json:"myVote" minimum:"0" maximum:"1"`
	Author     *PersonRef       `json:"author"`
	AuthorName string           `json:"authorName"`
	CreatedAt  time.Time        `json:"createdAt"`
	EditedAt   *time.Time       `json:"editedAt"`
	Can        CommentDecisions `json:"can"`
}

// CommentDecisions are what the reader may do with a comment.
type CommentDecisions struct {
	Edit    Decision `json:"edit"`
	Delete  Decision `json:"delete"`
	History Decision `json:"history" doc:"See what it said before it was edited."`
	Vote    Decision `json:"vote"`
	Convert Decision `json:"convert" doc:"Make an answer of it."`
	Flag    Decision `json:"flag"`
}

// CommentTally is how a comment was voted on.
type CommentTally struct {
	Score  int `json:"score"`
	MyVote int `json:"myVote" minimum:"0" maximum:"1"`
}

// CommentList is all comments on a post.
type CommentList struct {
	Items []Comment `json:"items" nullable:"false"`
}

// CommentPath names a comment in an address.
type CommentPath struct {
	ID id.Comment `path:"id" minimum:"1"`
}

type commentBody struct {
	Body string `json:"body" doc:"1 to 600 characters of Markdown without blocks."`
}

type postCommentInput struct {
	PostPath
	Body struct {
		Body     string     `json:"body" doc:"1 to 600 characters of Markdown without blocks."`
		ParentID id.Comment `json:"parentId,omitempty" minimum:"0" doc:"The comment that this one answers. A reply to a reply stands beside it."`
	}
}

type editCommentInput struct {
	CommentPath
	Body commentBody
}

type commentListOutput struct{ Body CommentList }

type commentOutput struct{ Body Comment }

type commentTallyOutput struct{ Body CommentTally }

func (s *Server) registerComments(api huma.API) {
	huma.Register(api, operation("list-comments", http.MethodGet, "/posts/{id}/comments", "Comments", "All comments on a post, oldest first"), s.listComments)
	huma.Register(api, status(signedIn("post-comment", http.MethodPost, "/posts/{id}/comments", "Comments", "Comment on a post"),
		http.StatusCreated), s.postComment)
	huma.Register(api, signedIn("edit-comment", http.MethodPut, "/comments/{id}", "Comments", "Change a comment"), s.editComment)
	huma.Register(api, status(signedIn("delete-comment", http.MethodDelete, "/comments/{id}", "Comments", "Delete a comment"),
		http.StatusNoContent), s.deleteComment)
	huma.Register(api, signedIn("vote-comment", http.MethodPut, "/comments/{id}/vote", "Comments", "Vote a comment up"), s.voteComment)
	huma.Register(api, signedIn("unvote-comment", http.MethodDelete, "/comments/{id}/vote", "Comments", "Take that vote back"), s.unvoteComment)
}

func (s *Server) listComments(ctx context.Context, in *PostPath) (*commentListOutput, error) {
	thread, err := s.app.Comments.List(ctx, actorOf(ctx), in.ID)
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	return &commentListOutput{CommentList{s.commentsOf(ctx, thread)}}, nil
}

func (s *Server) postComment(ctx context.Context, in *postCommentInput) (*commentOutput, error) {
	posted, err := s.app.Comments.Post(ctx, actorOf(ctx), in.ID, comments.Draft{Body: in.Body.Body, Parent: in.Body.ParentID})
	return s.comment(ctx, posted, err)
}

func (s *Server) editComment(ctx context.Context, in *editCommentInput) (*commentOutput, error) {
	err := s.app.Comments.Edit(ctx, actorOf(ctx), in.ID, in.Body.Body)
	return s.comment(ctx, in.ID, err)
}

// comment presents a comment after it was written, unless that failed.
func (s *Server) comment(ctx context.Context, comment id.Comment, err error) (*commentOutput, error) {
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	thread, err := s.app.Comments.Find(ctx, actorOf(ctx), comment)
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	return &commentOutput{s.commentsOf(ctx, thread)[0]}, nil
}

func (s *Server) deleteComment(ctx context.Context, in *CommentPath) (*struct{}, error) {
	if err := s.app.Comments.Delete(ctx, actorOf(ctx), in.ID); err != nil {
		return nil, s.problem(ctx, err)
	}
	return nil, nil //nolint:nilnil // 204: there is nothing to say
}

func (s *Server) voteComment(ctx context.Context, in *CommentPath) (*commentTallyOutput, error) {
	score, err := s.app.Comments.Vote(ctx, actorOf(ctx), in.ID)
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	return &commentTallyOutput{CommentTally{Score: score, MyVote: 1}}, nil
}

func (s *Server) unvoteComment(ctx context.Context, in *CommentPath) (*commentTallyOutput, error) {
	score, err := s.app.Comments.Unvote(ctx, actorOf(ctx), in.ID)
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	return &commentTallyOutput{CommentTally{Score: score}}, nil
}

func (s *Server) commentsOf(ctx context.Context, thread comments.Thread) []Comment {
	actor, now := actorOf(ctx), s.app.Clock.Now()
	return each(thread.Comments, func(c comments.Shown) Comment {
		return comment(ctx, actor, thread.Post, shownComment{Comment: c.Comment, author: personOrNull(c.Person), mine: c.Mine, now: now})
	})
}

// shownComment is a comment about to be presented to one reader.
type shownComment struct {
	posts.Comment
	author *PersonRef
	mine   bool
	now    time.Time
}

func comment(ctx context.Context, actor authz.Actor, post posts.State, c shownComment) Comment {
	shown := Comment{
		ID: c.ID, PostID: c.Post, Deleted: c.Deleted, Body: c.Body, HTML: c.HTML, Score: c.Score, Author: c.author,
		AuthorName: named(c.author, c.AuthorName), CreatedAt: c.CreatedAt, EditedAt: c.EditedAt,
	}
	if c.Parent != 0 {
		shown.ParentID = &c.Parent
	}
	if c.mine {
		shown.MyVote = 1
	}
	if c.Deleted {
		gone := decision(ctx, fault.Forbidden("This comment is deleted."))
		shown.Can = CommentDecisions{Edit: gone, Delete: gone, History: gone, Vote: gone, Convert: gone, Flag: gone}
		return shown
	}
	shown.Can = CommentDecisions{
		Edit:    decision(ctx, comments.CanEdit(actor, post, c.Comment.Author, c.now.Sub(c.CreatedAt))),
		Delete:  decision(ctx, comments.CanDelete(actor, post, c.Comment.Author)),
		History: decision(ctx, comments.CanSeeHistory(actor, c.Comment.Author)),
		Vote:    decision(ctx, comments.CanVote(actor, post, c.Comment.Author)),
		Convert: decision(ctx, comments.CanBecomeAnswer(actor, post, c.Comment.Author, answers.CanAnswer(actor, post))),
		Flag:    decision(ctx, flags.CanFlag(actor, post, c.Comment.Author)),
	}
	return shown
}
