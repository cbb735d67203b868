package doctor

import (
	"context"
	"fmt"
)

// searchEngine compares the index with the database. Without an engine search works on, so nothing here is fatal.
func (s *Service) searchEngine(ctx context.Context) Finding {
	const name = "search engine"
	health, err := s.Search.Health(ctx)
	switch {
	case !health.Configured:
		return Finding{name, Warn, "none is configured; search answers from Postgres, without typo tolerance as good", "Set MEILI_URL and MEILI_KEY."}
	case err != nil:
		return Finding{name, Warn, err.Error(), "Start Meilisearch or check MEILI_URL and MEILI_KEY; until then search answers from Postgres, and nothing is lost."}
	case health.Documents != health.Expected && health.Backlog == 0:
		return Finding{
			name, Fail, fmt.Sprintf("the index has %d documents and should have %d", health.Documents, health.Expected),
			"Run: wellspring reindex",
		}
	}
	return Finding{Name: name, State: OK, Detail: fmt.Sprintf("%d documents", health.Documents)}
}
