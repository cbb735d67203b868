package api

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"wellspring/pkg/engagement/mails"
	"wellspring/pkg/kernel/authz"
)

// KeptMail is a mail that was not sent, since the installation has no mail server.
type KeptMail struct {
	ID        int64     `json:"id"`
	At        time.Time `json:"at"`
	Recipient string    `json:"recipient"`
	Subject   string    `json:"subject"`
	Text      string    `json:"text"`
	HTML      string    `json:"html" doc:"A whole document; show it where it can run no scripts."`
}

// KeptMails are the newest mails.
type KeptMails struct {
	Items []KeptMail `json:"items" nullable:"false"`
}

type keptMailsOutput struct{ Body KeptMails }

func (s *Server) registerMails(api huma.API) {
	op := signedIn("list-kept-mails", http.MethodGet, "/mails", "Mails", "Mails that were kept instead of sent, the newest first")
	op.Description = "For an administrator on the machine itself, where no mail server is set."
	huma.Register(api, op, s.listKeptMails)
}

// listKeptMails shows other people's mails, links that act for them included; so it answers on the machine itself only.
func (s *Server) listKeptMails(ctx context.Context, _ *struct{}) (*keptMailsOutput, error) {
	actor := actorOf(ctx)
	if actor.SignedIn() && !clientOf(ctx).Loopback {
		actor.Role = authz.Member
	}
	kept, err := s.app.Mails.KeptMails(ctx, actor)
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	return &keptMailsOutput{KeptMails{each(kept, func(m mails.KeptMail) KeptMail { return KeptMail(m) })}}, nil
}
