package api

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"wellspring/pkg/content/drafts"
	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/id"
)

// DraftText is what was written so far.
type DraftText struct {
	Title   string   `json:"title" required:"false"`
	Body    string   `json:"body" required:"false"`
	Answer  string   `json:"answer" required:"false" doc:"The asker's own answer, which is posted with the question."`
	Tags    []string `json:"tags" required:"false" nullable:"false" maxItems:"20"`
	Space   string   `json:"space" required:"false"`
	Summary string   `json:"summary" required:"false"`
	Base    int      `json:"base" required:"false" minimum:"0" doc:"The version of the post that an edit began with."`
}

// Draft is what the reader has begun to write at a place.
type Draft struct {
	Place string `json:"place" doc:"ask, answer-42, comment-42 or edit-42, where 42 is a post."`
	DraftText
	Version int       `json:"version" doc:"Send it back with the next text."`
	SavedAt time.Time `json:"savedAt"`
}

// DraftAt is the draft of a place, where there is one.
type DraftAt struct {
	Draft *Draft `json:"draft" doc:"null where nothing is written."`
}

// ListedDraft is a draft in the list; its texts are cut to their beginning.
type ListedDraft struct {
	Draft
	Kind     string       `json:"kind" enum:"ask,answer,comment,edit"`
	PostID   *id.Post     `json:"postId" doc:"The post that is answered, commented or edited; null also where it may no longer be read."`
	PostKind *string      `json:"postKind" doc:"question or answer."`
	Question *QuestionRef `json:"question" doc:"The question of that post."`
}

// DraftList is all drafts of the reader, the last changed first.
type DraftList struct {
	Items []ListedDraft `json:"items" nullable:"false"`
}

// DraftPath names the place of a draft in an address.
type DraftPath struct {
	Place string `path:"place" maxLength:"40" doc:"ask, answer-42, comment-42 or edit-42, where 42 is a post."`
}

type saveDraftInput struct {
	DraftPath
	Body struct {
		DraftText
		Version int `json:"version" minimum:"0" doc:"The version seen last; 0 for none."`
	}
}

type (
	draftListOutput struct{ Body DraftList }
	draftAtOutput   struct{ Body DraftAt }
	draftOutput     struct{ Body Draft }
)

func (s *Server) registerDrafts(api huma.API) {
	huma.Register(api, signedIn("list-drafts", http.MethodGet, "/me/drafts", "Drafts", "What one has begun to write"), s.listDrafts)
	huma.Register(api, signedIn("read-draft", http.MethodGet, "/me/drafts/{place}", "Drafts", "What one has begun to write at a place"), s.readDraft)
	save := signedIn("save-draft", http.MethodPut, "/me/drafts/{place}", "Drafts", "Keep what one is writing")
	save.Description = "Refused as draft-conflict where another window or device has saved something else since the given version."
	huma.Register(api, save, s.saveDraft)
	huma.Register(api, status(signedIn("discard-draft", http.MethodDelete, "/me/drafts/{place}", "Drafts", "Forget a draft"),
		http.StatusNoContent), s.discardDraft)
}

func (s *Server) listDrafts(ctx context.Context, _ *struct{}) (*draftListOutput, error) {
	list, err := s.app.Drafts.List(ctx, actorOf(ctx))
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	return &draftListOutput{DraftList{each(list, listedDraft)}}, nil
}

func (s *Server) readDraft(ctx context.Context, in *DraftPath) (*draftAtOutput, error) {
	place, err := drafts.ParsePlace(in.Place)
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	found, err := s.app.Drafts.At(ctx, actorOf(ctx), place)
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	if found == nil {
		return &draftAtOutput{}, nil
	}
	shown := presentDraft(*found)
	return &draftAtOutput{DraftAt{&shown}}, nil
}

func (s *Server) saveDraft(ctx context.Context, in *saveDraftInput) (*draftOutput, error) {
	place, err := drafts.ParsePlace(in.Place)
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	saved, err := s.app.Drafts.Save(ctx, actorOf(ctx), place, drafts.Content(in.Body.DraftText), in.Body.Version)
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	return &draftOutput{presentDraft(saved)}, nil
}

func (s *Server) discardDraft(ctx context.Context, in *DraftPath) (*struct{}, error) {
	place, err := drafts.ParsePlace(in.Place)
	if err == nil {
		err = s.app.Drafts.Discard(ctx, actorOf(ctx), place)
	}
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	return nil, nil //nolint:nilnil // 204: there is nothing to say
}

func presentDraft(d drafts.Draft) Draft {
	return Draft{Place: d.Place.String(), DraftText: DraftText(d.Content), Version: d.Version, SavedAt: d.SavedAt}
}

func listedDraft(d drafts.Listed) ListedDraft {
	shown := ListedDraft{Draft: presentDraft(d.Draft), Kind: string(d.Kind), PostKind: orNull(string(d.PostKind))}
	if d.Question != 0 {
		post := d.Post
		shown.PostID = &post
		shown.Question = &QuestionRef{ID: d.Question, Title: d.Of, Slug: posts.Slug(d.Of)}
	}
	return shown
}
