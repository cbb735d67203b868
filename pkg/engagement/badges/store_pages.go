package badges

import (
	"context"
	"fmt"
	"strings"
	"time"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/kernel/page"
	"wellspring/pkg/people/spaces"
	"wellspring/pkg/people/users"
)

type standingRow struct {
	ID       int64
	Rule     string
	Name     string
	Class    Class
	TagBased bool
	Holders  int
	Mine     int
}

func (r *standingRow) standing(rule *Rule, progress int) Standing {
	shown := Standing{
		Key: KeyOf(r.ID, r.Rule), Name: r.Name, Class: r.Class, TagBased: r.TagBased, Rule: rule, Holders: r.Holders, Mine: r.Mine, Progress: progress,
	}
	if rule != nil {
		shown.Name, shown.Class, shown.TagBased = rule.EN.Name, rule.Class, rule.Group == ForTags && rule.Often()
	}
	return shown
}

// standings counts those holders whom the actor may know; of one badge where its id or its rule is given.
func (s store) standings(ctx context.Context, actor authz.Actor, badge int64, rule string) ([]standingRow, error) {
	known, args := users.Known(actor)
	var rows []standingRow
	err := s.db.Gorm(ctx).Raw(`
		SELECT b.id, coalesce(b.rule, '') AS rule, b.name, b.class, b.tag_based, coalesce(h.holders, 0) AS holders, coalesce(h.mine, 0) AS mine
		FROM badges b
		LEFT JOIN LATERAL (
			SELECT count(DISTINCT a.user_id) AS holders, count(*) FILTER (WHERE a.user_id = ?) AS mine
			FROM badge_awards a JOIN users u ON u.id = a.user_id
			WHERE a.badge_id = b.id AND u.state <> 'disabled' AND `+known+`
		) h ON true
		WHERE (? = 0 AND ? = '') OR b.id = ? OR b.rule = ?
		ORDER BY array_position(ARRAY['gold', 'silver', 'bronze'], b.class), b.name`,
		append(append([]any{actor.User}, args...), badge, rule, badge, rule)...).Scan(&rows).Error
	if err != nil {
		return nil, fmt.Errorf("count who holds which badge: %w", err)
	}
	return rows, nil
}

// progress tells in one statement how far the actor has come with each rule. What was awarded for a post, tag or year
// counts no more for the next one.
func (s store) progress(ctx context.Context, actor authz.Actor, rules []Rule, now time.Time) (map[string]int, error) {
	come := make(map[string]int, len(rules))
	if !actor.SignedIn() {
		return come, nil
	}
	parts := make([]string, len(rules))
	for i := range rules {
		r := &rules[i]
		amount := `(SELECT count(*) FROM (` + r.Deeds + `) deeds WHERE user_id = @person)`
		if r.Often() {
			amount = `(SELECT coalesce(max(amount), 0) FROM (` + r.Feats + `) feats WHERE user_id = @person AND NOT EXISTS (
				SELECT 1 FROM badge_awards a JOIN badges b ON b.id = a.badge_id
				WHERE b.rule = '` + r.Key + `' AND a.user_id = @person AND a.subject = feats.subject))`
		}
		parts[i] = fmt.Sprintf(`SELECT '%s' AS rule, least(greatest(%s, 0), %d) AS amount`, r.Key, amount, r.Need)
	}
	var rows []struct {
		Rule   string
		Amount int
	}
	err := s.db.Gorm(ctx).Raw(strings.Join(parts, "\nUNION ALL "), map[string]any{"person": actor.User, "now": now}).Scan(&rows).Error
	if err != nil {
		return nil, fmt.Errorf("see how far person %d has come: %w", actor.User, err)
	}
	for _, row := range rows {
		come[row.Rule] = row.Amount
	}
	return come, nil
}

type holderRow struct {
	UserID     id.User
	Count      int
	AwardedAt  time.Time
	PostID     id.Post
	Answer     bool
	QuestionID id.Post
	Title      string
	Tag        string
}

// holdersOf names posts and tags only to those who may read them.
func (s store) holdersOf(ctx context.Context, actor authz.Actor, key string, request page.Request) ([]Holder, error) {
	known, args := users.Known(actor)
	question, readable := spaces.Visible(actor, "q.space_id")
	tagged, _ := spaces.Visible(actor, "n.space_id")
	args = append(append([]any{importedPrefix, key}, args...), request.Size, request.Offset(), readable, readable)
	var rows []holderRow
	err := s.db.Gorm(ctx).Raw(`
		WITH badge AS MATERIALIZED (
			SELECT id FROM badges WHERE coalesce(rule, ? || id) = ?
		), holders AS MATERIALIZED (
			SELECT a.user_id, count(*) AS count, max(a.awarded_at) AS awarded_at
			FROM badge_awards a JOIN badge ON badge.id = a.badge_id JOIN users u ON u.id = a.user_id
			WHERE u.state <> 'disabled' AND `+known+`
			GROUP BY a.user_id ORDER BY max(a.awarded_at) DESC, a.user_id LIMIT ? OFFSET ?
		)
		SELECT h.user_id, h.count, h.awarded_at, CASE WHEN q.id IS NULL THEN 0 ELSE p.id END AS post_id,
			q.id IS NOT NULL AND p.kind = 'answer' AS answer, coalesce(q.id, 0) AS question_id, coalesce(q.title, '') AS title,
			coalesce(t.name, '') AS tag
		FROM holders h CROSS JOIN badge
		LEFT JOIN LATERAL (
			SELECT a.post_id, a.tag_id FROM badge_awards a
			WHERE a.badge_id = badge.id AND a.user_id = h.user_id ORDER BY a.awarded_at DESC, a.id DESC LIMIT 1
		) last ON true
		LEFT JOIN posts p ON p.id = last.post_id AND p.deleted_at IS NULL
		LEFT JOIN posts q ON q.id = coalesce(p.question_id, p.id) AND q.deleted_at IS NULL AND `+question+`
		LEFT JOIN tags t ON t.id = last.tag_id AND EXISTS (
			SELECT 1 FROM tag_space_counts n WHERE n.tag_id = t.id AND n.question_count > 0 AND `+tagged+`)
		ORDER BY h.awarded_at DESC, h.user_id`, args...).Scan(&rows).Error
	if err != nil {
		return nil, fmt.Errorf("list who holds the badge %s: %w", key, err)
	}
	holders := make([]Holder, len(rows))
	for i, r := range rows {
		holders[i] = Holder{
			User: r.UserID, Count: r.Count, AwardedAt: r.AwardedAt, Post: r.PostID, Answer: r.Answer, Question: r.QuestionID, Title: r.Title, Tag: r.Tag,
		}
	}
	return holders, nil
}
