package users

import (
	"context"
	"unicode/utf8"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/platform/signal"
)

const (
	maxOrganisationName = 80
	maxTagline          = 160
)

// DemonstrationPassword is that of everybody in the demonstration organisation, who sign in on loopback only.
const DemonstrationPassword = "demonstration"

// Organisation is what an installation knows of the organisation it serves.
type Organisation struct {
	Name    string
	Tagline string
	// Preset names what privileges need: team, balanced, public, or custom with the thresholds in Custom.
	Preset           string
	Custom           authz.Thresholds
	RegistrationOpen bool
	// Demonstration tells that the people and posts are made up.
	Demonstration bool
}

// Thresholds are what privileges need here.
func (o Organisation) Thresholds() authz.Thresholds { return authz.ThresholdsOf(o.Preset, o.Custom) }

// OrganisationChange is what an administrator changes; what is nil stays as it is.
type OrganisationChange struct {
	Name             *string
	Tagline          *string
	RegistrationOpen *bool
	Demonstration    *bool
}

// Validate tidies the texts and collects what is wrong.
func (c *OrganisationChange) Validate() error {
	var v fault.Validation
	checkLine(&v, "name", c.Name, maxOrganisationName)
	checkLine(&v, "tagline", c.Tagline, maxTagline)
	if c.Name != nil {
		v.Check(utf8.RuneCountInString(*c.Name) >= minName, "name", "bad-length",
			"Write a name of %d to %d characters.", minName, maxOrganisationName)
	}
	return v.Err()
}

// Organisation gives the settings; they are no secret.
func (s *Service) Organisation(ctx context.Context) (Organisation, error) {
	return s.store.organisation(ctx)
}

// ChangeOrganisation changes the settings; ChooseThresholds those of privileges.
func (s *Service) ChangeOrganisation(ctx context.Context, actor authz.Actor, change OrganisationChange) error {
	if !actor.Administers() {
		return fault.Forbidden("Only an administrator changes the organisation's settings.")
	}
	if err := change.Validate(); err != nil {
		return err
	}
	return s.DB.InTx(ctx, func(ctx context.Context) error {
		if err := s.store.updateOrganisation(ctx, change.columns()); err != nil {
			return err
		}
		s.Signals.Send(ctx, signal.Everything)
		return nil
	})
}

func (c *OrganisationChange) columns() map[string]any {
	columns := map[string]any{}
	for name, value := range map[string]*string{"name": c.Name, "tagline": c.Tagline} {
		if value != nil {
			columns[name] = *value
		}
	}
	for name, value := range map[string]*bool{"registration_open": c.RegistrationOpen, "demonstration": c.Demonstration} {
		if value != nil {
			columns[name] = *value
		}
	}
	return columns
}

// Counts tells how much the organisation holds of what the actor may see.
type Counts struct{ Questions, People int }

// Counts counts for the actor.
func (s *Service) Counts(ctx context.Context, actor authz.Actor) (Counts, error) {
	return s.store.counts(ctx, actor)
}

// CastMember is a person of the demonstration whom a visitor may sign in as.
type CastMember struct {
	Name  string
	Email string
	Role  authz.Role
	Title string
}

// Cast gives the people whom a visitor of the demonstration may sign in as, in the order of the sign-in page.
func (s *Service) Cast(ctx context.Context) ([]CastMember, error) {
	return s.store.cast(ctx, []string{"ada", "ben", "mia", "max", "noa", "root"})
}

// IsEmpty tells whether nobody has an account or was imported yet.
func (s *Service) IsEmpty(ctx context.Context) (bool, error) { return s.store.isEmpty(ctx) }
