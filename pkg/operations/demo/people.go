package demo

import (
	"context"
	"time"

	"wellspring/pkg/content/tags"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/people/spaces"
	"wellspring/pkg/people/units"
	"wellspring/pkg/people/users"
)

func (w *world) loadUnits(ctx context.Context) error {
	chart := make([]units.Imported, len(w.org.Units))
	for i, u := range w.org.Units {
		chart[i] = units.Imported{Key: u.Key, Parent: u.Parent, Name: u.Name, Kind: units.Kind(u.Kind)}
	}
	var err error
	w.units, err = w.Units.Import(ctx, chart)
	return err
}

func (w *world) loadPeople(ctx context.Context, passwordHash string) error {
	imported := make([]users.ImportedUser, len(w.org.People))
	w.joined = make(map[string]time.Time, len(imported))
	for i, p := range w.org.People {
		w.joined[p.Handle] = w.today.AddDate(0, 0, -p.JoinedDaysAgo)
		imported[i] = users.ImportedUser{
			Handle: p.Handle, Name: p.Name, Email: p.Handle + "@example.org", PasswordHash: passwordHash, Role: authz.Role(p.Role),
			Language: p.Language, Unit: w.units[p.Unit], Title: p.Title, Location: p.Location, About: p.About,
			AboutHTML: w.Users.Render(p.About), CreatedAt: w.joined[p.Handle], Demonstration: true,
		}
	}
	ids, err := w.Users.Import(ctx, imported)
	if err != nil {
		return err
	}
	w.people = make(map[string]id.User, len(ids))
	for i, p := range w.org.People {
		w.people[p.Handle] = ids[i]
	}
	managers := map[id.Unit]id.User{}
	for _, u := range w.org.Units {
		if u.Manager != "" {
			managers[w.units[u.Key]] = w.people[u.Manager]
		}
	}
	if err := w.Units.SetManagers(ctx, managers); err != nil {
		return err
	}
	return w.Reputation.GrantBase(ctx, ids)
}

func (w *world) loadSpaces(ctx context.Context) error {
	imported := make([]spaces.Imported, len(w.org.Spaces))
	w.members = map[string][]string{}
	for i, s := range w.org.Spaces {
		members := make([]id.User, len(s.Members))
		for j, handle := range s.Members {
			members[j] = w.people[handle]
		}
		if s.Visibility == string(spaces.Members) {
			w.members[s.Slug] = s.Members
		}
		imported[i] = spaces.Imported{
			NewSpace: spaces.NewSpace{
				Slug: s.Slug, Name: s.Name, Description: s.Description, Visibility: spaces.Visibility(s.Visibility),
				Reason: s.Reason, Color: s.Color, Unit: w.units[s.Unit],
			},
			CreatedAt: w.today.AddDate(-2, 0, 0), Members: members,
		}
	}
	var err error
	w.spaces, err = w.Spaces.Import(ctx, imported)
	return err
}

func (w *world) loadTags(ctx context.Context) error {
	imported := make([]tags.ImportedTag, len(w.org.Tags))
	for i, t := range w.org.Tags {
		imported[i] = tags.ImportedTag{Name: t.Name, Description: t.Description, Wiki: t.Wiki, CreatedAt: w.today.AddDate(-2, 0, 0)}
	}
	if err := w.Tags.Import(ctx, imported); err != nil {
		return err
	}
	for _, p := range w.org.People {
		for _, name := range p.Watches {
			if err := w.Tags.Watch(ctx, authz.Actor{User: w.people[p.Handle]}, name); err != nil {
				return err
			}
		}
	}
	return nil
}
