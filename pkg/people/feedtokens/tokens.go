// Package feedtokens lets feed readers, which cannot sign in, read as the person whose token stands in the feed's
// address. A token opens feeds and nothing else, shows what its owner may read at that moment, and ends when the owner
// takes it back or the account is disabled. Only its hash is kept, so it is shown once. Start at Make and Owner.
package feedtokens

import (
	"context"
	"strings"
	"time"
	"unicode/utf8"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/clock"
	"wellspring/pkg/platform/db"
	"wellspring/pkg/platform/token"
)

const (
	// MaxTokens is how many tokens a person has at most.
	MaxTokens = 100
	maxName   = 200
	maxFeed   = 1_000
	// feedsBelow is what a feed's address begins with.
	feedsBelow = "/api/v1/feeds/"
	// noteUseAfter spares a write for each of the many times a day that a feed reader comes.
	noteUseAfter = time.Hour
)

// Token is what opens one private feed, without its secret.
type Token struct {
	ID   id.FeedToken
	Name string
	// Feed is the address of the feed it was made for, below the installation's and without the secret.
	Feed      string
	CreatedAt time.Time
	// LastUsedAt is right to the hour; nil before the first use.
	LastUsedAt *time.Time
}

// Made is a token together with its secret, which is told this once.
type Made struct {
	Token
	Secret string
}

// Service has the use cases of feed tokens.
type Service struct {
	db    *db.DB
	clock clock.Clock
	store store
}

// New makes the service.
func New(database *db.DB, now clock.Clock) *Service {
	return &Service{db: database, clock: now, store: store{database}}
}

// Make gives the actor a token for a feed, under the name of what it lists.
func (s *Service) Make(ctx context.Context, actor authz.Actor, name, feed string) (Made, error) {
	if err := actor.MustSignIn(); err != nil {
		return Made{}, err
	}
	name = strings.Join(strings.Fields(name), " ")
	if err := check(name, feed); err != nil {
		return Made{}, err
	}
	secret, hash := token.Secret()
	made := Made{Secret: secret, Token: Token{Name: name, Feed: feed, CreatedAt: s.clock.Now()}}
	err := s.db.InTx(ctx, func(ctx context.Context) error {
		count, err := s.store.lock(ctx, actor.User)
		if err != nil {
			return err
		}
		if count >= MaxTokens {
			return fault.Conflict("too-many-feeds", "You have %d private feeds. Take one back in your settings before you make another.", count)
		}
		made.ID, err = s.store.insert(ctx, actor.User, made.Token, hash)
		return err
	})
	return made, err
}

func check(name, feed string) error {
	var v fault.Validation
	v.Check(name != "" && utf8.RuneCountInString(name) <= maxName && plain(name), "name", "bad-length", "Write a name of 1 to %d characters.", maxName)
	v.Check(strings.HasPrefix(feed, feedsBelow) && len(feed) <= maxFeed && plain(feed) && !strings.ContainsAny(feed, " \\#"),
		"feed", "no-feed", "This is not the address of a feed.")
	return v.Err()
}

func plain(text string) bool {
	return utf8.ValidString(text) && !strings.ContainsFunc(text, func(r rune) bool { return r < ' ' || r == 0x7f })
}

// List gives the actor's tokens, the newest first.
func (s *Service) List(ctx context.Context, actor authz.Actor) ([]Token, error) {
	if err := actor.MustSignIn(); err != nil {
		return nil, err
	}
	return s.store.list(ctx, actor.User)
}

// Renew gives a token another secret; the address with the old one shows nothing any more.
func (s *Service) Renew(ctx context.Context, actor authz.Actor, which id.FeedToken) (Made, error) {
	if err := actor.MustSignIn(); err != nil {
		return Made{}, err
	}
	secret, hash := token.Secret()
	renewed, err := s.store.renew(ctx, actor.User, which, hash, s.clock.Now())
	return Made{Token: renewed, Secret: secret}, err
}

// Revoke ends a token.
func (s *Service) Revoke(ctx context.Context, actor authz.Actor, which id.FeedToken) error {
	if err := actor.MustSignIn(); err != nil {
		return err
	}
	return s.store.delete(ctx, actor.User, which)
}

// Owner tells whose secret this is, and notes that it was used.
func (s *Service) Owner(ctx context.Context, secret string) (id.User, error) {
	found, err := s.store.bySecret(ctx, token.Hash(secret))
	if err != nil {
		return 0, err
	}
	now := s.clock.Now()
	if found.LastUsedAt == nil || now.Sub(*found.LastUsedAt) >= noteUseAfter {
		if err := s.store.noteUse(ctx, found.ID, now); err != nil {
			return 0, err
		}
	}
	return found.UserID, nil
}

// NotFound is the answer to a secret that opens nothing, whatever the reason.
func NotFound() error {
	return fault.NotFound("This private feed was taken back. Make a new address for it on the page of the list.")
}

func noSuchToken() error { return fault.NotFound("You have no such private feed.") }
