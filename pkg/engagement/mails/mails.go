// Package mails tells people by e-mail what reached their inbox: at once, or gathered by the hour, day or week, as they
// chose by topic. A notification leaves a row in the transaction that delivers it (queue.go), and whoever finds the row due
// asks the inbox again what is still unread, still holds and may still be read (send.go); so what was read meanwhile, or
// undone, or hidden, is not mailed.
//
// No transaction stays open while the mail server is spoken to. A sender moves its rows ahead before it sends and deletes
// them afterwards, so that others leave them alone; should it end in between, they are tried again, and the mail has the
// same message id. Texts are the templates in templates. Start at OnTold and Send.
package mails

import (
	"context"
	"log/slog"

	"wellspring/pkg/engagement/notifications"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/clock"
	"wellspring/pkg/platform/db"
	"wellspring/pkg/platform/mail"
	"wellspring/pkg/platform/token"
)

// Sending says what becomes of mails.
type Sending string

// What becomes of mails: they are sent, or kept for the administrator to look at, or not made.
const (
	Sent Sending = "sent"
	Kept Sending = "kept"
	None Sending = "none"
)

// Dependencies are what the service works with.
type Dependencies struct {
	DB    *db.DB
	Clock clock.Clock
	Log   *slog.Logger
	// Actor gives a person as what they may read; a fault where the account is not active.
	Actor         func(context.Context, id.User) (authz.Actor, error)
	Notifications *notifications.Service
	// BadgeName gives a badge's name in a language, by its rule.
	BadgeName func(rule, language string) string
	// BaseURL is the address that links begin with, without a slash at the end.
	BaseURL string
	// Stamper signs the links by which people unsubscribe.
	Stamper token.Stamper
	// Sender is nil where there is no mail server; mails are then kept if Keep is set, else not made.
	Sender *mail.Sender
	Keep   bool
}

// Service has the use cases of mails.
type Service struct {
	Dependencies
	store store
}

// New makes the service.
func New(d Dependencies) *Service { return &Service{Dependencies: d, store: store{d.DB}} }

// Sending says what becomes of mails in this installation.
func (s *Service) Sending() Sending {
	switch {
	case s.Sender != nil:
		return Sent
	case s.Keep:
		return Kept
	default:
		return None
	}
}

// Backlog counts the notifications whose mail is overdue, and among them those that failed again and again.
func (s *Service) Backlog(ctx context.Context) (waiting, stuck int, err error) {
	return s.store.backlog(ctx, s.Clock.Now(), worrying)
}

// KeptMails gives the newest mails that were kept, to an administrator.
func (s *Service) KeptMails(ctx context.Context, actor authz.Actor) ([]KeptMail, error) {
	if err := actor.MustSignIn(); err != nil {
		return nil, err
	}
	if !actor.Administers() || s.Sending() != Kept {
		return nil, fault.NotFound("There is nothing at this address. The description of all addresses is at /api/docs.")
	}
	return s.store.kept(ctx)
}
