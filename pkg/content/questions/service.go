package questions

import (
	"wellspring/pkg/content/posts"
	"wellspring/pkg/content/tags"
	"wellspring/pkg/people/spaces"
	"wellspring/pkg/platform/bus"
	"wellspring/pkg/platform/db"
	"wellspring/pkg/platform/signal"
)

// Deps are what the service works with.
type Deps struct {
	DB      *db.DB
	Bus     *bus.Bus
	Signals *signal.Hub
	Posts   *posts.Service
	Tags    *tags.Service
	Spaces  *spaces.Service
}

// Service carries out the use cases of questions.
type Service struct {
	db        *db.DB
	bus       *bus.Bus
	posts     *posts.Service
	tags      *tags.Service
	spaces    *spaces.Service
	store     store
	documents *documents
	orders    *orders
}

// New makes the service and has it hear what changes.
func New(deps Deps) *Service {
	s := &Service{
		db: deps.DB, bus: deps.Bus, posts: deps.Posts, tags: deps.Tags, spaces: deps.Spaces,
		store: newStore(deps.DB), documents: newDocuments(), orders: newOrders(),
	}
	deps.Signals.On(signal.Question, s.documents.forget)
	deps.Signals.On(posts.Listed, func([]int64) { s.orders.forget() })
	deps.Signals.On(signal.Everything, func([]int64) {
		s.documents.forgetAll()
		s.orders.forget()
	})
	return s
}
