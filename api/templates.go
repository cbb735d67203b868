package api

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"wellspring/pkg/content/templates"
	"wellspring/pkg/kernel/id"
)

// Template is a text that a question in its space, or with its tag, may begin with.
type Template struct {
	ID        id.Template `json:"id"`
	Name      string      `json:"name"`
	Space     *string     `json:"space" doc:"The slug of its space; null where it belongs to a tag."`
	SpaceName *string     `json:"spaceName"`
	Tag       *string     `json:"tag" doc:"Its tag; null where it belongs to a space."`
	Body      string      `json:"body" doc:"Markdown."`
	Version   int         `json:"version" doc:"Send it back with a change."`
	EditedAt  time.Time   `json:"editedAt"`
}

// TemplateList is templates and whether the reader may write them.
type TemplateList struct {
	Items []Template        `json:"items" nullable:"false"`
	Can   TemplateDecisions `json:"can"`
}

// TemplateDecisions are what the reader may do with templates.
type TemplateDecisions struct {
	Write Decision `json:"write"`
}

type offeredTemplatesInput struct {
	Space string   `query:"space" maxLength:"100" doc:"The slug of the space that is asked in."`
	Tags  []string `query:"tag,explode" maxItems:"20" doc:"The tags of the question."`
	All   bool     `query:"all" doc:"All templates that the reader may see, whatever the space and the tags."`
}

// TemplateText is what a moderator writes.
type TemplateText struct {
	Name string `json:"name" doc:"1 to 80 characters."`
	Body string `json:"body" doc:"Markdown."`
}

type createTemplateInput struct {
	Body struct {
		TemplateText
		Space string `json:"space,omitempty" doc:"The slug of a space; or else a tag."`
		Tag   string `json:"tag,omitempty"`
	}
}

// TemplatePath names a template in an address.
type TemplatePath struct {
	ID id.Template `path:"id" minimum:"1"`
}

type changeTemplateInput struct {
	TemplatePath
	Body struct {
		TemplateText
		Version int `json:"version" doc:"The version the change started from."`
	}
}

type (
	templateListOutput struct{ Body TemplateList }
	templateOutput     struct{ Body Template }
)

func (s *Server) registerTemplates(api huma.API) {
	huma.Register(api, operation("list-templates", http.MethodGet, "/question-templates", "Templates", "What a question may begin with"), s.listTemplates)
	huma.Register(api, status(signedIn("create-template", http.MethodPost, "/question-templates", "Templates", "Write the template of a space or a tag"),
		http.StatusCreated), s.createTemplate)
	huma.Register(api, signedIn("change-template", http.MethodPut, "/question-templates/{id}", "Templates", "Change a template"), s.changeTemplate)
	huma.Register(api, status(signedIn("delete-template", http.MethodDelete, "/question-templates/{id}", "Templates", "Delete a template"),
		http.StatusNoContent), s.deleteTemplate)
}

func (s *Server) listTemplates(ctx context.Context, in *offeredTemplatesInput) (*templateListOutput, error) {
	actor := actorOf(ctx)
	var list []templates.Template
	var err error
	if in.All {
		list, err = s.app.Templates.List(ctx, actor)
	} else {
		list, err = s.app.Templates.Offered(ctx, actor, in.Space, in.Tags)
	}
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	can := TemplateDecisions{Write: decision(ctx, templates.CanWrite(actor))}
	return &templateListOutput{TemplateList{Items: each(list, presentTemplate), Can: can}}, nil
}

func (s *Server) createTemplate(ctx context.Context, in *createTemplateInput) (*templateOutput, error) {
	created, err := s.app.Templates.Create(ctx, actorOf(ctx), templates.Text{
		Name: in.Body.Name, Body: in.Body.Body, Space: in.Body.Space, Tag: in.Body.Tag,
	})
	return s.template(ctx, created, err)
}

func (s *Server) changeTemplate(ctx context.Context, in *changeTemplateInput) (*templateOutput, error) {
	text := templates.Text{Name: in.Body.Name, Body: in.Body.Body, Version: in.Body.Version}
	changed, err := s.app.Templates.Change(ctx, actorOf(ctx), in.ID, text)
	return s.template(ctx, changed, err)
}

func (s *Server) template(ctx context.Context, template templates.Template, err error) (*templateOutput, error) {
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	return &templateOutput{presentTemplate(template)}, nil
}

func (s *Server) deleteTemplate(ctx context.Context, in *TemplatePath) (*struct{}, error) {
	if err := s.app.Templates.Delete(ctx, actorOf(ctx), in.ID); err != nil {
		return nil, s.problem(ctx, err)
	}
	return nil, nil //nolint:nilnil // 204: there is nothing to say
}

func presentTemplate(t templates.Template) Template {
	return Template{
		ID: t.ID, Name: t.Name, Space: orNull(t.Space), SpaceName: orNull(t.SpaceName), Tag: orNull(t.Tag), Body: t.Body, Version: t.Version,
		EditedAt: t.EditedAt,
	}
}
