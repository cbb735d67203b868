package demo

import (
	"context"
	"time"

	"wellspring/pkg/content/comments"
	"wellspring/pkg/content/drafts"
	"wellspring/pkg/content/flags"
	"wellspring/pkg/content/follows"
	"wellspring/pkg/content/moderation"
	"wellspring/pkg/content/posts"
	"wellspring/pkg/content/saves"
	"wellspring/pkg/content/suggestions"
	"wellspring/pkg/content/tags"
	"wellspring/pkg/content/templates"
	"wellspring/pkg/content/uploads"
	"wellspring/pkg/content/votes"
	"wellspring/pkg/discovery/search"
	"wellspring/pkg/engagement/badges"
	"wellspring/pkg/engagement/bounties"
	"wellspring/pkg/engagement/notifications"
	"wellspring/pkg/engagement/reputation"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/operations/reviews"
	"wellspring/pkg/people/spaces"
	"wellspring/pkg/people/units"
	"wellspring/pkg/people/users"
	"wellspring/pkg/platform/clock"
	"wellspring/pkg/platform/db"
	"wellspring/pkg/platform/password"
)

// Dependencies are the services that take the demonstration in.
type Dependencies struct {
	DB            *db.DB
	Clock         clock.Clock
	Hasher        *password.Hasher
	Users         *users.Service
	Units         *units.Service
	Spaces        *spaces.Service
	Tags          *tags.Service
	Posts         *posts.Service
	Suggestions   *suggestions.Service
	Comments      *comments.Service
	Votes         *votes.Service
	Saves         *saves.Service
	Drafts        *drafts.Service
	Follows       *follows.Service
	Templates     *templates.Service
	Bounties      *bounties.Service
	Uploads       *uploads.Service
	Flags         *flags.Service
	Moderation    *moderation.Service
	Reputation    *reputation.Ledger
	Badges        *badges.Service
	Notifications *notifications.Service
	Reviews       *reviews.Service
	Search        *search.Service
}

// Service loads the demonstration.
type Service struct{ Dependencies }

// New makes the service.
func New(d Dependencies) *Service { return &Service{d} }

// world is what a load has made so far.
type world struct {
	*Service
	// today is the first moment of the day on which ages count back.
	today time.Time
	now   time.Time
	org   organisation

	units  map[string]id.Unit
	people map[string]id.User
	joined map[string]time.Time
	spaces map[string]id.Space
	// members are the handles that may read a space; nil for everybody.
	members map[string][]string
	// questions, and the first answer of each, by the question's title.
	questions map[string]id.Post
	answers   map[string]id.Post
}

// Loaded tells whether the demonstration is there.
func (s *Service) Loaded(ctx context.Context) (bool, error) {
	organisation, err := s.Users.Organisation(ctx)
	return organisation.Demonstration, err
}

// Load loads the demonstration in one transaction. It refuses where people are, since its cast and spaces would mix
// with theirs.
func (s *Service) Load(ctx context.Context) error {
	org, err := readOrganisation()
	if err != nil {
		return err
	}
	questions, err := readQuestions()
	if err != nil {
		return err
	}
	hash, err := s.Hasher.Hash(ctx, users.DemonstrationPassword)
	if err != nil {
		return err
	}
	return s.DB.InTx(ctx, func(ctx context.Context) error {
		if err := s.mustBeEmpty(ctx); err != nil {
			return err
		}
		now := s.Clock.Now()
		w := &world{Service: s, now: now, today: now.Truncate(24 * time.Hour), org: org}
		for _, step := range []func(context.Context) error{
			w.loadUnits,
			func(ctx context.Context) error { return w.loadPeople(ctx, hash) },
			w.loadSpaces, w.loadTags,
			func(ctx context.Context) error { return w.loadThreads(ctx, questions) },
			w.loadHabits, w.loadSuggestions, w.loadBounties, w.fillInboxes, w.finish, w.loadReviews, w.recognise,
		} {
			if err := step(ctx); err != nil {
				return err
			}
		}
		return nil
	})
}

func (s *Service) mustBeEmpty(ctx context.Context) error {
	empty, err := s.Users.IsEmpty(ctx)
	if err == nil && !empty {
		return fault.Conflict("not-empty", "There are people here already. Load the demonstration into an empty data folder.")
	}
	return err
}

// finish brings every figure in line with what was loaded, and names the organisation.
func (w *world) finish(ctx context.Context) error {
	if err := w.Posts.Recount(ctx); err != nil {
		return err
	}
	if err := w.Tags.Recount(ctx); err != nil {
		return err
	}
	if err := w.Reputation.FromVotes(ctx); err != nil {
		return err
	}
	if err := w.Search.NoteEverything(ctx); err != nil {
		return err
	}
	yes := true
	root := authz.Actor{User: w.people["root"], Role: authz.Admin}
	// Whoever is new here suggests edits; a team where everybody edits at once would show none.
	thresholds := authz.Preset(authz.Team)
	thresholds[authz.Edit] = 100
	if err := w.Users.ChooseThresholds(ctx, root, users.ThresholdChoice{Preset: authz.Custom, Custom: thresholds}); err != nil {
		return err
	}
	return w.Users.ChangeOrganisation(ctx, root, users.OrganisationChange{
		Name: &w.org.Organisation.Name, Tagline: &w.org.Organisation.Tagline, Demonstration: &yes,
	})
}
