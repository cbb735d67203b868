package api

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"wellspring/pkg/discovery/search"
	"wellspring/pkg/people/users"
)

// Organisation is what everybody may know of this installation.
type Organisation struct {
	Name             string             `json:"name"`
	Tagline          string             `json:"tagline"`
	Version          string             `json:"version"`
	RegistrationOpen bool               `json:"registrationOpen"`
	DefaultSpace     string             `json:"defaultSpace" doc:"The slug of the space of questions that name none."`
	Counts           OrganisationCounts `json:"counts"`
	Search           SearchState        `json:"search"`
	Uploads          bool               `json:"uploads" doc:"Whether pictures and files can be sent."`
	Demo             *Demo              `json:"demo" doc:"Only in the demonstration, and only for a browser on the same machine."`
}

// OrganisationCounts counts what the reader may see.
type OrganisationCounts struct {
	Questions int `json:"questions"`
	People    int `json:"people"`
}

// SearchState tells who answers searches at the moment.
type SearchState struct {
	Engine string `json:"engine" enum:"meilisearch,database"`
}

// Demo is how to look around in the demonstration.
type Demo struct {
	Password string       `json:"password" doc:"Everybody's."`
	People   []DemoPerson `json:"people" nullable:"false"`
}

// DemoPerson is somebody to sign in as.
type DemoPerson struct {
	Name  string `json:"name"`
	Email string `json:"email"`
	Role  string `json:"role" enum:"member,manager,moderator,admin"`
	About string `json:"about" doc:"What they do in the organisation."`
}

type organisationOutput struct{ Body Organisation }

func (s *Server) registerOrganisation(api huma.API) {
	huma.Register(api, operation("read-organisation", http.MethodGet, "/organisation", "Organisation", "This installation and what it holds"), s.readOrganisation)
}

func (s *Server) readOrganisation(ctx context.Context, _ *struct{}) (*organisationOutput, error) {
	found, err := s.app.Users.Organisation(ctx)
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	counts, err := s.app.Users.Counts(ctx, actorOf(ctx))
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	defaultSpace, err := s.app.Spaces.DefaultSlug(ctx)
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	shown := Organisation{
		Name: found.Name, Tagline: found.Tagline, Version: s.options.Version, RegistrationOpen: found.RegistrationOpen,
		DefaultSpace: defaultSpace, Counts: OrganisationCounts(counts), Search: s.searchState(),
		Uploads: s.app.Uploads.Enabled(),
	}
	// Passwords are told only where they work: on this machine, by the connection's own address.
	if found.Demonstration && clientOf(ctx).Loopback {
		if shown.Demo, err = s.demo(ctx); err != nil {
			return nil, s.problem(ctx, err)
		}
	}
	return &organisationOutput{shown}, nil
}

func (s *Server) searchState() SearchState {
	if s.app.Search.EngineAvailable() {
		return SearchState{search.Meilisearch}
	}
	return SearchState{search.Database}
}

func (s *Server) demo(ctx context.Context) (*Demo, error) {
	cast, err := s.app.Users.Cast(ctx)
	if err != nil {
		return nil, err
	}
	return &Demo{Password: users.DemonstrationPassword, People: each(cast, func(p users.CastMember) DemoPerson {
		return DemoPerson{Name: p.Name, Email: p.Email, Role: string(p.Role), About: p.Title}
	})}, nil
}
