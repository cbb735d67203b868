// Package units holds the organisation chart: departments, teams and sites in a tree. People belong to a unit and
// spaces may; neither is kept here. Start at Service.
package units

import (
	"context"
	"time"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/clock"
	"wellspring/pkg/platform/db"
)

// Kind says what a unit is.
type Kind string

// The kinds.
const (
	Department Kind = "department"
	Team       Kind = "team"
	Site       Kind = "site"
)

// Unit is a node of the organisation chart.
type Unit struct {
	ID id.Unit
	// Parent is 0 at the top.
	Parent id.Unit
	Name   string
	Kind   Kind
	// Manager is 0 where nobody leads the unit.
	Manager   id.User
	People    int
	CreatedAt time.Time
}

// Service has the use cases of units.
type Service struct {
	db    *db.DB
	clock clock.Clock
	store store
}

// New makes the service.
func New(database *db.DB, now clock.Clock) *Service {
	return &Service{db: database, clock: now, store: store{database}}
}

// List gives the whole chart, parents before their children; it is for people of the organisation only.
func (s *Service) List(ctx context.Context, actor authz.Actor) ([]Unit, error) {
	if err := actor.MustSignIn(); err != nil {
		return nil, err
	}
	return s.store.list(ctx)
}
