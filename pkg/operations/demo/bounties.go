package demo

import (
	"context"
	"fmt"
	"time"

	"wellspring/pkg/engagement/bounties"
)

// bounty names a question by its title. One that was awarded went to the first answer.
type bounty struct {
	Person, Question, Note string
	Amount                 int
	DaysAgo                float64 `yaml:"daysAgo"`
	AwardedAfterDays       float64 `yaml:"awardedAfterDays"`
	ReturnedAfterDays      float64 `yaml:"returnedAfterDays"`
}

func (w *world) loadBounties(ctx context.Context) error {
	var all []bounty
	if err := decode("data/bounties.yaml", &all); err != nil {
		return err
	}
	offered := make([]bounties.Imported, 0, len(all))
	for _, b := range all {
		question, found := w.questions[b.Question]
		if !found {
			return fmt.Errorf("the demonstration has a bounty on what it does not hold: %s", b.Question)
		}
		at := w.now.Add(-days(b.DaysAgo)).Truncate(time.Second)
		offer := bounties.Imported{
			Question: question, Offerer: w.people[b.Person], Amount: b.Amount, Note: b.Note, OfferedAt: at, EndsAt: at.Add(bounties.Lasting),
		}
		if ended := at.Add(days(b.AwardedAfterDays + b.ReturnedAfterDays)); ended.After(at) {
			offer.EndedAt, offer.Outcome = &ended, bounties.Returned
		}
		if b.AwardedAfterDays > 0 {
			offer.Outcome, offer.Answer, offer.Paid, offer.Chosen = bounties.Awarded, w.answers[b.Question], b.Amount, true
		}
		offered = append(offered, offer)
	}
	_, _, err := w.Bounties.Import(ctx, "", offered)
	return err
}

func days(n float64) time.Duration { return hours(24 * n) }
