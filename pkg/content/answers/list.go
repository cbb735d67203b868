package answers

import (
	"context"
	"time"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/kernel/page"
)

// Summary is an answer in a list.
type Summary struct {
	ID            id.Post
	Question      id.Post
	QuestionTitle string
	Excerpt       string
	Score         int
	Accepted      bool
	Author        *posts.Person
	AuthorName    string
	CreatedAt     time.Time
}

// ListByAuthor gives what a person answered, where the reader may read it; sort is newest (the default) or votes.
func (s *Service) ListByAuthor(ctx context.Context, actor authz.Actor, author id.User, sort string, request page.Request) (page.List[Summary], error) {
	return s.store.listByAuthor(ctx, actor, author, sort, request.Normal())
}
