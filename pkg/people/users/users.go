// Package users holds the people: their accounts, profiles and roles, and the few settings of the organisation they
// work in. It does not sign anybody in (people/auth does) and holds no posts: what a profile counts, it reads from
// the tables of others, limited to what its reader may read. Start at Service; a file is a use case.
package users

import (
	"context"
	"time"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/event"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/bus"
	"wellspring/pkg/platform/clock"
	"wellspring/pkg/platform/db"
	"wellspring/pkg/platform/password"
	"wellspring/pkg/platform/signal"
)

// State says what an account can do.
type State string

// The states. An imported person wrote in another system and becomes active by a claim.
const (
	Active   State = "active"
	Imported State = "imported"
	Disabled State = "disabled"
)

// Summary is a person as lists show them. The counts hold what the reader may read and is not deleted.
type Summary struct {
	ID     id.User
	Handle string
	// Avatar is the key of the person's picture; empty for none.
	Avatar string
	Name   string
	// Unit is the name of the person's unit; empty for none.
	Unit          string
	Title         string
	Reputation    int
	Role          authz.Role
	State         State
	QuestionCount int
	AnswerCount   int
	JoinedAt      time.Time
}

// Profile is a person as their own page shows them.
type Profile struct {
	Summary
	About         string
	AboutHTML     string
	Location      string
	Website       string
	AcceptedCount int
	Badges        Badges
	LastSeenAt    *time.Time
	TopTags       []TopTag
	// CanClaim tells that the reader may invite this person to take over the imported account.
	CanClaim bool
}

// Badges counts a person's badges by class.
type Badges struct{ Gold, Silver, Bronze int }

// TopTag is a tag with what a person earned in it: the score of their posts, and how many those are.
type TopTag struct {
	Name  string
	Score int
	Posts int
}

// Me is a person as only they themselves see them.
type Me struct {
	Profile
	Email      string
	Language   string
	Theme      string
	SingleKeys bool
}

// Dependencies are what the service works with. Render makes sanitised HTML from Markdown.
type Dependencies struct {
	DB      *db.DB
	Bus     *bus.Bus
	Clock   clock.Clock
	Signals *signal.Hub
	Hasher  *password.Hasher
	Render  func(markdown string) string
}

// Service has the use cases of people.
type Service struct {
	Dependencies
	store store
}

// New makes the service.
func New(d Dependencies) *Service { return &Service{Dependencies: d, store: store{d.DB}} }

// changed tells everybody that a person is not as they were. The signal is sent here, and not by a subscriber,
// because a disabled account must be refused at once.
func (s *Service) changed(ctx context.Context, person id.User) error {
	s.Signals.Send(ctx, signal.Person, int64(person))
	return s.Bus.Publish(ctx, event.ProfileEdited{User: person})
}
