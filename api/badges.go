package api

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"wellspring/pkg/engagement/badges"
)

// Badge is a badge that a person holds.
type Badge struct {
	Name      string    `json:"name"`
	Class     string    `json:"class" enum:"gold,silver,bronze"`
	Count     int       `json:"count" doc:"How often it was awarded."`
	AwardedAt time.Time `json:"awardedAt" doc:"The last time."`
}

// BadgeList is a person's badges, gold before silver before bronze, and the newest first within.
type BadgeList struct {
	Items []Badge `json:"items" nullable:"false"`
}

type badgesOutput struct{ Body BadgeList }

func (s *Server) registerBadges(api huma.API) {
	huma.Register(api, operation("list-badges", http.MethodGet, "/users/{id}/badges", "Reputation", "A person's badges"), s.listBadges)
}

func (s *Server) listBadges(ctx context.Context, in *userInput) (*badgesOutput, error) {
	if _, err := s.app.Users.Find(ctx, actorOf(ctx), in.ID); err != nil {
		return nil, s.problem(ctx, err)
	}
	held, err := s.app.Badges.ListOf(ctx, in.ID)
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	return &badgesOutput{BadgeList{each(held, func(b badges.Held) Badge {
		return Badge{Name: b.Name, Class: string(b.Class), Count: b.Count, AwardedAt: b.AwardedAt}
	})}}, nil
}
