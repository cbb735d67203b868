package posts

import (
	"context"

	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/db"
)

func (s store) forgetVotes(ctx context.Context, posts []id.Post) error {
	return s.change(ctx, "forget imported votes of posts", `
		DELETE FROM imported_votes WHERE post_id = ANY(?::bigint[])`, db.Array[id.Post](posts))
}

func (s store) forgetLinks(ctx context.Context, links []ImportedLink) error {
	rows := make([]linkRow, 0, len(links))
	for _, link := range links {
		row := linkRow{Post: link.Post, Target: link.Target, Kind: "linked"}
		if link.Duplicate {
			row.Kind = "duplicate"
		}
		rows = append(rows, row)
	}
	return changeMany(ctx, s, "forget links", `
		DELETE FROM post_links USING json_to_recordset(?::json) AS given (post_id bigint, target_id bigint, kind text)
		WHERE post_links.post_id = given.post_id AND post_links.target_id = given.target_id AND post_links.kind = given.kind`,
		rows)
}
