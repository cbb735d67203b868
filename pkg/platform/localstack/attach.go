package localstack

import (
	"context"
	"fmt"
	"path/filepath"
	"time"

	"github.com/jackc/pgx/v5"
)

// Peer is a stack that another process runs.
type Peer struct {
	// DatabaseURL is the address of the database, password included.
	DatabaseURL string
	// SearchURL is the address of Meilisearch, or "" without search.
	SearchURL string
	// SearchKey is Meilisearch's master key, or "" without search.
	SearchKey string

	state *state
}

// Attach finds the stack that runs in a data folder, for a command that works
// beside the server; without one it returns a Problem of kind ErrNotRunning.
func Attach(ctx context.Context, dataDir string) (*Peer, error) {
	dir, err := filepath.Abs(dataDir)
	if err != nil {
		return nil, fmt.Errorf("resolve the data folder: %w", err)
	}
	st, err := loadState(dir)
	if err != nil {
		return nil, explain(dir, err)
	}
	known := st.read()
	if err := answers(ctx, known.DatabaseURL); err != nil {
		return nil, &Problem{
			Kind:  ErrNotRunning,
			What:  fmt.Sprintf("Nothing runs in the data folder %s.", dir),
			Do:    fmt.Sprintf("Start it with `wellspring local --data %s`.", dataDir),
			Cause: err,
		}
	}
	peer := &Peer{DatabaseURL: known.DatabaseURL, state: st}
	if known.WithSearch {
		peer.SearchURL, peer.SearchKey = searchURL(known), known.Secrets[searchSecret]
	}
	return peer, nil
}

// Secret returns a secret that the running process made.
func (p *Peer) Secret(name string) (string, error) {
	found, ok := p.state.read().Secrets[name]
	if !ok {
		return "", fmt.Errorf("the data folder %s has no secret %q", p.state.dir, name)
	}
	return found, nil
}

func answers(ctx context.Context, databaseURL string) error {
	if databaseURL == "" {
		return fmt.Errorf("no address is known")
	}
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	conn, err := pgx.Connect(ctx, databaseURL)
	if err != nil {
		return fmt.Errorf("connect: %w", err)
	}
	return conn.Close(ctx)
}
