package reviews

import (
	"context"

	"wellspring/pkg/content/answers"
	"wellspring/pkg/content/comments"
	"wellspring/pkg/content/flags"
	"wellspring/pkg/content/moderation"
	"wellspring/pkg/content/posts"
	"wellspring/pkg/content/questions"
	"wellspring/pkg/content/suggestions"
	"wellspring/pkg/discovery/search"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/clock"
	"wellspring/pkg/platform/db"
)

// Dependencies are what the service works with. Actor gives a person as a use case sees them.
type Dependencies struct {
	DB          *db.DB
	Clock       clock.Clock
	Actor       func(context.Context, id.User) (authz.Actor, error)
	Posts       *posts.Service
	Questions   *questions.Service
	Answers     *answers.Service
	Comments    *comments.Service
	Moderation  *moderation.Service
	Flags       *flags.Service
	Suggestions *suggestions.Service
	Search      *search.Service
}

// Service keeps the queues.
type Service struct {
	Dependencies
	store store
}

// New makes the service.
func New(d Dependencies) *Service { return &Service{d, store{d.DB}} }
