package users

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"gorm.io/gorm"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/people/spaces"
	"wellspring/pkg/platform/db"
)

type store struct{ db *db.DB }

type summaryRow struct {
	ID            id.User
	Handle        string
	Avatar        string
	Name          string
	Unit          *string
	Title         string
	Reputation    int
	Role          authz.Role
	State         State
	QuestionCount int
	AnswerCount   int
	CreatedAt     time.Time
}

func (r summaryRow) summary() Summary {
	s := Summary{
		ID: r.ID, Handle: r.Handle, Avatar: r.Avatar, Name: r.Name, Title: r.Title, Reputation: r.Reputation, Role: r.Role, State: r.State,
		QuestionCount: r.QuestionCount, AnswerCount: r.AnswerCount, JoinedAt: r.CreatedAt,
	}
	if r.Unit != nil {
		s.Unit = *r.Unit
	}
	return s
}

type profileRow struct {
	Person        summaryRow `gorm:"embedded"`
	Email         *string
	About         string
	AboutHTML     string
	Location      string
	Website       string
	Language      string
	Theme         string
	SingleKeys    bool
	AcceptedCount int
	Gold          int
	Silver        int
	Bronze        int
	LastSeenAt    *time.Time
}

// countsOf reads, for the person u, the posts that the reader may read; its argument is spaces.Readable.
const countsOf = `
	LEFT JOIN LATERAL (
		SELECT count(*) FILTER (WHERE p.kind = 'question') AS questions,
			count(*) FILTER (WHERE p.kind = 'answer') AS answers,
			count(*) FILTER (WHERE p.kind = 'answer' AND q.accepted_answer_id = p.id) AS accepted
		FROM posts p
		JOIN posts q ON q.id = coalesce(p.question_id, p.id)
		WHERE p.author_id = u.id AND p.deleted_at IS NULL AND q.deleted_at IS NULL AND q.space_id = ANY(?)) c ON true`

// Known is a condition on the person u: it keeps visitors to people who wrote something that visitors can read.
func Known(actor authz.Actor) (condition string, args []any) {
	if actor.SignedIn() {
		return "true", nil
	}
	readable, argument := spaces.Visible(actor, "q.space_id")
	return `EXISTS (
		SELECT FROM posts p JOIN posts q ON q.id = coalesce(p.question_id, p.id)
		WHERE p.author_id = u.id AND p.deleted_at IS NULL AND q.deleted_at IS NULL AND ` + readable + `)`, []any{argument}
}

func matching(actor authz.Actor, filter Filter) (condition string, args []any) {
	condition, args = Known(actor)
	condition += ` AND u.state <> 'disabled'`
	if filter.Query != "" {
		condition += ` AND lower(u.name) LIKE ?`
		args = append(args, "%"+likeEscape.Replace(strings.ToLower(filter.Query))+"%")
	}
	return condition, args
}

