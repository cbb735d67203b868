package search

import (
	"context"
	"fmt"
	"slices"

	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/db"
)

type store struct{ db *db.DB }

type outboxRow struct {
	Kind string
	ID   int64
	Seq  int64
}

const (
	// again gives a row that waits already a new place at the end, so that the relay does not forget it for an older state.
	again = ` ON CONFLICT (kind, id) DO UPDATE SET seq = nextval('search_outbox_seq')`
	// inOrder has two writers lock rows in one order.
	inOrder = ` ORDER BY kind, id`
)

func (s store) note(ctx context.Context, kind string, ids ...int64) error {
	slices.Sort(ids)
	ids = slices.Compact(ids)
	// With the commit, which spares a vote one round trip. One statement a row lets Postgres keep its plan.
	for _, changed := range ids {
		if err := s.db.Queue(ctx, `INSERT INTO search_outbox (kind, id) VALUES ($1, $2)`+again, kind, changed); err != nil {
			return fmt.Errorf("note a change for search: %w", err)
		}
	}
	return nil
}

// noteTags notes tags by name. Tags that the transaction has yet to create are noted by their question, as outboxTagged.
func (s store) noteTags(ctx context.Context, names []string) error {
	if len(names) == 0 {
		return nil
	}
	return s.noteRows(ctx, `SELECT 'tag' AS kind, id FROM tags WHERE name = ANY(?)`, db.Array[string](names))
}

// noteThread notes a question with its answers, which carry its title and tags, and its tags, which count it.
func (s store) noteThread(ctx context.Context, question id.Post) error {
	return s.noteRows(ctx, `
		SELECT 'post' AS kind, id FROM posts WHERE id = ? OR question_id = ? UNION ALL SELECT 'tagged', ?::bigint`, question, question, question)
}

// tagsOf gives the tags that questions have now.
func (s store) tagsOf(ctx context.Context, questions []int64) ([]int64, error) {
	var tags []int64
	err := s.db.Gorm(ctx).Raw(`SELECT DISTINCT t.id FROM posts q JOIN tags t ON t.name = ANY(q.tags) WHERE q.id = ANY(?)`,
		db.Array[int64](questions)).Scan(&tags).Error
	if err != nil {
		return nil, fmt.Errorf("find the tags of changed questions: %w", err)
	}
	return tags, nil
}

func (s store) noteEverything(ctx context.Context) error {
	return s.noteRows(ctx, `
		SELECT 'post' AS kind, id FROM posts UNION ALL SELECT 'user', id FROM users UNION ALL SELECT 'tag', id FROM tags`)
}

// noteImported notes what came from a site, gone or not, and all tags, whose questions it counts.
func (s store) noteImported(ctx context.Context, site string) error {
	return s.noteRows(ctx, `
		SELECT CASE kind WHEN 'person' THEN 'user' ELSE 'post' END AS kind, local_id AS id
		FROM import_refs WHERE source = ? AND kind IN ('person', 'post')
		UNION SELECT 'tag', id FROM tags`, site)
}

func (s store) noteRows(ctx context.Context, rows string, args ...any) error {
	err := s.db.Gorm(ctx).Exec(`INSERT INTO search_outbox (kind, id) SELECT kind, id FROM (`+rows+`) changed`+inOrder+again, args...).Error
	if err != nil {
		return fmt.Errorf("note a change for search: %w", err)
	}
	return nil
}

func (s store) pending(ctx context.Context, limit int) ([]outboxRow, error) {
	var rows []outboxRow
	err := s.db.Gorm(ctx).Raw(`SELECT kind, id, seq FROM search_outbox ORDER BY seq LIMIT ?`, limit).Scan(&rows).Error
	if err != nil {
		return nil, fmt.Errorf("read the search outbox: %w", err)
	}
	return rows, nil
}

func (s store) backlog(ctx context.Context) (int, error) {
	var count int
	if err := s.db.Gorm(ctx).Raw(`SELECT count(*) FROM search_outbox`).Scan(&count).Error; err != nil {
		return 0, fmt.Errorf("count the search outbox: %w", err)
	}
	return count, nil
}

// done removes what was delivered, unless it changed again meanwhile.
func (s store) done(ctx context.Context, rows []outboxRow) error {
	kinds, ids, seqs := make(db.Array[string], len(rows)), make(db.Array[int64], len(rows)), make(db.Array[int64], len(rows))
	for i, row := range rows {
		kinds[i], ids[i], seqs[i] = row.Kind, row.ID, row.Seq
	}
	err := s.db.Gorm(ctx).Exec(`
		DELETE FROM search_outbox o USING unnest(?::text[], ?::bigint[], ?::bigint[]) AS d (kind, id, seq)
		WHERE o.kind = d.kind AND o.id = d.id AND o.seq = d.seq`, kinds, ids, seqs).Error
	if err != nil {
		return fmt.Errorf("clear the search outbox: %w", err)
	}
	return nil
}
