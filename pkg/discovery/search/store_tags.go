package search

import (
	"context"
	"fmt"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/db"
)

// knownTags gives those of the names that are tags of questions the actor may read, with how many they are.
func (s store) knownTags(ctx context.Context, actor authz.Actor, names []string) ([]TagSuggestion, error) {
	var found []struct {
		Name      string
		Questions int
	}
	err := s.db.Gorm(ctx).Raw(`
		SELECT t.name, sum(c.question_count) AS questions
		FROM tags t JOIN tag_space_counts c ON c.tag_id = t.id AND c.space_id = ANY(?::bigint[])
		WHERE t.name = ANY(?::text[])
		GROUP BY t.name HAVING sum(c.question_count) > 0`,
		db.Array[id.Space](actor.Spaces), db.Array[string](names)).Scan(&found).Error
	if err != nil {
		return nil, fmt.Errorf("look tags up by name: %w", err)
	}
	known := make([]TagSuggestion, len(found))
	for i, tag := range found {
		known[i] = TagSuggestion{Name: tag.Name, Questions: tag.Questions}
	}
	return known, nil
}
