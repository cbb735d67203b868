package users

import (
	"context"
	"fmt"
	"hash/fnv"
	"strconv"
	"strings"
	"time"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/signal"
)

// manyTries is how often people of one name are told apart before an import gives up.
const manyTries = 8

// ImportedUser is a person who comes from another system, or with the demonstration.
type ImportedUser struct {
	// ID says whom Reimport brings up to date; Import ignores it.
	ID id.User
	// Handle is made from the name when empty.
	Handle string
	Name   string
	// Email and PasswordHash stay empty for people who cannot sign in before they claim their account.
	Email        string
	PasswordHash string
	// Role is member, and Language en, when empty.
	Role     authz.Role
	Language string
	// Unit is 0 for none.
	Unit       id.Unit
	Title      string
	Location   string
	Website    string
	About      string
	AboutHTML  string
	CreatedAt  time.Time
	LastSeenAt *time.Time
	// Demonstration marks people who sign in on loopback only.
	Demonstration bool
}

func (u ImportedUser) row() newUser {
	row := newUser{
		ID: u.ID, Handle: u.Handle, Name: tidy(withoutNUL(u.Name)), Role: u.Role, State: Imported, Title: withoutNUL(u.Title),
		Location: withoutNUL(u.Location), About: withoutNUL(u.About), AboutHTML: withoutNUL(u.AboutHTML),
		Language: u.Language, CreatedAt: u.CreatedAt, LastSeenAt: u.LastSeenAt, Demonstration: u.Demonstration,
	}
	if isWebsite(u.Website) {
		row.Website = withoutNUL(u.Website)
	}
	if row.Name == "" {
		row.Name = "anonymous"
	}
	if row.Role == "" {
		row.Role = authz.Member
	}
	if row.Language == "" {
		row.Language = "en"
	}
	if u.Unit != 0 {
		row.UnitID = &u.Unit
	}
	if u.Email != "" {
		row.Email, row.State = &u.Email, Active
	}
	if u.PasswordHash != "" {
		row.PasswordHash = &u.PasswordHash
	}
	return row
}

// withoutNUL drops the one character that Postgres cannot store.
func withoutNUL(text string) string { return strings.ReplaceAll(text, "\x00", "") }

// Import makes many people in one statement or a few, and gives their ids in the order of the input. It
// publishes no event per person. A person with an e-mail address has an account, the others are imported.
func (s *Service) Import(ctx context.Context, people []ImportedUser) ([]id.User, error) {
	if len(people) == 0 {
		return nil, nil
	}
	var ids []id.User
	err := s.DB.InTx(ctx, func(ctx context.Context) error {
		var err error
		if ids, err = s.store.reserveIDs(ctx, len(people)); err != nil {
			return err
		}
		waiting := make([]newUser, 0, len(people))
		for i, person := range people {
			row := person.row()
			row.ID = ids[i]
			waiting = append(waiting, row)
		}
		return s.insertAll(ctx, waiting)
	})
	return ids, err
}

// insertAll gives those whose handle is taken another one, until all are in.
func (s *Service) insertAll(ctx context.Context, waiting []newUser) error {
	for try := range manyTries {
		for i := range waiting {
			waiting[i].Handle = importedHandle(waiting[i], try)
		}
		inserted, err := s.store.insertMany(ctx, waiting)
		if err != nil {
			return err
		}
		done := make(map[id.User]bool, len(inserted))
		for _, person := range inserted {
			done[person] = true
		}
		var left []newUser
		for _, person := range waiting {
			if !done[person.ID] {
				left = append(left, person)
			}
		}
		if waiting = left; len(waiting) == 0 {
			return nil
		}
	}
	return fmt.Errorf("import people: %d of them have an e-mail address or a handle that is taken, such as %q",
		len(waiting), waiting[0].Handle)
}

// importedHandle tells people of one name apart by figures that look random, since a dump may hold thousands of
// one name and counting up from 2 would need as many tries. A wished-for handle is tried first.
func importedHandle(person newUser, try int) string {
	if try == 0 {
		if person.Handle != "" {
			return person.Handle
		}
		return handleFrom(person.Name)
	}
	sum := fnv.New32a()
	_, _ = fmt.Fprintf(sum, "%d %d", person.ID, try)
	return handleFrom(person.Name) + "-" + strconv.Itoa(int(sum.Sum32()%1_000_000))
}

// Reimport brings imported people up to date by ID; those who have claimed their account keep what they made of it.
func (s *Service) Reimport(ctx context.Context, people []ImportedUser) error {
	if len(people) == 0 {
		return nil
	}
	rows := make([]newUser, 0, len(people))
	ids := make([]int64, 0, len(people))
	for _, person := range people {
		rows = append(rows, person.row())
		ids = append(ids, int64(person.ID))
	}
	if err := s.store.updateImported(ctx, rows); err != nil {
		return err
	}
	s.Signals.Send(ctx, signal.Person, ids...)
	return nil
}
