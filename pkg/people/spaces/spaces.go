// Package spaces holds the spaces in which posts live, who is a member of them, and the one rule of who may read
// what: Visible, which every list, count and search of the product uses. A role gives no access to a members-only
// space: an administrator who needs to read one becomes a member, which others see. Start at Visible and Service.
package spaces

import (
	"time"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/bus"
	"wellspring/pkg/platform/clock"
	"wellspring/pkg/platform/db"
	"wellspring/pkg/platform/signal"
)

// Visibility says who may read a space.
type Visibility string

// The visibilities, from the widest to the narrowest.
const (
	Public       Visibility = "public"
	Organisation Visibility = "organisation"
	Members      Visibility = "members"
)

// Space is a space as a reader sees it.
type Space struct {
	ID          id.Space
	Slug        string
	Name        string
	Description string
	Visibility  Visibility
	// Reason says why a members-only space is closed to others; empty for the other ones.
	Reason string
	// Color is #rrggbb.
	Color string
	// Unit is the name of the unit the space belongs to; empty for none.
	Unit string
	// IsDefault marks the space of questions that name none; everybody is a member of it.
	IsDefault bool
	CreatedAt time.Time
	// QuestionCount leaves deleted questions out.
	QuestionCount int
	MemberCount   int
	IsMember      bool
	CanAsk        bool
}

// Service has the use cases of spaces.
type Service struct {
	db      *db.DB
	bus     *bus.Bus
	clock   clock.Clock
	signals *signal.Hub
	store   store
}

// New makes the service.
func New(database *db.DB, events *bus.Bus, now clock.Clock, signals *signal.Hub) *Service {
	return &Service{db: database, bus: events, clock: now, signals: signals, store: store{database}}
}

// canAsk is the policy of who may ask in a space that they can read.
func canAsk(actor authz.Actor, visibility Visibility, isMember bool) bool {
	return actor.Has(authz.Ask) && (visibility != Members || isMember)
}
