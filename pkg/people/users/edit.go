package users

import (
	"context"
	"net/url"
	"strings"
	"unicode/utf8"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/fault"
)

const (
	maxTitle    = 100
	maxLocation = 100
	maxWebsite  = 200
	maxAbout    = 5000
)

// ProfileChange is what a person changes about themselves; what is nil stays as it is.
type ProfileChange struct {
	Name       *string
	Title      *string
	Location   *string
	About      *string
	Website    *string
	Language   *string
	Theme      *string
	SingleKeys *bool
}

// Validate tidies the texts and collects what is wrong.
func (c *ProfileChange) Validate() error {
	var v fault.Validation
	if c.Name != nil {
		*c.Name = tidy(*c.Name)
		checkName(&v, *c.Name)
	}
	checkLine(&v, "title", c.Title, maxTitle)
	checkLine(&v, "location", c.Location, maxLocation)
	checkLine(&v, "website", c.Website, maxWebsite)
	if c.Website != nil {
		v.Check(isWebsite(*c.Website), "website", "bad-address", "A website's address begins with https:// or http://.")
	}
	if c.About != nil {
		v.Check(utf8.RuneCountInString(*c.About) <= maxAbout, "about", "too-long", "Use at most %d characters.", maxAbout)
	}
	if c.Language != nil {
		checkLanguage(&v, *c.Language)
	}
	if c.Theme != nil {
		v.Check(isTheme(*c.Theme), "theme", "unknown", "The themes are system, light, dark and contrast.")
	}
	return v.Err()
}

// EditProfile changes the actor's own profile and settings.
func (s *Service) EditProfile(ctx context.Context, actor authz.Actor, change ProfileChange) (Me, error) {
	if err := actor.MustSignIn(); err != nil {
		return Me{}, err
	}
	if err := change.Validate(); err != nil {
		return Me{}, err
	}
	columns := change.columns()
	if change.About != nil {
		columns["about_html"] = s.Render(*change.About)
	}
	err := s.DB.InTx(ctx, func(ctx context.Context) error {
		if err := s.store.update(ctx, actor.User, columns); err != nil {
			return err
		}
		return s.changed(ctx, actor.User)
	})
	if err != nil {
		return Me{}, err
	}
	return s.Me(ctx, actor)
}

func (c *ProfileChange) columns() map[string]any {
	columns := map[string]any{}
	for name, value := range map[string]*string{
		"name": c.Name, "title": c.Title, "location": c.Location, "about": c.About,
		"website": c.Website, "language": c.Language, "theme": c.Theme,
	} {
		if value != nil {
			columns[name] = *value
		}
	}
	if c.SingleKeys != nil {
		columns["single_keys"] = *c.SingleKeys
	}
	return columns
}

func checkLine(v *fault.Validation, field string, text *string, limit int) {
	if text == nil {
		return
	}
	*text = tidy(*text)
	v.Check(utf8.RuneCountInString(*text) <= limit, field, "too-long", "Use at most %d characters.", limit)
}

func isWebsite(text string) bool {
	if text == "" {
		return true
	}
	address, err := url.Parse(text)
	return err == nil && (address.Scheme == "https" || address.Scheme == "http") && address.Host != "" && !strings.ContainsRune(text, ' ')
}

func isTheme(name string) bool {
	return name == "system" || name == "light" || name == "dark" || name == "contrast"
}
