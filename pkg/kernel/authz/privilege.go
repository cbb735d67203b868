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

// Thresholds maps each privilege to the reputation it needs.
type Thresholds map[Privilege]int

// Privileges lists all privileges in rising order of what they unlock.
func Privileges() []Privilege {
	return []Privilege{Ask, Reply, VoteUp, Comment, VoteDown, EditTags, Edit, Close, SeeGone}
}

// Preset gives the thresholds of a named preset: team, balanced or public; unknown names give team's.
func Preset(name string) Thresholds {
	switch name {
	case "public":
		return Thresholds{Ask: 0, Reply: 0, VoteUp: 15, Comment: 50, VoteDown: 125, EditTags: 1500, Edit: 2000, Close: 3000, SeeGone: 10000}
	case "balanced":
		return Thresholds{Ask: 0, Reply: 0, VoteUp: 1, Comment: 1, VoteDown: 50, EditTags: 200, Edit: 500, Close: 1000, SeeGone: 2000}
	default:
		return Thresholds{Ask: 0, Reply: 0, VoteUp: 1, Comment: 1, VoteDown: 1, EditTags: 1, Edit: 1, Close: 1000, SeeGone: 1000}
	}
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
