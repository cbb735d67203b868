// Package app is the composition root: it builds every service once, says who reacts to what (subscriptions.go) and
// what runs on a schedule (schedules.go). Nothing below it knows it. Start at New and Run.
package app

import (
	"context"
	"crypto/rand"
	"log/slog"
	"strings"
	"sync"

	"wellspring/pkg/content/answers"
	"wellspring/pkg/content/comments"
	"wellspring/pkg/content/drafts"
	"wellspring/pkg/content/flags"
	"wellspring/pkg/content/follows"
	"wellspring/pkg/content/mentions"
	"wellspring/pkg/content/moderation"
	"wellspring/pkg/content/posts"
	"wellspring/pkg/content/questions"
	"wellspring/pkg/content/saves"
	"wellspring/pkg/content/suggestions"
	"wellspring/pkg/content/tags"
	"wellspring/pkg/content/templates"
	"wellspring/pkg/content/uploads"
	"wellspring/pkg/content/votes"
	"wellspring/pkg/discovery/search"
	"wellspring/pkg/discovery/search/meili"
	"wellspring/pkg/discovery/search/postgres"
	"wellspring/pkg/engagement/badges"
	"wellspring/pkg/engagement/bounties"
	"wellspring/pkg/engagement/leaderboards"
	"wellspring/pkg/engagement/mails"
	"wellspring/pkg/engagement/notifications"
	"wellspring/pkg/engagement/reputation"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/operations/demo"
	"wellspring/pkg/operations/doctor"
	"wellspring/pkg/operations/idempotency"
	"wellspring/pkg/operations/reviews"
	"wellspring/pkg/operations/transfer/stackexchange"
	"wellspring/pkg/people/auth"
	"wellspring/pkg/people/avatars"
	"wellspring/pkg/people/feedtokens"
	"wellspring/pkg/people/spaces"
	"wellspring/pkg/people/units"
	"wellspring/pkg/people/users"
	"wellspring/pkg/platform/blob"
	"wellspring/pkg/platform/bus"
	"wellspring/pkg/platform/clock"
	"wellspring/pkg/platform/db"
	"wellspring/pkg/platform/jobs"
	"wellspring/pkg/platform/mail"
	"wellspring/pkg/platform/markdown"
	"wellspring/pkg/platform/password"
	"wellspring/pkg/platform/picture"
	"wellspring/pkg/platform/signal"
	"wellspring/pkg/platform/token"
)

// Options say where the servers are and what the app may not guess.
type Options struct {
	DatabaseURL string
	// MaxConns is the size of the database pool; 0 for the default.
	MaxConns int32
	// SearchURL is Meilisearch's address; without one search answers from Postgres.
	SearchURL    string
	SearchKey    string
	SearchPrefix string
	// Secret signs access tokens; a process that only works in the background may leave it empty.
	Secret []byte
	// BaseURL is the address that links in mails begin with.
	BaseURL string
	// SMTPURL is the mail server's address; without one mails are kept if KeepMails is set, else not made.
	SMTPURL   string
	MailFrom  string
	KeepMails bool
	// Uploads is where pictures and files are kept, as blob.Open reads it; without it none are taken.
	Uploads string
	// UploadQuota is what one person's uploads may take, in bytes; 0 for the default.
	UploadQuota int64
	// Clock is the machine's when nil.
	Clock clock.Clock
	Log   *slog.Logger
}

// App holds every service of the product.
type App struct {
	DB      *db.DB
	Clock   clock.Clock
	Signals *signal.Hub
	Events  *bus.Bus
	Log     *slog.Logger

	Users      *users.Service
	Units      *units.Service
	Spaces     *spaces.Service
	Auth       *auth.Service
	FeedTokens *feedtokens.Service
	Avatars    *avatars.Service

	Posts     *posts.Service
	Tags      *tags.Service
	Questions *questions.Service
	Answers   *answers.Service
	Comments  *comments.Service
	Mentions  *mentions.Service
	Votes     *votes.Service
	Saves     *saves.Service
	Drafts    *drafts.Service
	Follows   *follows.Service
	Templates *templates.Service
	Uploads   *uploads.Service
	// Moderation closes, reopens and marks questions.
	Moderation *moderation.Service
	Flags      *flags.Service
	// Suggestions are edits that others decide about.
	Suggestions *suggestions.Service
	Markdown    *markdown.Renderer

	Reputation   *reputation.Ledger
	Leaderboards *leaderboards.Boards
	Badges       *badges.Service
	Bounties     *bounties.Service
	// Notifications are everybody's inbox.
	Notifications *notifications.Service
	// Mails tell by e-mail what reached the inbox.
	Mails  *mails.Service
	Search *search.Service

	// Reviews are the queues of what somebody should look at.
	Reviews     *reviews.Service
	Idempotency *idempotency.Service
	Demo        *demo.Service
	Doctor      *doctor.Service
	// StackExchange imports data dumps.
	StackExchange *stackexchange.Importer

	jobs *jobs.Jobs
}

