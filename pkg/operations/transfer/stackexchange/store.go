package stackexchange

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"wellspring/pkg/platform/db"
)

// importLock is held by the one import that may run on a database.
const importLock = 7_310_010

type store struct{ db *db.DB }

// lock gives errBusy while another process imports. The lock goes with its connection, whatever happens to us.
func (s store) lock(ctx context.Context) (unlock func(), err error) {
	conn, err := s.db.Pool().Acquire(ctx)
	if err != nil {
		return nil, fmt.Errorf("take a connection for the import's lock: %w", err)
	}
	var mine bool
	if err := conn.QueryRow(ctx, `SELECT pg_try_advisory_lock($1)`, importLock).Scan(&mine); err != nil {
		conn.Release()
		return nil, fmt.Errorf("lock imports: %w", err)
	}
	if !mine {
		conn.Release()
		return nil, errBusy
	}
	return func() {
		// Postgres notices a closed connection a moment later, so the lock is given back in so many words first.
		raw := conn.Hijack()
		_, _ = raw.Exec(context.WithoutCancel(ctx), `SELECT pg_advisory_unlock($1)`, importLock)
		_ = raw.Close(context.WithoutCancel(ctx))
	}, nil
}

func (s store) change(ctx context.Context, doing, sql string, args ...any) error {
	if err := s.db.Gorm(ctx).Exec(sql, args...).Error; err != nil {
		return fmt.Errorf("%s: %w", doing, err)
	}
	return nil
}

func (s store) scan(ctx context.Context, doing string, into any, sql string, args ...any) error {
	if err := s.db.Gorm(ctx).Raw(sql, args...).Scan(into).Error; err != nil {
		return fmt.Errorf("%s: %w", doing, err)
	}
	return nil
}

// lastRun is the report of the last import that was finished, by a fact of its site.
func (s store) lastRun(ctx context.Context, fact, value string) (Report, bool, error) {
	var texts []string
	err := s.scan(ctx, "look for earlier imports", &texts, `
		SELECT report FROM import_runs WHERE finished_at IS NOT NULL AND report->>? = ? ORDER BY id DESC LIMIT 1`, fact, value)
	if err != nil || len(texts) == 0 {
		return Report{}, false, err
	}
	var found Report
	if err := json.Unmarshal([]byte(texts[0]), &found); err != nil {
		return Report{}, false, fmt.Errorf("read the report of an earlier import: %w", err)
	}
	return found, true, nil
}

// resume takes up an interrupted import of the same dump into the same space, as long as what it had read is still there.
func (s store) resume(ctx context.Context, r *run) (bool, error) {
	var found []struct {
		ID       int64
		Stage    string
		Position int64
		Report   string
	}
	err := s.scan(ctx, "look for an interrupted import", &found, `
		SELECT i.id, i.stage, i.position, i.report
		FROM import_runs i JOIN staging.run s ON s.run_id = i.id
		WHERE i.finished_at IS NULL AND i.source = ? AND i.dump_hash = ? AND i.report->>'space' = ?`,
		r.site, r.dump.hash, r.options.Space)
	if err != nil || len(found) == 0 {
		return false, err
	}
	r.id, r.stage, r.position = found[0].ID, found[0].Stage, found[0].Position
	if err := json.Unmarshal([]byte(found[0].Report), &r.report); err != nil {
		return false, fmt.Errorf("read the report of the interrupted import: %w", err)
	}
	return true, nil
}

func (s store) startRun(ctx context.Context, r *run, now time.Time) error {
	if err := s.empty(ctx); err != nil {
		return err
	}
	report, err := json.Marshal(r.report)
	if err != nil {
		return fmt.Errorf("encode the report: %w", err)
	}
	err = s.scan(ctx, "begin the import", &r.id, `
		INSERT INTO import_runs (source, dump_hash, stage, report, started_at) VALUES (?, ?, ?, ?::jsonb, ?) RETURNING id`,
		r.site, r.dump.hash, r.stage, string(report), now)
	if err != nil {
		return err
	}
	return s.change(ctx, "mark the staging schema", `INSERT INTO staging.run (run_id) VALUES (?)`, r.id)
}

func (s store) saveRun(ctx context.Context, r *run) error {
	report, err := json.Marshal(r.report)
	if err != nil {
		return fmt.Errorf("encode the report: %w", err)
	}
	return s.change(ctx, "note how far the import is", `
		UPDATE import_runs SET stage = ?, position = ?, report = ?::jsonb WHERE id = ?`, r.stage, r.position, string(report), r.id)
}

func (s store) finishRun(ctx context.Context, r *run, now time.Time) error {
	report, err := json.Marshal(r.report)
	if err != nil {
		return fmt.Errorf("encode the report: %w", err)
	}
	return s.change(ctx, "finish the import", `
		UPDATE import_runs SET stage = 'finished', position = 0, report = ?::jsonb, finished_at = ? WHERE id = ?`, string(report), now, r.id)
}

// empty throws away what was read, once it is written or belongs to another import.
func (s store) empty(ctx context.Context) error {
	return s.change(ctx, "empty the staging schema", `
		TRUNCATE staging.run, staging.people, staging.posts, staging.history, staging.votes, staging.comments, staging.links,
			staging.tags, staging.badges, staging.prepared, staging.gains`)
}
