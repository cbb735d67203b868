package api

import (
	"context"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"wellspring/pkg/kernel/id"
	"wellspring/pkg/people/auth"
)

// ClaimLink lets one imported person take over their account, once.
type ClaimLink struct {
	URL       string    `json:"url" doc:"Give it to the person in question only. It is shown once and works once."`
	ExpiresAt time.Time `json:"expiresAt"`
}

// hosted notes by which name the server was called, for the addresses in what it answers.
type hosted struct {
	host string
}

// Resolve is called by huma before the handler.
func (in *hosted) Resolve(ctx huma.Context) []error {
	in.host = ctx.Host()
	return nil
}

type inviteInput struct {
	hosted
	ID   id.User `path:"id" minimum:"1"`
	Body struct {
		Email string `json:"email" doc:"The person will sign in with it."`
	}
}

type claimInput struct {
	Body struct {
		Token    string `json:"token" maxLength:"100" doc:"From the link."`
		Password string `json:"password"`
	}
}

type claimLinkOutput struct{ Body ClaimLink }

func (s *Server) registerClaims(api huma.API) {
	huma.Register(api, status(signedIn("invite-to-claim", http.MethodPost, "/users/{id}/claim", "People", "Invite a person to claim an imported account"),
		http.StatusCreated), s.inviteToClaim)
	claim := operation("claim", http.MethodPost, "/claims", "Sessions", "Claim an imported account and sign in")
	claim.Errors = append(claim.Errors, http.StatusConflict, http.StatusServiceUnavailable)
	huma.Register(api, status(claim, http.StatusCreated), s.claim)
}

func (s *Server) inviteToClaim(ctx context.Context, in *inviteInput) (*claimLinkOutput, error) {
	invitation, err := s.app.Auth.InviteToClaim(ctx, actorOf(ctx), in.ID, in.Body.Email)
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	// The secret stands behind the #, which browsers send to no server and write into no log.
	address := s.address(in.host, clientOf(ctx).Secure) + "/claim#token=" + url.QueryEscape(invitation.Secret)
	return &claimLinkOutput{ClaimLink{URL: address, ExpiresAt: invitation.ExpiresAt}}, nil
}

// address is where people find this installation: as configured, or as this request found it.
func (s *Server) address(host string, secure bool) string {
	switch {
	case s.options.BaseURL != "":
		return strings.TrimSuffix(s.options.BaseURL, "/")
	case secure:
		return "https://" + host
	default:
		return "http://" + host
	}
}

func (s *Server) claim(ctx context.Context, in *claimInput) (*sessionOutput, error) {
	grant, err := s.app.Auth.Claim(ctx, auth.ClaimInput{Secret: in.Body.Token, Password: in.Body.Password}, caller(ctx))
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	return s.session(ctx, grant)
}
