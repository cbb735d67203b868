package questions

import (
	"fmt"
	"strings"

	"wellspring/pkg/kernel/authz"
)

// choice is a list's condition and order as SQL, and the arguments that it refers to by number.
type choice struct {
	where string
	order string
	args  []any
	// pinned says that pinned questions come first.
	pinned bool
}

// key tells choices apart that give different lists, also to different readers.
func (c choice) key() string { return fmt.Sprint(c.where, c.order, c.args) }

// and adds a condition whose %[1]d is the number of its argument.
func (c *choice) and(condition string, argument any) {
	c.args = append(c.args, argument)
	c.where += " AND " + fmt.Sprintf(condition, len(c.args))
}

// The names of the tags that a person watches, exactly or by a pattern, and of those that patterns match. Both find the
// tags by their trigram index and are run once a statement.
const (
	watchedSQL = `p.tags && (SELECT coalesce(array_agg(name), '{}') FROM (
		SELECT t.name FROM watched_tags w JOIN tags t ON t.id = w.tag_id WHERE w.user_id = $%[1]d
		UNION SELECT t.name FROM tag_patterns r JOIN tags t ON t.name LIKE replace(r.pattern, '*', '%%')
			WHERE r.user_id = $%[1]d AND r.kind = 'watched') watched)`
	hiddenSQL = `NOT p.tags && (SELECT coalesce(array_agg(t.name), '{}') FROM unnest($%[1]d::text[]) AS hidden (pattern)
		JOIN tags t ON t.name LIKE replace(hidden.pattern, '*', '%%'))`
)

// choose begins every list with what the reader may read. The condition of each view is that of an index.
func choose(actor authz.Actor, filter Filter) choice {
	c := choice{
		where: `p.kind = 'question' AND p.deleted_at IS NULL AND p.space_id = ANY($1)`,
		args:  []any{readable(actor)}, order: orderOf(filter.View),
	}
	switch filter.View {
	case Unanswered:
		c.where += ` AND p.answer_count = 0 AND p.closed_at IS NULL`
	case Mine:
		c.and("p.author_id = $%[1]d", int64(actor.User))
	case Watching:
		c.and(watchedSQL, int64(actor.User))
	case WithBounty:
		c.where += ` AND p.id IN (SELECT b.question_id FROM bounties b WHERE b.ended_at IS NULL)`
	default:
	}
	if filter.Author != 0 {
		c.and("p.author_id = $%[1]d", int64(filter.Author))
	}
	if len(filter.Tags) > 0 {
		c.and("p.tags @> $%[1]d", filter.Tags)
	}
	if filter.Space != "" {
		c.and("p.space_id = (SELECT id FROM spaces WHERE slug = $%[1]d)", filter.Space)
	}
	if len(filter.hidden) > 0 {
		c.and(hiddenSQL, filter.hidden)
	}
	// Pins are for who comes to a space to see what is there, not for who looks for something.
	if filter.Space != "" && filter.View == ByAge && len(filter.Tags) == 0 && filter.Author == 0 {
		c.pinned, c.order = true, `(p.pinned_at IS NOT NULL) DESC, `+c.order
	}
	return c
}

// readable is the argument that keeps a reader to the spaces they read.
func readable(actor authz.Actor) []int64 {
	ids := make([]int64, len(actor.Spaces))
	for i, space := range actor.Spaces {
		ids[i] = int64(space)
	}
	return ids
}

// orderOf ends with the id, so that pages neither repeat nor miss a question. A direction stands at both, which lets
// Postgres walk the index of the view.
func orderOf(view View) string {
	if view == WithBounty {
		return `(SELECT b.ends_at FROM bounties b WHERE b.question_id = p.id AND b.ended_at IS NULL), p.id DESC`
	}
	column := "created_at"
	switch view {
	case ByActivity:
		column = "activity_at"
	case ByVotes:
		column = "question_score"
	case Hot:
		column = "hot"
	default:
	}
	return strings.ReplaceAll(`p.COLUMN DESC, p.id DESC`, "COLUMN", column)
}
