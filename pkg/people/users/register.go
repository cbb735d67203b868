package users

import (
	"context"
	"net/mail"
	"strings"
	"unicode"
	"unicode/utf8"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/event"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/password"
)

const (
	minName  = 2
	maxName  = 80
	maxEmail = 254
)

// Registration is what a new person tells.
type Registration struct {
	Name     string
	Email    string
	Password string
	// Language is en or de; empty means en.
	Language string
}

// Validate tidies the texts and collects what is wrong.
func (r *Registration) Validate() error {
	r.Name, r.Email = tidy(r.Name), strings.TrimSpace(r.Email)
	if r.Language == "" {
		r.Language = "en"
	}
	var v fault.Validation
	checkName(&v, r.Name)
	CheckEmail(&v, r.Email)
	checkLanguage(&v, r.Language)
	password.Check(&v, "password", r.Password, r.Name, r.Email)
	return v.Err()
}

// Register makes an account. The first one of the installation is the administrator's, whatever the settings say.
func (s *Service) Register(ctx context.Context, input Registration) (id.User, error) {
	if err := input.Validate(); err != nil {
		return 0, err
	}
	// Hashed before the transaction, so that the lock below is held for a moment only.
	hash, err := s.Hasher.Hash(ctx, input.Password)
	if err != nil {
		return 0, err
	}
	var made id.User
	err = s.DB.InTx(ctx, func(ctx context.Context) error {
		// One registration at a time: of two first ones, the second sees the first and is no administrator.
		settings, err := s.store.lockOrganisation(ctx)
		if err != nil {
			return err
		}
		person := newUser{
			Name: input.Name, Email: &input.Email, PasswordHash: &hash, Role: authz.Member, State: Active,
			Language: input.Language, CreatedAt: s.Clock.Now(),
		}
		someone, err := s.store.anyAccount(ctx)
		switch {
		case err != nil:
			return err
		case !someone:
			person.Role = authz.Admin
		case !settings.RegistrationOpen:
			return fault.Forbidden("Registration is closed here. Ask your administrator for an account.")
		}
		if made, err = s.insert(ctx, person); err != nil {
			return err
		}
		return s.Bus.Publish(ctx, event.AccountRegistered{User: made})
	})
	return made, err
}

func (s *Service) insert(ctx context.Context, person newUser) (id.User, error) {
	if err := s.EmailIsFree(ctx, *person.Email); err != nil {
		return 0, err
	}
	base := handleFrom(person.Name)
	for number := 1; ; number++ {
		person.Handle = numbered(base, number)
		made, err := s.store.insert(ctx, person)
		if err != nil {
			return 0, err
		}
		if made != 0 {
			return made, nil
		}
		// Either the handle is taken, or an import has just brought the e-mail address.
		if err := s.EmailIsFree(ctx, *person.Email); err != nil {
			return 0, err
		}
	}
}

// EmailIsFree refuses an e-mail address that somebody signs in with.
func (s *Service) EmailIsFree(ctx context.Context, email string) error {
	taken, err := s.store.emailTaken(ctx, email)
	if err != nil {
		return err
	}
	var v fault.Validation
	v.Check(!taken, "email", "taken", "There is already an account with this e-mail address. Sign in instead.")
	return v.Err()
}

// CheckEmail adds to v what is wrong with an e-mail address.
func CheckEmail(v *fault.Validation, email string) {
	parsed, err := mail.ParseAddress(email)
	ok := err == nil && parsed.Address == email && len(email) <= maxEmail
	v.Check(ok, "email", "bad-email", "This is not an e-mail address. It looks like name@example.org.")
}

func checkName(v *fault.Validation, name string) {
	length := utf8.RuneCountInString(name)
	v.Check(length >= minName && length <= maxName, "name", "bad-length", "Write a name of %d to %d characters.", minName, maxName)
	v.Check(strings.ContainsFunc(name, unicode.IsLetter), "name", "no-letters", "A name has letters.")
}

func checkLanguage(v *fault.Validation, language string) {
	v.Check(language == "en" || language == "de", "language", "unknown", "The languages are en and de.")
}

// tidy puts one space where there were several, and takes out what cannot be seen, such as marks that turn the
// direction of the text around.
func tidy(text string) string {
	visible := strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) {
			return -1
		}
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, text)
	return strings.Join(strings.Fields(visible), " ")
}
