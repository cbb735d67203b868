package users

import (
	"context"
	"maps"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/event"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/platform/signal"
)

// ThresholdChoice is what the privileges shall need: a preset's figures, or under authz.Custom one for each privilege.
type ThresholdChoice struct {
	Preset string
	Custom authz.Thresholds
}

// Validate collects what is wrong.
func (c ThresholdChoice) Validate() error {
	var v fault.Validation
	switch c.Preset {
	case authz.Team, authz.Balanced, authz.Public:
		v.Check(len(c.Custom) == 0, "thresholds", "not-custom", "A preset has thresholds of its own. Choose custom to set them.")
	case authz.Custom:
		c.checkCustom(&v)
	default:
		v.Add("preset", "unknown", "The presets are team, balanced, public and custom.")
	}
	return v.Err()
}

func (c ThresholdChoice) checkCustom(v *fault.Validation) {
	known := 0
	for _, privilege := range authz.Privileges() {
		threshold, set := c.Custom[privilege]
		if set {
			known++
		}
		v.Check(set && threshold >= 0 && threshold <= authz.MaxThreshold, "thresholds."+string(privilege), "out-of-range",
			"Set a whole number from 0 to %d.", authz.MaxThreshold)
	}
	v.Check(known == len(c.Custom), "thresholds", "unknown", "One of these privileges does not exist.")
}

func (c ThresholdChoice) thresholds() authz.Thresholds { return authz.ThresholdsOf(c.Preset, c.Custom) }

// CanChooseThresholds says whether the actor decides what privileges need.
func CanChooseThresholds(actor authz.Actor) error {
	if err := actor.MustSignIn(); err != nil {
		return err
	}
	if !actor.Administers() {
		return fault.Forbidden("Only an administrator chooses what privileges need.")
	}
	return nil
}

// ChooseThresholds has the choice hold for everybody at once.
func (s *Service) ChooseThresholds(ctx context.Context, actor authz.Actor, choice ThresholdChoice) error {
	if err := CanChooseThresholds(actor); err != nil {
		return err
	}
	if err := choice.Validate(); err != nil {
		return err
	}
	return s.DB.InTx(ctx, func(ctx context.Context) error {
		before, err := s.store.lockOrganisation(ctx)
		if err != nil {
			return err
		}
		if before.Preset == choice.Preset && maps.Equal(before.Custom, choice.Custom) {
			return nil
		}
		columns := map[string]any{"privilege_preset": choice.Preset, "privilege_thresholds": choice.Custom}
		if err := s.store.updateOrganisation(ctx, columns); err != nil {
			return err
		}
		s.Signals.Send(ctx, signal.Everything)
		return s.Bus.Publish(ctx, event.ThresholdsChanged{
			By: actor.User, PresetBefore: before.Preset, PresetAfter: choice.Preset,
			Before: byName(before.Thresholds()), After: byName(choice.thresholds()),
		})
	})
}

func byName(thresholds authz.Thresholds) map[string]int {
	named := make(map[string]int, len(thresholds))
	for privilege, threshold := range thresholds {
		named[string(privilege)] = threshold
	}
	return named
}

// ThresholdPreview tells what a choice would mean for the people who can sign in.
type ThresholdPreview struct {
	People     int
	Thresholds authz.Thresholds
	// Holders counts who would have each privilege, and Now who has it.
	Holders, Now map[authz.Privilege]int
}

// PreviewThresholds changes nothing.
func (s *Service) PreviewThresholds(ctx context.Context, actor authz.Actor, choice ThresholdChoice) (ThresholdPreview, error) {
	if err := CanChooseThresholds(actor); err != nil {
		return ThresholdPreview{}, err
	}
	if err := choice.Validate(); err != nil {
		return ThresholdPreview{}, err
	}
	organisation, err := s.store.organisation(ctx)
	if err != nil {
		return ThresholdPreview{}, err
	}
	standings, err := s.store.standings(ctx)
	if err != nil {
		return ThresholdPreview{}, err
	}
	preview := ThresholdPreview{
		Thresholds: choice.thresholds(),
		Holders:    holders(standings, choice.thresholds()), Now: holders(standings, organisation.Thresholds()),
	}
	for _, standing := range standings {
		preview.People += standing.People
	}
	return preview, nil
}

// holders asks the one rule of who has a privilege, so that the preview cannot promise anything else.
func holders(standings []standing, thresholds authz.Thresholds) map[authz.Privilege]int {
	counts := map[authz.Privilege]int{}
	for _, standing := range standings {
		person := authz.Actor{User: standing.Anyone, Role: standing.Role, Reputation: standing.Reputation, Thresholds: thresholds}
		for _, privilege := range authz.Privileges() {
			if person.Has(privilege) {
				counts[privilege] += standing.People
			}
		}
	}
	return counts
}
