package api

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/content/saves"
	"wellspring/pkg/kernel/id"
)

// Save is where and with which note the reader keeps a post.
type Save struct {
	PostID  id.Post     `json:"postId"`
	ListID  id.SaveList `json:"listId" doc:"0 is the default list."`
	Note    string      `json:"note" doc:"Only the reader sees it."`
	SavedAt time.Time   `json:"savedAt"`
}

// SavedPost is a saved question or answer in a list; title, slug and tags are the question's.
type SavedPost struct {
	Save
	Kind        string     `json:"kind" enum:"question,answer"`
	QuestionID  id.Post    `json:"questionId"`
	Title       string     `json:"title"`
	Slug        string     `json:"slug"`
	Excerpt     string     `json:"excerpt"`
	Space       SpaceRef   `json:"space"`
	Tags        []string   `json:"tags" nullable:"false"`
	Score       int        `json:"score"`
	AnswerCount int        `json:"answerCount"`
	Accepted    bool       `json:"accepted" doc:"The question has an accepted answer; of an answer: it is the accepted one."`
	Closed      bool       `json:"closed"`
	Author      *PersonRef `json:"author"`
	AuthorName  string     `json:"authorName"`
	CreatedAt   time.Time  `json:"createdAt"`
}

// SaveList is a named list of saves.
type SaveList struct {
	ID    id.SaveList `json:"id" doc:"0 is the default list."`
	Name  string      `json:"name" doc:"Empty for the default list."`
	Count int         `json:"count" doc:"What the reader may still read."`
}

// SaveLists are the reader's lists in their order, the default one first.
type SaveLists struct {
	Items []SaveList `json:"items" nullable:"false"`
}

type savePostInput struct {
	PostPath
	Body struct {
		ListID *id.SaveList `json:"listId,omitempty" minimum:"0" doc:"0 is the default list; left out, it stays where it is."`
		Note   *string      `json:"note,omitempty" doc:"At most 1,000 characters; left out, it stays as it is."`
	}
}

type savesInput struct {
	List  int64  `query:"list" minimum:"-1" default:"-1" doc:"The id of a list; 0 is the default one, -1 stands for all."`
	Query string `query:"q" maxLength:"200" doc:"Words of the title, the text or the note."`
	PageQuery
}

// SaveListPath names a list of saves in an address.
type SaveListPath struct {
	ID id.SaveList `path:"id" minimum:"1"`
}

type saveListBody struct {
	Name string `json:"name" doc:"1 to 60 characters."`
}

type createSaveListInput struct{ Body saveListBody }

type renameSaveListInput struct {
	SaveListPath
	Body saveListBody
}

type orderSaveListsInput struct {
	Body struct {
		IDs []id.SaveList `json:"ids" nullable:"false" maxItems:"200" doc:"Each list once, without the default one."`
	}
}

type (
	saveOutput      struct{ Body Save }
	savedPage       struct{ Body Numbered[SavedPost] }
	saveListOutput  struct{ Body SaveList }
	saveListsOutput struct{ Body SaveLists }
)

func (s *Server) registerSaves(api huma.API) {
	huma.Register(api, signedIn("read-save", http.MethodGet, "/posts/{id}/save", "Saves", "Where one saved a post"), s.readSave)
	huma.Register(api, signedIn("save-post", http.MethodPut, "/posts/{id}/save", "Saves", "Save a post, or move and annotate it"), s.savePost)
	huma.Register(api, status(signedIn("unsave-post", http.MethodDelete, "/posts/{id}/save", "Saves", "Forget a saved post and its note"),
		http.StatusNoContent), s.unsavePost)
	huma.Register(api, signedIn("list-saves", http.MethodGet, "/me/saves", "Saves", "What one saved and may still read, latest first"), s.listSaves)
	huma.Register(api, signedIn("list-save-lists", http.MethodGet, "/me/save-lists", "Saves", "One's lists"), s.listSaveLists)
	huma.Register(api, status(signedIn("create-save-list", http.MethodPost, "/me/save-lists", "Saves", "Make a list"), http.StatusCreated), s.createSaveList)
	huma.Register(api, signedIn("order-save-lists", http.MethodPut, "/me/save-lists", "Saves", "Put one's lists in order"), s.orderSaveLists)
	huma.Register(api, signedIn("rename-save-list", http.MethodPut, "/me/save-lists/{id}", "Saves", "Rename a list"), s.renameSaveList)
	remove := signedIn("delete-save-list", http.MethodDelete, "/me/save-lists/{id}", "Saves", "Delete a list")
	remove.Description = "What lies in it moves to the default list."
	huma.Register(api, remove, s.deleteSaveList)
}

