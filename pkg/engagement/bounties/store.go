package bounties

import (
	"context"
	"fmt"
	"time"

	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/db"
)

type store struct{ db *db.DB }

type row struct {
	ID         id.Bounty
	QuestionID id.Post
	OffererID  id.User
	Amount     int
	OfferedAt  time.Time
	EndsAt     time.Time
}

func (r row) facts() Running { return Running{Offerer: r.OffererID, EndsAt: r.EndsAt} }

const columns = `id, question_id, offerer_id, amount, offered_at, ends_at`

func (s store) change(ctx context.Context, doing, sql string, args ...any) error {
	if err := s.db.Gorm(ctx).Exec(sql, args...).Error; err != nil {
		return fmt.Errorf("%s: %w", doing, err)
	}
	return nil
}

// running gives the bounty of a question that has not ended; none is the zero row. The question is locked by the caller.
func (s store) running(ctx context.Context, question id.Post) (row, error) {
	var found row
	err := s.db.Gorm(ctx).Raw(`SELECT `+columns+` FROM bounties WHERE question_id = ? AND ended_at IS NULL FOR UPDATE`, question).Scan(&found).Error
	if err != nil {
		return row{}, fmt.Errorf("find the bounty of question %d: %w", question, err)
	}
	return found, nil
}

// lockReputation gives what a person has, which nobody changes until the transaction ends.
func (s store) lockReputation(ctx context.Context, person id.User) (int, error) {
	var reputation int
	err := s.db.Gorm(ctx).Raw(`SELECT reputation FROM reputation_totals WHERE user_id = ? FOR UPDATE`, person).Scan(&reputation).Error
	if err != nil {
		return 0, fmt.Errorf("lock the reputation of person %d: %w", person, err)
	}
	return reputation, nil
}

// lockQuestion is for the schedule, which acts for nobody.
func (s store) lockQuestion(ctx context.Context, question id.Post) error {
	return s.change(ctx, "lock a question", `SELECT 1 FROM posts WHERE id = ? FOR NO KEY UPDATE`, question)
}

func (s store) insert(ctx context.Context, offerer id.User, question id.Post, offer Offer, at time.Time) (id.Bounty, error) {
	var made id.Bounty
	err := s.db.Gorm(ctx).Raw(`
		INSERT INTO bounties (question_id, offerer_id, amount, note, offered_at, ends_at) VALUES (?, ?, ?, ?, ?, ?) RETURNING id`,
		question, offerer, offer.Amount, offer.Note, at, at.Add(Lasting)).Scan(&made).Error
	if err != nil {
		return 0, fmt.Errorf("offer a bounty on question %d: %w", question, err)
	}
	return made, nil
}

func (s store) award(ctx context.Context, b row, answer id.Post, chosen bool, at time.Time) error {
	return s.change(ctx, "award a bounty", `
		UPDATE bounties SET ended_at = ?, outcome = 'awarded', answer_id = ?, paid = amount, chosen = ? WHERE id = ?`, at, answer, chosen, b.ID)
}

func (s store) giveBack(ctx context.Context, b row, at time.Time) error {
	return s.change(ctx, "return a bounty", `UPDATE bounties SET ended_at = ?, outcome = 'returned' WHERE id = ?`, at, b.ID)
}

func (s store) move(ctx context.Context, from, into id.Post) error {
	return s.change(ctx, "move bounties", `UPDATE bounties SET question_id = ? WHERE question_id = ?`, into, from)
}

// chose tells whether a person has awarded a bounty to an answer.
func (s store) chose(ctx context.Context, offerer id.User, answer id.Post) (bool, error) {
	var found bool
	err := s.db.Gorm(ctx).Raw(`
		SELECT EXISTS (SELECT 1 FROM bounties WHERE answer_id = ? AND offerer_id = ? AND chosen)`, answer, offerer).Scan(&found).Error
	if err != nil {
		return false, fmt.Errorf("look for a bounty on answer %d: %w", answer, err)
	}
	return found, nil
}

func (s store) due(ctx context.Context, ended time.Time, after id.Bounty, limit int) ([]row, error) {
	var found []row
	err := s.db.Gorm(ctx).Raw(`
		SELECT `+columns+` FROM bounties WHERE ended_at IS NULL AND ends_at <= ? AND id > ? ORDER BY id LIMIT ?`, ended, after, limit).Scan(&found).Error
	if err != nil {
		return nil, fmt.Errorf("find the bounties that are over: %w", err)
	}
	return found, nil
}

// best finds the answer that gets a bounty which nobody awarded; none is the zero winner.
func (s store) best(ctx context.Context, b row) (winner, error) {
	var found winner
	err := s.db.Gorm(ctx).Raw(`
		SELECT a.id AS answer, a.author_id AS author
		FROM posts q JOIN posts a ON a.question_id = q.id
		CROSS JOIN LATERAL (SELECT q.author_id = @offerer AND a.id = q.accepted_answer_id IS TRUE AS accepted) by_offerer
		WHERE q.id = @question AND a.deleted_at IS NULL AND a.created_at BETWEEN @from AND @to
			AND a.author_id <> @offerer AND (by_offerer.accepted OR a.score >= @enough)
		ORDER BY by_offerer.accepted DESC, a.score DESC, a.id LIMIT 1`, map[string]any{
		"question": b.QuestionID, "offerer": b.OffererID, "from": b.OfferedAt, "to": b.EndsAt, "enough": Enough,
	}).Scan(&found).Error
	if err != nil {
		return winner{}, fmt.Errorf("find the best answer to question %d: %w", b.QuestionID, err)
	}
	return found, nil
}

// remind gives the bounties that end until a time and of which nobody was reminded, each of them once.
func (s store) remind(ctx context.Context, now, until time.Time) ([]row, error) {
	var found []row
	err := s.db.Gorm(ctx).Raw(`
		UPDATE bounties SET reminded_at = ? WHERE ended_at IS NULL AND reminded_at IS NULL AND ends_at <= ? RETURNING `+columns, now, until).Scan(&found).Error
	if err != nil {
		return nil, fmt.Errorf("find the bounties that end soon: %w", err)
	}
	return found, nil
}
