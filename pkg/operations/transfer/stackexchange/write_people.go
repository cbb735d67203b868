package stackexchange

import (
	"context"

	"wellspring/pkg/kernel/id"
	"wellspring/pkg/people/users"
	"wellspring/pkg/platform/markdown"
)

const peopleBatch = 500

func (i *Importer) writePeople(ctx context.Context, r *run) error {
	if !r.dump.has(usersFile) {
		return nil
	}
	total, changed, err := i.store.countPeople(ctx, r.site)
	if err != nil {
		return err
	}
	r.tally(kindPeople, func(t *Tally) { t.Unchanged = total - changed })
	watch := r.watch("people", changed)
	for after := int64(-1 << 62); ; {
		people, err := i.store.changedPeople(ctx, r.site, after, peopleBatch)
		if err != nil || len(people) == 0 {
			return err
		}
		if err := i.writeSomePeople(ctx, r, people); err != nil {
			return err
		}
		after = people[len(people)-1].Row.ID
		watch(len(people))
	}
}

// writeSomePeople makes those who are new, brings the others up to date, and brings back whom an import had retired.
func (i *Importer) writeSomePeople(ctx context.Context, r *run, people []changedPerson) error {
	var fresh, known []users.ImportedUser
	var back []id.User
	var refs []ref
	var freshRefs []ref
	for _, p := range people {
		person := i.person(p)
		if p.LocalID == 0 {
			fresh = append(fresh, person)
			freshRefs = append(freshRefs, ref{External: p.Row.ID, Hash: p.Hash})
			continue
		}
		if person.ID = id.User(p.LocalID); p.KnownHash == nil {
			back = append(back, person.ID)
		}
		known = append(known, person)
		refs = append(refs, ref{External: p.Row.ID, Local: p.LocalID, Hash: p.Hash})
	}
	ids, err := i.Users.Import(ctx, fresh)
	if err != nil {
		return err
	}
	for n := range ids {
		freshRefs[n].Local = int64(ids[n])
	}
	if err := i.Users.ReviveImported(ctx, back); err != nil {
		return err
	}
	if err := i.Users.Reimport(ctx, known); err != nil {
		return err
	}
	r.tally(kindPeople, func(t *Tally) {
		t.New += len(fresh)
		t.Changed += len(known)
	})
	return i.store.remember(ctx, r.site, refPerson, append(refs, freshRefs...))
}

func (i *Importer) person(p changedPerson) users.ImportedUser {
	about := markdown.SanitizeHTML(p.Row.About)
	person := users.ImportedUser{
		Name: p.Row.Name, Location: p.Row.Location, Website: p.Row.Website, About: about, CreatedAt: p.Row.CreatedAt, LastSeenAt: p.Row.SeenAt,
	}
	if about != "" {
		person.AboutHTML = i.Markdown.Render(about).HTML
	}
	return person
}

// retirePeople disables people whom the dump no longer holds; by now nothing of the site is theirs any more.
func (i *Importer) retirePeople(ctx context.Context, r *run) error {
	if !r.dump.has(usersFile) {
		return nil
	}
	for {
		gone, err := i.store.missingPeople(ctx, r.site, peopleBatch)
		if err != nil || len(gone) == 0 {
			return err
		}
		retired, err := i.Users.RetireImported(ctx, localsOf[id.User](gone))
		if err != nil {
			return err
		}
		r.tally(kindPeople, func(t *Tally) { t.Removed += retired })
		if err := i.store.disown(ctx, r.site, refPerson, gone); err != nil {
			return err
		}
	}
}