func (s *Server) readSave(ctx context.Context, in *PostPath) (*saveOutput, error) {
	entry, err := s.app.Saves.Entry(ctx, actorOf(ctx), in.ID)
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	return &saveOutput{presentSave(entry)}, nil
}

func (s *Server) savePost(ctx context.Context, in *savePostInput) (*saveOutput, error) {
	entry, err := s.app.Saves.Save(ctx, actorOf(ctx), in.ID, saves.Change{List: in.Body.ListID, Note: in.Body.Note})
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	return &saveOutput{presentSave(entry)}, nil
}

func (s *Server) unsavePost(ctx context.Context, in *PostPath) (*struct{}, error) {
	if err := s.app.Saves.Unsave(ctx, actorOf(ctx), in.ID); err != nil {
		return nil, s.problem(ctx, err)
	}
	return nil, nil //nolint:nilnil // 204: there is nothing to say
}

func presentSave(e saves.Entry) Save {
	return Save{PostID: e.Post, ListID: e.List, Note: e.Note, SavedAt: e.At}
}

func (s *Server) listSaves(ctx context.Context, in *savesInput) (*savedPage, error) {
	filter := saves.Filter{Query: in.Query, Page: in.request()}
	if in.List >= 0 {
		list := id.SaveList(in.List)
		filter.List = &list
	}
	list, err := s.app.Saves.Saved(ctx, actorOf(ctx), filter)
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	return &savedPage{numbered(list, savedPost)}, nil
}

func savedPost(p saves.Saved) SavedPost {
	author := personOrNull(p.Author)
	return SavedPost{
		Save: presentSave(p.Entry), Kind: string(p.Kind), QuestionID: p.Question, Title: p.Title, Slug: posts.Slug(p.Title), Excerpt: p.Excerpt,
		Space: SpaceRef{Slug: p.Space.Slug, Name: p.Space.Name, Color: p.Space.Color}, Tags: p.Tags, Score: p.Score,
		AnswerCount: p.AnswerCount, Accepted: p.Accepted, Closed: p.Closed, Author: author, AuthorName: named(author, p.AuthorName),
		CreatedAt: p.CreatedAt,
	}
}

func (s *Server) listSaveLists(ctx context.Context, _ *struct{}) (*saveListsOutput, error) {
	return s.saveLists(ctx, nil)
}

// saveLists presents the lists after they were changed, unless that failed.
func (s *Server) saveLists(ctx context.Context, err error) (*saveListsOutput, error) {
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	lists, err := s.app.Saves.Lists(ctx, actorOf(ctx))
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	return &saveListsOutput{SaveLists{each(lists, func(l saves.List) SaveList { return SaveList(l) })}}, nil
}

func (s *Server) createSaveList(ctx context.Context, in *createSaveListInput) (*saveListOutput, error) {
	list, err := s.app.Saves.CreateList(ctx, actorOf(ctx), in.Body.Name)
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	return &saveListOutput{SaveList(list)}, nil
}

func (s *Server) renameSaveList(ctx context.Context, in *renameSaveListInput) (*saveListsOutput, error) {
	return s.saveLists(ctx, s.app.Saves.RenameList(ctx, actorOf(ctx), in.ID, in.Body.Name))
}

func (s *Server) deleteSaveList(ctx context.Context, in *SaveListPath) (*saveListsOutput, error) {
	return s.saveLists(ctx, s.app.Saves.DeleteList(ctx, actorOf(ctx), in.ID))
}

func (s *Server) orderSaveLists(ctx context.Context, in *orderSaveListsInput) (*saveListsOutput, error) {
	return s.saveLists(ctx, s.app.Saves.OrderLists(ctx, actorOf(ctx), in.Body.IDs))
}
