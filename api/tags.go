package api

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"wellspring/pkg/content/tags"
)

// TagSummary is a tag in a list.
type TagSummary struct {
	Name          string `json:"name"`
	Description   string `json:"description"`
	QuestionCount int    `json:"questionCount" doc:"Those the reader may read."`
	Watched       bool   `json:"watched"`
}

// Tag is a topic with its wiki.
type Tag struct {
	TagSummary
	Wiki         string        `json:"wiki"`
	WikiHTML     string        `json:"wikiHtml"`
	Version      int           `json:"version"`
	CreatedAt    time.Time     `json:"createdAt"`
	EditedAt     *time.Time    `json:"editedAt"`
	Can          TagDecisions  `json:"can"`
	TopAnswerers []TagAnswerer `json:"topAnswerers" nullable:"false" doc:"At most five; the sums are up to five minutes old."`
}

// TagDecisions are what the reader may do with a tag.
type TagDecisions struct {
	Edit Decision `json:"edit"`
}

// TagAnswerer is a person with the score of their answers under a tag.
type TagAnswerer struct {
	Person PersonRef `json:"person"`
	Score  int       `json:"score"`
}

// Names is a list of names.
type Names struct {
	Items []string `json:"items" nullable:"false"`
}

// TagPath names a tag in an address.
type TagPath struct {
	Name string `path:"name" maxLength:"200"`
}

type listTagsInput struct {
	Query string `query:"q" maxLength:"100" doc:"A part of the name."`
	Sort  string `query:"sort" enum:"popular,name,newest" default:"popular"`
	PageQuery
}

type tagList struct{ Body Numbered[TagSummary] }

type editTagInput struct {
	TagPath
	Body struct {
		Description string `json:"description"`
		Wiki        string `json:"wiki"`
		Version     int    `json:"version" doc:"The version the edit started from."`
	}
}

type tagOutput struct{ Body Tag }

type namesOutput struct{ Body Names }

func (s *Server) registerTags(api huma.API) {
	huma.Register(api, operation("list-tags", http.MethodGet, "/tags", "Tags", "Tags"), s.listTags)
	huma.Register(api, operation("read-tag", http.MethodGet, "/tags/{name}", "Tags", "A tag with its wiki"), s.readTag)
	huma.Register(api, signedIn("edit-tag", http.MethodPut, "/tags/{name}", "Tags", "Write a tag's description and wiki"), s.editTag)
	huma.Register(api, status(signedIn("watch-tag", http.MethodPut, "/tags/{name}/watch", "Tags", "Watch a tag"), http.StatusNoContent), s.watchTag)
	huma.Register(api, status(signedIn("unwatch-tag", http.MethodDelete, "/tags/{name}/watch", "Tags", "Stop watching a tag"),
		http.StatusNoContent), s.unwatchTag)
	huma.Register(api, signedIn("list-watched-tags", http.MethodGet, "/me/watched-tags", "Tags", "The tags one watches"), s.listWatchedTags)
}

func (s *Server) listTags(ctx context.Context, in *listTagsInput) (*tagList, error) {
	list, err := s.app.Tags.List(ctx, actorOf(ctx), tags.Filter{Query: in.Query, Sort: in.Sort, Page: in.request()})
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	return &tagList{numbered(list, tagSummary)}, nil
}

func tagSummary(t tags.Summary) TagSummary {
	return TagSummary{Name: t.Name, Description: t.Description, QuestionCount: t.Questions, Watched: t.Watched}
}

func (s *Server) readTag(ctx context.Context, in *TagPath) (*tagOutput, error) {
	actor := actorOf(ctx)
	tag, err := s.app.Tags.Find(ctx, actor, in.Name)
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	top, err := s.app.Tags.TopAnswerers(ctx, actor, tag)
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	return &tagOutput{Tag{
		TagSummary: tagSummary(tag.Summary), Wiki: tag.Wiki, WikiHTML: tag.WikiHTML, Version: tag.Version,
		CreatedAt: tag.CreatedAt, EditedAt: tag.EditedAt, Can: TagDecisions{Edit: decision(ctx, tags.CanEdit(actor))},
		TopAnswerers: each(top, func(a tags.Answerer) TagAnswerer { return TagAnswerer{Person: personRef(a.Ref), Score: a.Score} }),
	}}, nil
}

func (s *Server) editTag(ctx context.Context, in *editTagInput) (*tagOutput, error) {
	err := s.app.Tags.Edit(ctx, actorOf(ctx), in.Name, tags.Edit{Description: in.Body.Description, Wiki: in.Body.Wiki, Version: in.Body.Version})
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	return s.readTag(ctx, &in.TagPath)
}

func (s *Server) watchTag(ctx context.Context, in *TagPath) (*struct{}, error) {
	if err := s.app.Tags.Watch(ctx, actorOf(ctx), in.Name); err != nil {
		return nil, s.problem(ctx, err)
	}
	return nil, nil //nolint:nilnil // 204: there is nothing to say
}

func (s *Server) unwatchTag(ctx context.Context, in *TagPath) (*struct{}, error) {
	if err := s.app.Tags.Unwatch(ctx, actorOf(ctx), in.Name); err != nil {
		return nil, s.problem(ctx, err)
	}
	return nil, nil //nolint:nilnil // 204: there is nothing to say
}

func (s *Server) listWatchedTags(ctx context.Context, _ *struct{}) (*namesOutput, error) {
	names, err := s.app.Tags.Watched(ctx, actorOf(ctx))
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	return &namesOutput{Names{names}}, nil
}
