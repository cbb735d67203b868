// Package leaderboards ranks people by what they contributed in a period. A rank is computed when it is read, from
// the ledger and the posts themselves, so it can never differ from them; equal figures share a rank. Start at Board.
package leaderboards

import (
	"context"
	"time"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/kernel/page"
	"wellspring/pkg/platform/clock"
	"wellspring/pkg/platform/db"
)

// Period is how far back a board looks: calendar periods in UTC, the current one.
type Period string

// The periods.
const (
	Week    Period = "week"
	Month   Period = "month"
	Quarter Period = "quarter"
	Year    Period = "year"
	All     Period = "all"
)

// Measure is what a board counts.
type Measure string

// The measures.
const (
	Reputation      Measure = "reputation"
	Answers         Measure = "answers"
	AcceptedAnswers Measure = "acceptedAnswers"
)

// neighbours is how many people are shown above and below oneself.
const neighbours = 2

// Place is one person's place on a board.
type Place struct {
	Rank  int
	User  id.User
	Value int
}

// Standing is one's own place with those around it.
type Standing struct {
	Place
	Neighbours []Place
}

// Board is one page of a ranking. From is zero for all time.
type Board struct {
	page.List[Place]
	From, To time.Time
	Me       *Standing
}

// Boards computes rankings.
type Boards struct {
	store store
	clock clock.Clock
}

// New makes the boards.
func New(database *db.DB, now clock.Clock) *Boards { return &Boards{store{database}, now} }

// Board ranks people by a measure over a period, and finds the actor's own standing. Posts count where the actor
// may read them.
func (b *Boards) Board(ctx context.Context, actor authz.Actor, period Period, by Measure, request page.Request) (Board, error) {
	request = request.Normal()
	now := b.clock.Now()
	board := Board{From: start(period, now), To: now}
	board.Request = request
	ranked := b.store.ranking(by, board.From, actor.Spaces)
	var err error
	if board.Items, board.Total, err = b.store.places(ctx, ranked, request); err != nil {
		return Board{}, err
	}
	if actor.SignedIn() {
		board.Me, err = b.store.standing(ctx, ranked, actor.User)
	}
	return board, err
}

// start is the first moment of the current period; weeks begin on Monday.
func start(period Period, now time.Time) time.Time {
	year, month, day := now.Date()
	switch period {
	case Week:
		back := (int(now.Weekday()) + 6) % 7
		return time.Date(year, month, day-back, 0, 0, 0, 0, time.UTC)
	case Month:
		return time.Date(year, month, 1, 0, 0, 0, 0, time.UTC)
	case Quarter:
		return time.Date(year, month-(month-1)%3, 1, 0, 0, 0, 0, time.UTC)
	case Year:
		return time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC)
	case All:
	}
	return time.Time{}
}
