package badges

import "context"

// Recomputed is what a rule awarded when everything was gone through.
type Recomputed struct {
	Rule   Rule
	Awards int
}

// Recompute awards whatever the rules find in all that is there, each dated when it was earned, and tells nobody: it is no
// news. It may run beside the server, be interrupted, and run again. done hears of each rule.
func (s *Service) Recompute(ctx context.Context, done func(Recomputed)) error {
	// What was earned a moment ago is news; it must not be taken for old.
	if err := s.Award(ctx); err != nil {
		return err
	}
	for _, rule := range Rules() {
		awards := 0
		err := s.DB.InTx(ctx, func(ctx context.Context) error {
			found, err := s.store.award(ctx, &rule, nil, s.Clock.Now(), false)
			awards = len(found)
			return err
		})
		if err != nil {
			return err
		}
		done(Recomputed{Rule: rule, Awards: awards})
	}
	return s.DB.InTx(ctx, s.store.settlePeaks)
}
