package tags

import (
	"time"

	"github.com/maypok86/otter/v2"

	"wellspring/pkg/platform/bus"
	"wellspring/pkg/platform/clock"
	"wellspring/pkg/platform/db"
	"wellspring/pkg/platform/markdown"
)

const (
	answerersAge = 5 * time.Minute
	maxAnswerers = 2_000
)

// Service carries out the use cases of tags.
type Service struct {
	db        *db.DB
	bus       *bus.Bus
	clock     clock.Clock
	markdown  *markdown.Renderer
	store     store
	answerers *otter.Cache[answerersKey, []Answerer]
}

// New makes the service.
func New(database *db.DB, events *bus.Bus, now clock.Clock, renderer *markdown.Renderer) *Service {
	return &Service{
		db: database, bus: events, clock: now, markdown: renderer, store: store{database},
		answerers: otter.Must(&otter.Options[answerersKey, []Answerer]{
			MaximumSize:      maxAnswerers,
			ExpiryCalculator: otter.ExpiryWriting[answerersKey, []Answerer](answerersAge),
		}),
	}
}
