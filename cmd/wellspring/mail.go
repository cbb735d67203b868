package main

import (
	"errors"

	"wellspring/pkg/app"
)

// mailServer says who takes the mails.
type mailServer struct {
	SMTPURL  string `name:"smtp-url" help:"The mail server, as smtp://user:password@host:port or smtps://...; none sends no mails." env:"WELLSPRING_SMTP_URL"`
	MailFrom string `name:"mail-from" help:"Whom mails are from, such as Wellspring <wellspring@example.org>." env:"WELLSPRING_MAIL_FROM"`
}

// into completes the options. Links in mails need an address, and signatures that every process makes alike.
func (m mailServer) into(o app.Options, baseURL string) (app.Options, error) {
	o.SMTPURL, o.MailFrom, o.BaseURL = m.SMTPURL, m.MailFrom, baseURL
	switch {
	case m.SMTPURL == "":
		return o, nil
	case m.MailFrom == "":
		return o, errors.New("WELLSPRING_MAIL_FROM is missing; with a mail server, say whom mails are from, such as Wellspring <wellspring@example.org>")
	case baseURL == "":
		return o, errors.New("WELLSPRING_BASE_URL is missing; with a mail server, say at which address people use Wellspring, since mails link to it")
	case len(o.Secret) < minSecret:
		return o, errors.New("WELLSPRING_SECRET is missing or short; with a mail server, give the one that serve has, since it signs links in mails")
	}
	return o, nil
}
