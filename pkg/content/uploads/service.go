package uploads

import (
	"log/slog"
	"time"

	"wellspring/pkg/platform/blob"
	"wellspring/pkg/platform/clock"
	"wellspring/pkg/platform/db"
	"wellspring/pkg/platform/picture"
)

const (
	// MaxSize is the largest file that is taken, in bytes.
	MaxSize = 10 << 20
	// Unused is how long an upload is kept that stands nowhere.
	Unused = 24 * time.Hour
	// DefaultQuota is what one person's uploads may take, in bytes.
	DefaultQuota = 1 << 30
)

// Deps are what the service works with.
type Deps struct {
	DB    *db.DB
	Clock clock.Clock
	Log   *slog.Logger
	// Store is nil where the installation keeps no uploads.
	Store  blob.Store
	Studio *picture.Studio
	// Quota is what one person's uploads may take, in bytes; 0 for the default.
	Quota int64
}

// Service carries out the use cases of uploads.
type Service struct {
	Deps
	store store
}

// New makes the service.
func New(deps Deps) *Service {
	if deps.Quota == 0 {
		deps.Quota = DefaultQuota
	}
	return &Service{Deps: deps, store: store{deps.DB}}
}

// Enabled tells whether anything can be uploaded.
func (s *Service) Enabled() bool { return s.Store != nil }
