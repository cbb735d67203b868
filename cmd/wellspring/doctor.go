package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"

	"wellspring/pkg/app"
	"wellspring/pkg/operations/doctor"
)

type doctorCommand struct {
	backend
	kept
	Data   string `help:"Look at the disk of this folder too." env:"WELLSPRING_DATA"`
	Secret string `help:"The key that signs access tokens; its length is checked." env:"WELLSPRING_SECRET"`
	Mend   bool   `help:"Set counters that differ from their source rows to what those say."`
}

// Help shows examples.
func (doctorCommand) Help() string {
	return `Examples:
  wellspring doctor --database-url postgres://...
  wellspring doctor --mend`
}

// Run examines, prints a line for each part, and fails when something is wrong.
func (c *doctorCommand) Run(ctx context.Context, log *slog.Logger) error {
	findings := []doctor.Finding{c.configuration()}
	a, err := app.New(ctx, c.kept.into(c.backend.options(nil, log)))
	if err != nil {
		findings = append(findings, doctor.Finding{
			Name: "database", State: doctor.Fail, Detail: err.Error(), Mend: "Check DATABASE_URL, and that Postgres runs and takes connections.",
		})
		return report(findings)
	}
	defer a.Close()
	if c.Mend {
		if err := a.Doctor.Mend(ctx); err != nil {
			return err
		}
	}
	return report(append(findings, a.Doctor.Examine(ctx, c.Data)...))
}

func (c *doctorCommand) configuration() doctor.Finding {
	if c.Secret != "" && len(c.Secret) < minSecret {
		return doctor.Finding{
			Name: "configuration", State: doctor.Fail, Detail: "WELLSPRING_SECRET is shorter than 32 characters",
			Mend: "Make one with: openssl rand -base64 48",
		}
	}
	return doctor.Finding{Name: "configuration", State: doctor.OK, Detail: "complete"}
}

func report(findings []doctor.Finding) error {
	failed := false
	for _, f := range findings {
		fmt.Printf("%-4s  %-14s %s\n", f.State, f.Name, f.Detail)
		if f.Mend != "" && f.State != doctor.OK {
			fmt.Printf("      %-14s %s\n", "", f.Mend)
		}
		failed = failed || f.State == doctor.Fail
	}
	if failed {
		return errors.New("not everything is well")
	}
	return nil
}
