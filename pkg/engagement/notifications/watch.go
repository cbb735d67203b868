package notifications

import (
	"sync"

	"wellspring/pkg/kernel/id"
)

// watchers are the open pages of this process, by whose they are. Each is a channel that holds one poke: however much
// happens while a page is busy, it looks once afterwards.
type watchers struct {
	mu    *sync.Mutex
	pages map[id.User]map[chan struct{}]struct{}
}

func newWatchers() watchers {
	return watchers{mu: &sync.Mutex{}, pages: map[id.User]map[chan struct{}]struct{}{}}
}

// Watch gives a channel that is poked whenever a person's inbox may have changed, by whatever process of the cluster,
// until stop is called. It sends no statement.
func (s *Service) Watch(person id.User) (changed <-chan struct{}, stop func()) {
	w, page := s.watchers, make(chan struct{}, 1)
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.pages[person] == nil {
		w.pages[person] = map[chan struct{}]struct{}{}
	}
	w.pages[person][page] = struct{}{}
	return page, func() { w.leave(person, page) }
}

func (w watchers) leave(person id.User, page chan struct{}) {
	w.mu.Lock()
	defer w.mu.Unlock()
	delete(w.pages[person], page)
	if len(w.pages[person]) == 0 {
		delete(w.pages, person)
	}
}

func (w watchers) poke(people []int64) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, person := range people {
		pokeEach(w.pages[id.User(person)])
	}
}

// pokeAll is for when signals may have been missed.
func (w watchers) pokeAll() {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, pages := range w.pages {
		pokeEach(pages)
	}
}

func pokeEach(pages map[chan struct{}]struct{}) {
	for page := range pages {
		select {
		case page <- struct{}{}:
		default:
		}
	}
}
