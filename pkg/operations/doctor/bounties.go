package doctor

import (
	"context"
	"fmt"
)

// bounties are no counters: what somebody offered or earned cannot be mended by counting.
func (s *Service) bounties(ctx context.Context) Finding {
	found, err := s.Bounties.Drift(ctx)
	if err != nil {
		return Finding{"bounties", Fail, err.Error(), "See the server's log."}
	}
	if len(found) == 0 {
		return Finding{Name: "bounties", State: OK, Detail: "the ledger holds what was offered and earned"}
	}
	first := drift{found[0].Counter, found[0].ID, found[0].Have, found[0].Want}
	return Finding{
		"bounties", Fail, fmt.Sprintf("the ledger of %d people does not hold what they offered and earned: %s", len(found), first),
		"Compare the tables bounties and reputation_entries of these people, and report it as a defect.",
	}
}
