package badges

import (
	"context"
	"fmt"
	"slices"
	"time"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/event"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/db"
)

// declare takes nothing away: a badge whose rule is gone stays with those who hold it.
func (s store) declare(ctx context.Context, rules []Rule) error {
	for i := range rules {
		r := &rules[i]
		err := s.db.Gorm(ctx).Exec(`
			INSERT INTO badges (rule, name, class) VALUES (?, ?, ?)
			ON CONFLICT (rule) WHERE rule IS NOT NULL DO UPDATE SET name = EXCLUDED.name, class = EXCLUDED.class
			WHERE (badges.name, badges.class) <> (EXCLUDED.name, EXCLUDED.class)`, r.Key, r.EN.Name, r.Class).Error
		if err != nil {
			return fmt.Errorf("declare the badge %s: %w", r.Key, err)
		}
	}
	return nil
}

// note says that an event touched a person.
type note struct {
	UserID id.User
	Event  string
}

// check notes people. Whoever takes a note at the same moment is waited for, so that none is lost.
func (s store) check(ctx context.Context, e event.Event, people ...id.User) error {
	people = slices.DeleteFunc(people, func(person id.User) bool { return person == 0 })
	return s.checkFound(ctx, e, `SELECT unnest(?::bigint[])`, db.Array[id.User](people))
}

// checkFound notes those that a query finds, in rising order, so that two deliveries wait for each other in one order.
func (s store) checkFound(ctx context.Context, e event.Event, query string, args ...any) error {
	err := s.db.Gorm(ctx).Exec(`
		INSERT INTO badge_checks (user_id, event)
		SELECT DISTINCT found.id, ?::text FROM (`+query+`) AS found (id) WHERE found.id IS NOT NULL ORDER BY found.id
		ON CONFLICT DO NOTHING`, append([]any{e.EventName()}, args...)...).Error
	if err != nil {
		return fmt.Errorf("note whom %s touched: %w", e.EventName(), err)
	}
	return nil
}

func (s store) takeChecks(ctx context.Context, most int) ([]note, error) {
	var notes []note
	err := s.db.Gorm(ctx).Raw(`
		DELETE FROM badge_checks c USING (
			SELECT user_id, event FROM badge_checks ORDER BY user_id, event LIMIT ? FOR UPDATE SKIP LOCKED
		) next
		WHERE c.user_id = next.user_id AND c.event = next.event RETURNING c.user_id, c.event`, most).Scan(&notes).Error
	if err != nil {
		return nil, fmt.Errorf("take whom events touched: %w", err)
	}
	return notes, nil
}

// holders are those of some people who hold a badge, by its rule.
func (s store) holders(ctx context.Context, people []id.User) (map[string][]id.User, error) {
	var rows []struct {
		Rule   string
		UserID id.User
	}
	err := s.db.Gorm(ctx).Raw(`
		SELECT DISTINCT b.rule, a.user_id FROM badge_awards a JOIN badges b ON b.id = a.badge_id
		WHERE a.user_id = ANY(?) AND b.rule IS NOT NULL`, db.Array[id.User](people)).Scan(&rows).Error
	if err != nil {
		return nil, fmt.Errorf("find who holds which badge: %w", err)
	}
	held := map[string][]id.User{}
	for _, row := range rows {
		held[row.Rule] = append(held[row.Rule], row.UserID)
	}
	return held, nil
}

// due is the statement of what a rule gives to whom: to some people, or to everybody.
func (r *Rule) due(some bool) string {
	of := ``
	if some {
		of = ` AND user_id = ANY(@people)`
	}
	if r.Often() {
		return `SELECT user_id, subject, post_id, tag_id, at FROM (` + r.Feats + `) feats WHERE amount >= @need` + of
	}
	return `SELECT user_id, 0::bigint AS subject, post_id, NULL::bigint AS tag_id, at FROM (
		SELECT deeds.*, row_number() OVER (PARTITION BY user_id ORDER BY at, post_id) AS nth FROM (` + r.Deeds + `) deeds WHERE true` + of + `
	) counted WHERE nth = @need`
}

// award gives a badge to whoever has earned and does not hold it. What somebody was seen to earn is dated now, else as the
// rule says.
func (s store) award(ctx context.Context, rule *Rule, people []id.User, now time.Time, seen bool) ([]award, error) {
	var awards []award
	err := s.db.Gorm(ctx).Raw(`
		INSERT INTO badge_awards (badge_id, user_id, subject, post_id, tag_id, awarded_at)
		SELECT b.id, due.user_id, due.subject, due.post_id, due.tag_id,
			CASE WHEN @seen THEN CAST(@now AS timestamptz) ELSE least(coalesce(due.at, CAST(@now AS timestamptz)), CAST(@now AS timestamptz)) END
		FROM (`+rule.due(people != nil)+`) due
		JOIN users u ON u.id = due.user_id AND u.state <> 'disabled'
		JOIN badges b ON b.rule = @rule
		WHERE NOT EXISTS (SELECT 1 FROM badge_awards a WHERE a.badge_id = b.id AND a.user_id = due.user_id AND a.subject = due.subject)
		ORDER BY due.user_id, due.subject
		ON CONFLICT (badge_id, user_id, subject) DO NOTHING
		RETURNING user_id, coalesce(post_id, 0) AS post_id, awarded_at`, map[string]any{
		"rule": rule.Key, "need": rule.Need, "now": now, "seen": seen, "people": db.Array[id.User](people),
	}).Scan(&awards).Error
	if err != nil {
		return nil, fmt.Errorf("award the badge %s: %w", rule.Key, err)
	}
	return awards, nil
}

// risen is a person whose reputation is higher than ever.
type risen struct {
	UserID id.User
	Role   authz.Role
	Before int
	After  int
}

// raisePeaks holds the peaks before it compares, so that of two processes one sees the rise.
func (s store) raisePeaks(ctx context.Context, people []id.User) ([]risen, error) {
	some := db.Array[id.User](people)
	err := s.db.Gorm(ctx).Exec(`
		INSERT INTO reputation_peaks (user_id, reputation) SELECT person, 0 FROM unnest(?::bigint[]) AS person ORDER BY person
		ON CONFLICT DO NOTHING`, some).Error
	if err != nil {
		return nil, fmt.Errorf("begin to watch reputation: %w", err)
	}
	var found []risen
	err = s.db.Gorm(ctx).Raw(`
		UPDATE reputation_peaks p SET reputation = t.reputation
		FROM (SELECT user_id, reputation FROM reputation_peaks WHERE user_id = ANY(?) ORDER BY user_id FOR UPDATE) held
		JOIN reputation_totals t ON t.user_id = held.user_id
		JOIN users u ON u.id = held.user_id
		WHERE p.user_id = held.user_id AND t.reputation > held.reputation
		RETURNING p.user_id, u.role, held.reputation AS before, t.reputation AS after`, some).Scan(&found).Error
	if err != nil {
		return nil, fmt.Errorf("watch reputation: %w", err)
	}
	return found, nil
}

// settlePeaks takes what people have who are not watched yet for old. Those whom an event has just touched are left out.
func (s store) settlePeaks(ctx context.Context) error {
	err := s.db.Gorm(ctx).Exec(`
		INSERT INTO reputation_peaks (user_id, reputation)
		SELECT user_id, reputation FROM reputation_totals t WHERE NOT EXISTS (SELECT 1 FROM badge_checks c WHERE c.user_id = t.user_id)
		ORDER BY user_id
		ON CONFLICT DO NOTHING`).Error
	if err != nil {
		return fmt.Errorf("note everybody's reputation: %w", err)
	}
	return nil
}
