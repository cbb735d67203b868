package mails

import (
	"context"
	"fmt"
	"net/url"
	"strconv"

	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
)

// Link is what a link that unsubscribes says: who, from what, and the proof that it is ours.
type Link struct {
	Who   id.User
	What  Topic
	Stamp string
}

func (s *Service) unsubscribeURL(person id.User, topic Topic) string {
	query := url.Values{
		"who": {strconv.FormatInt(int64(person), 10)}, "what": {string(topic)}, "stamp": {s.Stamper.Stamp(said(person, topic))},
	}
	return s.BaseURL + "/unsubscribe?" + query.Encode()
}

func said(person id.User, topic Topic) string { return fmt.Sprintf("%d %s", person, topic) }

// Language checks a link and gives its person's language; nothing changes.
func (s *Service) Language(ctx context.Context, link Link) (string, error) {
	if !s.Stamper.Genuine(said(link.Who, link.What), link.Stamp) {
		return "", noSuchLink()
	}
	found, err := s.store.recipient(ctx, link.Who)
	return found.Language, err
}

// Unsubscribe turns off what a link says, without signing in. Once more changes nothing.
func (s *Service) Unsubscribe(ctx context.Context, link Link) error {
	if _, err := s.Language(ctx, link); err != nil {
		return err
	}
	_, err := s.prefer(ctx, link.Who, func(p *Preferences) error {
		for _, topic := range topics() {
			if link.What == topic || link.What == All {
				*p.pace(topic) = Off
			}
		}
		return nil
	})
	return err
}

func noSuchLink() error {
	return fault.NotFound("This link is not complete. Open it in the mail again, or choose in your settings what you get.")
}
