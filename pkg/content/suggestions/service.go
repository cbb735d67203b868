package suggestions

import (
	"wellspring/pkg/content/answers"
	"wellspring/pkg/content/posts"
	"wellspring/pkg/content/questions"
	"wellspring/pkg/platform/bus"
	"wellspring/pkg/platform/clock"
	"wellspring/pkg/platform/db"
)

// Deps are what the service works with.
type Deps struct {
	DB        *db.DB
	Bus       *bus.Bus
	Clock     clock.Clock
	Posts     *posts.Service
	Questions *questions.Service
	Answers   *answers.Service
}

// Service carries out the use cases of suggested edits.
type Service struct {
	Deps
	store store
}

// New makes the service.
func New(deps Deps) *Service { return &Service{Deps: deps, store: store{deps.DB}} }
