package api

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/people/users"
)

// Privileges are what reputation unlocks for the reader.
type Privileges struct {
	Preset     string             `json:"preset" enum:"team,balanced,public,custom"`
	Reputation int                `json:"reputation"`
	Items      []Privilege        `json:"items" nullable:"false"`
	Can        PrivilegeDecisions `json:"can"`
}

// PrivilegeDecisions are what the reader may do with the thresholds.
type PrivilegeDecisions struct {
	Choose Decision `json:"choose"`
}

// Privilege is one thing that reputation unlocks.
type Privilege struct {
	Key       string `json:"key" enum:"ask,answer,vote-up,comment,vote-down,edit-tag-wiki,edit,close,see-deleted"`
	Threshold int    `json:"threshold"`
	Held      bool   `json:"held"`
}

// ThresholdChoice is what an administrator chooses.
type ThresholdChoice struct {
	Preset     string         `json:"preset" doc:"team, balanced, public or custom."`
	Thresholds map[string]int `json:"thresholds,omitempty" doc:"Only with custom, and then of every privilege: a whole number from 0 to 100,000."`
}

func (c ThresholdChoice) choice() users.ThresholdChoice {
	chosen := users.ThresholdChoice{Preset: c.Preset}
	for key, threshold := range c.Thresholds {
		if chosen.Custom == nil {
			chosen.Custom = authz.Thresholds{}
		}
		chosen.Custom[authz.Privilege(key)] = threshold
	}
	return chosen
}

// ThresholdPreview is what a choice would mean.
type ThresholdPreview struct {
	People int              `json:"people" doc:"How many can sign in."`
	Items  []PrivilegeReach `json:"items" nullable:"false"`
}

// PrivilegeReach tells how many people a privilege reaches.
type PrivilegeReach struct {
	Key        string `json:"key" enum:"ask,answer,vote-up,comment,vote-down,edit-tag-wiki,edit,close,see-deleted"`
	Threshold  int    `json:"threshold"`
	Holders    int    `json:"holders" doc:"How many would have it, by reputation or as moderators."`
	HoldersNow int    `json:"holdersNow"`
}

type (
	thresholdChoiceInput   struct{ Body ThresholdChoice }
	privilegesOutput       struct{ Body Privileges }
	thresholdPreviewOutput struct{ Body ThresholdPreview }
)

func (s *Server) registerPrivileges(api huma.API) {
	huma.Register(api, operation("list-privileges", http.MethodGet, "/privileges", "Reputation",
		"What reputation unlocks, and what the reader has"), s.listPrivileges)
	huma.Register(api, signedIn("choose-thresholds", http.MethodPut, "/privileges", "Reputation",
		"Choose what each privilege needs, as an administrator"), s.chooseThresholds)
	huma.Register(api, signedIn("preview-thresholds", http.MethodPost, "/privileges/preview", "Reputation",
		"How many people would have each privilege; changes nothing"), s.previewThresholds)
}

func (s *Server) listPrivileges(ctx context.Context, _ *struct{}) (*privilegesOutput, error) {
	organisation, err := s.app.Users.Organisation(ctx)
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	actor := actorOf(ctx)
	// The request may itself have changed them.
	actor.Thresholds = organisation.Thresholds()
	shown := Privileges{
		Preset: organisation.Preset, Reputation: actor.Reputation,
		Can: PrivilegeDecisions{Choose: decision(ctx, users.CanChooseThresholds(actor))},
	}
	for _, privilege := range authz.Privileges() {
		shown.Items = append(shown.Items, Privilege{
			Key: string(privilege), Threshold: actor.Thresholds[privilege], Held: actor.Has(privilege),
		})
	}
	return &privilegesOutput{shown}, nil
}

func (s *Server) chooseThresholds(ctx context.Context, in *thresholdChoiceInput) (*privilegesOutput, error) {
	if err := s.app.Users.ChooseThresholds(ctx, actorOf(ctx), in.Body.choice()); err != nil {
		return nil, s.problem(ctx, err)
	}
	return s.listPrivileges(ctx, nil)
}

func (s *Server) previewThresholds(ctx context.Context, in *thresholdChoiceInput) (*thresholdPreviewOutput, error) {
	preview, err := s.app.Users.PreviewThresholds(ctx, actorOf(ctx), in.Body.choice())
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	shown := ThresholdPreview{People: preview.People}
	for _, privilege := range authz.Privileges() {
		shown.Items = append(shown.Items, PrivilegeReach{
			Key: string(privilege), Threshold: preview.Thresholds[privilege],
			Holders: preview.Holders[privilege], HoldersNow: preview.Now[privilege],
		})
	}
	return &thresholdPreviewOutput{shown}, nil
}
