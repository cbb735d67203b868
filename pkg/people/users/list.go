package users

import (
	"context"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/page"
)

// Sort is an order of the list of people.
type Sort string

// The orders.
const (
	ByReputation Sort = "reputation"
	ByNewest     Sort = "newest"
	ByName       Sort = "name"
)

// Filter says which people to list; the zero Filter gives the first page of all, by reputation.
type Filter struct {
	// Query is a part of the name.
	Query string
	Sort  Sort
	page.Request
}

// List gives the people the actor may know of, those with a disabled account left out. Visitors know only
// people who wrote something that visitors can read.
func (s *Service) List(ctx context.Context, actor authz.Actor, filter Filter) (page.List[Summary], error) {
	if filter.Sort == "" {
		filter.Sort = ByReputation
	}
	if filter.Sort != ByReputation && filter.Sort != ByNewest && filter.Sort != ByName {
		var v fault.Validation
		v.Add("sort", "unknown", "People are sorted by reputation, newest or name.")
		return page.List[Summary]{}, v.Err()
	}
	filter.Request, filter.Query = filter.Request.Normal(), tidy(filter.Query)
	total, err := s.store.count(ctx, actor, filter)
	if err != nil {
		return page.List[Summary]{}, err
	}
	items, err := s.store.list(ctx, actor, filter)
	return page.List[Summary]{Items: items, Request: filter.Request, Total: total}, err
}
