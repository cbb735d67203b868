// Package badges keeps which badges there are and who was awarded which. A badge is awarded for what somebody did, as
// often as they did it, and is never lost; only an import takes back what its source no longer holds. Start at ListOf.
package badges

import (
	"context"
	"time"

	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/db"
)

// Class is how rare a badge is.
type Class string

// The classes, from the rarest.
const (
	Gold   Class = "gold"
	Silver Class = "silver"
	Bronze Class = "bronze"
)

// Held is a badge of a person: how often it was awarded, and when last.
type Held struct {
	Name      string
	Class     Class
	TagBased  bool
	Count     int
	AwardedAt time.Time
}

// Counts are a person's badges by class.
type Counts struct {
	Gold   int
	Silver int
	Bronze int
}

// Service has the use cases of badges.
type Service struct {
	db    *db.DB
	store store
}

// New makes the service.
func New(database *db.DB) *Service { return &Service{db: database, store: store{database}} }

// ListOf gives a person's badges, gold before silver before bronze, and the newest first within.
func (s *Service) ListOf(ctx context.Context, person id.User) ([]Held, error) {
	return s.store.listOf(ctx, person)
}

// CountsOf counts a person's badges, each as often as it was awarded.
func (s *Service) CountsOf(ctx context.Context, person id.User) (Counts, error) {
	return s.store.countsOf(ctx, person)
}
