package posts

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/db"
)

func (s store) addAct(ctx context.Context, post id.Post, by id.User, at time.Time, done act) error {
	with := db.Array[id.User](done.With)
	if with == nil {
		with = db.Array[id.User]{}
	}
	return s.change(ctx, "keep what was done to a post", `
		INSERT INTO post_acts (post_id, kind, by_id, with_ids, at, reason, note, other_id)
		VALUES (?, ?, ?, ?::bigint[], ?, ?, ?, nullif(?, 0::bigint))`,
		post, done.Kind, by, with, at, done.Reason, done.Note, done.Original)
}

func (s store) close(ctx context.Context, question id.Post, closing Closing, by id.User, at time.Time) error {
	return s.change(ctx, "close a question", `
		UPDATE posts SET closed_at = ?, closed_reason = ?, closed_by = ?, duplicate_of = nullif(?, 0::bigint) WHERE id = ?`,
		at, closing.Reason, by, closing.DuplicateOf, question)
}

func (s store) reopen(ctx context.Context, question id.Post) error {
	return s.change(ctx, "reopen a question", `
		UPDATE posts SET closed_at = NULL, closed_reason = NULL, closed_by = NULL, duplicate_of = NULL WHERE id = ?`, question)
}

func (s store) mark(ctx context.Context, question id.Post, mark Mark, on bool, at time.Time) error {
	since := &at
	if !on {
		since = nil
	}
	return s.change(ctx, "mark a question", `
		UPDATE posts SET
			locked_at = CASE given.mark WHEN 'locked' THEN given.since ELSE locked_at END,
			pinned_at = CASE given.mark WHEN 'pinned' THEN given.since ELSE pinned_at END,
			protected_at = CASE given.mark WHEN 'protected' THEN given.since ELSE protected_at END
		FROM (SELECT ?::text AS mark, ?::timestamptz AS since) given WHERE id = ?`, mark, since, question)
}

// merge also leads what was a duplicate of the one to the other.
func (s store) merge(ctx context.Context, from, into id.Post, by id.User, at time.Time) error {
	if err := s.change(ctx, "move answers", `UPDATE posts SET question_id = ? WHERE question_id = ?`, into, from); err != nil {
		return err
	}
	if err := s.change(ctx, "move duplicates", `UPDATE posts SET duplicate_of = ? WHERE duplicate_of = ?`, into, from); err != nil {
		return err
	}
	return s.change(ctx, "merge a question", `UPDATE posts SET merged_into = ?, deleted_at = ?, deleted_by = ? WHERE id = ?`, into, at, by, from)
}

func (s store) duplicates(ctx context.Context, question id.Post) ([]id.Post, error) {
	var found []id.Post
	err := s.db.Gorm(ctx).Raw(`SELECT id FROM posts WHERE duplicate_of = ?`, question).Scan(&found).Error
	if err != nil {
		return nil, fmt.Errorf("list the duplicates of question %d: %w", question, err)
	}
	return found, nil
}

type actRow struct {
	Kind          ActKind
	At            time.Time
	Reason        string
	Note          string
	People        string
	OriginalID    id.Post
	OriginalTitle string
	OriginalSpace id.Space
	Amount        int
}

// actPerson is somebody who did it; of several who voted, the one whose vote decided.
type actPerson struct {
	ID         id.User    `json:"id"`
	Handle     string     `json:"handle"`
	Avatar     string     `json:"avatar"`
	Name       string     `json:"name"`
	Unit       string     `json:"unit"`
	Role       authz.Role `json:"role"`
	Reputation int        `json:"reputation"`
	Decisive   bool       `json:"decisive"`
}

// act keeps an original from those who may not read it.
func (r actRow) act(reader authz.Actor) (Act, error) {
	shown := Act{Kind: r.Kind, At: r.At, Reason: r.Reason, Note: r.Note, Amount: r.Amount, With: []Person{}}
	if r.OriginalID != 0 && reader.Reads(r.OriginalSpace) {
		shown.Original = &Original{ID: r.OriginalID, Title: r.OriginalTitle}
	}
	var people []actPerson
	if err := json.Unmarshal([]byte(r.People), &people); err != nil {
		return shown, fmt.Errorf("decode who did it: %w", err)
	}
	for _, who := range people {
		person := Person{ID: who.ID, Handle: who.Handle, Avatar: who.Avatar, Name: who.Name, Unit: who.Unit, Role: who.Role, Reputation: who.Reputation}
		if who.Decisive {
			shown.By = &person
		} else {
			shown.With = append(shown.With, person)
		}
	}
	return shown, nil
}

// bountyActs tells of the bounties of a question, and of those that an answer got, as of what was done to it. With are who
// got it; without by_id the rules awarded it.
const bountyActs = `
	SELECT id, 'bounty-offered', offerer_id, '{}', offered_at, '', note, NULL, amount FROM bounties WHERE question_id = @post
	UNION ALL
	SELECT b.id, 'bounty-awarded', CASE WHEN b.chosen THEN b.offerer_id END, array_remove(ARRAY[a.author_id], NULL), b.ended_at, '', '', NULL, b.paid
	FROM bounties b JOIN posts a ON a.id = b.answer_id WHERE @post IN (b.question_id, b.answer_id)
	UNION ALL
	SELECT id, 'bounty-' || outcome, offerer_id, '{}', ended_at, '', '', NULL, amount FROM bounties
	WHERE question_id = @post AND outcome IN ('returned', 'lapsed')`

// acts lists what was done to a post, newest first.
func (s store) acts(ctx context.Context, reader authz.Actor, post id.Post) ([]Act, error) {
	var found []actRow
	err := s.db.Gorm(ctx).Raw(`
		SELECT h.kind, h.at, h.reason, h.note, h.amount, coalesce(o.id, 0) AS original_id, coalesce(o.title, '') AS original_title,
			coalesce(o.space_id, 0) AS original_space, (
				SELECT coalesce(json_agg(json_build_object('id', u.id, 'handle', u.handle, 'avatar', u.avatar, 'name', u.name, 'unit', coalesce(un.name, ''),
					'role', u.role, 'reputation', coalesce(r.reputation, 0), 'decisive', u.id = h.by_id) ORDER BY seen.place), '[]')
				FROM unnest(h.by_id || h.with_ids) WITH ORDINALITY AS seen (id, place)
				JOIN users u ON u.id = seen.id
				LEFT JOIN units un ON un.id = u.unit_id
				LEFT JOIN reputation_totals r ON r.user_id = u.id
			)::text AS people
		FROM (
			SELECT id, kind, by_id, with_ids, at, reason, note, other_id, 0 AS amount FROM post_acts WHERE post_id = @post
			UNION ALL`+bountyActs+`
		) h
		LEFT JOIN posts o ON o.id = h.other_id AND o.deleted_at IS NULL
		ORDER BY h.at DESC, h.id DESC`, map[string]any{"post": post}).Scan(&found).Error
	if err != nil {
		return nil, fmt.Errorf("list what was done to post %d: %w", post, err)
	}
	acts := make([]Act, 0, len(found))
	for _, r := range found {
		shown, err := r.act(reader)
		if err != nil {
			return nil, err
		}
		acts = append(acts, shown)
	}
	return acts, nil
}
