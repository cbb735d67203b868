// Package badges awards badges for what people do, and tells which there are and who holds which. What earns a badge is one
// entry in the tables of rules_*.go: words, and a statement over posts, votes and acts. An event only notes whom it touched
// (react.go); a chore looks those few up soon after (award.go), another one finds what time brought, and recompute.go goes
// through everything that was there before its rule. All three take the same statements, and the key of the awards' table
// sees to it that nobody is awarded twice. A badge is never lost; only an import takes back what its source no longer holds.
//
// Reputation that is seen to rise past what a privilege needs is told here too (privileges.go). Start at Rules and Award.
package badges

import (
	"context"
	"time"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/bus"
	"wellspring/pkg/platform/clock"
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

// Held is a badge of a person: how often it was awarded, and when last. One for a tag names it, and is empty where the
// reader may not see the tag.
type Held struct {
	Badge     int64
	Rule      string
	Name      string
	Class     Class
	TagBased  bool
	Tag       string
	Count     int
	AwardedAt time.Time
}

// Counts are a person's badges by class.
type Counts struct {
	Gold   int
	Silver int
	Bronze int
}

// Dependencies are what the service works with.
type Dependencies struct {
	DB    *db.DB
	Bus   *bus.Bus
	Clock clock.Clock
	// Thresholds gives what privileges need.
	Thresholds func(context.Context) (authz.Thresholds, error)
}

// Service has the use cases of badges.
type Service struct {
	Dependencies
	store store
}

// New makes the service.
func New(d Dependencies) *Service { return &Service{Dependencies: d, store: store{d.DB}} }

// ListOf gives a person's badges, gold before silver before bronze, and the newest first within.
func (s *Service) ListOf(ctx context.Context, actor authz.Actor, person id.User) ([]Held, error) {
	return s.store.listOf(ctx, actor, person)
}

// CountsOf counts a person's badges, each as often as it was awarded.
func (s *Service) CountsOf(ctx context.Context, person id.User) (Counts, error) {
	return s.store.countsOf(ctx, person)
}

// Declare has the database know the badges of this program, which is part of bringing it to the program's version.
func Declare(ctx context.Context, database *db.DB) error {
	return store{database}.declare(ctx, Rules())
}
