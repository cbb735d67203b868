package badges

import (
	"context"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/event"
	"wellspring/pkg/kernel/id"
)

// noticePrivileges publishes the privileges that people's reputation has reached for the first time. Whoever has one from
// the start, or by role, did not earn it.
func (s *Service) noticePrivileges(ctx context.Context, people []id.User) error {
	risen, err := s.store.raisePeaks(ctx, people)
	if err != nil || len(risen) == 0 {
		return err
	}
	thresholds, err := s.Thresholds(ctx)
	if err != nil {
		return err
	}
	for _, r := range risen {
		for _, privilege := range authz.Privileges() {
			before := authz.Actor{User: r.UserID, Role: r.Role, Reputation: r.Before, Thresholds: thresholds}
			after := before
			after.Reputation = r.After
			if before.Has(privilege) || !after.Has(privilege) {
				continue
			}
			if err := s.Bus.Publish(ctx, event.PrivilegeEarned{User: r.UserID, Privilege: string(privilege)}); err != nil {
				return err
			}
		}
	}
	return nil
}
