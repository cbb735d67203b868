package moderation

import (
	"wellspring/pkg/content/posts"
	"wellspring/pkg/platform/clock"
	"wellspring/pkg/platform/db"
)

// Service carries out the use cases of keeping order.
type Service struct {
	db    *db.DB
	clock clock.Clock
	posts *posts.Service
	store store
}

// New makes the service.
func New(database *db.DB, now clock.Clock, trunk *posts.Service) *Service {
	return &Service{db: database, clock: now, posts: trunk, store: store{database}}
}
