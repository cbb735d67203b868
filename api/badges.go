package api

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/engagement/badges"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/people/users"
)

// Badge is a badge that a person holds.
type Badge struct {
	Key       string    `json:"key"`
	Name      string    `json:"name"`
	Class     string    `json:"class" enum:"gold,silver,bronze"`
	Imported  bool      `json:"imported" doc:"It was awarded in another system."`
	Tag       *string   `json:"tag" doc:"Of a badge for a tag, where the reader may know the tag."`
	Count     int       `json:"count" doc:"How often it was awarded."`
	AwardedAt time.Time `json:"awardedAt" doc:"The last time."`
}

// BadgeList is a person's badges, gold before silver before bronze, and the newest first within.
type BadgeList struct {
	Items []Badge `json:"items" nullable:"false"`
}

// BadgeStanding is a badge, and how the reader stands with it.
type BadgeStanding struct {
	Key      string         `json:"key"`
	Name     string         `json:"name" doc:"In the reader's language."`
	About    string         `json:"about" doc:"What it takes, in the reader's language; empty for an imported badge."`
	Class    string         `json:"class" enum:"gold,silver,bronze"`
	Group    string         `json:"group" enum:"question,answer,participation,moderation,tag,helping,imported"`
	Often    bool           `json:"often" doc:"It can be earned again with another post, tag or year."`
	Holders  int            `json:"holders" doc:"How many people hold it."`
	Mine     int            `json:"mine" doc:"How often the reader was awarded it."`
	Progress *BadgeProgress `json:"progress" doc:"null for visitors, for an imported badge, and for one that the reader holds and that is awarded once."`
}

// BadgeProgress is how far the reader has come, with the post that is closest where a badge is for a post.
type BadgeProgress struct {
	Have int `json:"have"`
	Need int `json:"need"`
}

// BadgeStandings is all badges.
type BadgeStandings struct {
	Items []BadgeStanding `json:"items" nullable:"false"`
}

// BadgeHolder is a person who holds a badge.
type BadgeHolder struct {
	Person    PersonRef    `json:"person"`
	Count     int          `json:"count"`
	AwardedAt time.Time    `json:"awardedAt" doc:"The last time."`
	PostID    *id.Post     `json:"postId" doc:"What it was last awarded for; null where there is no post that the reader may read."`
	PostKind  *string      `json:"postKind" doc:"question or answer; null like postId."`
	Question  *QuestionRef `json:"question" doc:"The post, or the question that it answers."`
	Tag       *string      `json:"tag"`
}

// BadgePath names a badge.
type BadgePath struct {
	Key string `path:"key" maxLength:"60" doc:"Such as first-answer."`
}

type badgeHoldersInput struct {
	BadgePath
	PageQuery
}

type (
	badgesOutput         struct{ Body BadgeList }
	badgeStandingsOutput struct{ Body BadgeStandings }
	badgeStandingOutput  struct{ Body BadgeStanding }
	badgeHoldersOutput   struct{ Body Numbered[BadgeHolder] }
)

func (s *Server) registerBadges(api huma.API) {
	huma.Register(api, operation("list-badges", http.MethodGet, "/users/{id}/badges", "Reputation", "A person's badges"), s.listBadges)
	huma.Register(api, operation("list-all-badges", http.MethodGet, "/badges", "Reputation", "All badges, and how far the reader has come"), s.listAllBadges)
	huma.Register(api, operation("read-badge", http.MethodGet, "/badges/{key}", "Reputation", "A badge, and how far the reader has come"), s.readBadge)
	huma.Register(api, operation("list-badge-holders", http.MethodGet, "/badges/{key}/holders", "Reputation", "Who holds a badge, the last one first"),
		s.listBadgeHolders)
}

func (s *Server) listBadges(ctx context.Context, in *userInput) (*badgesOutput, error) {
	if _, err := s.app.Users.Find(ctx, actorOf(ctx), in.ID); err != nil {
		return nil, s.problem(ctx, err)
	}
	held, err := s.app.Badges.ListOf(ctx, actorOf(ctx), in.ID)
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	return &badgesOutput{BadgeList{each(held, func(b badges.Held) Badge {
		shown := Badge{
			Key: badges.KeyOf(b.Badge, b.Rule), Name: b.Name, Class: string(b.Class), Imported: b.Rule == "", Tag: orNull(b.Tag), Count: b.Count,
			AwardedAt: b.AwardedAt,
		}
		if b.Rule != "" {
			shown.Name = badges.NameOf(b.Rule, languageOf(ctx))
		}
		return shown
	})}}, nil
}

func (s *Server) listAllBadges(ctx context.Context, _ *struct{}) (*badgeStandingsOutput, error) {
	all, err := s.app.Badges.All(ctx, actorOf(ctx))
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	return &badgeStandingsOutput{BadgeStandings{each(all, func(b badges.Standing) BadgeStanding { return badgeStanding(ctx, b) })}}, nil
}

func (s *Server) readBadge(ctx context.Context, in *BadgePath) (*badgeStandingOutput, error) {
	found, err := s.app.Badges.Find(ctx, actorOf(ctx), in.Key)
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	return &badgeStandingOutput{badgeStanding(ctx, found)}, nil
}

func badgeStanding(ctx context.Context, b badges.Standing) BadgeStanding {
	shown := BadgeStanding{Key: b.Key, Name: b.Name, Class: string(b.Class), Group: "imported", Often: true, Holders: b.Holders, Mine: b.Mine}
	if b.Rule == nil {
		return shown
	}
	words := b.Rule.Words(languageOf(ctx))
	shown.Name, shown.About, shown.Group, shown.Often = words.Name, words.About, string(b.Rule.Group), b.Rule.Often()
	if actorOf(ctx).SignedIn() && (b.Mine == 0 || shown.Often) {
		shown.Progress = &BadgeProgress{Have: b.Progress, Need: b.Rule.Need}
	}
	return shown
}

func (s *Server) listBadgeHolders(ctx context.Context, in *badgeHoldersInput) (*badgeHoldersOutput, error) {
	list, err := s.app.Badges.Holders(ctx, actorOf(ctx), in.Key, in.request())
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	people, err := s.app.Users.Refs(ctx, each(list.Items, func(h badges.Holder) id.User { return h.User }))
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	return &badgeHoldersOutput{numbered(list, func(h badges.Holder) BadgeHolder { return badgeHolder(h, people[h.User]) })}, nil
}

func badgeHolder(h badges.Holder, person users.Ref) BadgeHolder {
	shown := BadgeHolder{Person: personRef(person), Count: h.Count, AwardedAt: h.AwardedAt, Tag: orNull(h.Tag)}
	if h.Question != 0 {
		kind, question := string(posts.Question), questionRef(h.Question, h.Title)
		if h.Answer {
			kind = string(posts.Answer)
		}
		shown.PostID, shown.PostKind, shown.Question = &h.Post, &kind, &question
	}
	return shown
}
