package api

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"wellspring/pkg/engagement/mails"
)

// MailPreferences are how soon the reader hears by e-mail of each topic, and when of nothing.
type MailPreferences struct {
	Sending     string `json:"sending" enum:"sent,kept,none" doc:"What becomes of mails here: they are sent, kept for the administrator to look at, or not made."`
	Answers     string `json:"answers" enum:"at-once,hourly,daily,weekly,off" doc:"To one's questions."`
	Comments    string `json:"comments" enum:"at-once,hourly,daily,weekly,off" doc:"On one's posts."`
	Accepts     string `json:"accepts" enum:"at-once,hourly,daily,weekly,off" doc:"Of one's answers."`
	Edits       string `json:"edits" enum:"at-once,hourly,daily,weekly,off" doc:"Of one's posts."`
	Votes       string `json:"votes" enum:"at-once,hourly,daily,weekly,off" doc:"On one's posts."`
	Followed    string `json:"followed" enum:"at-once,hourly,daily,weekly,off" doc:"What happens at what one follows."`
	Closing     string `json:"closing" enum:"at-once,hourly,daily,weekly,off" doc:"One's questions were closed or reopened."`
	Recognition string `json:"recognition" enum:"at-once,hourly,daily,weekly,off" doc:"Badges and privileges that one earned."`
	Quiet       bool   `json:"quiet" doc:"Nothing is sent from quietFrom to quietTo; what is due then waits."`
	QuietFrom   string `json:"quietFrom" doc:"Such as 22:00, in timeZone."`
	QuietTo     string `json:"quietTo" doc:"Such as 07:00; it may be on the next day."`
	TimeZone    string `json:"timeZone" doc:"As the IANA names it, such as Europe/Berlin; empty, which counts as UTC, as long as it was not told."`
}

type editMailPreferencesInput struct {
	Body struct {
		Answers     *mails.Pace `json:"answers,omitempty" enum:"at-once,hourly,daily,weekly,off"`
		Comments    *mails.Pace `json:"comments,omitempty" enum:"at-once,hourly,daily,weekly,off"`
		Accepts     *mails.Pace `json:"accepts,omitempty" enum:"at-once,hourly,daily,weekly,off"`
		Edits       *mails.Pace `json:"edits,omitempty" enum:"at-once,hourly,daily,weekly,off"`
		Votes       *mails.Pace `json:"votes,omitempty" enum:"at-once,hourly,daily,weekly,off"`
		Followed    *mails.Pace `json:"followed,omitempty" enum:"at-once,hourly,daily,weekly,off"`
		Closing     *mails.Pace `json:"closing,omitempty" enum:"at-once,hourly,daily,weekly,off"`
		Recognition *mails.Pace `json:"recognition,omitempty" enum:"at-once,hourly,daily,weekly,off"`
		Quiet       *bool       `json:"quiet,omitempty"`
		QuietFrom   *string     `json:"quietFrom,omitempty" doc:"Such as 22:00."`
		QuietTo     *string     `json:"quietTo,omitempty" doc:"Such as 07:00."`
		TimeZone    *string     `json:"timeZone,omitempty" doc:"Such as Europe/Berlin."`
	}
}

type mailPreferencesOutput struct{ Body MailPreferences }

func (s *Server) registerMailPreferences(api huma.API) {
	huma.Register(api, signedIn("read-mail-preferences", http.MethodGet, "/me/mail-preferences", "Mails", "How one hears by e-mail"),
		s.readMailPreferences)
	huma.Register(api, signedIn("edit-mail-preferences", http.MethodPatch, "/me/mail-preferences", "Mails", "Change what is given, leave the rest"),
		s.editMailPreferences)
}

func (s *Server) readMailPreferences(ctx context.Context, _ *struct{}) (*mailPreferencesOutput, error) {
	found, err := s.app.Mails.Preferences(ctx, actorOf(ctx))
	return s.mailPreferences(ctx, found, err)
}

func (s *Server) editMailPreferences(ctx context.Context, in *editMailPreferencesInput) (*mailPreferencesOutput, error) {
	changed, err := s.app.Mails.Prefer(ctx, actorOf(ctx), mails.Change(in.Body))
	return s.mailPreferences(ctx, changed, err)
}

func (s *Server) mailPreferences(ctx context.Context, p mails.Preferences, err error) (*mailPreferencesOutput, error) {
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	return &mailPreferencesOutput{MailPreferences{
		Sending: string(s.app.Mails.Sending()), Answers: string(p.Answers), Comments: string(p.Comments), Accepts: string(p.Accepts),
		Edits: string(p.Edits), Votes: string(p.Votes), Followed: string(p.Followed), Closing: string(p.Closing), Recognition: string(p.Recognition),
		Quiet: p.Quiet, QuietFrom: mails.Clock(p.QuietFrom), QuietTo: mails.Clock(p.QuietTo), TimeZone: p.TimeZone,
	}}, nil
}
