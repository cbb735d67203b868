package api

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/id"
)

// History is a post's revisions, and what else was done to it; each newest first.
type History struct {
	PostID     id.Post    `json:"postId"`
	Kind       string     `json:"kind" enum:"question,answer"`
	QuestionID id.Post    `json:"questionId"`
	Title      string     `json:"title" doc:"The question's."`
	Items      []Revision `json:"items" nullable:"false"`
	Acts       []PostAct  `json:"acts" nullable:"false" doc:"What was done to it beside writing it: closed, locked, deleted and so on."`
}

// Revision is one state of a post's text.
type Revision struct {
	Number     int            `json:"number"`
	Kind       string         `json:"kind" enum:"initial,edit,rollback"`
	Author     *PersonRef     `json:"author"`
	AuthorName string         `json:"authorName"`
	CreatedAt  time.Time      `json:"createdAt"`
	Summary    string         `json:"summary"`
	Title      *string        `json:"title" doc:"null for answers."`
	Body       string         `json:"body"`
	Tags       []string       `json:"tags" nullable:"true" doc:"null for answers."`
	Changed    []string       `json:"changed" nullable:"false" enum:"title,body,tags" doc:"What differs from the revision before."`
	Suggested  string         `json:"suggested,omitempty" enum:"accepted,improved" doc:"Left out unless its author had suggested it: accepted as it was, or improved."`
	AcceptedBy *PersonRef     `json:"acceptedBy" doc:"Who accepted the suggestion; null where it was none, or is not known."`
	Suggestion *id.Suggestion `json:"suggestionId"`
}

// PostPath names a post in an address.
type PostPath struct {
	ID id.Post `path:"id" minimum:"1"`
}

type undeletePostInput struct {
	PostPath
	NoteQuery
}

type historyOutput struct{ Body History }

func (s *Server) registerPosts(api huma.API) {
	huma.Register(api, operation("list-revisions", http.MethodGet, "/posts/{id}/revisions", "Posts", "A post's history"), s.listRevisions)
	huma.Register(api, status(signedIn("undelete-post", http.MethodDelete, "/posts/{id}/deletion", "Posts", "Bring a deleted post back"),
		http.StatusNoContent), s.undeletePost)
}

func (s *Server) listRevisions(ctx context.Context, in *PostPath) (*historyOutput, error) {
	history, err := s.app.Posts.History(ctx, actorOf(ctx), in.ID)
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	return &historyOutput{History{
		PostID: history.Post, Kind: string(history.Kind), QuestionID: history.Question, Title: history.Title,
		Items: each(history.Revisions, revision), Acts: each(history.Acts, postAct),
	}}, nil
}

func revision(r posts.Revision) Revision {
	shown := Revision{
		Number: r.Number, Kind: r.Kind, Author: personOrNull(r.Author), AuthorName: r.AuthorName, CreatedAt: r.CreatedAt,
		Summary: r.Summary, Title: r.Title, Body: r.Body, Changed: r.Changed,
		Suggested: r.Suggested, AcceptedBy: personOrNull(r.AcceptedBy),
	}
	if r.Tags != nil {
		shown.Tags = *r.Tags
	}
	if r.Suggestion != 0 {
		shown.Suggestion = &r.Suggestion
	}
	return shown
}

func (s *Server) undeletePost(ctx context.Context, in *undeletePostInput) (*struct{}, error) {
	actor := actorOf(ctx)
	thread, err := s.app.Posts.Find(ctx, actor, in.ID)
	if err == nil && thread.Post.Kind == posts.Question {
		err = s.app.Questions.Undelete(ctx, actor, in.ID, in.Note)
	} else if err == nil {
		err = s.app.Answers.Undelete(ctx, actor, in.ID, in.Note)
	}
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	return nil, nil //nolint:nilnil // 204: there is nothing to say
}
