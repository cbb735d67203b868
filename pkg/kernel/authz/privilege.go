package authz

import "wellspring/pkg/kernel/fault"

// Privilege names something that reputation unlocks.
type Privilege string

// The privileges of the exchange.
const (
	Ask      Privilege = "ask"
	Reply    Privilege = "answer"
	VoteUp   Privilege = "vote-up"
	Comment  Privilege = "comment"
	VoteDown Privilege = "vote-down"
	EditTags Privilege = "edit-tag-wiki"
	Edit     Privilege = "edit"
	Close    Privilege = "close"
	SeeGone  Privilege = "see-deleted"
)

// Privileges lists all privileges in rising order of what they unlock.
func Privileges() []Privilege {
	return []Privilege{Ask, Reply, VoteUp, Comment, VoteDown, EditTags, Edit, Close, SeeGone}
}

// base is what everybody starts with. What it unlocks is never lost, however the votes go: a person who was voted
// down must still be able to take part, or they could never recover.
const base = 1

// Has tells whether the actor's role or reputation unlocks the privilege. A moderator has all.
func (a Actor) Has(p Privilege) bool {
	return a.SignedIn() && (a.Moderates() || max(a.Reputation, base) >= a.Thresholds[p])
}

// Need refuses with the reputation that is missing, and says how to earn it.
func (a Actor) Need(p Privilege) error {
	if err := a.MustSignIn(); err != nil {
		return err
	}
	if a.Has(p) {
		return nil
	}
	return fault.Forbidden("This needs %d reputation; you have %d. Helpful questions and answers earn it.", a.Thresholds[p], a.Reputation)
}
