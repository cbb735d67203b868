package mails

import (
	"context"
	"fmt"
	"time"

	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/db"
	"wellspring/pkg/platform/mail"
)

// maxKept is how many of the newest kept mails are shown, and kept.
const maxKept = 200

// enqueue takes the people in rising order, as deliveries do. What is to be told already is told once.
func (s store) enqueue(ctx context.Context, items []item) error {
	const together = 500
	for len(items) > 0 {
		some := items[:min(len(items), together)]
		items = items[len(some):]
		var people, dues db.Array[int64]
		var topics db.Array[Topic]
		var paces db.Array[Pace]
		for i := range some {
			people, dues = append(people, int64(some[i].UserID)), append(dues, some[i].DueAt.UnixMicro())
			topics, paces = append(topics, some[i].Topic), append(paces, some[i].Pace)
		}
		first := &some[0]
		err := s.db.Gorm(ctx).Exec(`
			INSERT INTO mail_items (user_id, post_id, kind, comment_id, name, topic, pace, at, due_at)
			SELECT person, nullif(?, 0::bigint), ?, nullif(?, 0::bigint), ?, topic, pace, ?, timestamptz 'epoch' + due * interval '1 microsecond'
			FROM unnest(?::bigint[], ?::text[], ?::text[], ?::bigint[]) AS n (person, topic, pace, due)
			ON CONFLICT (user_id, post_id, kind, comment_id, name) DO UPDATE SET
				at = EXCLUDED.at, due_at = least(mail_items.due_at, EXCLUDED.due_at), pace = EXCLUDED.pace, attempts = 0`,
			first.PostID, first.Kind, first.CommentID, first.Name, first.At, people, topics, paces, dues).Error
		if err != nil {
			return fmt.Errorf("note mails about %s at post %d: %w", first.Kind, first.PostID, err)
		}
	}
	return nil
}

// claim takes everything that is due to the person who waits longest and whom no other process serves, and moves it
// ahead, by a pause that doubles with the attempts. The row of the person is what keeps others off.
func (s store) claim(ctx context.Context, now time.Time) ([]item, error) {
	var claimed []item
	err := s.db.Gorm(ctx).Raw(`
		WITH person AS (
			SELECT u.id FROM (
				SELECT user_id, min(due_at) AS due_at FROM mail_items WHERE due_at <= ? GROUP BY user_id ORDER BY min(due_at) LIMIT 100
			) due JOIN users u ON u.id = due.user_id
			ORDER BY due.due_at LIMIT 1 FOR NO KEY UPDATE OF u SKIP LOCKED
		)
		UPDATE mail_items i SET attempts = i.attempts + 1, due_at = ?::timestamptz + least(interval '5 minutes' * 2 ^ least(i.attempts, 12), interval '6 hours')
		FROM person WHERE i.user_id = person.id AND i.due_at <= ?
		RETURNING i.id, i.user_id, coalesce(i.post_id, 0) AS post_id, i.kind, coalesce(i.comment_id, 0) AS comment_id, i.name, i.topic,
			i.pace, i.at, i.due_at, i.attempts`,
		now, now, now).Scan(&claimed).Error
	if err != nil {
		return nil, fmt.Errorf("take the mails that are due: %w", err)
	}
	return claimed, nil
}

// settle ends items, unless the same happened once more meanwhile.
func (s store) settle(ctx context.Context, items []item) error {
	var ids, times db.Array[int64]
	for i := range items {
		ids, times = append(ids, items[i].ID), append(times, items[i].At.UnixMicro())
	}
	err := s.db.Gorm(ctx).Exec(`
		DELETE FROM mail_items i USING unnest(?::bigint[], ?::bigint[]) AS n (id, at)
		WHERE i.id = n.id AND i.at = timestamptz 'epoch' + n.at * interval '1 microsecond'`, ids, times).Error
	if err != nil {
		return fmt.Errorf("note which mails are sent: %w", err)
	}
	return nil
}

// postpone has items wait until a time, which is no failed attempt.
func (s store) postpone(ctx context.Context, items []item, until time.Time) error {
	var ids db.Array[int64]
	for i := range items {
		ids = append(ids, items[i].ID)
	}
	err := s.db.Gorm(ctx).Exec(`UPDATE mail_items SET due_at = ?, attempts = greatest(attempts - 1, 0) WHERE id = ANY(?)`, until, ids).Error
	if err != nil {
		return fmt.Errorf("have mails wait for the end of the quiet hours: %w", err)
	}
	return nil
}

// forget drops what waits of topics.
func (s store) forget(ctx context.Context, person id.User, topics []Topic) error {
	err := s.db.Gorm(ctx).Exec(`DELETE FROM mail_items WHERE user_id = ? AND topic = ANY(?)`, person, db.Array[Topic](topics)).Error
	if err != nil {
		return fmt.Errorf("drop the mails to person %d: %w", person, err)
	}
	return nil
}

func (s store) backlog(ctx context.Context, now time.Time, worrying int) (waiting, stuck int, err error) {
	err = s.db.Pgx(ctx).QueryRow(ctx, `
		SELECT count(*) FILTER (WHERE due_at <= $1 OR attempts > 0), count(*) FILTER (WHERE attempts >= $2) FROM mail_items`, now, worrying).
		Scan(&waiting, &stuck)
	if err != nil {
		return 0, 0, fmt.Errorf("count the mails: %w", err)
	}
	return waiting, stuck, nil
}

// KeptMail is a mail that was not sent, since there is no mail server.
type KeptMail struct {
	ID        int64
	At        time.Time
	Recipient string
	Subject   string
	Text      string
	HTML      string
}

func (s store) keep(ctx context.Context, person id.User, m mail.Message) error {
	err := s.db.Gorm(ctx).Exec(`
		WITH old AS (DELETE FROM kept_mails WHERE id <= (SELECT id FROM kept_mails ORDER BY id DESC OFFSET `+fmt.Sprint(maxKept)+` LIMIT 1))
		INSERT INTO kept_mails (user_id, at, recipient, subject, text, html) VALUES (?, ?, ?, ?, ?, ?)`,
		person, m.At, m.To.String(), m.Subject, m.Text, m.HTML).Error
	if err != nil {
		return fmt.Errorf("keep a mail to person %d: %w", person, err)
	}
	return nil
}

func (s store) kept(ctx context.Context) ([]KeptMail, error) {
	mails := []KeptMail{}
	err := s.db.Gorm(ctx).Raw(`SELECT id, at, recipient, subject, text, html FROM kept_mails ORDER BY id DESC LIMIT ` + fmt.Sprint(maxKept)).Scan(&mails).Error
	if err != nil {
		return nil, fmt.Errorf("list the mails: %w", err)
	}
	return mails, nil
}
