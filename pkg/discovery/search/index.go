package search

import "context"

// Index is the engine that has to be fed.
type Index interface {
	Finder
	// Condition looks which indexes there are.
	Condition(ctx context.Context) (Condition, error)
	// Apply writes and removes documents, in the live index and in one that is being built, and returns when the engine
	// has carried it out.
	Apply(ctx context.Context, to Condition, put []Document, remove []string) error
	// Rebuild begins a fresh index beside the live one.
	Rebuild(ctx context.Context) (Build, error)
	// Discard throws away an index that was never finished.
	Discard(ctx context.Context) error
	// Count is the number of documents in the live index.
	Count(ctx context.Context) (int, error)
}

// Condition says whether there is a live index, and whether another one is being built.
type Condition struct{ Live, Building bool }

// Build is a fresh index that becomes the live one at Finish, without an empty moment.
type Build interface {
	// Add hands documents over; what is handed over later takes effect later.
	Add(ctx context.Context, documents []Document) error
	// Settle returns when the engine has carried out all that was added.
	Settle(ctx context.Context) error
	Finish(ctx context.Context) error
}

// Health compares the index with the database.
type Health struct {
	// Configured says that there is an engine at all.
	Configured bool
	// Documents are in the index, Expected should be, and Backlog changes are on their way.
	Documents int
	Expected  int
	Backlog   int
}

// Health asks the engine and the database; its error says that the engine does not answer, or has no index.
func (s *Service) Health(ctx context.Context) (Health, error) {
	health := Health{Configured: s.index != nil}
	if !health.Configured {
		return health, nil
	}
	var err error
	if health.Backlog, err = s.store.backlog(ctx); err != nil {
		return health, err
	}
	if health.Expected, err = s.store.countDocuments(ctx); err != nil {
		return health, err
	}
	health.Documents, err = s.index.Count(ctx)
	return health, err
}

// Backlog counts the changes that the index does not have yet.
func (s *Service) Backlog(ctx context.Context) (int, error) { return s.store.backlog(ctx) }
