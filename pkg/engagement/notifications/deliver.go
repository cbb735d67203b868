package notifications

import (
	"context"
	"time"

	"wellspring/pkg/kernel/id"
)

// Kind says what happened.
type Kind string

// The kinds of notifications. Question is a new one by a followed person or in a followed space; Answer a new one to
// one's own or a followed question; the others are about one's own post or comment.
const (
	Question Kind = "question"
	Answer   Kind = "answer"
	Comment  Kind = "comment"
	Accept   Kind = "accept"
	Edit     Kind = "edit"
	Votes    Kind = "votes"
	Closed   Kind = "closed"
	Reopened Kind = "reopened"
	// Mention is one's handle in a post or comment of somebody else.
	Mention Kind = "mention"
	// Suggestion is an edit of one's post that waits for one's decision; the other two are what became of one's own.
	Suggestion         Kind = "suggestion"
	SuggestionAccepted Kind = "suggestion-accepted"
	SuggestionRejected Kind = "suggestion-rejected"
	// BountyOffered is at one's own or a followed question, BountyAwarded at one's own answer, or by the rules to another's
	// where one offered it; the others are about a bounty that one offered.
	BountyOffered  Kind = "bounty-offered"
	BountyEnding   Kind = "bounty-ending"
	BountyAwarded  Kind = "bounty-awarded"
	BountyReturned Kind = "bounty-returned"
	// FromComment is one's answer that was a comment, ToComment the other way round.
	FromComment Kind = "from-comment"
	ToComment   Kind = "to-comment"
	// Badge and Privilege are about no question; recognition.go has them.
	Badge     Kind = "badge"
	Privilege Kind = "privilege"
	// FlagHelpful and FlagDeclined are what became of one's flag.
	FlagHelpful  Kind = "flag-helpful"
	FlagDeclined Kind = "flag-declined"
)

// maxSignal is how many people one signal names, which keeps its message below what NOTIFY takes.
const maxSignal = 100

// news is something that happened, and who may want to hear of it: To, and the followers of what follows names. By is
// zero where it stays secret who did it, and times is zero for what happened once.
type news struct {
	kind     Kind
	question id.Post
	post     id.Post
	comment  id.Comment
	by       id.User
	at       time.Time
	times    int
	to       []id.User
	follows  followed
}

type followed struct {
	question id.Post
	person   id.User
	space    id.Space
}

// Key names a notification in somebody's inbox by what happened. It stays the same when that happens once more. Badges and
// privileges have a Name and no Post.
type Key struct {
	Post    id.Post
	Kind    Kind
	Comment id.Comment
	Name    string
}

// Told says that a notification was delivered to People. Of them those Concerned are told because it was about them, the
// others for what they follow.
type Told struct {
	Key
	At        time.Time
	Concerned []id.User
	People    []int64
}

// deliver writes the news into the inbox of everybody concerned who may read it and did not do it, and tells their pages.
func (s *Service) deliver(ctx context.Context, n news) error {
	told, err := s.store.deliver(ctx, n)
	if err != nil {
		return err
	}
	if len(told) == 0 {
		return nil
	}
	about := Key{Post: n.post, Kind: n.kind, Comment: n.comment}
	if err := s.hear(ctx, Told{Key: about, At: n.at, Concerned: n.to, People: told}); err != nil {
		return err
	}
	s.tell(ctx, told)
	return nil
}

func (s *Service) tell(ctx context.Context, people []int64) {
	for len(people) > 0 {
		some := people[:min(len(people), maxSignal)]
		s.hub.Send(ctx, Changed, some...)
		people = people[len(some):]
	}
}
