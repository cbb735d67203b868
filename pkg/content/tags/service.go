package tags

import (
	"time"

	"github.com/maypok86/otter/v2"

	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/bus"
	"wellspring/pkg/platform/clock"
	"wellspring/pkg/platform/db"
	"wellspring/pkg/platform/markdown"
	"wellspring/pkg/platform/signal"
)

const (
	answerersAge = 5 * time.Minute
	maxAnswerers = 2_000
	ignoredAge   = time.Minute
	maxIgnored   = 20_000
)

// Preferred is the signal that people watch or ignore other tags than before; it carries their ids.
const Preferred signal.Topic = "tag-preferences"

// Service carries out the use cases of tags.
type Service struct {
	db        *db.DB
	bus       *bus.Bus
	clock     clock.Clock
	signals   *signal.Hub
	markdown  *markdown.Renderer
	store     store
	answerers *otter.Cache[answerersKey, []Answerer]
	ignored   *otter.Cache[id.User, Ignored]
}

// New makes the service and has it hear what changes.
func New(database *db.DB, events *bus.Bus, now clock.Clock, signals *signal.Hub, renderer *markdown.Renderer) *Service {
	s := &Service{
		db: database, bus: events, clock: now, signals: signals, markdown: renderer, store: store{database},
		answerers: otter.Must(&otter.Options[answerersKey, []Answerer]{
			MaximumSize:      maxAnswerers,
			ExpiryCalculator: otter.ExpiryWriting[answerersKey, []Answerer](answerersAge),
		}),
		ignored: otter.Must(&otter.Options[id.User, Ignored]{
			MaximumSize:      maxIgnored,
			ExpiryCalculator: otter.ExpiryWriting[id.User, Ignored](ignoredAge),
		}),
	}
	signals.On(Preferred, func(people []int64) {
		for _, person := range people {
			s.ignored.Invalidate(id.User(person))
		}
	})
	signals.On(signal.Everything, func([]int64) { s.ignored.InvalidateAll() })
	return s
}
