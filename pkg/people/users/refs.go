package users

import (
	"context"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
)

// Ref is a person as they stand beside what they wrote.
type Ref struct {
	ID     id.User `json:"id"`
	Handle string  `json:"handle"`
	// Avatar is the key of the person's picture; empty for none.
	Avatar string `json:"avatar"`
	Name   string `json:"name"`
	// Unit is the name of the person's unit; empty for none.
	Unit       string     `json:"unit"`
	Reputation int        `json:"reputation"`
	Role       authz.Role `json:"role"`
}

// Refs gives the people with these ids, in one statement; who asks must be allowed to see what they stand beside.
func (s *Service) Refs(ctx context.Context, people []id.User) (map[id.User]Ref, error) {
	if len(people) == 0 {
		return map[id.User]Ref{}, nil
	}
	return s.store.refs(ctx, people)
}
