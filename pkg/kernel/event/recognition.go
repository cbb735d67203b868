package event

import "wellspring/pkg/kernel/id"

// BountyOffered says that somebody put part of their reputation, Amount, on a question.
type BountyOffered struct {
	Bounty   id.Bounty `json:"bounty"`
	Question id.Post   `json:"question"`
	Offerer  id.User   `json:"offerer"`
	Amount   int       `json:"amount"`
}

// BountyEnding says that a bounty ends within a day.
type BountyEnding struct {
	Bounty   id.Bounty `json:"bounty"`
	Question id.Post   `json:"question"`
	Offerer  id.User   `json:"offerer"`
	Amount   int       `json:"amount"`
}

// BountyAwarded says that an answer earned a bounty: by the offerer's choice, or by the published rules at its end.
type BountyAwarded struct {
	Bounty   id.Bounty `json:"bounty"`
	Question id.Post   `json:"question"`
	Offerer  id.User   `json:"offerer"`
	Answer   id.Post   `json:"answer"`
	Answerer id.User   `json:"answerer"`
	Amount   int       `json:"amount"`
	ByRules  bool      `json:"byRules"`
}

// BountyReturned says that a bounty ended without an answer that could earn it, and went back to who offered it.
type BountyReturned struct {
	Bounty   id.Bounty `json:"bounty"`
	Question id.Post   `json:"question"`
	Offerer  id.User   `json:"offerer"`
	Amount   int       `json:"amount"`
}

// BadgeAwarded says that a person earned a badge; Post is zero where it was not for one post.
type BadgeAwarded struct {
	User  id.User `json:"user"`
	Badge string  `json:"badge"`
	Class string  `json:"class"`
	Post  id.Post `json:"post,omitempty"`
}

// PrivilegeEarned says that a person's reputation reached what a privilege needs.
type PrivilegeEarned struct {
	User      id.User `json:"user"`
	Privilege string  `json:"privilege"`
}

// ThresholdsChanged says that an administrator chose what privileges need, by preset or one by one; the thresholds are
// by the name of the privilege.
type ThresholdsChanged struct {
	By           id.User        `json:"by"`
	PresetBefore string         `json:"presetBefore"`
	PresetAfter  string         `json:"presetAfter"`
	Before       map[string]int `json:"before"`
	After        map[string]int `json:"after"`
}

// PeopleMentioned says who was mentioned by @handle in a post, or in a comment on it when Comment is not zero. It
// names only those who may read the post, and who were not mentioned there before.
type PeopleMentioned struct {
	PostRef
	Comment   id.Comment `json:"comment,omitempty"`
	By        id.User    `json:"by"`
	Mentioned []id.User  `json:"mentioned"`
}

// The stable names.
func (BountyOffered) EventName() string     { return "bounty.offered" }
func (BountyEnding) EventName() string      { return "bounty.ending" }
func (BountyAwarded) EventName() string     { return "bounty.awarded" }
func (BountyReturned) EventName() string    { return "bounty.returned" }
func (BadgeAwarded) EventName() string      { return "badge.awarded" }
func (PrivilegeEarned) EventName() string   { return "privilege.earned" }
func (ThresholdsChanged) EventName() string { return "thresholds.changed" }
func (PeopleMentioned) EventName() string   { return "people.mentioned" }
