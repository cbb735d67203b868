package api

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"wellspring/pkg/kernel/id"
	"wellspring/pkg/people/spaces"
)

// Space is where posts live, with its own visibility.
type Space struct {
	ID            id.Space `json:"id"`
	Slug          string   `json:"slug"`
	Name          string   `json:"name"`
	Description   string   `json:"description"`
	Visibility    string   `json:"visibility" enum:"organisation,members,public"`
	Reason        *string  `json:"reason" doc:"Why only members may read; null for other spaces."`
	Color         string   `json:"color" doc:"Written #rrggbb."`
	Unit          *string  `json:"unit"`
	QuestionCount int      `json:"questionCount"`
	MemberCount   int      `json:"memberCount" doc:"Everybody, for the default space."`
	IsMember      bool     `json:"isMember"`
	CanAsk        bool     `json:"canAsk"`
}

// SpaceList is every space the reader may read, the default one first.
type SpaceList struct {
	Items []Space `json:"items" nullable:"false"`
}

type slugInput struct {
	Slug string `path:"slug" maxLength:"40"`
}

type (
	spaceOutput     struct{ Body Space }
	spaceListOutput struct{ Body SpaceList }
)

func (s *Server) registerSpaces(api huma.API) {
	huma.Register(api, operation("list-spaces", http.MethodGet, "/spaces", "Spaces", "The spaces the reader may read"), s.listSpaces)
	huma.Register(api, operation("read-space", http.MethodGet, "/spaces/{slug}", "Spaces", "One space"), s.readSpace)
}

func (s *Server) listSpaces(ctx context.Context, _ *struct{}) (*spaceListOutput, error) {
	list, err := s.app.Spaces.List(ctx, actorOf(ctx))
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	return &spaceListOutput{SpaceList{each(list, presentSpace)}}, nil
}

func (s *Server) readSpace(ctx context.Context, in *slugInput) (*spaceOutput, error) {
	found, err := s.app.Spaces.Find(ctx, actorOf(ctx), in.Slug)
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	return &spaceOutput{presentSpace(found)}, nil
}

func presentSpace(space spaces.Space) Space {
	return Space{
		ID: space.ID, Slug: space.Slug, Name: space.Name, Description: space.Description, Visibility: string(space.Visibility),
		Reason: orNull(space.Reason), Color: space.Color, Unit: orNull(space.Unit), QuestionCount: space.QuestionCount,
		MemberCount: space.MemberCount, IsMember: space.IsMember, CanAsk: space.CanAsk,
	}
}