var likeEscape = strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`)

func (s store) count(ctx context.Context, actor authz.Actor, filter Filter) (int, error) {
	condition, args := matching(actor, filter)
	var total int
	err := s.db.Gorm(ctx).Raw(`SELECT count(*) FROM users u WHERE `+condition, args...).Scan(&total).Error
	if err != nil {
		return 0, fmt.Errorf("count people: %w", err)
	}
	return total, nil
}

var orders = map[Sort]string{
	ByReputation: `coalesce(r.reputation, 0) DESC, u.id`,
	ByNewest:     `u.created_at DESC, u.id DESC`,
	ByName:       `lower(u.name), u.id`,
}

// list picks the page first and counts the posts of its people only.
func (s store) list(ctx context.Context, actor authz.Actor, filter Filter) ([]Summary, error) {
	condition, args := matching(actor, filter)
	order := orders[filter.Sort]
	args = append(args, filter.Size, filter.Offset(), spaces.Readable(actor))
	var rows []summaryRow
	err := s.db.Gorm(ctx).Raw(`
		WITH page AS MATERIALIZED (
			SELECT u.* FROM users u LEFT JOIN reputation_totals r ON r.user_id = u.id
			WHERE `+condition+` ORDER BY `+order+` LIMIT ? OFFSET ?)
		SELECT u.id, u.handle, u.avatar, u.name, n.name AS unit, u.title, coalesce(r.reputation, 0) AS reputation, u.role, u.state,
			u.created_at, c.questions AS question_count, c.answers AS answer_count
		FROM page u
		LEFT JOIN units n ON n.id = u.unit_id
		LEFT JOIN reputation_totals r ON r.user_id = u.id`+countsOf+`
		ORDER BY `+order, args...).Scan(&rows).Error
	if err != nil {
		return nil, fmt.Errorf("list people: %w", err)
	}
	people := make([]Summary, 0, len(rows))
	for _, row := range rows {
		people = append(people, row.summary())
	}
	return people, nil
}

func (s store) find(ctx context.Context, actor authz.Actor, person id.User) (Me, error) {
	condition, args := Known(actor)
	args = append([]any{spaces.Readable(actor), person}, args...)
	var row profileRow
	err := s.db.Gorm(ctx).Raw(`
		SELECT u.id, u.handle, u.avatar, u.name, n.name AS unit, u.title, coalesce(r.reputation, 0) AS reputation, u.role, u.state,
			u.created_at, u.email, u.about, u.about_html, u.location, u.website, u.language, u.theme, u.single_keys,
			u.last_seen_at, c.questions AS question_count, c.answers AS answer_count, c.accepted AS accepted_count,
			b.gold, b.silver, b.bronze
		FROM users u
		LEFT JOIN units n ON n.id = u.unit_id
		LEFT JOIN reputation_totals r ON r.user_id = u.id`+countsOf+`
		LEFT JOIN LATERAL (
			SELECT count(*) FILTER (WHERE b.class = 'gold') AS gold, count(*) FILTER (WHERE b.class = 'silver') AS silver,
				count(*) FILTER (WHERE b.class = 'bronze') AS bronze
			FROM badge_awards a JOIN badges b ON b.id = a.badge_id WHERE a.user_id = u.id) b ON true
		WHERE u.id = ? AND `+condition, args...).Take(&row).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return Me{}, notFound()
	}
	if err != nil {
		return Me{}, fmt.Errorf("find person %d: %w", person, err)
	}
	return row.me(), nil
}

func (r profileRow) me() Me {
	me := Me{
		Profile: Profile{
			Summary: r.Person.summary(), About: r.About, AboutHTML: r.AboutHTML, Location: r.Location, Website: r.Website,
			AcceptedCount: r.AcceptedCount, Badges: Badges{Gold: r.Gold, Silver: r.Silver, Bronze: r.Bronze}, LastSeenAt: r.LastSeenAt,
		},
		Language: r.Language, Theme: r.Theme, SingleKeys: r.SingleKeys,
	}
	if r.Email != nil {
		me.Email = *r.Email
	}
	return me
}

// topTags gives the tags in which the person's readable posts have the highest score.
func (s store) topTags(ctx context.Context, actor authz.Actor, person id.User) ([]TopTag, error) {
	readable, argument := spaces.Visible(actor, "q.space_id")
	tags := []TopTag{}
	err := s.db.Gorm(ctx).Raw(`
		SELECT t.name, sum(p.score) AS score, count(*) AS posts
		FROM posts p
		JOIN posts q ON q.id = coalesce(p.question_id, p.id)
		CROSS JOIN LATERAL unnest(q.tags) AS t (name)
		WHERE p.author_id = ? AND p.deleted_at IS NULL AND q.deleted_at IS NULL AND `+readable+`
		GROUP BY t.name
		ORDER BY score DESC, posts DESC, t.name
		LIMIT 8`, person, argument).Scan(&tags).Error
	if err != nil {
		return nil, fmt.Errorf("list the tags of person %d: %w", person, err)
	}
	return tags, nil
}

func (s store) refs(ctx context.Context, people []id.User) (map[id.User]Ref, error) {
	var rows []Ref
	err := s.db.Gorm(ctx).Raw(`
		SELECT u.id, u.handle, u.avatar, u.name, coalesce(n.name, '') AS unit, coalesce(r.reputation, 0) AS reputation, u.role
		FROM users u
		LEFT JOIN units n ON n.id = u.unit_id
		LEFT JOIN reputation_totals r ON r.user_id = u.id
		WHERE u.id = ANY(?)`, db.Array[id.User](people)).Scan(&rows).Error
	if err != nil {
		return nil, fmt.Errorf("look up %d people: %w", len(people), err)
	}
	refs := make(map[id.User]Ref, len(rows))
	for _, row := range rows {
		refs[row.ID] = row
	}
	return refs, nil
}
