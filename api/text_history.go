package api

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"wellspring/pkg/content/comments"
	"wellspring/pkg/content/tags"
)

// TagRevision is one state of a tag's texts.
type TagRevision struct {
	Number      int        `json:"number"`
	Author      *PersonRef `json:"author" doc:"null where the person has no account here."`
	CreatedAt   time.Time  `json:"createdAt"`
	Description string     `json:"description"`
	Wiki        string     `json:"wiki"`
}

// TagHistory is a part of a tag's revisions, the newest first.
type TagHistory struct {
	Numbered[TagRevision]
	Older *TagRevision `json:"older" doc:"The revision before the last one listed; null where that was the first."`
}

// CommentText is what a comment said from some time on.
type CommentText struct {
	Body string    `json:"body"`
	At   time.Time `json:"at"`
}

// CommentHistory is what a comment says and said, the newest first.
type CommentHistory struct {
	Items []CommentText `json:"items" nullable:"false"`
}

type tagHistoryInput struct {
	TagPath
	PageQuery
}

type (
	tagHistoryOutput     struct{ Body TagHistory }
	commentHistoryOutput struct{ Body CommentHistory }
)

func (s *Server) registerTextHistories(api huma.API) {
	huma.Register(api, operation("list-tag-revisions", http.MethodGet, "/tags/{name}/revisions", "Tags", "What a tag said and says, the newest first"),
		s.listTagRevisions)
	history := signedIn("list-comment-texts", http.MethodGet, "/comments/{id}/revisions", "Comments", "What a comment said and says, the newest first")
	history.Description = "For its author and for moderators."
	huma.Register(api, history, s.listCommentTexts)
}

func (s *Server) listTagRevisions(ctx context.Context, in *tagHistoryInput) (*tagHistoryOutput, error) {
	history, err := s.app.Tags.History(ctx, actorOf(ctx), in.Name, in.request())
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	shown := TagHistory{Numbered: numbered(history.List, tagRevision)}
	if history.Older != nil {
		older := tagRevision(*history.Older)
		shown.Older = &older
	}
	return &tagHistoryOutput{shown}, nil
}

func tagRevision(r tags.Revision) TagRevision {
	return TagRevision{Number: r.Number, Author: personOrNull(r.Author), CreatedAt: r.CreatedAt, Description: r.Description, Wiki: r.Wiki}
}

func (s *Server) listCommentTexts(ctx context.Context, in *CommentPath) (*commentHistoryOutput, error) {
	texts, err := s.app.Comments.History(ctx, actorOf(ctx), in.ID)
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	return &commentHistoryOutput{CommentHistory{each(texts, func(t comments.Text) CommentText { return CommentText(t) })}}, nil
}
