package questions

import (
	"context"
	"time"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/content/tags"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/kernel/page"
)

// View is a way to choose and order questions.
type View string

// The views. Mine are those the reader asked, Watching those with a tag the reader watches, both newest first; WithBounty
// begins with the bounty that ends first.
const (
	ByAge      View = "newest"
	ByActivity View = "active"
	Unanswered View = "unanswered"
	ByVotes    View = "votes"
	Hot        View = "hot"
	Mine       View = "mine"
	Watching   View = "watched"
	WithBounty View = "bounty"
)

// Filter chooses questions: by view, with all of the Tags, in the space with the slug Space, by one Author.
type Filter struct {
	View   View
	Tags   []string
	Space  string
	Author id.User
	Page   page.Request
	// hidden are the patterns of tags whose questions the reader wants left out.
	hidden []string
}

// Summary is a question in a list.
type Summary struct {
	ID           id.Post
	Title        string
	Excerpt      string
	Space        posts.SpaceRef
	Tags         []string
	Score        int
	AnswerCount  int
	ViewCount    int
	Accepted     bool
	Closed       bool
	ClosedReason string
	Pinned       bool
	// Bounty is the amount of the one that runs; 0 for none.
	Bounty     int
	Locked     bool
	Author     *posts.Person
	AuthorName string
	CreatedAt  time.Time
	Activity   posts.Activity
	ActivityAt time.Time
	ActivityBy *posts.Person
	// Ignored says that the reader ignores one of the tags.
	Ignored bool
}

// List gives one page of the questions that the reader may read.
func (s *Service) List(ctx context.Context, actor authz.Actor, filter Filter) (page.List[Summary], error) {
	filter.Page = filter.Page.Normal()
	filter.Tags = tags.Normalise(filter.Tags)
	if filter.View == Mine || filter.View == Watching {
		if err := actor.MustSignIn(); err != nil {
			return page.List[Summary]{}, err
		}
	}
	ignored, err := s.tags.Ignored(ctx, actor)
	if err != nil {
		return page.List[Summary]{}, err
	}
	// Whoever looks at their own questions, or at somebody's, wants to see all of them.
	if filter.View != Mine && filter.Author == 0 {
		filter.hidden = ignored.Hidden(filter.Tags)
	}
	list, err := s.list(ctx, actor, choose(actor, filter), filter.Page)
	if err != nil {
		return list, err
	}
	if list.Total == 0 && filter.Space != "" {
		// Only an empty list may be that of a space which is not there, so only then it is looked for.
		if err := s.store.mustRead(ctx, actor, filter.Space); err != nil {
			return list, err
		}
	}
	for i := range list.Items {
		list.Items[i].Ignored = ignored.Matches(list.Items[i].Tags)
	}
	return list, nil
}

// list takes the first pages from the index, and deep ones from the kept order.
func (s *Service) list(ctx context.Context, actor authz.Actor, chosen choice, request page.Request) (page.List[Summary], error) {
	list := page.List[Summary]{Request: request}
	var err error
	if request.Offset() < directRows {
		list.Items, err = s.store.page(ctx, chosen, request)
		if err != nil {
			return list, err
		}
		list.Total, err = s.total(ctx, chosen, list)
		return list, err
	}
	ids, total, err := s.orders.cut(ctx, chosen, request, s.store.order)
	if err != nil {
		return list, err
	}
	list.Total, list.Items = total, []Summary{}
	if len(ids) > 0 {
		list.Items, err = s.store.byIDs(ctx, actor, ids)
	}
	return list, err
}

// total needs no counting when the list ends on this page.
func (s *Service) total(ctx context.Context, chosen choice, list page.List[Summary]) (int, error) {
	if len(list.Items) < list.Size && (len(list.Items) > 0 || list.Number == 1) {
		return list.Offset() + len(list.Items), nil
	}
	return s.orders.count(ctx, chosen, s.store.count)
}
