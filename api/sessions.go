package api

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"wellspring/pkg/content/uploads"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/people/auth"
)

const (
	refreshCookie = "wellspring_refresh"
	// cookiePath keeps the cookie away from every request that has no use for it.
	cookiePath = "/api/v1/sessions"
)

// Session is a sign-in with the access token it gave; the refresh token travels in a cookie that scripts cannot read.
type Session struct {
	AccessToken string `json:"accessToken" doc:"Send it as Authorization: Bearer."`
	ExpiresIn   int    `json:"expiresIn" doc:"Seconds until POST /sessions/refresh is due."`
	Me          Me     `json:"me"`
}

// SessionInfo is one device on which the reader is signed in.
type SessionInfo struct {
	ID         id.Session `json:"id"`
	Current    bool       `json:"current" doc:"The session that asks."`
	Device     string     `json:"device" doc:"A browser and a system, such as: Firefox, Linux."`
	Address    string     `json:"address"`
	CreatedAt  time.Time  `json:"createdAt"`
	LastUsedAt time.Time  `json:"lastUsedAt" doc:"To the minute."`
}

// SessionList is all of them, the last used first.
type SessionList struct {
	Items []SessionInfo `json:"items" nullable:"false"`
}

type signInInput struct {
	Body struct {
		Email    string `json:"email" maxLength:"254"`
		Password string `json:"password" maxLength:"200"`
	}
}

type refreshInput struct {
	Refresh string `cookie:"wellspring_refresh" maxLength:"100"`
}

type sessionInput struct {
	ID id.Session `path:"id" minimum:"1"`
}

type sessionOutput struct {
	SetCookie []http.Cookie `header:"Set-Cookie"`
	Body      Session
}

type signedOutOutput struct {
	SetCookie []http.Cookie `header:"Set-Cookie"`
}

type sessionListOutput struct{ Body SessionList }

func (s *Server) registerSessions(api huma.API) {
	signIn := operation("sign-in", http.MethodPost, "/sessions", "Sessions", "Sign in")
	signIn.Description = "Gives an access token of 15 minutes and, in the cookie " + refreshCookie + ", the token that renews it."
	signIn.Errors = append(signIn.Errors, http.StatusUnauthorized, http.StatusForbidden, http.StatusServiceUnavailable)
	refresh := operation("refresh-session", http.MethodPost, "/sessions/refresh", "Sessions", "Renew the access token")
	refresh.Description = "Trades the cookie for a new one. A cookie that was traded before ends the session, unless that was less than ten seconds ago."
	refresh.Errors = append(refresh.Errors, http.StatusUnauthorized)
	huma.Register(api, status(signIn, http.StatusCreated), s.signIn)
	huma.Register(api, refresh, s.refreshSession)
	huma.Register(api, signedIn("list-sessions", http.MethodGet, "/sessions", "Sessions", "Where the reader is signed in"), s.listSessions)
	huma.Register(api, status(operation("sign-out", http.MethodDelete, "/sessions/current", "Sessions", "Sign out"), http.StatusNoContent), s.signOut)
	huma.Register(api, status(signedIn("end-session", http.MethodDelete, "/sessions/{id}", "Sessions", "End one session"), http.StatusNoContent), s.endSession)
	huma.Register(api, status(signedIn("end-other-sessions", http.MethodDelete, "/sessions", "Sessions", "End all other sessions"),
		http.StatusNoContent), s.endOtherSessions)
}

func (s *Server) signIn(ctx context.Context, in *signInInput) (*sessionOutput, error) {
	grant, err := s.app.Auth.SignIn(ctx, auth.Credentials{Email: in.Body.Email, Password: in.Body.Password}, caller(ctx))
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	return s.session(ctx, grant)
}

func (s *Server) refreshSession(ctx context.Context, in *refreshInput) (*sessionOutput, error) {
	grant, err := s.app.Auth.Refresh(ctx, in.Refresh, caller(ctx))
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	return s.session(ctx, grant)
}

// session presents a grant together with the person it was given to.
func (s *Server) session(ctx context.Context, grant auth.Grant) (*sessionOutput, error) {
	actor, err := s.app.Auth.Actor(ctx, grant.User)
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	found, err := s.app.Users.Me(ctx, actor)
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	return &sessionOutput{
		SetCookie: keepCookies(ctx, grant.RefreshToken, s.app.Auth.Pass(grant.User, grant.Session), grant.RefreshUntil.Sub(s.app.Clock.Now())),
		Body:      Session{AccessToken: grant.AccessToken, ExpiresIn: int(grant.ExpiresIn.Seconds()), Me: presentMe(actor, found)},
	}, nil
}

// keepCookies has the browser keep the refresh token and the pass for uploads for so long; a negative time takes them away.
func keepCookies(ctx context.Context, refresh, pass string, lifetime time.Duration) []http.Cookie {
	return []http.Cookie{
		keepCookie(ctx, refreshCookie, refresh, cookiePath, lifetime), keepCookie(ctx, passCookie, pass, uploads.Address, lifetime),
	}
}

func keepCookie(ctx context.Context, name, value, path string, lifetime time.Duration) http.Cookie {
	//nolint:gosec // Secure follows the address that people use: over plain http on loopback a secure cookie would be dropped.
	return http.Cookie{
		Name: name, Value: value, Path: path, MaxAge: int(lifetime.Seconds()),
		HttpOnly: true, Secure: clientOf(ctx).Secure, SameSite: http.SameSiteStrictMode,
	}
}

func (s *Server) listSessions(ctx context.Context, _ *struct{}) (*sessionListOutput, error) {
	sessions, err := s.app.Auth.Sessions(ctx, actorOf(ctx))
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	return &sessionListOutput{SessionList{each(sessions, func(session auth.Session) SessionInfo { return SessionInfo(session) })}}, nil
}

func (s *Server) signOut(ctx context.Context, in *refreshInput) (*signedOutOutput, error) {
	if err := s.app.Auth.SignOut(ctx, actorOf(ctx), in.Refresh); err != nil {
		return nil, s.problem(ctx, err)
	}
	return &signedOutOutput{keepCookies(ctx, "", "", -time.Second)}, nil
}

func (s *Server) endSession(ctx context.Context, in *sessionInput) (*struct{}, error) {
	if err := s.app.Auth.EndSession(ctx, actorOf(ctx), in.ID); err != nil {
		return nil, s.problem(ctx, err)
	}
	return nil, nil //nolint:nilnil // 204: there is nothing to say
}

func (s *Server) endOtherSessions(ctx context.Context, _ *struct{}) (*struct{}, error) {
	if err := s.app.Auth.EndOtherSessions(ctx, actorOf(ctx)); err != nil {
		return nil, s.problem(ctx, err)
	}
	return nil, nil //nolint:nilnil // 204: there is nothing to say
}

// caller is the other end of the connection as signing in needs it.
func caller(ctx context.Context) auth.Client {
	c := clientOf(ctx)
	return auth.Client{Device: c.Device, Address: c.Address, Loopback: c.Loopback}
}
