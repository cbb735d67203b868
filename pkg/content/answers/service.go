package answers

import (
	"wellspring/pkg/content/posts"
	"wellspring/pkg/content/questions"
	"wellspring/pkg/platform/bus"
	"wellspring/pkg/platform/db"
)

// Service carries out the use cases of answers.
type Service struct {
	db        *db.DB
	bus       *bus.Bus
	posts     *posts.Service
	questions *questions.Service
	store     store
}

// New makes the service.
func New(database *db.DB, events *bus.Bus, trunk *posts.Service, asking *questions.Service) *Service {
	return &Service{db: database, bus: events, posts: trunk, questions: asking, store: store{database}}
}