// New connects to the database and builds the services. Nothing runs before Run.
func New(ctx context.Context, o Options) (*App, error) {
	database, err := db.Open(ctx, o.DatabaseURL, db.Options{MaxConns: o.MaxConns})
	if err != nil {
		return nil, err
	}
	a := &App{DB: database, Clock: o.Clock, Log: o.Log, Signals: signal.NewHub(database, o.Log), Markdown: markdown.New()}
	if a.Clock == nil {
		a.Clock = clock.System{}
	}
	a.Events = bus.New(database, a.Clock)
	if err := a.people(o.Secret); err != nil {
		database.Close()
		return nil, err
	}
	if err := a.content(o); err != nil {
		database.Close()
		return nil, err
	}
	if err := a.engagement(o); err != nil {
		database.Close()
		return nil, err
	}
	a.discovery(o)
	a.operations()
	a.jobs = jobs.New(database, o.Log)
	a.subscribe(a.Events)
	a.schedule()
	return a, nil
}

func (a *App) people(secret []byte) error {
	if len(secret) == 0 {
		// A worker signs nothing anybody would accept.
		secret = []byte(rand.Text() + rand.Text())
	}
	signer, err := token.NewSigner(secret, a.Clock)
	if err != nil {
		return err
	}
	hasher := password.NewHasher()
	a.Users = users.New(users.Dependencies{
		DB: a.DB, Bus: a.Events, Clock: a.Clock, Signals: a.Signals, Hasher: hasher,
		Render: func(text string) string { return a.Markdown.Render(text).HTML },
	})
	a.Units = units.New(a.DB, a.Clock)
	a.Spaces = spaces.New(a.DB, a.Events, a.Clock, a.Signals)
	a.Auth = auth.New(auth.Dependencies{
		DB: a.DB, Clock: a.Clock, Signals: a.Signals, Users: a.Users, Hasher: hasher, Signer: signer, Log: a.Log,
		Passes: token.NewStamper(secret, "pass"),
	})
	a.FeedTokens = feedtokens.New(a.DB, a.Clock)
	return nil
}

func (a *App) content(o Options) error {
	var kept blob.Store
	if o.Uploads != "" {
		var err error
		if kept, err = blob.Open(o.Uploads); err != nil {
			return err
		}
	}
	studio := picture.NewStudio()
	a.Uploads = uploads.New(uploads.Deps{
		DB: a.DB, Clock: a.Clock, Log: o.Log, Store: kept, Studio: studio, Quota: o.UploadQuota,
	})
	a.Avatars = avatars.New(avatars.Deps{DB: a.DB, Clock: a.Clock, Log: o.Log, Users: a.Users, Store: kept, Studio: studio})
	a.Mentions = mentions.New(a.DB, a.Events, a.Clock)
	a.Posts = posts.New(a.DB, a.Events, a.Clock, a.Signals, a.Markdown, a.Mentions, a.Uploads)
	a.Tags = tags.New(a.DB, a.Events, a.Clock, a.Signals, a.Markdown)
	a.Questions = questions.New(questions.Deps{
		DB: a.DB, Bus: a.Events, Signals: a.Signals, Posts: a.Posts, Tags: a.Tags, Spaces: a.Spaces,
	})
	a.Answers = answers.New(a.DB, a.Events, a.Posts, a.Questions)
	a.Comments = comments.New(a.DB, a.Events, a.Clock, a.Posts, a.Markdown, a.Mentions, a.Uploads, answers.CanAnswer)
	a.Votes = votes.New(a.DB, a.Events, a.Clock, a.Posts)
	a.Saves = saves.New(a.DB, a.Clock, a.Posts)
	a.Drafts = drafts.New(a.DB, a.Clock, a.Posts)
	a.Follows = follows.New(a.DB, a.Clock, a.Posts, a.Users, a.Spaces)
	a.Templates = templates.New(a.DB, a.Clock)
	a.Moderation = moderation.New(a.DB, a.Events, a.Clock, a.Posts)
	a.Flags = flags.New(a.DB, a.Events, a.Clock, a.Posts)
	a.Suggestions = suggestions.New(suggestions.Deps{
		DB: a.DB, Bus: a.Events, Clock: a.Clock, Posts: a.Posts, Questions: a.Questions, Answers: a.Answers,
	})
	return nil
}

