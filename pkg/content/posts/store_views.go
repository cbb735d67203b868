package posts

import (
	"context"
	"slices"

	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/db"
)

func (s store) addViews(ctx context.Context, views []view) error {
	questions, viewers, days := make(db.Array[id.Post], 0, len(views)), make(db.Array[id.User], 0, len(views)), make(db.Array[string], 0, len(views))
	for _, v := range views {
		questions, viewers, days = append(questions, v.Question), append(viewers, v.Viewer), append(days, v.Day.String())
	}
	locked := slices.Clone(questions)
	slices.Sort(locked)
	// In rising order, so that two processes which write their views at once do not deadlock.
	err := s.change(ctx, "lock viewed questions", `
		SELECT 1 FROM posts WHERE id = ANY(?::bigint[]) ORDER BY id FOR NO KEY UPDATE`, slices.Compact(locked))
	if err != nil {
		return err
	}
	return s.change(ctx, "write views", `
		WITH fresh AS (
			INSERT INTO views (post_id, user_id, day)
			SELECT * FROM unnest(?::bigint[], ?::bigint[], ?::date[])
			ON CONFLICT DO NOTHING
			RETURNING post_id
		)
		UPDATE posts SET view_count = view_count + counted.views
		FROM (SELECT post_id, count(*) AS views FROM fresh GROUP BY post_id) counted
		WHERE posts.id = counted.post_id`, questions, viewers, days)
}
