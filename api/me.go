package api

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/operations/reviews"
	"wellspring/pkg/people/auth"
	"wellspring/pkg/people/users"
)

// Me is the reader with what only they themselves see.
type Me struct {
	User
	Email       string      `json:"email"`
	Language    string      `json:"language" enum:"en,de"`
	Theme       string      `json:"theme" enum:"system,light,dark,contrast"`
	SingleKeys  bool        `json:"singleKeys" doc:"Single letters work as keyboard shortcuts."`
	Permissions Permissions `json:"permissions"`
}

// Permissions are the powers that a role gives, and reviewing, which reputation unlocks.
type Permissions struct {
	Administer bool `json:"administer"`
	Moderate   bool `json:"moderate"`
	Manage     bool `json:"manage"`
	Review     bool `json:"review" doc:"There are review queues for the reader."`
}

type editMeInput struct {
	Body struct {
		Name       *string `json:"name,omitempty"`
		Title      *string `json:"title,omitempty" doc:"What the person does in the organisation."`
		Location   *string `json:"location,omitempty"`
		About      *string `json:"about,omitempty" doc:"Markdown."`
		Website    *string `json:"website,omitempty"`
		Language   *string `json:"language,omitempty" enum:"en,de"`
		Theme      *string `json:"theme,omitempty" enum:"system,light,dark,contrast"`
		SingleKeys *bool   `json:"singleKeys,omitempty"`
	}
}

type passwordInput struct {
	Body struct {
		CurrentPassword string `json:"currentPassword" maxLength:"200"`
		NewPassword     string `json:"newPassword"`
	}
}

type meOutput struct{ Body Me }

func (s *Server) registerMe(api huma.API) {
	huma.Register(api, signedIn("read-me", http.MethodGet, "/me", "Me", "The reader's profile and settings"), s.readMe)
	huma.Register(api, signedIn("edit-me", http.MethodPatch, "/me", "Me", "Change what is given, leave the rest"), s.editMe)
	change := signedIn("change-password", http.MethodPut, "/me/password", "Me", "Change the password")
	change.Description = "Ends all other sessions of the reader."
	huma.Register(api, status(change, http.StatusNoContent), s.changePassword)
}

func (s *Server) readMe(ctx context.Context, _ *struct{}) (*meOutput, error) {
	actor := actorOf(ctx)
	found, err := s.app.Users.Me(ctx, actor)
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	return &meOutput{presentMe(actor, found)}, nil
}

func (s *Server) editMe(ctx context.Context, in *editMeInput) (*meOutput, error) {
	actor := actorOf(ctx)
	found, err := s.app.Users.EditProfile(ctx, actor, users.ProfileChange(in.Body))
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	return &meOutput{presentMe(actor, found)}, nil
}

func (s *Server) changePassword(ctx context.Context, in *passwordInput) (*struct{}, error) {
	change := auth.PasswordChange{Current: in.Body.CurrentPassword, New: in.Body.NewPassword}
	if err := s.app.Auth.ChangePassword(ctx, actorOf(ctx), change); err != nil {
		return nil, s.problem(ctx, err)
	}
	return nil, nil //nolint:nilnil // 204: there is nothing to say
}

func presentMe(actor authz.Actor, me users.Me) Me {
	return Me{
		User: presentUser(me.Profile), Email: me.Email, Language: me.Language, Theme: me.Theme, SingleKeys: me.SingleKeys,
		Permissions: Permissions{
			Administer: actor.Administers(), Moderate: actor.Moderates(), Manage: actor.Role == authz.Manager || actor.Administers(),
			Review: reviews.CanReviewSome(actor),
		},
	}
}
