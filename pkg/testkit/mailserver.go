package testkit

import (
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net"
	netmail "net/mail"
	"strings"
	"sync"
	"testing"

	"github.com/emersion/go-smtp"
	"github.com/stretchr/testify/require"

	"wellspring/pkg/app"
)

// MailServer takes mails by SMTP, as the server of an installation does.
type MailServer struct {
	t       testing.TB
	address string
	mu      sync.Mutex
	mails   []ReceivedMail
	refuses bool
}

// ReceivedMail is a mail as its recipient's program reads it.
type ReceivedMail struct {
	To     string
	Header netmail.Header
	Text   string
	HTML   string
}

// NewMailServer listens until the test ends.
func NewMailServer(t testing.TB) *MailServer {
	t.Helper()
	listener, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
	require.NoError(t, err)
	m := &MailServer{t: t, address: listener.Addr().String()}
	server := smtp.NewServer(m)
	server.Domain = "mail.example.org"
	done := make(chan struct{})
	go func() {
		defer close(done)
		_ = server.Serve(listener)
	}()
	t.Cleanup(func() {
		_ = server.Close()
		<-done
	})
	return m
}

// Option has a world send its mails to the server.
func (m *MailServer) Option() Option {
	return WithApp(func(o *app.Options) {
		o.SMTPURL, o.MailFrom, o.BaseURL = "smtp://"+m.address, "Wellspring <wellspring@example.org>", "https://ask.example.org"
	})
}

// Refuse has the server take no mails, or take them again.
func (m *MailServer) Refuse(refuse bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.refuses = refuse
}

// Received gives what came since it was asked last.
func (m *MailServer) Received() []ReceivedMail {
	m.mu.Lock()
	defer m.mu.Unlock()
	mails := m.mails
	m.mails = nil
	return mails
}

// NewSession begins to speak with a sender.
func (m *MailServer) NewSession(*smtp.Conn) (smtp.Session, error) {
	return &mailSession{server: m}, nil
}

type mailSession struct {
	server *MailServer
	to     string
}

func (s *mailSession) Mail(string, *smtp.MailOptions) error { return nil }
func (s *mailSession) Reset()                               {}
func (s *mailSession) Logout() error                        { return nil }

func (s *mailSession) Rcpt(to string, _ *smtp.RcptOptions) error {
	s.to = to
	return nil
}

func (s *mailSession) Data(r io.Reader) error {
	received, err := readMail(r)
	if err != nil {
		s.server.t.Errorf("a mail that nobody can read: %v", err)
		return err
	}
	received.To = s.to
	s.server.mu.Lock()
	defer s.server.mu.Unlock()
	if s.server.refuses {
		return errors.New("not now")
	}
	s.server.mails = append(s.server.mails, received)
	return nil
}

func readMail(r io.Reader) (ReceivedMail, error) {
	message, err := netmail.ReadMessage(r)
	if err != nil {
		return ReceivedMail{}, err
	}
	received := ReceivedMail{Header: message.Header}
	_, parameters, err := mime.ParseMediaType(message.Header.Get("Content-Type"))
	if err != nil {
		return ReceivedMail{}, err
	}
	parts := multipart.NewReader(message.Body, parameters["boundary"])
	for {
		part, err := parts.NextRawPart()
		if errors.Is(err, io.EOF) {
			return received, nil
		}
		if err != nil {
			return ReceivedMail{}, err
		}
		text, err := io.ReadAll(quotedprintable.NewReader(part))
		if err != nil {
			return ReceivedMail{}, err
		}
		if strings.HasPrefix(part.Header.Get("Content-Type"), "text/html") {
			received.HTML = string(text)
		} else {
			received.Text = string(text)
		}
	}
}
