package reviews

import (
	"context"
	"time"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/kernel/page"
)

// Filter chooses decisions: of one queue, and by one person, named by their handle.
type Filter struct {
	Queue  Queue
	Person string
	Page   page.Request
}

// Audit is one decision about an item, and by whom. Final says that it ended the item.
type Audit struct {
	Item     id.ReviewItem
	Queue    Queue
	Decision Decision
	Note     string
	At       time.Time
	By       posts.Person
	Final    bool
	Post     id.Post
	IsAnswer bool
	Comment  id.Comment
	Question id.Post
	Title    string
}

// Audits gives one page of what was decided about what the actor may read, the latest first: to moderators everybody's
// decisions, to others their own.
func (s *Service) Audits(ctx context.Context, actor authz.Actor, filter Filter) (page.List[Audit], error) {
	if err := actor.MustSignIn(); err != nil {
		return page.List[Audit]{}, err
	}
	filter.Page = filter.Page.Normal()
	if !actor.Moderates() && filter.Person != "" {
		return page.List[Audit]{}, fault.Forbidden("Only moderators see what others decided.")
	}
	return s.store.audits(ctx, actor, filter)
}
