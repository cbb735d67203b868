package api

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"wellspring/pkg/kernel/authz"
)

// TagPreferences are the tags that the reader watches and ignores, by name or by pattern.
type TagPreferences struct {
	Watched     []string `json:"watched" nullable:"false" doc:"Names, and patterns such as postgres*."`
	Ignored     []string `json:"ignored" nullable:"false" doc:"Names, and patterns such as postgres*."`
	HideIgnored bool     `json:"hideIgnored" doc:"Lists leave ignored questions out; else they only mark them."`
}

type tagPatternPath struct {
	Pattern string `path:"pattern" maxLength:"200" doc:"A tag's name, or a pattern in which * stands for any signs."`
}

type changeTagPreferencesInput struct {
	Body struct {
		HideIgnored bool `json:"hideIgnored"`
	}
}

type tagPreferencesOutput struct{ Body TagPreferences }

func (s *Server) registerTagPreferences(api huma.API) {
	huma.Register(api, signedIn("read-tag-preferences", http.MethodGet, "/me/tag-preferences", "Tags", "The tags one watches and ignores"),
		s.readTagPreferences)
	huma.Register(api, signedIn("change-tag-preferences", http.MethodPatch, "/me/tag-preferences", "Tags", "Hide ignored questions, or only mark them"),
		s.changeTagPreferences)
	huma.Register(api, signedIn("watch-tag-pattern", http.MethodPut, "/me/watched-tags/{pattern}", "Tags", "Watch a tag or a pattern of tags"),
		s.preferring(s.app.Tags.Watch))
	huma.Register(api, signedIn("unwatch-tag-pattern", http.MethodDelete, "/me/watched-tags/{pattern}", "Tags", "Stop watching a tag or a pattern"),
		s.preferring(s.app.Tags.Unwatch))
	huma.Register(api, signedIn("ignore-tag", http.MethodPut, "/me/ignored-tags/{pattern}", "Tags", "Ignore a tag or a pattern of tags"),
		s.preferring(s.app.Tags.Ignore))
	huma.Register(api, signedIn("unignore-tag", http.MethodDelete, "/me/ignored-tags/{pattern}", "Tags", "Stop ignoring a tag or a pattern"),
		s.preferring(s.app.Tags.Unignore))
}

func (s *Server) readTagPreferences(ctx context.Context, _ *struct{}) (*tagPreferencesOutput, error) {
	found, err := s.app.Tags.Preferences(ctx, actorOf(ctx))
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	return &tagPreferencesOutput{TagPreferences(found)}, nil
}

func (s *Server) changeTagPreferences(ctx context.Context, in *changeTagPreferencesInput) (*tagPreferencesOutput, error) {
	if err := s.app.Tags.HideIgnored(ctx, actorOf(ctx), in.Body.HideIgnored); err != nil {
		return nil, s.problem(ctx, err)
	}
	return s.readTagPreferences(ctx, nil)
}

// preferring carries out one of the four changes and tells what is preferred now.
func (s *Server) preferring(
	change func(context.Context, authz.Actor, string) error,
) func(context.Context, *tagPatternPath) (*tagPreferencesOutput, error) {
	return func(ctx context.Context, in *tagPatternPath) (*tagPreferencesOutput, error) {
		if err := change(ctx, actorOf(ctx), in.Pattern); err != nil {
			return nil, s.problem(ctx, err)
		}
		return s.readTagPreferences(ctx, nil)
	}
}