func (a *App) engagement(o Options) error {
	a.Reputation = reputation.New(a.DB, a.Clock, a.Signals)
	a.Leaderboards = leaderboards.New(a.DB, a.Clock)
	a.Badges = badges.New(badges.Dependencies{DB: a.DB, Bus: a.Events, Clock: a.Clock, Thresholds: a.thresholds})
	a.Bounties = bounties.New(bounties.Dependencies{DB: a.DB, Bus: a.Events, Clock: a.Clock, Signals: a.Signals, Posts: a.Posts})
	a.Notifications = notifications.New(a.DB, a.Clock, a.Signals)
	var sender *mail.Sender
	if o.SMTPURL != "" {
		var err error
		if sender, err = mail.Open(o.SMTPURL, o.MailFrom); err != nil {
			return err
		}
	}
	a.Mails = mails.New(mails.Dependencies{
		DB: a.DB, Clock: a.Clock, Log: o.Log, Actor: a.Auth.Actor, Notifications: a.Notifications,
		BadgeName: badges.NameOf, BaseURL: strings.TrimRight(o.BaseURL, "/"), Stamper: token.NewStamper(o.Secret, "unsubscribe"), Sender: sender, Keep: o.KeepMails,
	})
	a.Notifications.OnTold(a.Mails.OnTold)
	return nil
}

// thresholds are what privileges need in this organisation.
func (a *App) thresholds(ctx context.Context) (authz.Thresholds, error) {
	organisation, err := a.Users.Organisation(ctx)
	return organisation.Thresholds(), err
}

func (a *App) discovery(o Options) {
	var index search.Index
	if o.SearchURL != "" {
		index = meili.New(o.SearchURL, o.SearchKey, o.SearchPrefix)
	}
	a.Search = search.New(a.DB, index, postgres.New(a.DB), o.Log)
}

func (a *App) operations() {
	a.Idempotency = idempotency.New(a.DB, a.Clock)
	a.Reviews = reviews.New(reviews.Dependencies{
		DB: a.DB, Clock: a.Clock, Actor: a.Auth.Actor, Posts: a.Posts, Questions: a.Questions, Answers: a.Answers, Comments: a.Comments,
		Moderation: a.Moderation, Flags: a.Flags, Suggestions: a.Suggestions, Search: a.Search,
	})
	a.Demo = demo.New(demo.Dependencies{
		DB: a.DB, Clock: a.Clock, Hasher: a.Users.Hasher, Users: a.Users, Units: a.Units, Spaces: a.Spaces, Tags: a.Tags,
		Posts: a.Posts, Suggestions: a.Suggestions, Comments: a.Comments, Votes: a.Votes, Saves: a.Saves, Drafts: a.Drafts, Follows: a.Follows,
		Templates: a.Templates, Bounties: a.Bounties, Uploads: a.Uploads, Flags: a.Flags, Moderation: a.Moderation,
		Reputation: a.Reputation, Badges: a.Badges, Reviews: a.Reviews,
		Notifications: a.Notifications, Search: a.Search,
	})
	a.StackExchange = stackexchange.New(stackexchange.Dependencies{
		DB: a.DB, Clock: a.Clock, Signals: a.Signals, Markdown: a.Markdown, Users: a.Users, Spaces: a.Spaces, Posts: a.Posts,
		Suggestions: a.Suggestions, Comments: a.Comments, Tags: a.Tags, Badges: a.Badges, Bounties: a.Bounties,
		Reputation: a.Reputation, NoteImported: a.Search.NoteImported,
	})
	a.Doctor = doctor.New(doctor.Dependencies{
		DB: a.DB, Posts: a.Posts, Tags: a.Tags, Comments: a.Comments, Bounties: a.Bounties, Reputation: a.Reputation,
		Search: a.Search, Events: a.Events, Mails: a.Mails, Uploads: a.Uploads,
	})
}

// Run does what a process does beside its requests until the context ends, and finishes what is in hand. With work
// it also feeds the search engine, delivers events to those who hear of them later and runs the schedules, which any
// number of processes may do together.
func (a *App) Run(ctx context.Context, work bool) {
	var running sync.WaitGroup
	running.Go(func() { a.Signals.Run(ctx) })
	running.Go(func() { a.Auth.Run(ctx) })
	running.Go(func() { a.Posts.Run(ctx, a.Log) })
	if work {
		running.Go(func() { a.Search.Relay(ctx) })
		running.Go(func() { a.Events.Run(ctx, a.Log) })
		running.Go(func() {
			if err := a.jobs.Run(ctx); err != nil {
				a.Log.Error("the schedules do not run", "error", err)
			}
		})
	}
	running.Wait()
}

// Close ends the connections.
func (a *App) Close() { a.DB.Close() }
