package saves

import (
	"context"
	"slices"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
)

// List is a named list of saves; the default one has the id 0 and no name.
type List struct {
	ID    id.SaveList
	Name  string
	Count int
}

func nameTaken(name string) error {
	return fault.Conflict("name-taken", "You have a list called %s already.", name)
}

// CreateList adds an empty list after the others.
func (s *Service) CreateList(ctx context.Context, actor authz.Actor, name string) (List, error) {
	if err := actor.MustSignIn(); err != nil {
		return List{}, err
	}
	name, err := checkName(name)
	if err != nil {
		return List{}, err
	}
	var created List
	err = s.db.InTx(ctx, func(ctx context.Context) error {
		lists, err := s.store.lockLists(ctx, actor.User)
		if err != nil {
			return err
		}
		if len(lists) >= MaxLists {
			return fault.Conflict("too-many-lists", "You have %d lists. Delete one before you make another.", len(lists))
		}
		if taken(lists, name, 0) {
			return nameTaken(name)
		}
		list, err := s.store.createList(ctx, actor.User, name, s.clock.Now())
		created = List{ID: list, Name: name}
		return err
	})
	return created, err
}

// RenameList gives a list another name.
func (s *Service) RenameList(ctx context.Context, actor authz.Actor, list id.SaveList, name string) error {
	if err := actor.MustSignIn(); err != nil {
		return err
	}
	name, err := checkName(name)
	if err != nil {
		return err
	}
	return s.db.InTx(ctx, func(ctx context.Context) error {
		lists, err := s.store.lockLists(ctx, actor.User)
		if err != nil {
			return err
		}
		if !slices.ContainsFunc(lists, func(l listRow) bool { return l.ID == list }) {
			return noSuchList()
		}
		if taken(lists, name, list) {
			return nameTaken(name)
		}
		return s.store.renameList(ctx, list, name)
	})
}

// DeleteList takes a list away; what lay in it moves to the default list with its notes.
func (s *Service) DeleteList(ctx context.Context, actor authz.Actor, list id.SaveList) error {
	if err := actor.MustSignIn(); err != nil {
		return err
	}
	return s.db.InTx(ctx, func(ctx context.Context) error {
		lists, err := s.store.lockLists(ctx, actor.User)
		if err != nil {
			return err
		}
		if !slices.ContainsFunc(lists, func(l listRow) bool { return l.ID == list }) {
			return noSuchList()
		}
		return s.store.deleteList(ctx, list)
	})
}

// OrderLists puts the actor's lists into this order, which must name each of them once.
func (s *Service) OrderLists(ctx context.Context, actor authz.Actor, order []id.SaveList) error {
	if err := actor.MustSignIn(); err != nil {
		return err
	}
	return s.db.InTx(ctx, func(ctx context.Context) error {
		lists, err := s.store.lockLists(ctx, actor.User)
		if err != nil {
			return err
		}
		have := make([]id.SaveList, len(lists))
		for i, list := range lists {
			have[i] = list.ID
		}
		slices.Sort(have)
		if !slices.Equal(have, slices.Sorted(slices.Values(order))) {
			return fault.Conflict("lists-changed", "Your lists have changed meanwhile. Look at them again and put them in order once more.")
		}
		return s.store.orderLists(ctx, order)
	})
}
