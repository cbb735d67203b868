package answers

import (
	"wellspring/pkg/content/posts"
	"wellspring/pkg/platform/bus"
	"wellspring/pkg/platform/db"
)

// Service carries out the use cases of answers.
type Service struct {
	db    *db.DB
	bus   *bus.Bus
	posts *posts.Service
	store store
}

// New makes the service.
func New(database *db.DB, events *bus.Bus, trunk *posts.Service) *Service {
	return &Service{db: database, bus: events, posts: trunk, store: store{database}}
}
