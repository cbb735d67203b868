package bounties

import (
	"context"
	"time"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/id"
)

// Outcome is how a bounty ended.
type Outcome string

// The outcomes. Only what was imported lapses: it went to nobody, and was not returned.
const (
	Awarded  Outcome = "awarded"
	Returned Outcome = "returned"
	Lapsed   Outcome = "lapsed"
)

// Imported is a bounty of another system or of the demonstration. EndedAt is nil, and Outcome empty, while it runs. Paid
// is what Answer got of Amount; Chosen says that the offerer awarded it. Offerer is zero where they have no account here.
type Imported struct {
	Question  id.Post    `json:"question_id"`
	Offerer   id.User    `json:"offerer_id"`
	Amount    int        `json:"amount"`
	Note      string     `json:"note"`
	OfferedAt time.Time  `json:"offered_at"`
	EndsAt    time.Time  `json:"ends_at"`
	EndedAt   *time.Time `json:"ended_at"`
	Outcome   Outcome    `json:"outcome"`
	Answer    id.Post    `json:"answer_id"`
	Paid      int        `json:"paid"`
	Chosen    bool       `json:"chosen"`
}

// Import makes the bounties of a site exactly these, and tells how many are new and how many went; those that stayed keep
// their ids. Without a site it only adds. Nothing is published and the ledger stays as it is: an import writes that itself.
func (s *Service) Import(ctx context.Context, site string, bounties []Imported) (added, removed int, err error) {
	err = s.DB.InTx(ctx, func(ctx context.Context) error {
		if site != "" {
			if removed, err = s.store.dropStale(ctx, site, bounties); err != nil {
				return err
			}
		}
		added, err = s.store.addMissing(ctx, site, bounties)
		return err
	})
	return added, removed, err
}

// Drift finds people whose ledger does not hold what the bounties they offered and earned here come to.
func (s *Service) Drift(ctx context.Context) ([]posts.Drift, error) { return s.store.drift(ctx) }
