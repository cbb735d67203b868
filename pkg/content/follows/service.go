package follows

import (
	"wellspring/pkg/content/posts"
	"wellspring/pkg/people/spaces"
	"wellspring/pkg/people/users"
	"wellspring/pkg/platform/clock"
	"wellspring/pkg/platform/db"
)

// Service carries out the use cases of follows.
type Service struct {
	db     *db.DB
	clock  clock.Clock
	posts  *posts.Service
	users  *users.Service
	spaces *spaces.Service
	store  store
}

// New makes the service.
func New(database *db.DB, now clock.Clock, trunk *posts.Service, people *users.Service, places *spaces.Service) *Service {
	return &Service{db: database, clock: now, posts: trunk, users: people, spaces: places, store: store{database}}
}
