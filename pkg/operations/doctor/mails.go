package doctor

import (
	"context"
	"fmt"
)

func (s *Service) mails(ctx context.Context) Finding {
	waiting, stuck, err := s.Mails.Backlog(ctx)
	if err != nil {
		return Finding{"mails", Fail, err.Error(), "See the server's log."}
	}
	finding := Finding{Name: "mails", State: OK, Detail: fmt.Sprintf("%d notifications wait to be sent", waiting)}
	if stuck > 0 || waiting > manyWaiting {
		finding.State = Warn
		finding.Detail += fmt.Sprintf(", %d after failing again and again", stuck)
		finding.Mend = "Check WELLSPRING_SMTP_URL, that the mail server takes mails from WELLSPRING_MAIL_FROM, and that a process with " +
			"background work runs (serve or worker); the server's log has the reason, and it catches up by itself."
	}
	return finding
}
