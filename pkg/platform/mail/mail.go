// Package mail hands messages to a mail server by SMTP. It does not know what they say, nor when to send them. It hides
// the library. Start at Open.
package mail

import (
	"context"
	"fmt"
	"net"
	netmail "net/mail"
	"net/url"
	"strconv"
	"time"

	gomail "github.com/wneessen/go-mail"
)

const (
	timeout      = 20 * time.Second
	portPlain    = 587
	portImplicit = 465
)

// Message is one mail to one person. ID and Thread are message ids without their angle brackets; Thread is that of the
// message it belongs below, if any. Unsubscribe is an address that a POST unsubscribes by (RFC 8058).
type Message struct {
	ID          string
	Thread      string
	To          netmail.Address
	At          time.Time
	Subject     string
	Text        string
	HTML        string
	Unsubscribe string
}

// Sender hands messages to one server.
type Sender struct {
	from    netmail.Address
	host    string
	options []gomail.Option
}

// Open reads a server's address, smtp://user:password@host:port or smtps://..., and who the mails are from, such as
// "Wellspring <wellspring@example.org>". It connects to nothing yet. With smtp the connection is encrypted where the
// server can; a password is never sent over one that is not, except on this machine.
func Open(address, from string) (*Sender, error) {
	server, err := url.Parse(address)
	if err != nil || server.Hostname() == "" || (server.Scheme != "smtp" && server.Scheme != "smtps") {
		// The address holds a password, so it is not repeated.
		return nil, fmt.Errorf("the mail server's address is not of the form smtp://user:password@host:port or smtps://user:password@host:port")
	}
	sender, err := netmail.ParseAddress(from)
	if err != nil {
		return nil, fmt.Errorf("%q is no e-mail address to send from; write it as Wellspring <wellspring@example.org>: %w", from, err)
	}
	port := portPlain
	if server.Scheme == "smtps" {
		port = portImplicit
	}
	if server.Port() != "" {
		if port, err = strconv.Atoi(server.Port()); err != nil {
			return nil, fmt.Errorf("the mail server's port is no number: %w", err)
		}
	}
	return &Sender{from: *sender, host: server.Hostname(), options: options(server, port)}, nil
}

func options(server *url.URL, port int) []gomail.Option {
	host := server.Hostname()
	policy := gomail.TLSOpportunistic
	chosen := []gomail.Option{gomail.WithTimeout(timeout)}
	if server.User != nil {
		password, _ := server.User.Password()
		chosen = append(chosen, gomail.WithSMTPAuth(gomail.SMTPAuthAutoDiscover),
			gomail.WithUsername(server.User.Username()), gomail.WithPassword(password))
		if address := net.ParseIP(host); host != "localhost" && (address == nil || !address.IsLoopback()) {
			policy = gomail.TLSMandatory
		}
	}
	if server.Scheme == "smtps" {
		chosen = append(chosen, gomail.WithSSL())
	} else {
		chosen = append(chosen, gomail.WithTLSPolicy(policy))
	}
	return append(chosen, gomail.WithPort(port))
}

// Send hands a message over; without an error the server answers for it.
func (s *Sender) Send(ctx context.Context, m Message) error {
	client, err := gomail.NewClient(s.host, s.options...)
	if err != nil {
		return fmt.Errorf("set up the connection to the mail server: %w", err)
	}
	if err := client.DialAndSendWithContext(ctx, s.written(m)); err != nil {
		return fmt.Errorf("hand mail %s to the mail server: %w", m.ID, err)
	}
	return nil
}

func (s *Sender) written(m Message) *gomail.Msg {
	message := gomail.NewMsg(gomail.WithNoDefaultUserAgent())
	message.FromMailAddress(&s.from)
	message.ToMailAddress(&m.To)
	message.Subject(m.Subject)
	message.SetDateWithValue(m.At)
	message.SetMessageIDWithValue(m.ID)
	if m.Thread != "" {
		message.SetGenHeader(gomail.HeaderInReplyTo, "<"+m.Thread+">")
		message.SetGenHeader(gomail.HeaderReferences, "<"+m.Thread+">")
	}
	// Answers of machines, such as notes of absence, help nobody here (RFC 3834).
	message.SetGenHeader("Auto-Submitted", "auto-generated")
	message.SetListUnsubscribe(m.Unsubscribe)
	message.SetListUnsubscribePost()
	message.SetBodyString(gomail.TypeTextPlain, m.Text)
	message.AddAlternativeString(gomail.TypeTextHTML, m.HTML)
	return message
}
