package notifications

import (
	"context"

	"wellspring/pkg/platform/clock"
	"wellspring/pkg/platform/db"
	"wellspring/pkg/platform/signal"
)

// Changed is the signal that something in the inboxes of these people is different.
const Changed signal.Topic = "inbox"

// Service keeps inboxes.
type Service struct {
	clock    clock.Clock
	hub      *signal.Hub
	store    store
	watchers watchers
	hear     func(context.Context, Told) error
}

// New makes the service and has it hear what other processes deliver.
func New(database *db.DB, now clock.Clock, hub *signal.Hub) *Service {
	s := &Service{clock: now, hub: hub, store: store{database}, watchers: newWatchers(),
		hear: func(context.Context, Told) error { return nil }}
	hub.On(Changed, s.watchers.poke)
	hub.On(signal.Everything, func([]int64) { s.watchers.pokeAll() })
	return s
}

// OnTold has hear called in the transaction of every delivery. Call it before anything is delivered.
func (s *Service) OnTold(hear func(context.Context, Told) error) { s.hear = hear }
