package tags

import (
	"context"
	"time"
)

// ImportedTag is a tag of another system or of the demonstration.
type ImportedTag struct {
	Name        string
	Description string
	Wiki        string
	CreatedAt   time.Time
}

// Import writes tags with their wikis; a tag that exists keeps its age and takes over the texts that are not empty.
// It publishes nothing: whoever imports feeds the search afterwards.
func (s *Service) Import(ctx context.Context, imported []ImportedTag) error {
	rows := make([]importRow, 0, len(imported))
	for _, tag := range imported {
		row := importRow{Name: normalise(tag.Name), Description: tag.Description, Wiki: tag.Wiki, CreatedAt: tag.CreatedAt}
		if tag.Wiki != "" {
			row.WikiHTML = s.markdown.Render(tag.Wiki).HTML
		}
		rows = append(rows, row)
	}
	return s.store.importTags(ctx, rows)
}
