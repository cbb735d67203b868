package app

import (
	"context"
	"time"
)

const (
	// mailsEvery is how long somebody waits at most for a mail that is due.
	mailsEvery = 30 * time.Second
	// badgesEvery is how long somebody waits at most for a badge that they have earned.
	badgesEvery = 15 * time.Second
)

// schedule says what is done again and again.
func (a *App) schedule() {
	a.jobs.Every("sweep-sessions", time.Hour, a.Auth.Sweep)
	a.jobs.Every("wake-snoozed", time.Minute, a.Notifications.Wake)
	a.jobs.Every("end-bounties", time.Minute, a.Bounties.End)
	a.jobs.Every("remind-of-bounties", time.Minute, a.Bounties.Remind)
	a.jobs.Every("send-mails", mailsEvery, a.Mails.Send)
	a.jobs.Every("award-badges", badgesEvery, a.Badges.Award)
	a.jobs.Every("award-badges-of-time", time.Hour, a.Badges.AwardOfTime)
	a.jobs.Every("sweep-uploads", time.Hour, func(ctx context.Context) error {
		if _, err := a.Uploads.Sweep(ctx); err != nil {
			return err
		}
		_, err := a.Avatars.Sweep(ctx)
		return err
	})
	a.jobs.Every("expire-drafts", time.Hour, func(ctx context.Context) error {
		_, err := a.Drafts.Expire(ctx)
		return err
	})
	a.jobs.Every("forget-idempotency-keys", time.Hour, func(ctx context.Context) error {
		_, err := a.Idempotency.Forget(ctx)
		return err
	})
}
