package reputation

import (
	"cmp"
	"context"
	"slices"

	"wellspring/pkg/kernel/event"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/clock"
	"wellspring/pkg/platform/db"
	"wellspring/pkg/platform/signal"
)

// Ledger writes and reads reputation.
type Ledger struct {
	store store
	clock clock.Clock
	hub   *signal.Hub
}

// New makes the ledger; hub hears of each person whose reputation moved.
func New(database *db.DB, now clock.Clock, hub *signal.Hub) *Ledger {
	return &Ledger{store: store{database}, clock: now, hub: hub}
}

// cause names one gain or loss: whose, why, for which post, and through whom.
type cause struct {
	user   id.User
	reason Reason
	post   id.Post
	by     id.User
}

// OnAccountRegistered grants the base that everybody starts with.
func (l *Ledger) OnAccountRegistered(ctx context.Context, e event.AccountRegistered) error {
	return l.GrantBase(ctx, []id.User{e.User})
}

// OnVoteCast takes back what the vote before had given and grants what the vote now gives.
func (l *Ledger) OnVoteCast(ctx context.Context, e event.VoteCast) error {
	return l.settle(ctx, e.Post, voteCauses(e, e.Before), voteCauses(e, e.After))
}

func voteCauses(e event.VoteCast, value int) []cause {
	up := QuestionUpvoted
	if e.Kind == "answer" {
		up = AnswerUpvoted
	}
	switch {
	case value > 0:
		return []cause{{e.Author, up, e.Post, e.Voter}}
	case value < 0 && e.Kind == "answer":
		return []cause{{e.Author, PostDownvoted, e.Post, e.Voter}, {e.Voter, DownvotedAnswer, e.Post, e.Voter}}
	case value < 0:
		return []cause{{e.Author, PostDownvoted, e.Post, e.Voter}}
	default:
		return nil
	}
}

// OnAnswerAccepted credits the answerer and the asker, unless they are one person.
func (l *Ledger) OnAnswerAccepted(ctx context.Context, e event.AnswerAccepted) error {
	return l.settle(ctx, e.Answer, nil, acceptCauses(e.Answer, e.Answerer, e.Asker))
}

// OnAnswerUnaccepted takes that credit back.
func (l *Ledger) OnAnswerUnaccepted(ctx context.Context, e event.AnswerUnaccepted) error {
	return l.settle(ctx, e.Answer, acceptCauses(e.Answer, e.Answerer, e.Asker), nil)
}

func acceptCauses(answer id.Post, answerer, asker id.User) []cause {
	if answerer == asker {
		return nil
	}
	return []cause{{answerer, AnswerAccepted, answer, asker}, {asker, AcceptedAnAnswer, answer, asker}}
}

// OnSuggestionAccepted credits who suggested the edit, until all their edits have brought as much as edits may.
func (l *Ledger) OnSuggestionAccepted(ctx context.Context, e event.SuggestionAccepted) error {
	if e.Suggester == 0 {
		return nil
	}
	people := []id.User{e.Suggester}
	// Two suggestions of one person that are accepted at once must count each other.
	if err := l.store.lock(ctx, people); err != nil {
		return err
	}
	credit := grantEdit(cause{e.Suggester, EditApproved, e.Post, e.By}, l.clock.Now())
	return l.write(ctx, people, []id.Post{e.Post}, []change{credit})
}

// settle writes undoing entries for old causes and granting ones for new, all about one post. People without an
// account here (imported names) earn nothing.
func (l *Ledger) settle(ctx context.Context, post id.Post, old, fresh []cause) error {
	people := affected(old, fresh)
	if len(people) == 0 {
		return nil
	}
	now := l.clock.Now()
	var changes []change
	for _, c := range old {
		if c.user != 0 {
			changes = append(changes, takeBack(c, now))
		}
	}
	for _, c := range fresh {
		if c.user != 0 {
			changes = append(changes, grant(c, now))
		}
	}
	return l.write(ctx, people, []id.Post{post}, changes)
}

// affected are the people concerned, in rising order: so they are locked, and two settlements never wait for each other.
func affected(lists ...[]cause) []id.User {
	var people []id.User
	for _, list := range lists {
		for i := range list {
			if list[i].user != 0 {
				people = append(people, list[i].user)
			}
		}
	}
	slices.SortFunc(people, cmp.Compare)
	return slices.Compact(people)
}

// write carries changes out and tells whose reputation may have moved.
func (l *Ledger) write(ctx context.Context, people []id.User, posts []id.Post, changes []change) error {
	if err := l.store.write(ctx, people, posts, changes, l.clock.Now()); err != nil {
		return err
	}
	for _, person := range people {
		l.hub.Send(ctx, signal.Person, int64(person))
	}
	return nil
}
