package reputation

import (
	"context"
	"fmt"
	"time"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/kernel/page"
	"wellspring/pkg/platform/db"
)

// Entry is one line of a person's history. The post's title is empty where the reader may not see the post.
type Entry struct {
	ID         int64
	At         time.Time
	Amount     int
	Reason     Reason
	Undo       bool
	PostID     id.Post
	QuestionID id.Post
	PostKind   string
	Title      string
	// Total is the person's reputation after this entry.
	Total int
}

// History reads a person's ledger, newest first.
func (l *Ledger) History(ctx context.Context, actor authz.Actor, user id.User, after page.Cursor, limit int) (page.Stream[Entry], error) {
	limit = page.Request{Size: limit}.Normal().Size
	var entries []Entry
	err := l.store.db.Gorm(ctx).Raw(`
		SELECT e.id, e.at, e.amount, e.reason, e.undo,
			coalesce(p.id, 0) AS post_id, coalesce(q.id, 0) AS question_id, coalesce(p.kind, '') AS post_kind,
			coalesce(q.title, '') AS title
		FROM reputation_entries e
		LEFT JOIN posts p ON p.id = e.post_id AND p.deleted_at IS NULL AND p.space_id = ANY(?)
		LEFT JOIN posts q ON q.id = coalesce(p.question_id, p.id) AND q.deleted_at IS NULL
		WHERE e.user_id = ? AND (? = 0 OR e.id < ?)
		ORDER BY e.id DESC LIMIT ?`,
		db.Array[id.Space](actor.Spaces), user, after.ID, after.ID, limit+1).Scan(&entries).Error
	if err != nil {
		return page.Stream[Entry]{}, fmt.Errorf("read reputation history: %w", err)
	}
	if err := l.runningTotals(ctx, user, entries); err != nil {
		return page.Stream[Entry]{}, err
	}
	stream := page.Stream[Entry]{Items: entries}
	if len(entries) > limit {
		stream.Items = entries[:limit]
		stream.Next = page.Cursor{ID: entries[limit-1].ID}.Encode()
	}
	return stream, nil
}

// runningTotals sums once up to the newest entry and walks down from there.
func (l *Ledger) runningTotals(ctx context.Context, user id.User, entries []Entry) error {
	if len(entries) == 0 {
		return nil
	}
	var total int
	err := l.store.db.Gorm(ctx).Raw(`
		SELECT coalesce(sum(amount), 0) FROM reputation_entries WHERE user_id = ? AND id <= ?`,
		user, entries[0].ID).Scan(&total).Error
	if err != nil {
		return fmt.Errorf("sum up reputation history: %w", err)
	}
	for i := range entries {
		entries[i].Total = total
		total -= entries[i].Amount
	}
	return nil
}
