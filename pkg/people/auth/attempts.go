package auth

import (
	"context"
	"math"
	"time"

	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/platform/ratelimit"
)

// The limits of failed attempts. Where somebody has signed in before, only their own failures there count, so that
// an attacker elsewhere cannot lock the owner out. Everybody else who tries one account waits longer and longer.
const (
	shortWindow = 15 * time.Minute
	longWindow  = time.Hour
	// perPlace bounds the failures of one account from one address in the short window, since its last success there.
	perPlace = 10
	// perAddress bounds the failures from one address over all accounts in the short window; many people may share it.
	perAddress = 100
	// perAccount is the number of failures of one account from anywhere in the long window after which those who
	// come from an address without an earlier success have to wait: one second, then twice as long each time.
	perAccount = 20
	longestGap = 5 * time.Minute
)

// tally is what the attempts of the recent past add up to. Place and Address count the present attempt.
type tally struct {
	// Known tells that this account has signed in from this address before.
	Known       bool
	Place       int
	PlaceFrom   *time.Time
	Address     int
	AddressFrom *time.Time
	Account     int
	AccountLast *time.Time
}

// admit notes the attempt as failed, which it stays until the password proves right, and refuses it when there
// were too many. A refused attempt leaves no trace, so that waiting always helps.
func (s *Service) admit(ctx context.Context, email string, from Client) (attempt int64, err error) {
	now, address := s.Clock.Now(), ratelimit.Address(from.Address)
	attempt, err = s.store.insertAttempt(ctx, email, address, now)
	if err != nil {
		return 0, err
	}
	counted, err := s.store.tally(ctx, attempt, email, address, now)
	if err != nil {
		return 0, err
	}
	wait := counted.wait(now)
	if wait <= 0 {
		return attempt, nil
	}
	if err := s.store.deleteAttempt(ctx, attempt); err != nil {
		return 0, err
	}
	return 0, fault.TooMany(wait, "These were too many failed attempts to sign in. Try again in %d seconds.", int(math.Ceil(wait.Seconds())))
}

// wait tells how long the next attempt has to wait; nothing or less means that it may pass.
func (t tally) wait(now time.Time) time.Duration {
	var wait time.Duration
	if t.Place > perPlace && t.PlaceFrom != nil {
		wait = max(wait, t.PlaceFrom.Add(shortWindow).Sub(now))
	}
	if t.Known {
		return wait
	}
	if t.Address > perAddress && t.AddressFrom != nil {
		wait = max(wait, t.AddressFrom.Add(shortWindow).Sub(now))
	}
	if t.Account >= perAccount && t.AccountLast != nil {
		gap := longestGap
		// Beyond nine doublings the gap is the longest one anyway, and the shift would overflow in the end.
		if doublings := t.Account - perAccount; doublings < 9 {
			gap = min(gap, time.Second<<doublings)
		}
		wait = max(wait, t.AccountLast.Add(gap).Sub(now))
	}
	return wait
}
