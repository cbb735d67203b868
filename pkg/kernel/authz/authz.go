// Package authz says who acts: the person behind a request, what people gave them (role, spaces)
// and what they earned (reputation). Policies elsewhere are pure functions over an Actor. Start at Actor.
package authz

import (
	"slices"

	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
)

// Role is a power given by people, unlike a privilege, which reputation unlocks.
type Role string

// The roles, in rising order of power over content; a manager sees figures, not more content.
const (
	Member    Role = "member"
	Manager   Role = "manager"
	Moderator Role = "moderator"
	Admin     Role = "admin"
)

// Actor is who asks for something. The zero Actor is a visitor who reads nothing.
type Actor struct {
	User       id.User
	Session    id.Session
	Name       string
	Role       Role
	Reputation int
	Language   string
	// Spaces are those the actor may read, in rising order.
	Spaces []id.Space
	// Memberships are the spaces the actor is a member of, in rising order.
	Memberships []id.Space
	// Thresholds are the organisation's privileges: the reputation each one needs.
	Thresholds Thresholds
}

// SignedIn tells a person from a visitor.
func (a Actor) SignedIn() bool { return a.User != 0 }

// Moderates tells whether the actor keeps order in the whole organisation.
func (a Actor) Moderates() bool { return a.Role == Moderator || a.Role == Admin }

// Administers tells whether the actor runs the organisation's Wellspring.
func (a Actor) Administers() bool { return a.Role == Admin }

// Reads tells whether the actor may see what lies in a space.
func (a Actor) Reads(space id.Space) bool {
	_, found := slices.BinarySearch(a.Spaces, space)
	return found
}

// MustSignIn refuses visitors.
func (a Actor) MustSignIn() error {
	if !a.SignedIn() {
		return fault.SignInFirst("Sign in to do this.")
	}
	return nil
}
