package posts

import (
	"context"

	"wellspring/pkg/content/mentions"
	"wellspring/pkg/content/uploads"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/bus"
	"wellspring/pkg/platform/clock"
	"wellspring/pkg/platform/db"
	"wellspring/pkg/platform/markdown"
	"wellspring/pkg/platform/signal"
)

// Listed is the signal that the set of questions in lists changed: one was asked, deleted or brought back.
const Listed signal.Topic = "listed"

// Service writes the trunk for the packages beside it, and has the use cases that questions and answers share.
type Service struct {
	db       *db.DB
	bus      *bus.Bus
	clock    clock.Clock
	signals  *signal.Hub
	markdown *markdown.Renderer
	mentions *mentions.Service
	uploads  *uploads.Service
	store    store
	views    *views
}

// New makes the service.
func New(
	database *db.DB, events *bus.Bus, now clock.Clock, signals *signal.Hub, renderer *markdown.Renderer, called *mentions.Service,
	sent *uploads.Service,
) *Service {
	return &Service{
		db: database, bus: events, clock: now, signals: signals, markdown: renderer, mentions: called,
		uploads: sent, store: store{database}, views: newViews(),
	}
}

// Changed tells the caches that something on a question's page is different; they hear it after the commit.
func (s *Service) Changed(ctx context.Context, question id.Post) {
	s.signals.Send(ctx, signal.Question, int64(question))
}

func (s *Service) listChanged(ctx context.Context, question id.Post) {
	s.Changed(ctx, question)
	s.signals.Send(ctx, Listed, int64(question))
}
