// Package doctor examines an installation: what it needs, what it has fallen behind with, and whether every counter
// equals the rows it counts. Each finding says how to mend it. Start at Examine.
package doctor

import (
	"context"
	"fmt"

	"wellspring/pkg/content/comments"
	"wellspring/pkg/content/posts"
	"wellspring/pkg/content/tags"
	"wellspring/pkg/content/uploads"
	"wellspring/pkg/discovery/search"
	"wellspring/pkg/engagement/bounties"
	"wellspring/pkg/engagement/mails"
	"wellspring/pkg/engagement/reputation"
	"wellspring/pkg/platform/bus"
	"wellspring/pkg/platform/db"
	"wellspring/pkg/platform/jobs"
)

// State is how a part of the installation is.
type State string

// The states. Warn works on, but somebody should look.
const (
	OK   State = "ok"
	Warn State = "warn"
	Fail State = "fail"
)

// Finding is what was found of one part, and how to mend it where it is not well.
type Finding struct {
	Name   string
	State  State
	Detail string
	Mend   string
}

const (
	manyWaiting = 1_000
	// examples is how many drifting counters are named.
	examples = 3
)

// Dependencies are what is examined.
type Dependencies struct {
	DB         *db.DB
	Posts      *posts.Service
	Tags       *tags.Service
	Comments   *comments.Service
	Bounties   *bounties.Service
	Reputation *reputation.Ledger
	Search     *search.Service
	Events     *bus.Bus
	Mails      *mails.Service
	Uploads    *uploads.Service
}

// Service examines and mends.
type Service struct{ Dependencies }

// New makes the service.
func New(d Dependencies) *Service { return &Service{d} }

// Examine looks at everything, and at the disk of dataDir unless it is empty; what cannot be examined because the database is away or behind is left out.
func (s *Service) Examine(ctx context.Context, dataDir string) []Finding {
	findings := []Finding{s.database(ctx)}
	if findings[0].State != Fail {
		schema := s.schema(ctx)
		findings = append(findings, schema)
		if schema.State == OK {
			findings = append(findings, s.searchEngine(ctx), s.outbox(ctx), s.deliveries(ctx), s.mails(ctx), s.uploads(ctx), s.jobs(ctx), s.counters(ctx),
				s.bounties(ctx))
		}
	}
	if dataDir != "" {
		findings = append(findings, disk(dataDir))
	}
	return findings
}

func (s *Service) database(ctx context.Context) Finding {
	var version string
	if err := s.DB.Pool().QueryRow(ctx, `SHOW server_version`).Scan(&version); err != nil {
		return Finding{"database", Fail, err.Error(), "Check DATABASE_URL, and that Postgres runs and takes connections."}
	}
	return Finding{Name: "database", State: OK, Detail: "Postgres " + version}
}

func (s *Service) schema(ctx context.Context) Finding {
	have, want, err := s.DB.SchemaVersion(ctx)
	switch {
	case err != nil:
		return Finding{"schema", Fail, err.Error(), "Run: wellspring migrate"}
	case have < want:
		return Finding{"schema", Fail, fmt.Sprintf("version %d, this program needs %d", have, want), "Run: wellspring migrate"}
	case have > want:
		return Finding{"schema", Fail, fmt.Sprintf("version %d, newer than this program's %d", have, want), "Run the program that migrated it, or a newer one."}
	}
	return Finding{Name: "schema", State: OK, Detail: fmt.Sprintf("version %d", have)}
}

func (s *Service) outbox(ctx context.Context) Finding {
	waiting, err := s.Search.Backlog(ctx)
	if err != nil {
		return Finding{"search feed", Fail, err.Error(), "See the server's log."}
	}
	finding := Finding{Name: "search feed", State: OK, Detail: fmt.Sprintf("%d changes wait for the engine", waiting)}
	if waiting > manyWaiting {
		finding.State = Warn
		finding.Mend = "Check that a process with background work runs (serve or worker) and that the engine is reachable; it catches up by itself."
	}
	return finding
}

func (s *Service) deliveries(ctx context.Context) Finding {
	waiting, stuck, err := s.Events.Backlog(ctx)
	if err != nil {
		return Finding{"events", Fail, err.Error(), "See the server's log."}
	}
	finding := Finding{Name: "events", State: OK, Detail: fmt.Sprintf("%d deliveries wait, %d of them failed again and again", waiting, stuck)}
	switch {
	case stuck > 0:
		finding.State, finding.Mend = Warn, "The server's log says why; they are tried again by themselves."
	case waiting > manyWaiting:
		finding.State, finding.Mend = Warn, "Check that a process with background work runs (serve or worker); it catches up by itself."
	}
	return finding
}

func (s *Service) jobs(ctx context.Context) Finding {
	waiting, failed, err := jobs.Backlog(ctx, s.DB)
	if err != nil {
		return Finding{"jobs", Fail, err.Error(), "Run: wellspring migrate"}
	}
	finding := Finding{Name: "jobs", State: OK, Detail: fmt.Sprintf("%d wait, %d failed for good", waiting, failed)}
	switch {
	case failed > 0:
		finding.State, finding.Mend = Warn, "The server's log says why they failed."
	case waiting > manyWaiting:
		finding.State, finding.Mend = Warn, "Run another process for the background work: wellspring worker"
	}
	return finding
}
