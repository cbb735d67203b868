package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"strings"

	"golang.org/x/term"

	"wellspring/pkg/app"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/people/users"
)

type userCommand struct {
	Add      userAddCommand      `cmd:"" help:"Make an account."`
	Role     userRoleCommand     `cmd:"" help:"Give a person a role: member, manager, moderator or admin."`
	Password userPasswordCommand `cmd:"" help:"Set a person's password, and end their sessions."`
	Claim    userClaimCommand    `cmd:"" help:"Make the link by which an imported person takes over their account."`
}

// operator acts for whoever has the machine, who could change the database anyway.
var operator = authz.Actor{Role: authz.Admin, Name: "operator"}

type userAddCommand struct {
	backend
	Email string `arg:"" help:"The e-mail address to sign in with."`
	Name  string `arg:"" help:"The name that others see."`
	Role  string `help:"member, manager, moderator or admin." default:"member" enum:"member,manager,moderator,admin"`
}

// Help shows examples.
func (userAddCommand) Help() string {
	return `Example (the password is asked for, or read from standard input):
  wellspring user add ada@example.org "Ada Lindqvist" --role moderator`
}

// Run asks for a password and makes the account.
func (c *userAddCommand) Run(ctx context.Context, log *slog.Logger) error {
	password, err := readPassword()
	if err != nil {
		return err
	}
	return withApp(ctx, c.backend, log, func(a *app.App) error {
		person, err := a.Users.Add(ctx, operator, users.Registration{Name: c.Name, Email: c.Email, Password: password}, authz.Role(c.Role))
		if err != nil {
			return err
		}
		fmt.Printf("%s can sign in now (person %d, %s).\n", c.Email, person, c.Role)
		return nil
	})
}

type userRoleCommand struct {
	backend
	Email string `arg:"" help:"Whose role changes."`
	Role  string `arg:"" enum:"member,manager,moderator,admin" help:"member, manager, moderator or admin."`
}

// Run gives the role.
func (c *userRoleCommand) Run(ctx context.Context, log *slog.Logger) error {
	return withApp(ctx, c.backend, log, func(a *app.App) error {
		person, err := a.Users.FindByEmail(ctx, c.Email)
		if err != nil {
			return err
		}
		if err := a.Users.SetRole(ctx, operator, person, authz.Role(c.Role)); err != nil {
			return err
		}
		fmt.Printf("%s is %s now.\n", c.Email, c.Role)
		return nil
	})
}

type userPasswordCommand struct {
	backend
	Email string `arg:"" help:"Whose password changes."`
}

// Run asks for the new password and sets it.
func (c *userPasswordCommand) Run(ctx context.Context, log *slog.Logger) error {
	password, err := readPassword()
	if err != nil {
		return err
	}
	return withApp(ctx, c.backend, log, func(a *app.App) error {
		person, err := a.Users.FindByEmail(ctx, c.Email)
		if err != nil {
			return err
		}
		if err := a.Auth.ResetPassword(ctx, person, password); err != nil {
			return err
		}
		fmt.Printf("%s signs in with the new password now; all sessions have ended.\n", c.Email)
		return nil
	})
}

type userClaimCommand struct {
	backend
	Handle  string `arg:"" help:"The imported person's handle, as in the address of their profile."`
	Email   string `arg:"" help:"The e-mail address they will sign in with."`
	BaseURL string `name:"base-url" help:"The address people use." env:"WELLSPRING_BASE_URL" default:"http://127.0.0.1:8080"`
}

// Run prints the link.
func (c *userClaimCommand) Run(ctx context.Context, log *slog.Logger) error {
	return withApp(ctx, c.backend, log, func(a *app.App) error {
		person, err := a.Users.FindByHandle(ctx, c.Handle)
		if err != nil {
			return err
		}
		invitation, err := a.Auth.InviteToClaim(ctx, operator, person, c.Email)
		if err != nil {
			return err
		}
		fmt.Printf("Give this link to %s; it is good for one use until %s:\n%s/claim#token=%s\n",
			c.Email, invitation.ExpiresAt.Format("2006-01-02 15:04 MST"), strings.TrimSuffix(c.BaseURL, "/"), invitation.Secret)
		return nil
	})
}

func withApp(ctx context.Context, b backend, log *slog.Logger, do func(*app.App) error) error {
	a, err := app.New(ctx, b.options(nil, log))
	if err != nil {
		return err
	}
	defer a.Close()
	return do(a)
}

// readPassword asks on a terminal, without showing what is typed; otherwise it reads the first line of standard input.
func readPassword() (string, error) {
	if term.IsTerminal(int(os.Stdin.Fd())) {
		fmt.Fprint(os.Stderr, "Password: ")
		typed, err := term.ReadPassword(int(os.Stdin.Fd()))
		fmt.Fprintln(os.Stderr)
		if err != nil {
			return "", fmt.Errorf("read the password: %w", err)
		}
		return string(typed), nil
	}
	line, err := bufio.NewReader(os.Stdin).ReadString('\n')
	if line == "" && err != nil {
		return "", errors.New("no password was given on standard input")
	}
	return strings.TrimRight(line, "\r\n"), nil
}
